//! The client of both kinds, the module's and the frame's, as it goes into each module's folder.

use std::path::Path;
use std::path::PathBuf;

use super::assets::Assets;
use super::build::told;
use super::files::Files;
use super::frame::Frame;
use super::glue;
use super::library;

/// The clients that Trunk built, made smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The folder in which they were found.
    pub found: PathBuf,
    /// What a page says of them.
    pub assets: Assets,
    script: String,
    wasm: Vec<u8>,
    frame: Frame,
}

impl Client {
    /// Finds them for the site in the folder `site`: there, where Trunk puts them, or else where an
    /// earlier build took them from there, in the folder of a module.
    ///
    /// # Errors
    /// Sentences that say what is not there, or cannot be read.
    pub fn find(site: &Path) -> Result<Self, Vec<String>> {
        let below = library::earlier(site);
        let mut places = vec![site.to_owned()];
        places.extend(below.iter().map(|id| site.join(id.as_str())));
        let found = places.iter().find(|folder| Assets::any(folder));
        Self::read(found.map_or(site, PathBuf::as_path))
    }

    /// Reads them from the folder that they lie in.
    ///
    /// # Errors
    /// Sentences that say what is not there, or cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<String>> {
        let found = Assets::find(folder).map_err(|error| vec![error.to_string()])?;
        let frame = Frame::find(folder).map_err(told(folder))?;
        let (script, wasm) = (folder.join(&found.script), folder.join(&found.wasm));
        let script = std::fs::read_to_string(&script).map_err(told(&script))?;
        let wasm = std::fs::read(&wasm).map_err(told(&wasm))?;
        let (script, wasm) = glue::squeeze(&script, &wasm);
        Ok(Self {
            found: folder.to_owned(),
            assets: Assets::named(&script, &wasm).with(&frame),
            script,
            wasm,
            frame,
        })
    }

    /// Returns whether the WebAssembly of the module's client holds this text.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        let text = text.as_bytes();
        self.wasm.windows(text.len()).any(|bytes| bytes == text)
    }

    /// Adds their files.
    pub fn add(&self, files: &mut Files) {
        files.add(&self.assets.script, &*self.script);
        files.add(&self.assets.wasm, &*self.wasm);
        files.add(&self.frame.name, &*self.frame.text);
        files.add(&self.frame.wasm_name, &*self.frame.wasm);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::site::writing;

    const SCRIPT: &str = "// By a tool.\nfunction init() {}\nexport { sync, init as default };\n";

    /// A folder of a test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("academy-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn put(folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        for (name, text) in [
            ("client-0123456789abcdef.js", SCRIPT),
            ("client-0123456789abcdef_bg.wasm", "\0asm"),
            ("frame.js", SCRIPT),
            ("frame_bg.wasm", "\0asm"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
    }

    #[test]
    fn takes_the_place_of_what_trunk_wrote_and_is_found_again() {
        let site = folder("client-again");
        put(&site);
        let client = Client::find(&site).unwrap();
        let mut files = Files::default();
        client.add(&mut files);
        writing::write(&site, &[(String::new(), files.clone())]).unwrap();
        assert_eq!(Files::read(&site).unwrap(), files);
        assert_eq!(Client::find(&site).unwrap(), client);
        fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn is_found_where_an_earlier_build_put_it_and_nowhere_else() {
        let site = folder("client-below");
        put(&site.join("bees"));
        let page = |name: &str, text: &str| fs::write(site.join(name), text).unwrap();
        page("bees/index.html", "<script id=\"page-data\"></script>");
        page("index.html", "<a href=\"./bees/\">Bees</a>");
        assert!(Client::find(&site).is_err(), "no list leads there");
        page("index.html", "<html data-academy-modules=\"ants bees\">");
        assert_eq!(Client::find(&site).unwrap().found, site.join("bees"));
        // What Trunk has just built goes before what is left of an earlier build.
        put(&site);
        assert_eq!(Client::find(&site).unwrap().found, site);
        // Somebody else's scripts are not taken for it.
        for name in ["clients.js", "client-face.js", "framework.js"] {
            page(name, "the publisher's own");
        }
        assert_eq!(Client::find(&site).unwrap().found, site);
        fs::remove_dir_all(&site).unwrap();
    }
}
