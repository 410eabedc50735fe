//! The module opens without a network once it was opened with one, and a new version of it comes
//! whole, in the reader's own time.

use browser_tests::prelude::Case;

mod deploy;
mod installed;
pub(crate) mod kept;
mod older;
mod others;
mod refused;
mod stopped;
mod upgrade;

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    [
        deploy::cases(),
        installed::cases(),
        older::cases(),
        others::cases(),
        refused::cases(),
        stopped::cases(),
        upgrade::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
