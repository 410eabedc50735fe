//! What is handed over is made of the site that was built, and is the same each time.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used)]

mod folder;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Output;

use citizens_academy_player::content;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::build::document;
use citizens_academy_player::site::client::Client;
use citizens_academy_player::site::files::Files;
use citizens_academy_player::site::offline::worker;
use citizens_academy_player::site::writing;

use folder::Folder;

impl Folder {
    /// The site as it is built from the published module, round a client that does nothing.
    fn with_site(self) -> Self {
        let module = content::load(
            Path::new("public/modules/in-control"),
            Date::new(2100, 1, 1).unwrap(),
        );
        let config = Config::read(&fs::read_to_string("public/config.json").unwrap()).unwrap();
        self.put_client();
        let client = Client::find(&self.0).unwrap();
        let help = content::help::load(Path::new("public"), Date::new(2100, 1, 1).unwrap());
        let (module, help) = (module.module.unwrap(), help.help.unwrap());
        let page = document(&module, &help, &config, &client.assets, Path::new(".")).unwrap();
        let mut files = Files::default();
        client.add(&mut files);
        files.add("index.html", page);
        files.add("third-party.txt", "Thanks to all.");
        worker::sealed(&mut files, worker::Folder::Module).unwrap();
        writing::write(&self.0, &[(String::new(), files)]).unwrap();
        self
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }
}

/// Packs a site, on a day on which no review date lies ahead.
fn pack(site: &Folder, to: &Folder) -> Output {
    Command::new(env!("CARGO_BIN_EXE_package"))
        .args([&site.0, &to.0])
        .env("SOURCE_DATE_EPOCH", "4102444800")
        .output()
        .unwrap()
}

#[test]
fn a_site_is_packed_to_the_same_bytes_each_time() {
    let site = Folder::new("package-site").with_site();
    let places = ["package-one", "package-two"].map(Folder::new);
    for to in &places {
        let output = pack(&site, to);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{:?}", output.stderr);
        for name in ["in-control.html (", "in-control.zip ("] {
            assert!(said.contains(name), "{said}");
        }
    }
    let [one, two] = &places;
    for name in ["in-control.html", "in-control.zip"] {
        assert!(one.read(name) == two.read(name), "{name} is another");
    }
}

#[test]
fn a_site_that_is_not_of_these_sources_is_not_packed() {
    let site = Folder::new("package-stale").with_site();
    let page = String::from_utf8(site.read("index.html")).unwrap();
    site.write("index.html", &page.replacen("<h1", "<h1 class=\"old\"", 1));
    let to = Folder::new("package-nothing");
    let output = pack(&site, &to);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    let why = "index.html was built before the module or its settings were changed; build the site";
    assert!(said.contains(why), "{said}");
    assert_eq!(
        fs::read_dir(&to.0).unwrap().count(),
        0,
        "something is there"
    );
}

#[test]
fn who_names_no_folders_is_told_to() {
    let output = Command::new(env!("CARGO_BIN_EXE_package"))
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("Which folder holds the site,"), "{said}");
}
