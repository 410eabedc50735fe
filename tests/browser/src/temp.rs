//! Folders that go with the value that owns them.

use std::env;
use std::fs::{self, DirBuilder, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::failure::Outcome;

/// Makes every folder's name its own within this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder that is removed with the value.
#[derive(Debug)]
pub(crate) struct TempFolder(PathBuf);

impl TempFolder {
    /// Makes a new, empty folder that nobody else can look into.
    pub(crate) fn new() -> Outcome<Self> {
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let name = format!("browser-tests-{}-{number}", process::id());
            let path = env::temp_dir().join(name);
            match DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(Self(path)),
                // Left by an earlier process of the same number.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Where the folder is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Where a browser saves files.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    /// Writes a file in the folder, and the folders on its way.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Outcome {
        let path = self.0.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(fs::write(path, bytes)?)
    }

    /// Lets everybody look into the folder.
    pub(crate) fn open(&self) -> Outcome {
        Ok(fs::set_permissions(&self.0, Permissions::from_mode(0o755))?)
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // A folder that stays behind is no reason to fail a test.
        let _ = fs::remove_dir_all(&self.0);
    }
}
