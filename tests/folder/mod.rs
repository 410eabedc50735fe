//! A folder for a site that a test builds, and the client that it is built round.

use std::fs;
use std::path::PathBuf;

/// A folder of a test's own, removed in the end.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("academy-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes a client that does nothing, as Trunk leaves one.
    pub(crate) fn put_client(&self) {
        let (script, wasm) = ("function a() {}\nexport { a as default };\n", "\0asm");
        self.write("client-0123456789abcdef.js", script);
        self.write("client-0123456789abcdef_bg.wasm", wasm);
        self.write("frame.js", script);
        self.write("frame_bg.wasm", wasm);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
