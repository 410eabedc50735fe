//! The contract with mailing-list services: from the publisher's settings to the bytes that are
//! sent, and from the bytes of an answer to what a person is told.
//!
//! Requests and answers stand here as literal text, taken from the services' sources and
//! documentation, and not made by the code under test.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod brevo;
mod buttondown;
mod client;
mod document;
mod elsewhere;
mod email;
mod formspree;
mod generic;
mod listmonk;
mod mailchimp;
mod mailman;
mod mutation;
mod oracle;
mod page_data;
mod secrets;
mod settings;
mod settings_answer;
mod settings_names;
mod support;
mod telling;
mod trial;
