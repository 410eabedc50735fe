//! Writes the files of a build in the place of those of an earlier one.
//!
//! All files are written first, beside their places and under names that no page asks for: whatever
//! finds no room is told before anything is changed. Then each takes its place, those of the modules
//! before the list that leads there. What is left of an earlier build goes last, so that whatever
//! fails on the way, no page leads to what is gone, and the client is still there for the next build.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use super::files::Files;
use super::files::STAGED;
use super::files::is_ours;
use super::library;

/// Writes the folders, with their paths from `site`, and removes what an earlier build wrote there
/// and this one does not. Nothing else is removed.
///
/// # Errors
/// Sentences, each with the path and what to do. Nothing is changed where a file could not be written.
/// Where one could not take its place, nothing is removed; and where one could not be removed, the
/// new site is whole.
pub fn write(site: &Path, folders: &[(String, Files)]) -> Result<(), Vec<String>> {
    // As long as the list is there that leads to them.
    let mut gone: Vec<PathBuf> = Vec::new();
    for id in library::earlier(site) {
        if folders.iter().all(|(folder, _)| folder != id.as_str()) {
            gone.push(site.join(id.as_str()));
        }
    }
    let folders = in_order(site, folders);
    let mut staged = Staged::default();
    for (folder, files) in &folders {
        staged.add(folder, files).map_err(|told| vec![told])?;
    }
    staged.take_place().map_err(|told| vec![told])?;
    let mut left = Vec::new();
    for (folder, files) in &folders {
        left.extend(remove(folder, files));
    }
    for folder in &gone {
        left.extend(remove(folder, &Files::default()));
        left.extend(remove_empty(folder));
    }
    if left.is_empty() { Ok(()) } else { Err(left) }
}

/// Returns the folders with where they are, the site's own last: it holds what leads to the others.
fn in_order<'a>(site: &Path, folders: &'a [(String, Files)]) -> Vec<(PathBuf, &'a Files)> {
    let (own, below): (Vec<_>, Vec<_>) = folders.iter().partition(|(folder, _)| folder.is_empty());
    let below = below
        .into_iter()
        .map(|(folder, files)| (site.join(folder), files));
    let own = own.into_iter().map(|(_, files)| (site.to_owned(), files));
    below.chain(own).collect()
}

/// Files that were written and have not yet taken their places. What is left of them goes when this
/// is dropped, and so do the folders that were made for them.
#[derive(Debug, Default)]
struct Staged {
    /// Where each is, and its place.
    files: Vec<(PathBuf, PathBuf)>,
    /// The folders that were not there before.
    made: Vec<PathBuf>,
}

impl Staged {
    fn add(&mut self, folder: &Path, files: &Files) -> Result<(), String> {
        if !folder.is_dir() {
            fs::create_dir_all(folder).map_err(told(folder, "made"))?;
            self.made.push(folder.to_owned());
        }
        for (name, bytes) in files.in_order() {
            let to = folder.join(name);
            if to.is_dir() {
                return Err(format!(
                    "{} is a folder, and a file of the site has to be there; move it elsewhere and \
                     build again: the site is as it was",
                    to.display()
                ));
            }
            let from = folder.join(format!("{STAGED}{name}"));
            self.files.push((from.clone(), to));
            fs::write(&from, bytes).map_err(told(&from, "written"))?;
        }
        Ok(())
    }

    fn take_place(&self) -> Result<(), String> {
        for (from, to) in &self.files {
            fs::rename(from, to).map_err(|error| {
                format!(
                    "{} could not be replaced: {error}; see that no other program holds it, and \
                     build again: what was there before has not been removed",
                    to.display()
                )
            })?;
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // After all went well, no file is left, and no folder empty.
        for (from, _) in &self.files {
            let _ = fs::remove_file(from);
        }
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Returns what is said of a file or folder that could not be made or written.
fn told(path: &Path, tried: &str) -> impl Fn(io::Error) -> String {
    move |error| {
        format!(
            "{} could not be {tried}: {error}; see that there is room and that you may write there, \
             and build again: the site is as it was",
            path.display()
        )
    }
}

/// Removes what a build wrote into `folder` but for `kept`. Returns sentences on what stays.
fn remove(folder: &Path, kept: &Files) -> Vec<String> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return vec![stays(folder, &error)],
    };
    let mut left = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() && is_ours(&name) && !kept.has(&name) {
            let removed = fs::remove_file(&path);
            left.extend(removed.err().map(|error| stays(&path, &error)));
        }
    }
    left.sort();
    left
}

/// Removes `folder` where nothing is left in it. Returns a sentence if it stays all the same.
fn remove_empty(folder: &Path) -> Option<String> {
    let is_empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    let removed = if is_empty {
        fs::remove_dir(folder)
    } else {
        Ok(())
    };
    removed.err().map(|error| stays(folder, &error))
}

