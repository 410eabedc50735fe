//! `cargo xtask build`: the site that is published, in `dist/`.

use std::process::ExitCode;

use crate::error::Error;
use crate::project::Project;
use crate::setup;
use crate::trunk::{self, Profile};
use crate::wording::describe;

/// Builds the release site.
pub(crate) fn run(project: &Project) -> Result<ExitCode, Error> {
    let tools = setup::for_site(project)?;
    let status = trunk::build(project, &tools, Profile::Release, None).status();
    let why = match status {
        Ok(status) if status.success() => {
            println!("The site is in {}", project.path("dist").display());
            return Ok(ExitCode::SUCCESS);
        }
        Ok(status) => format!("Trunk {}, for the reason given above", describe(status)),
        Err(error) => format!("Trunk could not be started ({error})"),
    };
    Err(Error::Failed {
        what: "The build of the site".to_owned(),
        why,
        remedy: "put that right and type `cargo xtask build` again".to_owned(),
    })
}
