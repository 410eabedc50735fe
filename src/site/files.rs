//! The files of a folder of the site, before they are written.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::assets::Assets;
use super::exit;
use super::finished;
use super::frame::Frame;
use super::help_card;
use super::integrity;
use super::library;
use super::materials::bom;
use super::materials::notices;
use super::offline::icons;
use super::offline::webmanifest;
use super::offline::worker;
use super::privacy;
use super::share;
use super::start;

/// The page that a folder opens with.
pub const PAGE: &str = "index.html";

/// The picture that all icons are drawn from.
pub const ICON: &str = "icon.svg";

/// The files whose names never change, of whatever a folder is for.
const NAMES: [&str; 17] = [
    PAGE,
    ICON,
    exit::BLANK,
    finished::FILE,
    help_card::FILE,
    privacy::FILE,
    share::FILE,
    share::SCRIPT,
    share::OEMBED,
    notices::FILE,
    bom::FILE,
    worker::FILE,
    webmanifest::FILE,
    icons::ICONS[0].name,
    icons::ICONS[1].name,
    icons::ICONS[2].name,
    icons::TOUCH.name,
];

/// What the names of the pages' scripts begin with, before the [sum](integrity) of each.
const SCRIPTS: [&str; 4] = [start::PREFIX, exit::PREFIX, share::PREFIX, library::PREFIX];

/// What the name of a file begins with until it takes its [place](super::writing).
pub(super) const STAGED: &str = ".academy-";

/// Files, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), bytes.into());
    }

    /// Adds the files of `others`.
    pub fn extend(&mut self, others: &Self) {
        self.0.extend(others.0.clone());
    }

    /// Returns the files with their names, in the order of those.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (&**name, &**bytes))
    }

    /// Returns the text of a file.
    ///
    /// # Errors
    /// When there is none of this name, or when it is no text.
    pub fn text(&self, name: &str) -> io::Result<&str> {
        let bytes = self.0.get(name);
        let bytes = bytes.ok_or_else(|| io::Error::other(format!("there is no {name}")))?;
        core::str::from_utf8(bytes).map_err(io::Error::other)
    }

    /// Reads the files in the folder `dir`, without those in folders below.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn read(dir: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        for entry in fs::read_dir(dir)? {
            let path = entry?.path();
            if path.is_file() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                files.add(name, fs::read(&path)?);
            }
        }
        Ok(files)
    }

    /// Returns whether there is a file of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Returns the files with their names; what leads to others comes last.
    #[must_use]
    pub fn in_order(&self) -> Vec<(&str, &[u8])> {
        let mut files: Vec<(&str, &[u8])> = self.iter().collect();
        files.sort_by_key(|(name, _)| (*name == worker::FILE, name.contains(".html")));
        files
    }
}

/// Returns whether a build writes files of this name, or Trunk for it: no name that only looks like
/// one of them.
pub(super) fn is_ours(name: &str) -> bool {
    let name = name.strip_prefix(STAGED).unwrap_or(name);
    let is_script = |prefix: &&str| integrity::is_in_name(name, prefix, ".js");
    NAMES.contains(&name)
        || Assets::is_one(name)
        || Frame::is_one(name)
        || SCRIPTS.iter().any(is_script)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::reserved;

    #[test]
    fn what_only_looks_like_a_file_of_a_build_is_none() {
        for name in [
            "index.html",
            "worker.js",
            "client-0123456789abcdef.js",
            "client-0123456789abcdef_bg.wasm",
            "client-123456789abcdef_bg.wasm",
            "frame.js",
            "frame_bg.wasm",
            "frame-0123456789abcdef.js",
            "frame-0123456789abcdef_bg.wasm",
            "start-0123456789abcdef.js",
            "exit-0123456789abcdef.js",
            "share-0123456789abcdef.js",
            "library-0123456789abcdef.js",
            ".academy-exit-0123456789abcdef.js",
        ] {
            assert!(is_ours(name), "{name}");
        }
        for name in [
            "framework.js",
            "frame-0123456789abcde.js",
            "clients.js",
            "client.js",
            "client-face.js",
            "client-0123456789abcdefa.js",
            "client-0123456789abcdef.wasm",
            "client-0123456789ABCDEF.js",
            "library-search.js",
            "library-0123456789abcdef_bg.wasm",
            "exit-0123456789abcde.js",
            "exit-notes.txt",
            "start-0123456789abcdef.js.br",
            "photo.js",
            ".htaccess",
            "web.config",
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }

    /// Some servers answer for the address of a page without its ending, before they look for a
    /// folder.
    #[test]
    fn no_module_is_named_as_a_file_is() {
        for name in NAMES {
            let stem = name.split('.').next().unwrap();
            assert!(reserved::not_of_module(stem).is_some(), "{stem}");
        }
    }

    #[test]
    fn what_leads_to_others_comes_last() {
        let mut files = Files::default();
        for name in ["a.html", "worker.js", "z.js"] {
            files.add(name, "");
        }
        let names: Vec<_> = files.in_order().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["z.js", "a.html", "worker.js"]);
    }
}
