//! Runs npm.

use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::wording::describe;

/// The program's file name: on Windows it is a script.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Runs npm in a folder, to get `what`.
pub(crate) fn run(folder: &Path, what: &str, args: &[&str]) -> Result<(), Error> {
    let mut command = Command::new(NPM);
    command
        .args(args)
        .args(["--no-audit", "--no-fund", "--no-update-notifier"]);
    command.current_dir(folder);
    let (why, remedy) = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => (
            format!(
                "`npm {}` {}, for the reason given above",
                args.join(" "),
                describe(status)
            ),
            "put that right and type the command again".to_owned(),
        ),
        Err(error) => (
            format!("`npm` could not be started ({error})"),
            "install Node.js with npm (on Debian, type `apt-get install npm`), then type the \
             command again"
                .to_owned(),
        ),
    };
    Err(Error::Setup {
        what: what.to_owned(),
        why,
        remedy,
    })
}
