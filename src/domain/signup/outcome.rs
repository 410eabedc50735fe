//! What became of a sign-up.

use super::Field;

/// What became of a sign-up, as far as the page can know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The service said that the person is on the list.
    Subscribed,
    /// The service said that the person has to confirm by an email.
    Confirm,
    /// The service said that the address was on the list before.
    Already,
    /// It was sent, and the service lets no page see its answer.
    Unseen,
    /// The service did not take it.
    Refused {
        /// The fields that it named, each with its words as plain text.
        fields: Vec<(Field, String)>,
        /// Its words about the whole, as plain text; empty where there are none.
        said: String,
    },
    /// The service has too many requests at the moment.
    TooMany {
        /// Seconds until it wants to be asked again, if it said so.
        after: Option<u32>,
    },
    /// The service said that it could not take it just now: something is wrong on its side, or it
    /// came too slowly. It may have taken it all the same.
    Unwell {
        /// Seconds until it wants to be asked again, if it said so.
        after: Option<u32>,
    },
    /// There was no answer, or none that can be read. It may have arrived.
    Unsure,
    /// The device had no network. This time nothing was sent.
    Offline,
}

impl Outcome {
    /// Returns the outcome without the service's own words.
    #[must_use]
    pub fn without_words(self) -> Self {
        match self {
            Self::Refused { .. } => Self::Refused {
                fields: Vec::new(),
                said: String::new(),
            },
            other => other,
        }
    }

    /// Returns whether what was sent may have arrived, for all that the page knows.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Unseen | Self::Unwell { .. } | Self::Unsure)
    }

    /// Returns whether the person is done with the form.
    #[must_use]
    pub fn settles(&self) -> bool {
        matches!(self, Self::Subscribed | Self::Confirm | Self::Already)
    }
}
