//! The project's own messages, between a page and the element that shows it
//! (`src/site/embed.js`). `docs/embed.md` describes them for other hosts.
//!
//! Each is an object with `academy`, the version (1), and `type`. They hold counts, and never who reads
//! or what was picked.

use serde_json::Value;

use super::OWN;
use super::talk::Size;
use super::theme::Theme;
use crate::domain::tally::Tally;

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
pub fn progress(tally: Tally) -> String {
    let Tally {
        sections,
        read,
        questions,
        answered,
    } = tally;
    let counts = format!(
        r#","sections":{sections},"read":{read},"questions":{questions},"answered":{answered}"#
    );
    message("progress", &counts)
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
