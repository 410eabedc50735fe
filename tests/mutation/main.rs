//! Bytes that nobody would write, for every parser that meets bytes from outside of the page:
//! no panic, and nothing is lost.
//!
//! | what comes from outside | where it is changed |
//! | --- | --- |
//! | what a device kept | `progress.rs` |
//! | the same, as a list of modules reads it, and messages to `embed.js` | in browsers: `tests/browser/cases/library/place.rs`, `embed/strangers.rs` |
//! | codes that carry progress (those with a forged check: `src/domain/progress/carry/forged.rs`) | `carry.rs` |
//! | the publisher's settings | `settings.rs` |
//! | the lists of who can help | `help.rs` |
//! | the data in the page | `page.rs`, `tests/signup/page_data.rs` |
//! | what pages around the module say | `embed.rs` |
//! | the files of a module | `tests/content/mutation.rs` |
//! | the answers of mailing-list services | `tests/signup/mutation.rs` |
//!
//! Each meets [`mutator::ROUNDS`] changed inputs, the same every time. A new parser takes a row
//! here and a file with one test: its valid inputs, the words that mean something to it, and what
//! holds of whatever it makes of a changed one.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod carry;
mod embed;
mod help;
mod page;
mod progress;
mod settings;
