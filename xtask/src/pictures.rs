//! `cargo xtask pictures`: the pictures of the README, taken of the release site.

use std::process::ExitCode;

use crate::error::Error;
use crate::modules;
use crate::project::Project;
use crate::setup;
use crate::succeed::succeed;
use crate::trunk;

/// What a person types.
const COMMAND: &str = "cargo xtask pictures";

/// Where the pictures lie.
const FOLDER: &str = "docs";

/// Builds the release site and takes its pictures.
pub(crate) fn run(project: &Project) -> Result<ExitCode, Error> {
    modules::only_one(COMMAND, project)?;
    let tools = setup::for_bench(project)?;
    let site = trunk::release_site(COMMAND, project, &tools)?;
    let mut take = project.cargo([
        "run",
        "--package",
        "browser-tests",
        "--bin",
        "pictures",
        "--",
    ]);
    take.arg(project.path(FOLDER)).env("ACADEMY_SITE", &site);
    succeed(COMMAND, "Taking the pictures", take)?;
    println!("The pictures are in {}", project.path(FOLDER).display());
    Ok(ExitCode::SUCCESS)
}
