//! The service worker of a build.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;
use serde_json::json;

use super::BEFORE_VERSION;
use crate::site::files::Files;
use crate::site::files::PAGE;
use crate::site::glue;
use crate::site::integrity;
use crate::site::share;

/// The name of its file. It never changes: browsers know a worker by its address.
pub const FILE: &str = "worker.js";

/// The id of what the page of a list says where a module of it cannot be loaded.
pub const MISSING: &str = "not-here";

/// Where what only the worker of a list does stands in it.
const OF_LIST: &str = "// Of the list.";

/// The types of the files that a site consists of, by the ends of their names.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webmanifest", "application/manifest+json"),
];

/// Writes the service worker that keeps every file in the folder `site` but itself, and the version
/// of the build into the page. Doing it twice changes nothing more; doing it after a file was changed
/// makes another version.
///
/// A page without a [place](super::place) for what is said of it gets a worker that keeps nothing,
/// and removes what an earlier one kept.
///
/// # Errors
/// When a file cannot be read or written.
pub fn seal(site: &Path) -> io::Result<()> {
    let mut files = Files::read(site)?;
    sealed(&mut files, Folder::Module)?;
    for name in [PAGE, FILE] {
        fs::write(site.join(name), files.text(name)?)?;
    }
    Ok(())
}

/// What the files of a folder are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder<'a> {
    /// A module.
    Module,
    /// The [list](crate::site::library) of several, each in a folder below, of these names with `|`
    /// between them. What lies there is theirs to keep: its worker answers for no file of them, of
    /// whatever version. Where one of them is to be opened and cannot be loaded, it says so.
    List(&'a str),
}

impl Folder<'_> {
    /// Returns the worker for it, before it knows its files.
    fn worker(self) -> String {
        let worker = include_str!("worker.js");
        // What a module's page said of its being kept was not said of a list, which may come to its
        // address; so each has a note of its own.
        let (worker, here, told) = match self {
            Self::Module => (worker.to_owned(), "", "told"),
            Self::List(folders) => {
                let below = include_str!("below.js").replace("{folders}", folders);
                let worker = worker.replace(OF_LIST, &below.replace("{missing}", MISSING));
                (worker, "^[^/]*", "list told")
            }
        };
        glue::without_comments(&worker)
            .replace("{here}", here)
            .replace("{told}", told)
    }
}

/// Does the same to files that are not written yet.
///
/// # Errors
/// When there is no page among them.
pub fn sealed(files: &mut Files, folder: Folder<'_>) -> io::Result<()> {
    let page = files.text(PAGE)?;
    let Some((before, after)) = around_version(page) else {
        files.add(FILE, glue::without_comments(include_str!("none.js")));
        return Ok(());
    };
    let worker = folder.worker();
    let mut kept = kept(files);
    // Of the page, all but the version itself.
    let version = integrity::short(format!("{before}{after}{worker}{}", list(&kept)));
    let page = format!("{before}{version}{after}");
    // The page stands under the folder's address.
    kept.push(file("", "html", page.as_bytes()));
    let worker = worker
        .replace("{build}", &version)
        .replace("{files}", &list(&kept));
    files.add(PAGE, page);
    files.add(FILE, worker);
    Ok(())
}

/// Returns a page as it was before [`seal`] wrote the version into it.
#[must_use]
pub fn unsealed(page: &str) -> String {
    let parts = around_version(page);
    parts.map_or_else(
        || page.to_owned(),
        |(before, after)| before.to_owned() + after,
    )
}

/// Returns what stands in a page before and after its version.
fn around_version(page: &str) -> Option<(&str, &str)> {
    let start = page.find(BEFORE_VERSION)? + BEFORE_VERSION.len();
    let end = start + page.get(start..)?.find('"')?;
    Some((page.get(..start)?, page.get(end..)?))
}

/// Returns the files but for the page, the worker and what is for other people's pages, of the kinds
/// that a site consists of, in an order that is always the same.
fn kept(files: &Files) -> Vec<Value> {
    let mut kept = Vec::new();
    for (name, bytes) in files.iter() {
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        let is_kept = TYPES.iter().any(|(known, _)| *known == end);
        if is_kept && ![PAGE, FILE, share::SCRIPT].contains(&name) {
            kept.push(file(name, end, bytes));
        }
    }
    kept.sort_by_key(Value::to_string);
    kept
}

/// Returns a file as the worker knows it: its name, and its sum and type.
fn file(name: &str, end: &str, bytes: &[u8]) -> Value {
    let sum = integrity::base64(bytes);
    let kind = TYPES.iter().find(|(known, _)| *known == end);
    json!([name, [sum, kind.map(|(_, kind)| *kind)]])
}

