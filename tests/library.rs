//! The site of several modules, as it is built over what lies there.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used)]

mod folder;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use citizens_academy_player::domain::date::Date;
use citizens_academy_player::site::build::Places;
use citizens_academy_player::site::build::build;
use citizens_academy_player::site::package::packages;

use folder::Folder;

impl Folder {
    /// A folder that a client which does nothing was built into.
    fn with_client(name: &str) -> Self {
        let folder = Self::new(name);
        folder.put_client();
        // As Trunk leaves it.
        folder.write(
            "index.html",
            "<!doctype html><title>Citizens Academy</title>",
        );
        folder
    }

    /// A folder with these modules: small ones, each with this line in its `module.toml`.
    fn with_modules(name: &str, modules: &[(&str, &str)]) -> Self {
        let folder = Self::new(name);
        for (id, line) in modules {
            let small = Path::new("tests/content/good-smallest");
            let manifest = fs::read_to_string(small.join("module.toml")).unwrap();
            let manifest = manifest.replace("language =", &format!("{line}\nlanguage ="));
            folder.write(&format!("{id}/module.toml"), &manifest);
            let text = fs::read_to_string(small.join("first.md")).unwrap();
            folder.write(&format!("{id}/first.md"), &text);
        }
        folder
    }

    /// What lies in it, by its path.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&self.0).unwrap();
                    let name = name.to_string_lossy().replace('\\', "/");
                    files.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        files
    }
}

const FOR_ALL: &str = "audience = \"For everybody\"";

/// A day on which no review date lies ahead.
fn today() -> Date {
    Date::new(2100, 1, 1).unwrap()
}

fn places(site: &Folder, modules: &Folder) -> Places {
    Places {
        source: PathBuf::from("."),
        modules: modules.0.clone(),
        site: site.0.clone(),
        // Without what Cargo would be asked for.
        develop: true,
        trial: None,
    }
}

fn built(site: &Folder, modules: &Folder) -> Result<Vec<String>, Vec<String>> {
    build(&places(site, modules), today())
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// Whether a page leads to the page of this folder.
fn leads(page: &str, folder: &str) -> bool {
    page.contains(&format!("href=\"{folder}index.html\""))
}

#[test]
fn each_module_lies_in_its_own_folder_as_whole_as_by_itself() {
    let modules = Folder::with_modules("lib-whole-m", &[("ants", FOR_ALL), ("bees", FOR_ALL)]);
    let site = Folder::with_client("lib-whole");
    built(&site, &modules).unwrap();
    let files = site.files();
    let alone = Folder::with_client("lib-alone");
    let one = Folder::with_modules("lib-alone-m", &[("ants", FOR_ALL)]);
    built(&alone, &one).unwrap();
    let alone = alone.files();
    for id in ["ants", "bees"] {
        let prefix = format!("{id}/");
        let names = files.keys().filter_map(|name| name.strip_prefix(&prefix));
        assert!(names.eq(alone.keys()), "{id} has other files");
    }
    // But for the way back, the same: the client in it too.
    for (name, bytes) in &alone {
        let same = files[&format!("ants/{name}")] == *bytes;
        assert_eq!(
            same,
            !name.contains(".html") || name == "blank.html",
            "{name}"
        );
    }
    let list = text(&files, "index.html");
    for id in ["ants", "bees"] {
        assert!(leads(&list, &format!("./{id}/")), "{list}");
        assert!(leads(&text(&files, &format!("{id}/index.html")), "./../"));
    }
    let root: Vec<&str> = files.keys().map(String::as_str).collect();
    for name in root.iter().filter(|name| !name.contains('/')) {
        let is_client = ["client", "frame", "start-", "share", "finished"];
        let is_client = is_client.iter().any(|part| name.starts_with(part));
        assert!(!is_client, "{name} is left of the client");
    }
}

#[test]
fn it_is_built_over_itself_and_over_the_other_kind() {
    let site = Folder::with_client("lib-over");
    let [one, two, others] = [
        &[("ants", FOR_ALL)][..],
        &[("ants", FOR_ALL), ("bees", FOR_ALL)],
        &[("bees", FOR_ALL), ("wasps", FOR_ALL)],
    ]
    .map(|modules| {
        let ids: Vec<&str> = modules.iter().map(|(id, _)| *id).collect();
        Folder::with_modules(&format!("lib-over-{}", ids.join("-")), modules)
    });
    let fresh = [&one, &two, &others].map(|modules| {
        let site = Folder::with_client("lib-fresh");
        built(&site, modules).unwrap();
        site.files()
    });
    // What somebody else put there stays.
    site.write("photos/bee.png", "a picture");
    for at in [0, 1, 1, 2, 0] {
        let modules = [&one, &two, &others][at];
        built(&site, modules).unwrap();
        let mut files = site.files();
        assert!(files.remove("photos/bee.png").is_some(), "it is gone");
        let names =
            |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> { files.keys().cloned().collect() };
        assert_eq!(names(&files), names(&fresh[at]));
        assert!(files == fresh[at], "the bytes are others");
    }
}

/// The modules of a test, each of whose names is given, and nothing said but who they are for.
fn modules(test: &str, ids: &[&str]) -> Folder {
    let modules: Vec<(&str, &str)> = ids.iter().map(|id| (*id, FOR_ALL)).collect();
    Folder::with_modules(&format!("{test}-{}", ids.join("-")), &modules)
}

#[test]
fn a_folder_that_no_build_made_stays_whoever_leads_there() {
    let (one, two) = (
        modules("lib-not-ours", &["ants"]),
        modules("lib-not-ours", &["ants", "bees"]),
    );
    // The publisher's own page, with a link to their own folder.
    let site = Folder::with_client("lib-linked");
    site.write("index.html", "<a href=\"./photos/\">Photos</a>");
    for name in ["index.html", "bee.png", "worker.js"] {
        site.write(&format!("photos/{name}"), "the publisher's own");
    }
    built(&site, &one).unwrap();
    let names = ["photos/index.html", "photos/bee.png", "photos/worker.js"];
    let files = site.files();
    assert!(names.iter().all(|name| files.contains_key(*name)));
    // A folder of the list, in which somebody has put a site of another kind since.
    built(&site, &two).unwrap();
    site.write("bees/index.html", "<title>Honey</title>");
    let before = site.files();
    built(&site, &one).unwrap();
    let after = site.files();
    let of_bees = |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let names = files.keys().filter(|name| name.starts_with("bees/"));
        names.cloned().collect()
    };
    assert_eq!(of_bees(&after), of_bees(&before));
}

