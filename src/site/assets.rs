//! The client's files, as Trunk wrote them.

use core::fmt;
use std::fs;
use std::path::Path;

/// The names of the client's files in the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The JavaScript that loads the WebAssembly.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
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
            .filter(|name| name.starts_with("client"))
            .collect();
        Ok(Self {
            script: only(&names, ".js")?,
            wasm: only(&names, "_bg.wasm")?,
        })
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
