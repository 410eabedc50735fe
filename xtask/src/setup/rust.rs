//! What rustup adds to the Rust of this machine.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::Error;
use crate::project::{Project, WASM_TARGET};
use crate::wording::describe;

/// Whether the compiler has the standard library for WebAssembly.
pub(crate) fn has_wasm_target(project: &Project) -> bool {
    let mut rustc = project.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    rustc.output().is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout);
        output.status.success() && Path::new(folder.trim()).is_dir()
    })
}

/// Adds the WebAssembly target if it is missing.
pub(crate) fn add_wasm_target(project: &Project) -> Result<(), Error> {
    if has_wasm_target(project) {
        return Ok(());
    }
    add(project, "target", &[WASM_TARGET])
}

/// Adds rustfmt and Clippy if they are missing.
pub(crate) fn add_components(project: &Project) -> Result<(), Error> {
    let works = |command: &str| {
        let mut cargo = project.cargo([command, "--version"]);
        succeeds_quietly(&mut cargo)
    };
    let mut missing = Vec::new();
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !works(command) {
            missing.push(component);
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        add(project, "component", &missing)
    }
}

/// Whether a program can be run, and likes what it is given.
fn succeeds_quietly(command: &mut Command) -> bool {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Lets rustup add parts to the toolchain in use.
fn add(project: &Project, kind: &str, names: &[&str]) -> Result<(), Error> {
    let what = names.join(" and ");
    println!("Adding {what} to Rust.");
    let mut rustup = project.command("rustup");
    let why = match rustup.args([kind, "add"]).args(names).status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => format!("`rustup` {}, for the reason given above", describe(status)),
        Err(error) => format!("`rustup` could not be started ({error})"),
    };
    let names = names.join(" ");
    let remedy = format!(
        "type `rustup {kind} add {names}`, or install it as you installed Rust, then type the \
         command again"
    );
    Err(Error::Setup { what, why, remedy })
}
