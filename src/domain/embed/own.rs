//! The project's own messages, between a page and the element that shows it
//! (`src/site/embed.js`). `docs/embed.md` describes them for other hosts.
//!
//! Each is an object with `academy`, the version (1), and `type`. They hold how far a reader is, and
//! never who reads, which parts, or what was picked.

use serde_json::Value;

use super::OWN;
use super::talk::Size;
use super::theme::Theme;

/// How far the reader is: of what counts, how much is done. Read and answered are not told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// How much is read and answered.
    pub done: usize,
    /// How much there is.
    pub total: usize,
}

impl Place {
    /// Returns whether this is the end.
    #[must_use]
    pub fn is_end(self) -> bool {
        self.total > 0 && self.done == self.total
    }
}

/// Reads a host's "hello": `Some` where it is one, with the theme that it wishes, if any.
#[must_use]
pub fn hello(message: &Value) -> Option<Option<Theme>> {
    if message["academy"].as_u64() != Some(1) || message["type"] != "hello" {
        return None;
    }
    Some(message["theme"].as_str().and_then(Theme::new))
}

/// Says that the page listens, and what it plays.
#[must_use]
pub fn ready(module: &str, language: &str) -> String {
    message(
        "ready",
        &format!(r#","module":"{module}","language":"{language}""#),
    )
}

/// Tells the height.
#[must_use]
pub fn height(size: Size) -> String {
    let height = size.height;
    message("height", &format!(r#","height":{height}"#))
}

/// Tells how far the reader is.
#[must_use]
pub fn progress(place: Place) -> String {
    let Place { done, total } = place;
    message("progress", &format!(r#","done":{done},"total":{total}"#))
}

/// Tells that everything was read and answered that the module asks for.
#[must_use]
pub fn complete() -> String {
    message("complete", "")
}

/// Asks to bring what is so far below the top of the frame to the top of the screen: the reader
/// followed a link to it.
#[must_use]
pub fn lead(below: usize) -> String {
    message("lead", &format!(r#","below":{below}"#))
}

fn message(kind: &str, more: &str) -> String {
    format!(r#"{OWN}:1,"type":"{kind}"{more}}}"#)
}
