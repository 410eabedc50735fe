//! `cargo xtask bench`: sizes and timings of the release site, and sizes of one with a sign-up.

use std::process::ExitCode;

use crate::error::Error;
use crate::modules;
use crate::project::Project;
use crate::setup;
use crate::succeed::succeed;
use crate::trunk;

/// What a person types.
const COMMAND: &str = "cargo xtask bench";

/// Builds the release sites and measures them.
pub(crate) fn run(project: &Project, args: &[String]) -> Result<ExitCode, Error> {
    modules::only_one(COMMAND, project)?;
    let tools = setup::for_bench(project)?;
    let site = trunk::release_site(COMMAND, project, &tools)?;
    succeed(
        COMMAND,
        "The build of the site with a sign-up",
        trunk::build_with_signup(project, &tools),
    )?;
    let lighthouse = setup::lighthouse(project)?;
    let mut measure = project.cargo(["run", "--package", "browser-tests", "--bin", "bench", "--"]);
    measure
        .args(args)
        .env("ACADEMY_SITE", &site)
        .env("ACADEMY_SIGNUP_SITE", project.signup_site())
        .env("ACADEMY_LIGHTHOUSE", lighthouse)
        .env("ACADEMY_BENCH_FILE", project.bench_file());
    succeed(COMMAND, "The benchmark", measure)?;
    println!("The numbers are in {}", project.bench_file().display());
    Ok(ExitCode::SUCCESS)
}
