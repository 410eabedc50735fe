//! `cargo xtask build`: the site that is published, in `dist/`, and its packages beside it.

use std::process::{Command, ExitCode};

use crate::error::Error;
use crate::project::Project;
use crate::setup;
use crate::succeed::succeed;
use crate::trunk::{self, Profile};

/// What a person types.
const COMMAND: &str = "cargo xtask build";

/// Builds the release site and packs it.
pub(crate) fn run(project: &Project) -> Result<ExitCode, Error> {
    let tools = setup::for_site(project)?;
    succeed(
        COMMAND,
        "The build of the site",
        trunk::build(project, &tools, Profile::Release, None),
    )?;
    println!("The site is in {}", project.path("dist").display());
    succeed(COMMAND, "Packing the site", pack(project))?;
    Ok(ExitCode::SUCCESS)
}

/// A command line that makes the packages of the site in `dist/`, and says where they are.
fn pack(project: &Project) -> Command {
    let mut command = project.cargo(["run", "--quiet", "--bin", "package", "--"]);
    command
        .arg(project.path("dist"))
        .arg(project.path("packages"));
    command
}
