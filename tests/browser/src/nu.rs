//! The Nu HTML Checker, on pages as they are in a browser.

use std::process::Command;

use crate::failure::{Failure, Outcome, check};
use crate::settings;
use crate::temp::TempFolder;

/// The program, in the folder of what npm installed; Java runs it.
const PROGRAM: &str = "vnu-jar/build/dist/vnu.jar";

/// What the checker says and nobody has to act on, each with its reason.
const EXCLUSIONS: &str = "tests/nu-exclusions.txt";

/// A document with the name that a finding is told by.
#[derive(Debug, Clone)]
pub struct Document {
    /// A file's name without its ending.
    pub name: String,
    /// The whole document, doctype and all.
    pub html: String,
}

/// What the checker says of `documents` and is not excluded, a line for each: where, and what.
pub fn findings(documents: &[Document]) -> Outcome<Vec<String>> {
    check(!documents.is_empty(), "there is nothing to check")?;
    let folder = TempFolder::new()?;
    let java = settings::program(&["java"]).ok_or_else(|| {
        Failure::new("java is not in PATH; `cargo xtask test` sets it up (a headless JRE)")
    })?;
    let mut command = Command::new(java);
    command
        // Its parser is recursive, and a page may be long.
        .args(["-Xss4m", "-jar"])
        .arg(settings::path(settings::NPM)?.join(PROGRAM))
        // What it finds is told by what it says; it fails where it could not look.
        .args(["--Werror", "--format", "gnu", "--exit-zero-always"])
        .arg("--filterfile")
        .arg(settings::project().join(EXCLUSIONS));
    for Document { name, html } in documents {
        let file = format!("{name}.html");
        folder.write(&file, html)?;
        command.arg(folder.path().join(file));
    }
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    check(output.status.success(), format!("the checker ends: {said}"))?;
    let place = format!("\"file:{}/", folder.path().display());
    // Java may say something of its own.
    let finds = said.lines().filter(|line| line.starts_with(&place));
    Ok(finds.map(|line| line.replace(&place, "\"")).collect())
}
