//! `cargo xtask bench`: sizes and timings of the release site, and sizes of one with a sign-up.

use std::process::{Command, ExitCode};

use crate::error::Error;
use crate::project::Project;
use crate::setup;
use crate::trunk::{self, Profile};
use crate::wording::describe;

/// Builds the release sites and measures them.
pub(crate) fn run(project: &Project, args: &[String]) -> Result<ExitCode, Error> {
    let tools = setup::for_bench(project)?;
    let site = project.release_site();
    succeed(
        "The build of the site",
        trunk::build(project, &tools, Profile::Release, Some(&site)),
    )?;
    succeed(
        "The build of the site with a sign-up",
        trunk::build_with_signup(project, &tools),
    )?;
    let mut measure = project.cargo(["run", "--package", "browser-tests", "--bin", "bench", "--"]);
    measure
        .args(args)
        .env("ACADEMY_SITE", &site)
        .env("ACADEMY_SIGNUP_SITE", project.signup_site())
        .env("ACADEMY_BENCH_FILE", project.bench_file());
    succeed("The benchmark", measure)?;
    println!("The numbers are in {}", project.bench_file().display());
    Ok(ExitCode::SUCCESS)
}

/// Runs a command line that must succeed.
fn succeed(what: &str, mut command: Command) -> Result<(), Error> {
    let why = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => format!("it {}, for the reason given above", describe(status)),
        Err(error) => format!("it could not be started ({error})"),
    };
    Err(Error::Failed {
        what: what.to_owned(),
        why,
        remedy: "put that right and type `cargo xtask bench` again".to_owned(),
    })
}
