//! The client of a page within another page (`src/bin/frame.rs`), as Trunk wrote it, made into files
//! of the site.
//!
//! Trunk gives a second client names without a hash. Here they get one, the JavaScript gets what
//! starts it, and both are made [smaller](glue).

use std::fs;
use std::io;
use std::path::Path;

use super::glue;
use super::integrity;

/// What the names of its files begin with.
pub const PREFIX: &str = "frame";

/// What the names of its files end in.
const ENDS: [&str; 2] = [".js", "_bg.wasm"];

/// What begins the lines that start it.
const STARTS: &str = "/* starts */";

/// The id of the WebAssembly's text in a page that is [one file](super::single).
pub(super) const ID: &str = "page-frame";

/// The client of a page within another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The name of its JavaScript, which starts itself.
    pub name: String,
    /// Its JavaScript.
    pub text: String,
    /// The name of its WebAssembly.
    pub wasm_name: String,
    /// Its WebAssembly.
    pub wasm: Vec<u8>,
}

impl Frame {
    /// Finds it in the site's folder.
    ///
    /// # Errors
    /// When it is not there, or no longer as it is expected.
    pub fn find(site: &Path) -> io::Result<Self> {
        let entries: io::Result<Vec<_>> = fs::read_dir(site)?.collect();
        let names = entries?.into_iter().map(|entry| entry.file_name());
        let names: Vec<_> = names
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| Self::is_one(name))
            .collect();
        let found = [only(&names, ENDS[0])?, only(&names, ENDS[1])?];
        let text = fs::read_to_string(site.join(&found[0]))?;
        let bytes = fs::read(site.join(&found[1]))?;
        Self::new(&text, &bytes).map_err(io::Error::other)
    }

    /// Returns whether one of its files can have this name, from a build or from Trunk.
    #[must_use]
    pub fn is_one(name: &str) -> bool {
        let rest = name.strip_prefix(PREFIX).unwrap_or_default();
        let is_named = |end: &&str| rest == *end || integrity::is_in_name(rest, "-", end);
        ENDS.iter().any(is_named)
    }

    fn new(text: &str, bytes: &[u8]) -> Result<Self, String> {
        let (text, wasm) = glue::squeeze(plain(text), bytes);
        let wasm_name = format!("{PREFIX}-{}_bg.wasm", integrity::short(&wasm));
        let start = starter(&text)?;
        let start = include_str!("frame.js")
            .replace("{start}", start)
            .replace("{wasm}", &wasm_name)
            .replace("{seal}", &integrity::of(&wasm));
        let text = format!("{text}{STARTS}\n{start}");
        Ok(Self {
            name: format!("{PREFIX}-{}.js", integrity::short(&text)),
            text,
            wasm_name,
            wasm,
        })
    }

    /// Returns its JavaScript without what starts it.
    #[must_use]
    pub fn plain(&self) -> &str {
        plain(&self.text)
    }
}

/// Returns the one name that ends in `ending`.
fn only(names: &[String], ending: &str) -> io::Result<String> {
    let mut fitting = names.iter().filter(|name| name.ends_with(ending));
    match (fitting.next(), fitting.next()) {
        (Some(name), None) => Ok(name.clone()),
        (found, _) => {
            let count = if found.is_some() { "several" } else { "no" };
            let what = format!("there are {count} files {PREFIX}…{ending}");
            Err(io::Error::other(what))
        }
    }
}

fn plain(text: &str) -> &str {
    text.split_once(STARTS).map_or(text, |(plain, _)| plain)
}

/// Returns the name of the function that starts the client of this JavaScript.
///
/// # Errors
/// When it has none.
pub(super) fn starter(script: &str) -> Result<&str, String> {
    let exports = |line: &'_ str| line.starts_with("export {");
    let exports = script.lines().find(|line| exports(line));
    let mut names = exports.unwrap_or_default().split(['{', ',', '}']);
    let start = names.find_map(|name| name.trim().strip_suffix(" as default"));
    start.ok_or_else(|| "it has no function that starts it; wasm-bindgen has changed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str =
        "// Made by a tool.\nfunction init() {}\nexport { sync, init as default };\n";

    fn frame(script: &str) -> Result<Frame, String> {
        Frame::new(script, b"\0asm")
    }

    #[test]
    fn starts_itself_once() {
        let first = frame(SCRIPT).unwrap();
        assert!(
            first
                .text
                .contains("init({ module_or_path: fetch(\"./frame-")
        );
        assert!(first.text.contains(&first.wasm_name));
        assert_eq!(frame(&first.text).unwrap(), first, "made twice");
        assert!(first.plain().ends_with("as default };\n"));
    }

    #[test]
    fn a_client_that_nothing_starts_is_refused() {
        assert!(frame("export { other };").is_err());
        assert!(frame("").is_err());
    }
}
