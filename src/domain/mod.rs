//! Plain data and functions: what a module is, what a reader has done with it.
//!
//! Knows `std` and `serde` only: no Leptos, no browser, no clock, no files. Everything else in the
//! crate may depend on it; it depends on nothing here. Where it needs the outside it declares a
//! [port](ports), with an in-memory twin for the build and the tests.

pub mod date;
pub mod embed;
pub mod exercise;
pub mod hash;
pub mod help;
pub mod id;
pub mod journey;
pub mod module;
pub mod outline;
pub mod ports;
pub mod progress;
pub mod prose;
pub mod question;
pub mod shape;
pub mod signup;
pub mod tally;
