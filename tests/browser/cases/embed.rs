//! The module within other people's pages: `tests/hosts/` has the pages, npm the scripts of them.

use browser_tests::prelude::Case;

mod away;
mod element;
mod hosts;
mod links;
mod share;
mod size;
mod strangers;

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    [
        away::cases(),
        element::cases(),
        links::cases(),
        share::cases(),
        size::cases(),
        strangers::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
