//! What is missing in the form, or has no form.

use super::Field;
use super::email;
use super::plan::Ask;

/// What is wrong with what stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands there.
    Missing,
    /// It has not the form of an address.
    Malformed,
}

/// Returns what is wrong with `value`, the answer to `ask`, if anything.
///
/// An address is looked at after [`clean`](email::clean).
#[must_use]
pub fn problem(ask: &Ask, value: &str) -> Option<Problem> {
    if value.trim().is_empty() {
        return ask.required.then_some(Problem::Missing);
    }
    let malformed = ask.field == Field::Email && !email::is_address(value);
    malformed.then_some(Problem::Malformed)
}

impl Problem {
    /// Returns what to do about it in `field`.
    #[must_use]
    pub fn words(self, field: Field) -> &'static str {
        match (self, field) {
            (Self::Malformed, _) => {
                "Enter an email address in the correct format, like name@example.com"
            }
            (Self::Missing, Field::Email) => "Enter your email address",
            (Self::Missing, Field::FirstName) => "Enter your first name",
            (Self::Missing, Field::LastName) => "Enter your last name",
            (Self::Missing, Field::Role) => "Choose what describes you",
            (Self::Missing, Field::Consent) => "Tick the box if you agree to get emails",
        }
    }
}
