//! What happens when the client cannot go on: the page stays readable and says so.

use std::panic;

use super::page;

/// Has a panic tell the reader what does not work any more, instead of leaving a dead page.
pub fn watch() {
    panic::set_hook(Box::new(|_| tell()));
}

/// Says that the client failed; the page holds the words ready.
pub fn tell() {
    page::say(page::FAILED);
}
