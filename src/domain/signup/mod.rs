//! The sign-up to the publisher's mailing list: what is asked, how it travels, and what an answer
//! means.
//!
//! The client knows ways to send, not brands: the build expands the publisher's settings to a
//! [`Plan`](plan::Plan), and everything here follows that.

pub mod answer;
pub mod email;
pub mod outcome;
pub mod plan;
pub mod plan_codec;
pub mod pointer;
pub mod problem;
pub mod request;
pub mod retry;
pub mod rule;
pub mod text;

/// Something that the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The email address.
    Email,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// What the person is, of a list that the publisher gave.
    Role,
    /// The agreement to the publisher's wording.
    Consent,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Email,
        Self::FirstName,
        Self::LastName,
        Self::Role,
        Self::Consent,
    ];

    /// Returns the word for the field, in settings and in the page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Role => "role",
            Self::Consent => "consent",
        }
    }

    /// Returns the field that `word` names.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == word)
    }
}
