//! The site: prerendered pages around the client's files. Native only.
//!
//! Trunk builds the client into a folder; [`build`] reads the module and the publisher's settings
//! and writes the page beside it. It may be run again on the same folder.

pub mod answers;
pub mod assets;
pub mod bar;
pub mod build;
pub mod carry;
pub mod client;
pub mod colour;
pub mod csp;
pub mod drawings;
pub mod exercise;
pub mod exit;
pub mod files;
pub mod finished;
pub mod frame;
pub mod glue;
pub mod help;
pub mod help_card;
pub mod integrity;
pub mod journey;
pub mod library;
pub mod mark;
pub mod markup;
pub mod materials;
pub mod offline;
pub mod package;
pub mod page;
pub mod prerender;
pub mod privacy;
pub mod prose;
pub mod questions;
pub mod reading;
pub mod reading_time;
mod refusals;
pub mod share;
pub mod signup;
pub mod single;
pub mod slots;
pub mod start;
pub mod style;
pub mod today;
pub mod writing;
