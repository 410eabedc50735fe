//! Drives the built site in Chromium, Firefox and WebKit through WebDriver.
//!
//! A behaviour has a file of cases under `cases/`; `suite.rs` runs each case in every engine.
//! This library is what the cases are written with:
//!
//! - [`harness`]: cases, and the [`Ctx`](harness::Ctx) that each is given;
//! - [`server`]: the site on a free port of this machine, with faults on request;
//! - [`build`]: another build of the site, to deploy next;
//! - [`host`]: the servers that publishers use, with the site as it is handed to them;
//! - [`page`]: the page as a person has it: keys, clicks, what is seen;
//! - [`picture`]: what was seen, to be compared;
//! - [`axe`]: the accessibility rules of axe-core;
//! - [`mod@bench`]: sizes and timings, for the `bench` program and for the budget's cases.

#![allow(
    clippy::missing_errors_doc,
    reason = "every failure is a sentence about what the function does"
)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test that fails may panic")
)]

pub mod axe;
pub mod bench;
pub mod build;
pub mod engine;
pub mod failure;
pub mod file;
pub mod harness;
pub mod host;
mod log;
pub mod nu;
pub mod options;
pub mod page;
mod pdf;
pub mod picture;
mod pool;
mod port;
mod privileged;
mod process;
mod screen;
pub mod server;
pub mod session;
pub mod settings;
mod temp;
pub mod variant;

/// What a file of cases needs.
pub mod prelude {
    pub use crate::axe;
    pub use crate::build::Build;
    pub use crate::engine::Engine;
    pub use crate::failure::{Failure, Outcome, check, same};
    pub use crate::file::PageFile;
    pub use crate::harness::{Case, Ctx, case};
    pub use crate::host::{Host, Kind};
    pub use crate::options::Options;
    pub use crate::page::Page;
    pub use crate::server::{Answer, Fault, Server, SiteBuilder};
}
