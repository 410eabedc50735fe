//! The client's files, as Trunk wrote them.

use core::fmt;
use std::fs;
use std::path::Path;

use super::frame::Frame;
use super::integrity;

/// What their names begin with.
const PREFIX: &str = "client";

/// What their names end in.
const ENDS: [&str; 2] = [".js", "_bg.wasm"];

/// The client's files in the site's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The name of the JavaScript that loads the WebAssembly.
    pub script: String,
    /// The name of the WebAssembly.
    pub wasm: String,
    /// What the JavaScript [has to be](integrity).
    pub script_integrity: String,
    /// What the WebAssembly has to be.
    pub wasm_integrity: String,
    /// The name of the JavaScript for a page [within another page](super::frame).
    pub frame: String,
    /// What that JavaScript has to be.
    pub frame_integrity: String,
}

impl Assets {
    /// Finds the files in `dir`.
    ///
    /// # Errors
    /// [`AssetsError`] when there is not exactly one of each.
    pub fn find(dir: &Path) -> Result<Self, AssetsError> {
        let entries = fs::read_dir(dir).map_err(|error| AssetsError(format!("{error}")))?;
        let names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| Self::is_one(name))
            .collect();
        let (script, wasm) = (only(&names, ENDS[0])?, only(&names, ENDS[1])?);
        let read = |name: &str| {
            let bytes = fs::read(dir.join(name));
            bytes.map_err(|error| AssetsError(format!("{name}: {error}")))
        };
        let (text, bytes) = (read(&script)?, read(&wasm)?);
        let frame = Frame::find(dir).map_err(|error| AssetsError(error.to_string()))?;
        let assets = Self {
            script,
            wasm,
            ..Self::default()
        };
        Ok(assets.sealed(text, bytes).with(&frame))
    }

    /// Returns whether any of them is in `dir`.
    #[must_use]
    pub fn any(dir: &Path) -> bool {
        let mut entries = fs::read_dir(dir).into_iter().flatten().flatten();
        entries.any(|entry| Self::is_one(&entry.file_name().to_string_lossy()))
    }

    /// Returns whether one of them can have this name, from a build or from Trunk, which writes its
    /// hash of 64 bits without the zeros that it begins with.
    #[must_use]
    pub fn is_one(name: &str) -> bool {
        // One hash in 268 million begins with more zeros. Fewer digits could be a word.
        const DIGITS: core::ops::RangeInclusive<usize> = 10..=16;
        let rest = name.strip_prefix(PREFIX).unwrap_or_default();
        let ends = |end: &&str| rest.strip_prefix('-')?.strip_suffix(*end);
        let hash = ENDS.iter().find_map(ends).unwrap_or_default();
        DIGITS.contains(&hash.len()) && integrity::is_hex(hash)
    }

    /// Returns the files with these contents, and with names that change with them. Trunk names them
    /// after what they were before they were made smaller: a cache would take another build's for
    /// them.
    #[must_use]
    pub fn named(script: impl AsRef<[u8]>, wasm: impl AsRef<[u8]>) -> Self {
        let both = [script.as_ref(), wasm.as_ref()].concat();
        let name = format!("{PREFIX}-{}", integrity::short(both));
        let files = Self {
            script: format!("{name}.js"),
            wasm: format!("{name}_bg.wasm"),
            ..Self::default()
        };
        files.sealed(script, wasm)
    }

    /// Returns the files, and with them the JavaScript of `frame`.
    #[must_use]
    pub fn with(self, frame: &Frame) -> Self {
        Self {
            frame: frame.name.clone(),
            frame_integrity: integrity::of(&frame.text),
            ..self
        }
    }

    /// Returns the files with what their contents are.
    #[must_use]
    pub fn sealed(self, script: impl AsRef<[u8]>, wasm: impl AsRef<[u8]>) -> Self {
        Self {
            script_integrity: integrity::of(script),
            wasm_integrity: integrity::of(wasm),
            ..self
        }
    }
}

/// Returns the one name that ends in `ending`.
fn only(names: &[String], ending: &str) -> Result<String, AssetsError> {
    let mut fitting = names.iter().filter(|name| name.ends_with(ending));
    match (fitting.next(), fitting.next()) {
        (Some(name), None) => Ok(name.clone()),
        (None, _) => Err(AssetsError(format!("there is no file client…{ending}"))),
        (Some(_), Some(_)) => Err(AssetsError(format!(
            "there are several files client…{ending}"
        ))),
    }
}

/// Why the client's files were not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetsError(String);

impl fmt::Display for AssetsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the client is not in the site's folder: {}; build the site with Trunk",
            self.0
        )
    }
}

impl core::error::Error for AssetsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_change_with_what_either_file_holds() {
        let first = Assets::named("a", "b");
        for other in [Assets::named("x", "b"), Assets::named("a", "x")] {
            assert_ne!(first.script, other.script);
            assert_ne!(first.wasm, other.wasm);
        }
        assert_eq!(first, Assets::named("a", "b"));
        let sum = first.script.strip_prefix("client-").unwrap();
        assert_eq!(sum.strip_suffix(".js").unwrap().len(), 16);
    }
}
