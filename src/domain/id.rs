//! Stable names that authors choose.

use core::fmt;
use serde_json::Value;

/// The greatest length of an [`Id`], in characters: long enough for a phrase, short enough for an
/// address that is read aloud.
pub const MAX_LENGTH: usize = 40;

/// A stable name for a module, group, section or source, chosen by its author.
///
/// It is the fragment in an address and the key under which progress is kept, so it never changes
/// once published. 1 to [`MAX_LENGTH`] characters: lower-case ASCII letters, digits and single
/// hyphens between them, a letter first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Reads an id from text.
    ///
    /// # Errors
    /// [`IdError`] when the text breaks the rule above.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let letters = text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let hyphens = text.split('-').any(str::is_empty);
        let first = text.starts_with(|c: char| c.is_ascii_lowercase());
        if letters && first && !hyphens && text.len() <= MAX_LENGTH {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError(text.to_owned()))
        }
    }

    /// Returns the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a list of ids from JSON; `None` where it is anything else.
#[must_use]
pub fn list(json: Option<&Value>) -> Option<Vec<Id>> {
    json?
        .as_array()?
        .iter()
        .map(|id| Id::new(id.as_str()?).ok())
        .collect()
}

/// The text that was not an [`Id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(pub String);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not an id: use 1 to {MAX_LENGTH} lower-case letters, digits and single \
             hyphens, with a letter first, like \"who-to-tell\"",
            self.0
        )
    }
}

impl core::error::Error for IdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_authors_write() {
        for good in ["a", "who-to-tell", "part-2", &"x".repeat(MAX_LENGTH)] {
            assert_eq!(Id::new(good).map(|id| id.to_string()), Ok(good.to_owned()));
        }
    }

    #[test]
    fn refuses_what_would_break_an_address() {
        for bad in [
            "",
            "-a",
            "a-",
            "a--b",
            "2nd",
            "A",
            "é",
            "a b",
            "a#b",
            &"x".repeat(MAX_LENGTH + 1),
        ] {
            assert_eq!(Id::new(bad), Err(IdError(bad.to_owned())), "{bad:?}");
        }
    }
}
