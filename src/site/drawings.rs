//! The page's drawings, as the paths of inline SVG: they carry meaning besides the words, never
//! instead of them.

use crate::domain::journey::PlaceKind;
use crate::domain::module::SectionKind;

/// An open book, as in `public/icon.svg`.
pub const BOOK: &str = "M16 11c-3-2-6-2.5-9-2v13c3-.5 6 0 9 2 3-2 6-2.5 9-2V9c-3-.5-6 0-9 2zv13";

/// The drawing at the top, on wide screens: a speech bubble, in an area of 120 by 96.
pub const SAID: &str = "M14 4h58a10 10 0 0 1 10 10v26a10 10 0 0 1-10 10H34L18 64V50h-4A10 10 0 0 1 4 \
                    40V14A10 10 0 0 1 14 4z";

/// And the one that answers it, with two lines of words.
pub const ANSWERED: &str = "M60 34h46a10 10 0 0 1 10 10v22a10 10 0 0 1-10 10h-4v14L86 76H60a10 10 0 0 \
                        1-10-10V44a10 10 0 0 1 10-10zM66 50h34M66 60h22";

/// Returns the outline that stands for a kind, in a square of 24: a speech bubble, a thing passed on
/// to two others, scales, two people, lines of text.
#[must_use]
pub fn icon(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Help => "M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12h5",
        SectionKind::Risk => {
            "M8.6 10.7l6.8-3.9M8.6 13.3l6.8 3.9M6 9a3 3 0 1 0 0 6 3 3 0 1 0 0-6M18 2a3 3 0 1 0 0 6 3 3 \
             0 1 0 0-6M18 16a3 3 0 1 0 0 6 3 3 0 1 0 0-6"
        }
        SectionKind::Law => "M12 3v18M8 21h8M5 6h14M5 6l-3 7q3 3 6 0zM19 6l-3 7q3 3 6 0z",
        SectionKind::Adults => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M2 20q0-6 6-6t6 6M16 5a3 3 0 1 1 0 6M17 14q5 .5 5 6"
        }
        SectionKind::Plain => "M5 6h14M5 12h14M5 18h8",
    }
}

/// The ground of a number in the drawing of a journey, round its middle.
pub const DISC: &str = "M0-9.5a9.5 9.5 0 1 0 .01 0z";

/// The ground of the number of a step that stops something: a shield.
pub const SHIELD: &str = "M0-12q5 3 10 3v8q0 9-10 14-10-5-10-14v-8q5 0 10-3z";

/// Returns the outline that stands for a place on a journey, in a square of 24 round its middle: a
/// phone, the corners of a screenshot, two speech bubbles, a question mark, a window.
#[must_use]
pub fn place(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Phone => "M-6-10h12v20h-12zM-1 6.5h2",
        PlaceKind::Copy => "M-10-4v-6h6M4-10h6v6M10 4v6h-6M-4 10h-6v-6M-4-4h8v8h-8z",
        PlaceKind::Group => "M-11-9h14v9h-7l-4 4v-4h-3zM7-4h4v9h-2v4l-4-4h-7v-1",
        PlaceKind::Unknown => "M-5-4a5 5 0 1 1 7 4.6q-2 .9-2 3.4M0 9v.1",
        PlaceKind::Page => "M-10-8h20v16h-20zM-10-3h20M-6-5.5h.1",
    }
}
