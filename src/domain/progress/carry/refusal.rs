//! Why a code is not taken, as the reader is told.

use core::fmt;

/// Why a code is not taken. Then nothing is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is longer than any code.
    TooLong,
    /// It has letters that no code has.
    NoCode,
    /// Some letters are missing, or too many.
    Cut,
    /// Something in it is not as it was written.
    Mistaken,
    /// It belongs to another module.
    Foreign,
    /// A later version of the player wrote it.
    Newer,
    /// It fits only the version of the module by which it was written, and this is another one.
    OtherVersion,
    /// It holds nothing that this version of the module has.
    Unknown,
}

impl Refusal {
    /// Returns what the reader is told.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Empty => "There is no code there yet. Type it, or paste it.",
            Self::TooLong => "This is too long to be a code. Nothing was changed.",
            Self::NoCode => {
                "This is not a code from this page: those have no A, E or U. Nothing was changed."
            }
            Self::Cut => {
                "This code is not whole: it comes in groups of five. Compare it with the other \
                 device. Nothing was changed."
            }
            Self::Mistaken => {
                "There is a mistake in this code, or a part is missing. Compare it with the other \
                 device. Nothing was changed."
            }
            Self::Foreign => "This code belongs to another module. Nothing was changed.",
            Self::Newer => {
                "A newer version of this page made this code. Open that version here first. \
                 Nothing was changed."
            }
            Self::OtherVersion => {
                "This code fits another version of this page only. Use the link or the file from \
                 the other device: they fit all versions. Nothing was changed."
            }
            Self::Unknown => {
                "This version of the page has nothing of what this code holds. Nothing was changed."
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl core::error::Error for Refusal {}
