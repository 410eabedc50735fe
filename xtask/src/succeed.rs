//! A command line that the rest depends on.

use std::process::Command;

use crate::error::Error;
use crate::wording::describe;

/// Runs a command line that must succeed; `what` it does is a part of what a person `typed`.
pub(crate) fn succeed(typed: &str, what: &str, mut command: Command) -> Result<(), Error> {
    let why = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => format!("it {}, for the reason given above", describe(status)),
        Err(error) => format!("it could not be started ({error})"),
    };
    Err(Error::Failed {
        what: what.to_owned(),
        why,
        remedy: format!("put that right and type `{typed}` again"),
    })
}
