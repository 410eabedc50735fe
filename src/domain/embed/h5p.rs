//! H5P's resizer (`h5p-resizer.js` of h5p-php-library), as WordPress, Moodle and Drupal carry it.
//!
//! It answers a "hello" of any frame, sets the height that a "resize" holds, and asks for one when
//! its window changes. The page is measured by its content, so it needs no "prepareResize", with
//! which other pages let the frame collapse first.

use serde_json::Value;

use super::talk::Size;

/// What the resizer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It has just started, and would be greeted.
    Ready,
    /// It listens, or asks for the height.
    Ask,
}

/// Says hello.
pub const HELLO: &str = r#"{"context":"h5p","action":"hello"}"#;

/// Reads what the resizer says.
#[must_use]
pub fn read(message: &Value) -> Option<Heard> {
    if message["context"] != "h5p" {
        return None;
    }
    match message["action"].as_str()? {
        "ready" => Some(Heard::Ready),
        "hello" | "resize" | "resizePrepared" => Some(Heard::Ask),
        _ => None,
    }
}

/// Tells the height.
#[must_use]
pub fn height(size: Size) -> String {
    let height = size.height;
    format!(r#"{{"context":"h5p","action":"resize","scrollHeight":{height}}}"#)
}
