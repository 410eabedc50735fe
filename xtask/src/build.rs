//! `cargo xtask build`: the site that is published, in `dist/`, and its packages beside it.

use std::path::Path;
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
    succeed(
        COMMAND,
        "Packing the site",
        pack(project, &project.path("dist"), &project.path("packages")),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A command line that packs the site in the folder `site` into the folder `to`, and says where the
/// packages are.
pub(crate) fn pack(project: &Project, site: &Path, to: &Path) -> Command {
    let mut command = project.cargo(["run", "--quiet", "--bin", "package", "--"]);
    command.arg(site).arg(to);
    command
}
