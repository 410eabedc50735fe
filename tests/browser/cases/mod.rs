//! What the page does, one file for each behaviour.

use browser_tests::prelude::Case;

mod access;
mod budget;
mod exercise;
mod faults;
mod harness;
mod help;
mod keeping;
mod module;
mod older;
mod privacy;
mod offline;
mod progress;
mod section;
mod signup;
mod start;

/// Every case of the suite.
pub(crate) fn all() -> Vec<Case> {
    [
        access::cases(),
        budget::cases(),
        exercise::cases(),
        faults::cases(),
        harness::cases(),
        help::cases(),
        keeping::cases(),
        older::cases(),
        privacy::cases(),
        offline::cases(),
        progress::cases(),
        section::cases(),
        signup::cases(),
        start::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
