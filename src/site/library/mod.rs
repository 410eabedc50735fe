//! The list of several modules: the page that their site opens with.
//!
//! Each module lies in a folder of its own below, as whole as if it were alone: with its own client,
//! its own worker and its own pages. So a folder can be embedded or taken elsewhere by itself, and a
//! version of one module never meets a version of another. The list has its own worker, card and
//! notice. One module has no list.

mod card;
mod check;
mod list;
mod place;
mod reading;

use std::fs;
use std::io;
use std::path::Path;

use maud::Markup;
use maud::html;

pub use check::check;
pub use list::Library;
pub use place::PREFIX;

use super::files::Files;
use super::files::PAGE;
use crate::domain::id::Id;

/// The style sheet of the list.
pub(super) const STYLE: &str = "library.css";

/// The style sheet of the link that leads to it.
pub(super) const LINK_STYLE: &str = "listed.css";

/// Returns the link of a module's page to the list. It is one within the site, so that it takes the
/// page's place in the history (`exit.js`).
#[must_use]
pub fn link() -> Markup {
    html! { a class="listed" href="./../" { "All modules" } }
}

/// Returns the folders of modules in the folder `site`, as an earlier build left them: those that the
/// list there leads to.
#[must_use]
pub fn earlier(site: &Path) -> Vec<Id> {
    let list = fs::read_to_string(site.join(PAGE)).unwrap_or_default();
    let links = list.split("href=\"./").skip(1);
    let names = links.filter_map(|rest| Some(rest.split_once("/\"")?.0));
    let ids = names.filter_map(|name| Id::new(name).ok());
    ids.filter(|id| site.join(id.as_str()).is_dir()).collect()
}

/// Writes the folders, with their paths from `site`, in the place of what an earlier build wrote.
///
/// # Errors
/// When a folder does not take its files.
pub fn write(site: &Path, folders: &[(String, Files)]) -> io::Result<()> {
    // Before the list that leads there is another one.
    for gone in earlier(site) {
        if folders.iter().all(|(folder, _)| folder != gone.as_str()) {
            fs::remove_dir_all(site.join(gone.as_str()))?;
        }
    }
    for (folder, files) in folders {
        files.write(&site.join(folder))?;
    }
    Ok(())
}
