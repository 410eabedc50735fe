//! A page in a file of its own, as a person opens it by a double click.

use crate::failure::Outcome;
use crate::server::with_spy;
use crate::temp::TempFolder;

/// A file with a page; it goes with the value.
#[derive(Debug)]
pub struct PageFile {
    folder: TempFolder,
    name: String,
}

impl PageFile {
    /// Writes a page to a file of this name. Errors are noted for
    /// [`Page::errors`](crate::page::Page::errors).
    pub fn new(name: &str, html: &str) -> Outcome<Self> {
        let folder = TempFolder::new()?;
        folder.write(name, with_spy(html))?;
        Ok(Self {
            folder,
            name: name.to_owned(),
        })
    }

    /// The address of the file.
    #[must_use]
    pub fn address(&self) -> String {
        format!("file://{}/{}", self.folder.path().display(), self.name)
    }
}
