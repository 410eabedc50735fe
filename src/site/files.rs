//! The files of a folder of the site, before they are written.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::exit;
use super::finished;
use super::help_card;
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

/// What the names of the other files begin with.
const PREFIXES: [&str; 6] = [
    "client",
    "frame",
    start::PREFIX,
    exit::PREFIX,
    share::PREFIX,
    library::PREFIX,
];

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

    /// Writes the files into the folder `dir`, which is made where there is none, and removes what an
    /// earlier build wrote there and this one does not. What leads to others comes last.
    ///
    /// # Errors
    /// When the folder does not take them.
    pub fn write(&self, dir: &Path) -> io::Result<()> {
        fs::create_dir_all(dir)?;
        let mut names: Vec<&String> = self.0.keys().collect();
        names.sort_by_key(|name| (**name == worker::FILE, name.contains(".html")));
        for name in names {
            fs::write(dir.join(name), &self.0[name])?;
        }
        for entry in fs::read_dir(dir)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_file() && is_ours(&name) && !self.0.contains_key(&*name) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }
}

/// Returns whether a build writes files of this name.
fn is_ours(name: &str) -> bool {
    let is_code = [".js", ".wasm"].iter().any(|end| name.ends_with(end));
    let mut prefixes = PREFIXES.iter();
    NAMES.contains(&name) || (is_code && prefixes.any(|prefix| name.starts_with(prefix)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_place_of_an_earlier_build_and_of_nothing_else() {
        let dir = std::env::temp_dir().join(format!("academy-files-{}", std::process::id()));
        let mut earlier = Files::default();
        for name in ["index.html", "share.html", "exit-1.js", "client-1_bg.wasm"] {
            earlier.add(name, "earlier");
        }
        earlier.write(&dir).unwrap();
        for name in [".htaccess", "web.config", "exit-notes.txt", "photo.js"] {
            fs::write(dir.join(name), "the publisher's own").unwrap();
        }
        let mut files = Files::default();
        files.add("index.html", "new");
        files.add("exit-2.js", "new");
        files.write(&dir).unwrap();
        let found = Files::read(&dir).unwrap();
        fs::remove_dir_all(&dir).unwrap();
        let names: Vec<_> = found.iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            [
                ".htaccess",
                "exit-2.js",
                "exit-notes.txt",
                "index.html",
                "photo.js",
                "web.config"
            ]
        );
        assert_eq!(found.text("index.html").unwrap(), "new");
    }
}