#[test]
fn of_a_module_that_was_taken_off_only_what_a_build_made_goes() {
    let site = Folder::with_client("lib-off");
    built(&site, &modules("lib-off-m", &["ants", "bees", "wasps"])).unwrap();
    let own = [".htaccess", "library-search.js", "photos/bee.png"];
    for name in own {
        site.write(&format!("bees/{name}"), "the publisher's own");
    }
    built(&site, &modules("lib-off-m", &["ants"])).unwrap();
    let files = site.files();
    let left = files.keys().filter_map(|name| name.strip_prefix("bees/"));
    assert_eq!(left.collect::<Vec<_>>(), own);
    assert!(!site.0.join("wasps").exists(), "an empty folder is left");
}

#[test]
fn a_build_that_fails_leaves_the_site_as_it_was_and_the_next_one_works() {
    let site = Folder::with_client("lib-fails");
    built(&site, &modules("lib-fails-m", &["ants", "bees"])).unwrap();
    // A folder lies where the last module's worker has to go: the one before it could be written.
    site.write("wasps/worker.js/notes.txt", "the publisher's own");
    let was = site.files();
    let next = modules("lib-fails-m", &["bees", "wasps"]);
    let told = built(&site, &next).unwrap_err();
    let path = site.0.join("wasps/worker.js");
    let start = format!("{} is a folder, and a file", path.display());
    assert!(told.len() == 1 && told[0].starts_with(&start), "{told:?}");
    assert!(site.files() == was, "the site is another");
    fs::remove_dir_all(&path).unwrap();
    built(&site, &next).unwrap();
    let list = text(&site.files(), "index.html");
    assert!(leads(&list, "./wasps/") && !leads(&list, "./ants/"));
    assert!(!site.0.join("ants").exists(), "the old module is left");
}

#[test]
fn a_list_needs_to_know_who_each_is_for_and_writes_nothing_before() {
    let modules = Folder::with_modules("lib-whom-m", &[("ants", FOR_ALL), ("bees", "")]);
    let site = Folder::with_client("lib-whom");
    let before = site.files();
    let told = built(&site, &modules).unwrap_err().join("\n");
    let line = "bees/module.toml:1: error: the module lacks \"audience\", and the list";
    assert!(told.contains(line), "{told}");
    assert!(site.files() == before, "something was written");
    // By itself, it may be silent.
    let one = Folder::with_modules("lib-silent-m", &[("bees", "")]);
    built(&site, &one).unwrap();
}

#[test]
fn the_problems_of_all_modules_are_told_at_once() {
    let modules =
        Folder::with_modules("lib-all-m", &[("ants", "colour = 1"), ("bees", "size = 2")]);
    let site = Folder::with_client("lib-all");
    let told = built(&site, &modules).unwrap_err().join("\n");
    for id in ["ants", "bees"] {
        assert!(
            told.contains(&format!("{id}/module.toml:5: error:")),
            "{told}"
        );
    }
}

#[test]
fn each_module_is_packed_by_itself_without_a_way_to_the_list() {
    let modules = Folder::with_modules("lib-pack-m", &[("ants", FOR_ALL), ("bees", FOR_ALL)]);
    let site = Folder::with_client("lib-pack");
    // As of a site that is published.
    let mut places = places(&site, &modules);
    places.develop = false;
    build(&places, today()).unwrap();
    let to = Folder::new("lib-packed");
    let said = packages(&places, &to.0, today()).unwrap();
    assert_eq!(said.len(), 4, "{said:?}");
    let made = to.files();
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["ants.html", "ants.zip", "bees.html", "bees.zip"]);
    assert!(!text(&made, "bees.html").contains("./../"));
    // The zip is that of a site with this module alone.
    let alone = Folder::with_client("lib-pack-one");
    let one = Folder::with_modules("lib-pack-one-m", &[("bees", FOR_ALL)]);
    let mut places = self::places(&alone, &one);
    places.develop = false;
    build(&places, today()).unwrap();
    let to = Folder::new("lib-packed-one");
    packages(&places, &to.0, today()).unwrap();
    for (name, bytes) in to.files() {
        assert!(made[&name] == bytes, "{name} is another");
    }
}
