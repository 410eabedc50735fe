//! The list of several modules: the page that their site opens with.
//!
//! Each module lies in a folder of its own below, as whole as if it were alone: with its own client,
//! its own worker and its own pages. So a folder can be embedded by itself, and a version of one
//! module never meets a version of another. It cannot be taken elsewhere by itself: its pages lead to
//! the list above it, which is not there. What can be taken are the module's [packages](super::package).
//! The list has its own worker, card and notice. One module has no list.

mod card;
mod check;
mod list;
mod place;
mod reading;

use std::fs;
use std::path::Path;

use maud::Markup;
use maud::html;

pub use check::check;
pub use list::Library;
pub use place::PREFIX;

use super::assets::Assets;
use super::files::PAGE;
use super::offline::worker;
use crate::domain::id::Id;

/// The style sheet of the list.
pub(super) const STYLE: &str = "library.css";

/// The style sheet of the link that leads to it.
pub(super) const LINK_STYLE: &str = "listed.css";

/// Returns the link of a module's page to the list. It is one within the site, so that it takes the
/// page's place in the history (`exit.js`).
#[must_use]
pub fn link() -> Markup {
    html! { a class="listed" href={ "./../" (PAGE) } { "All modules" } }
}

/// The attribute by which a build knows the list of an earlier one: the modules' ids, with blanks
/// between them.
pub const MARK: &str = "data-academy-modules";

/// What is found in a module's page, and in no page of another kind.
const OF_MODULE: &str = "id=\"page-data\"";

/// Returns the folders of modules in the folder `site`, as an earlier build left them: those that the
/// list there names and that a build has made.
#[must_use]
pub fn earlier(site: &Path) -> Vec<Id> {
    let page = fs::read_to_string(site.join(PAGE)).unwrap_or_default();
    let marked = page.split_once(&format!(" {MARK}=\""));
    let list = marked.and_then(|(_, rest)| rest.split_once('"'));
    let names = list.map_or("", |(names, _)| names).split(' ');
    let ids = names.filter_map(|name| Id::new(name).ok());
    ids.filter(|id| is_module(&site.join(id.as_str())))
        .collect()
}

/// Returns whether a build has made this folder of a module: not one that lies elsewhere, nor one of
/// somebody else's that has the same name.
fn is_module(folder: &Path) -> bool {
    let is_here = fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir());
    let page = fs::read_to_string(folder.join(PAGE)).unwrap_or_default();
    let is_whole = Assets::any(folder) || folder.join(worker::FILE).is_file();
    is_here && page.contains(OF_MODULE) && is_whole
}
