//! The page's drawings, as the paths of inline SVG: they carry meaning besides the words, never
//! instead of them.

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
