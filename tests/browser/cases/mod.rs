//! What the page does, one file for each behaviour.

use browser_tests::prelude::Case;

mod access;
mod announced;
mod another;
mod budget;
mod carry;
mod embed;
mod exercise;
mod exit;
mod faults;
mod harness;
mod help;
mod journey;
mod keeping;
mod library;
mod looks;
mod module;
mod nu;
mod offline;
mod older;
mod package;
mod paper;
mod privacy;
mod progress;
mod reading;
mod report;
mod section;
mod signup;
mod single;
mod start;
mod views;

/// Every case of the suite.
pub(crate) fn all() -> Vec<Case> {
    [
        access::cases(),
        announced::cases(),
        another::cases(),
        budget::cases(),
        carry::cases(),
        embed::cases(),
        exercise::cases(),
        exit::cases(),
        faults::cases(),
        harness::cases(),
        help::cases(),
        journey::cases(),
        keeping::cases(),
        library::cases(),
        looks::cases(),
        older::cases(),
        package::cases(),
        privacy::cases(),
        nu::cases(),
        offline::cases(),
        paper::cases(),
        progress::cases(),
        reading::cases(),
        report::cases(),
        section::cases(),
        signup::cases(),
        single::cases(),
        start::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