/// Returns what is said of a file or folder of an earlier build that could not be removed.
fn stays(path: &Path, error: &io::Error) -> String {
    format!(
        "{} is of an earlier build and could not be removed: {error}; remove it yourself: the new \
         site is whole",
        path.display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::library::MARK;

    /// A module's page, as far as it counts here.
    const MODULE: &str = "<script type=\"application/json\" id=\"page-data\">{}</script>";

    /// A site of this test's own; removed in the end.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let name = format!("academy-writing-{name}-{}", std::process::id());
            let site = Self(std::env::temp_dir().join(name));
            fs::create_dir_all(&site.0).unwrap();
            site
        }

        fn put(&self, path: &str, text: &str) {
            let path = self.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        /// The paths of what lies in it, each with its text.
        fn found(&self) -> Vec<(String, String)> {
            let (mut found, mut folders) = (Vec::new(), vec![self.0.clone()]);
            while let Some(folder) = folders.pop() {
                for entry in fs::read_dir(folder).unwrap() {
                    let path = entry.unwrap().path();
                    if path.is_dir() {
                        folders.push(path);
                        continue;
                    }
                    let name = path.strip_prefix(&self.0).unwrap().to_string_lossy();
                    found.push((name.replace('\\', "/"), fs::read_to_string(&path).unwrap()));
                }
            }
            found.sort();
            found
        }

        fn names(&self) -> Vec<String> {
            self.found().into_iter().map(|(name, _)| name).collect()
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn files(files: &[(&str, &str)]) -> Files {
        let mut all = Files::default();
        for (name, text) in files {
            all.add(*name, *text);
        }
        all
    }

    /// What a build writes of some modules, in this version of it.
    fn built(ids: &[&str], version: &str) -> Vec<(String, Files)> {
        let exit = format!("exit-{version:0>16}.js");
        let module = || files(&[("index.html", MODULE), ("worker.js", version), (&exit, "")]);
        if let [_] = ids {
            return vec![(String::new(), module())];
        }
        let list = format!("<html {MARK}=\"{}\">", ids.join(" "));
        let list = files(&[("index.html", &list), ("privacy.html", version)]);
        let mut folders: Vec<_> = ids.iter().map(|id| ((*id).to_owned(), module())).collect();
        folders.push((String::new(), list));
        folders
    }

    #[test]
    fn takes_the_place_of_an_earlier_build_and_of_nothing_else() {
        let site = Site::new("place");
        write(&site.0, &built(&["ants", "bees"], "1")).unwrap();
        let own = [".htaccess", "bees/web.config", "bees/exit-notes.js"];
        for name in own {
            site.put(name, "the publisher's own");
        }
        // As a build leaves it that was ended in the middle.
        site.put(".academy-worker.js", "");
        site.put("bees/.academy-index.html", "");
        write(&site.0, &built(&["ants", "wasps"], "2")).unwrap();
        let ours = [
            ".htaccess",
            "ants/exit-0000000000000002.js",
            "ants/index.html",
            "ants/worker.js",
            "bees/exit-notes.js",
            "bees/web.config",
            "index.html",
            "privacy.html",
            "wasps/exit-0000000000000002.js",
            "wasps/index.html",
            "wasps/worker.js",
        ];
        assert_eq!(site.names(), ours);
    }

    #[test]
    fn what_cannot_be_written_is_told_before_anything_is_changed() {
        let site = Site::new("before");
        for (before, after, blocked) in [
            (&[][..], &["ants"][..], "worker.js"),
            (&["ants"], &["ants", "bees"], "bees/worker.js"),
            (&["ants"], &["ants", "bees"], "privacy.html"),
            (&["ants", "bees"], &["bees", "wasps"], "wasps/index.html"),
            (&["ants", "bees"], &["bees"], "exit-0000000000000002.js"),
        ] {
            if !before.is_empty() {
                write(&site.0, &built(before, "1")).unwrap();
            }
            site.put(&format!("{blocked}/notes.txt"), "the publisher's own");
            let was = site.found();
            let told = write(&site.0, &built(after, "2")).unwrap_err();
            let start = format!("{} is a folder", site.0.join(blocked).display());
            assert!(told.len() == 1 && told[0].starts_with(&start), "{told:?}");
            assert_eq!(site.found(), was, "{blocked}");
            fs::remove_dir_all(site.0.join(blocked)).unwrap();
            write(&site.0, &built(after, "2")).unwrap();
            let again = Site::new("again");
            write(&again.0, &built(after, "2")).unwrap();
            assert_eq!(site.found(), again.found(), "{blocked}");
            fs::remove_dir_all(&site.0).unwrap();
        }
    }

    #[test]
    fn a_file_where_a_folder_has_to_be_is_told_and_stays() {
        let site = Site::new("file");
        write(&site.0, &built(&["ants"], "1")).unwrap();
        site.put("bees", "notes");
        let was = site.found();
        let told = write(&site.0, &built(&["ants", "bees"], "2")).unwrap_err();
        let start = format!("{} could not be made: ", site.0.join("bees").display());
        assert!(told[0].starts_with(&start), "{told:?}");
        assert_eq!(site.found(), was);
        assert!(!site.0.join("ants").exists(), "a folder is left");
    }

    /// Whatever fails while files take their places, no page leads to what is not there: the files of
    /// the modules are in place before the list, and none of the earlier build is gone.
    #[test]
    fn the_list_comes_after_what_it_leads_to_and_nothing_goes_before() {
        let site = Site::new("order");
        let mut folders = built(&["ants", "bees"], "1");
        folders.reverse();
        let mut staged = Staged::default();
        for (folder, files) in in_order(&site.0, &folders) {
            staged.add(&folder, files).unwrap();
        }
        let name = |(_, to): &(PathBuf, PathBuf)| {
            let name = to.strip_prefix(&site.0).unwrap().to_string_lossy();
            name.replace('\\', "/")
        };
        let places: Vec<String> = staged.files.iter().map(name).collect();
        assert_eq!(places[6..], ["index.html", "privacy.html"]);
        // One of them is gone before it can take its place.
        fs::remove_file(site.0.join(".academy-index.html")).unwrap();
        site.put("exit-000000000000000a.js", "of the earlier build");
        assert!(staged.take_place().is_err());
        drop(staged);
        let names = site.names();
        assert!(names.contains(&"exit-000000000000000a.js".to_owned()));
        assert!(names.contains(&"bees/index.html".to_owned()));
        assert!(!names.iter().any(|name| name.contains(STAGED)), "{names:?}");
    }
}
