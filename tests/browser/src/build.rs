//! A build of the site that is like another, and yet is another: what a publisher deploys next.

use std::fs;
use std::path::{Path, PathBuf};

use citizens_academy_player::site::integrity;
use citizens_academy_player::site::offline::worker;

use crate::failure::{Failure, Outcome};
use crate::settings;
use crate::temp::TempFolder;

/// A copy of a built site, in a folder that goes with the value.
#[derive(Debug)]
pub struct Build {
    folder: TempFolder,
    at: PathBuf,
}

impl Build {
    /// A copy of the site that `variable` of the [`settings`] names, to be served at `/`.
    pub fn of(variable: &str) -> Outcome<Self> {
        let folder = TempFolder::new()?;
        let at = folder.path().to_owned();
        copy(&settings::path(variable)?, &at)?;
        Ok(Self { folder, at })
    }

    /// Another copy beside this one, in a folder of this name. Only that one is changed from now on;
    /// the [`folder`](Self::folder) holds both.
    pub fn and_at(self, name: &str) -> Outcome<Self> {
        let at = self.folder.path().join(name);
        fs::create_dir(&at)?;
        copy(&self.at, &at)?;
        Ok(Self { at, ..self })
    }

    /// The same two sites, of which the one above is changed from now on.
    #[must_use]
    pub fn and_above(self) -> Self {
        let at = self.folder.path().to_owned();
        Self { at, ..self }
    }

    /// The same site with another text in its pages, and with other names for all of its files that
    /// have a sum in their name, as if none of them were the same.
    pub fn renewed(self, old: &str, new: &str) -> Outcome<Self> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.at)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if let Some(renewed) = renewed(&name) {
                fs::rename(self.at.join(&name), self.at.join(&renewed))?;
                names.push((name, renewed));
            }
        }
        let start = names.iter().find(|(_, file)| file.starts_with("start-"));
        if let Some((_, file)) = start.cloned() {
            // It names the client's files, and so does the page name it, and say what it has to be.
            let sum = || Outcome::Ok(integrity::of(fs::read(self.at.join(&file))?));
            let before = sum()?;
            self.rewrite(&file, |text| with_names(text, &names))?;
            names.push((before, sum()?));
        }
        self.rewrite("finished.html", |page| page.replace(old, new))?;
        self.rewritten(|page| with_names(page, &names).replace(old, new))
    }

    /// The same site with another page.
    pub fn rewritten(self, rewrite: impl FnOnce(String) -> String) -> Outcome<Self> {
        self.rewrite("index.html", rewrite)?;
        worker::seal(&self.at)?;
        Ok(self)
    }

    fn rewrite(&self, file: &str, rewrite: impl FnOnce(String) -> String) -> Outcome {
        let path = self.at.join(file);
        let text = fs::read_to_string(&path)?;
        let new = rewrite(text.clone());
        if new == text {
            return Err(Failure::new(format!("`{file}` stays as it is")));
        }
        Ok(fs::write(path, new)?)
    }

    /// The folder to serve.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// Puts the new names in place of the old ones.
fn with_names(text: String, names: &[(String, String)]) -> String {
    names
        .iter()
        .fold(text, |text, (old, new)| text.replace(old, new))
}

/// Another name for a file with a sum in its name; `None` for any other file.
fn renewed(name: &str) -> Option<String> {
    const DIGITS: usize = 16;
    let (start, rest) = name.split_once('-')?;
    let (sum, end) = rest.split_at_checked(DIGITS)?;
    let is_sum = sum.bytes().all(|digit| digit.is_ascii_hexdigit());
    let sum: String = sum.chars().rev().collect();
    is_sum.then(|| format!("{start}-{sum}{end}"))
}

#[cfg(test)]
mod tests {
    use super::renewed;

    #[test]
    fn a_sum_in_a_name_becomes_another() {
        let found = renewed("client-0123456789abcdef_bg.wasm");
        assert_eq!(found.as_deref(), Some("client-fedcba9876543210_bg.wasm"));
        for name in ["icon.svg", "icon-192.png", "icon-touch.png", "worker.js"] {
            assert_eq!(renewed(name), None);
        }
    }
}
