//! What Cargo, the compiler and the disk tell.

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// How the client is built (see `index.html`).
const CLIENT: [&str; 4] = ["--no-default-features", "--features", "hydrate", "--locked"];

/// What it is built for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Returns the tree of what is linked into the client, as Cargo draws it: a depth, a name and a
/// version in each line.
pub(super) fn tree(source: &Path) -> Result<String, String> {
    let mut command = cargo(source);
    command.arg("tree").args(CLIENT);
    command.args(["--package", env!("CARGO_PKG_NAME"), "--target", TARGET]);
    command.args(["--edges", "normal,no-proc-macro", "--prefix", "depth"]);
    command.args(["--format", " {p}"]);
    output(command)
}

/// Returns what Cargo knows of every package.
pub(super) fn metadata(source: &Path) -> Result<Value, String> {
    let mut command = cargo(source);
    command.arg("metadata").args(CLIENT);
    command.args(["--format-version", "1", "--filter-platform", TARGET]);
    let text = output(command)?;
    text.parse()
        .map_err(|error| format!("what `cargo metadata` said is no JSON ({error})"))
}

/// Returns the text of the lock file.
pub(super) fn lock(source: &Path) -> Result<String, String> {
    text(&source.join("Cargo.lock"))
}

/// Returns the version of Rust.
pub(super) fn rust(source: &Path) -> Result<String, String> {
    let program = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(program);
    command.current_dir(source).arg("--version");
    let said = output(command)?;
    let version = said.split(' ').nth(1).map(str::to_owned);
    version.ok_or_else(|| format!("`rustc --version` said \"{}\"", said.trim()))
}

/// Returns the names, in capitals, and paths of the files in a folder, in the order of their names.
pub(super) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let told = |error: io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            files.push((name.to_string_lossy().to_uppercase(), path));
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the text of a file; what is no UTF-8 in it is marked.
pub(super) fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cargo(source: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(source);
    command
}

/// Runs a command and returns what it said.
fn output(mut command: Command) -> Result<String, String> {
    let what = format!("`{}`", command.get_program().to_string_lossy());
    let output = command
        .output()
        .map_err(|error| format!("{what} could not be started: {error}"))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{what} could not tell: {}", why.trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
