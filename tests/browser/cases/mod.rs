//! What the page does, one file for each behaviour.

use browser_tests::prelude::Case;

mod access;
mod budget;
mod carry;
mod embed;
mod exercise;
mod faults;
mod harness;
mod help;
mod journey;
mod keeping;
mod module;
mod offline;
mod older;
mod package;
mod privacy;
mod progress;
mod section;
mod signup;
mod single;
mod start;

/// Every case of the suite.
pub(crate) fn all() -> Vec<Case> {
    [
        access::cases(),
        budget::cases(),
        carry::cases(),
        embed::cases(),
        exercise::cases(),
        faults::cases(),
        harness::cases(),
        help::cases(),
        journey::cases(),
        keeping::cases(),
        older::cases(),
        package::cases(),
        privacy::cases(),
        offline::cases(),
        progress::cases(),
        section::cases(),
        signup::cases(),
        single::cases(),
        start::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
