//! What happens when the client cannot go on: the page stays readable and says so.

use std::panic;

use super::page;

/// The note that the page holds ready.
const NOTE: &str = "page-not-started";

/// Has a panic tell the reader what does not work any more, instead of leaving a dead page.
pub fn watch() {
    panic::set_hook(Box::new(|_| tell()));
}

/// Shows the note.
pub fn tell() {
    page::say("failed");
    if let Some(note) = page::element(NOTE) {
        note.set_hidden(false);
    }
}
