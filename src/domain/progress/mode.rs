//! Whether progress is kept, as the publisher decided.

/// Whether progress is kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProgressMode {
    /// Kept from the first section on; the page says so and offers to forget it.
    #[default]
    On,
    /// Kept once the reader has agreed; nothing is stored before.
    Ask,
    /// Never kept.
    Off,
}

impl ProgressMode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::On, Self::Ask, Self::Off];

    /// Returns the word for the mode in settings and data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Ask => "ask",
            Self::Off => "off",
        }
    }

    /// Returns the mode that `word` names.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == word)
    }
}
