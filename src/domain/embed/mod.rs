//! What a page says to the page around it, and hears from it, so that a frame is as high as what is
//! in it.
//!
//! Pages that hold frames speak several languages, and a framed page cannot know which it will meet.
//! So it greets in each, and goes on in those in which it is answered. The formats are each in a
//! module of their own; [`talk`] is what is said when.
//!
//! A message is a text: an object stands for itself as its JSON, which begins with a brace; the
//! strings of iframe-resizer begin with a bracket. So the browser's end knows which it is.
//!
//! Nothing here trusts a message: whatever is no exact message of a known format is nothing.

pub mod canvas;
pub mod h5p;
pub mod open;
pub mod own;
#[cfg(test)]
mod properties;
pub mod resizer;
pub mod talk;
#[cfg(test)]
mod talk_tests;
pub mod theme;
pub mod wordpress;

/// How long a message may be that is read at all, in bytes. The longest that a known host sends has
/// some 400.
pub const LONGEST: usize = 2_000;

/// What each message begins with that is for the project's own element, and for nobody else once it
/// is known.
pub const OWN: &str = "{\"academy\"";

/// Returns `text` before the first `mark`, an ASCII character, and after it. By hand, since the client
/// has no other need of the library's searchers.
fn cut(text: &str, mark: u8) -> (&str, &str) {
    let Some(place) = text.bytes().position(|byte| byte == mark) else {
        return (text, "");
    };
    let before = text.get(..place).unwrap_or_default();
    (before, text.get(place + 1..).unwrap_or_default())
}