/// Returns files as an array of JavaScript.
fn list(files: &[Value]) -> String {
    Value::from(files).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page, of a version that is no longer true.
    const INDEX: &str = r#"<p>The page</p><div class="offline" data-version="old">"#;

    const SITE: [(&str, &str); 6] = [
        ("index.html", INDEX),
        ("b.js", "b"),
        ("worker.js", "an earlier one"),
        ("b.js.br", "what no browser asks for by name"),
        (".htaccess", "the server's own"),
        ("embed.js", "for the pages of others"),
    ];

    /// Seals a folder with these files; gives its page and its worker.
    fn sealed(name: &str, files: &[(&str, &str)]) -> (String, String) {
        let folder = std::env::temp_dir().join(format!("academy-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        seal(&folder).unwrap();
        let read = |name| fs::read_to_string(folder.join(name)).unwrap();
        let first = (read(PAGE), read(FILE));
        seal(&folder).unwrap();
        assert_eq!((read(PAGE), read(FILE)), first, "sealed twice");
        fs::remove_dir_all(&folder).unwrap();
        first
    }

    #[test]
    fn keeps_the_files_of_the_site_by_their_sums_and_types() {
        let (page, worker) = sealed("keeps", &SITE);
        // Made by `printf b | openssl dgst -sha256 -binary | base64`.
        let script = r#"["b.js",["PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=","text/javascript; charset=utf-8"]]"#;
        let sum = integrity::base64(page);
        let page = format!(r#"["",["{sum}","text/html; charset=utf-8"]]"#);
        let list = format!("new Map([{script},{page}]);");
        assert!(worker.contains(&list), "{worker}");
        assert!(!worker.contains("{files}") && !worker.contains("{build}"));
    }

    #[test]
    fn the_page_and_its_worker_agree_on_their_version() {
        let (page, worker) = sealed("agree", &SITE);
        let (_, version) = page.split_once("data-version=\"").unwrap();
        let (version, _) = version.split_once('"').unwrap();
        assert_eq!(version.len(), 16);
        assert!(worker.starts_with(&format!("{{\nconst version = \"{version}\";\n")));
        // What stands in braces elsewhere is the worker's own.
        assert!(worker.contains("`academy:${version}`"), "{worker}");
    }

    /// Readers may have a page of any earlier version with today's worker, and the reverse: these
    /// words never change.
    #[test]
    fn pages_and_workers_of_all_versions_understand_each_other() {
        let (worker, page) = (include_str!("worker.js"), include_str!("page.js"));
        for word in [
            r#""academy:load""#,
            r#""academy:ready""#,
            r#""academy:other""#,
            "`academy:${",
        ] {
            assert!(worker.contains(word) && page.contains(word), "{word}");
        }
    }

    #[test]
    fn is_no_script_when_it_was_cut_off() {
        let (_, worker) = sealed("cut", &SITE);
        for worker in [
            worker.as_str(),
            &glue::without_comments(include_str!("none.js")),
        ] {
            assert!(is_whole_to_the_end(worker), "{worker}");
        }
    }

    /// Whether it is one block.
    fn is_whole_to_the_end(worker: &str) -> bool {
        let depth = |depth: &mut i32, letter| {
            *depth += i32::from(letter == '{') - i32::from(letter == '}');
            Some(*depth)
        };
        let depths: Vec<i32> = worker.trim().chars().scan(0, depth).collect();
        let (last, before) = depths.split_last().unwrap();
        *last == 0 && before.iter().all(|depth| *depth > 0)
    }

    #[test]
    fn is_another_version_when_any_byte_is_another() {
        let version = |place: usize, text: &'static str| {
            let mut site = SITE;
            site[place].1 = text;
            let (_, worker) = sealed("version", &site);
            worker.lines().nth(1).unwrap().to_owned()
        };
        let (same, page) = (
            version(1, "b"),
            r#"<p>A page</p><div class="offline" data-version="old">"#,
        );
        assert_eq!(version(1, "b"), same);
        assert_eq!(version(2, "any earlier worker"), same);
        assert_ne!(version(1, "c"), same);
        assert_ne!(version(0, page), same);
    }

    #[test]
    fn the_worker_of_a_list_keeps_nothing_of_the_folders_below() {
        let worker = |folder| {
            let mut files = Files::default();
            for (name, text) in SITE {
                files.add(name, text);
            }
            super::sealed(&mut files, folder).unwrap();
            files.text(FILE).unwrap().to_owned()
        };
        let (list, module) = (worker(Folder::List("ants|bees")), worker(Folder::Module));
        assert!(list.contains(r"/^[^/]*-[0-9a-f]{16}"));
        assert!(module.contains(r" = /-[0-9a-f]{16}"));
        assert!(list.contains(r"/^(ants|bees)\/(index\.html)?$/"), "{list}");
        assert!(!module.contains("redirect("), "{module}");
        // Neither takes the other's word that it was told.
        for (worker, told, count) in [(&list, "list told", 3), (&module, "told", 3)] {
            let note = format!("`${{ours}}{told}`");
            assert_eq!(worker.matches(&note).count(), count, "{worker}");
            assert!(is_whole_to_the_end(worker), "{worker}");
        }
    }

    #[test]
    fn a_page_that_is_not_kept_gets_a_worker_that_goes_away() {
        let mut site = SITE;
        site[0].1 = "<p>The page</p>";
        let (page, worker) = sealed("none", &site);
        assert_eq!(page, "<p>The page</p>");
        assert!(worker.contains("registration.unregister()"), "{worker}");
    }
}
