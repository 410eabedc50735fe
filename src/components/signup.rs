//! The names of the sign-up's parts, which the build draws and the client finds.
//!
//! No view: the form is the same whatever happens, so the build writes it into the page.

use crate::domain::signup::Field;

/// The id of the form.
pub const FORM: &str = "page-signup";

/// The id of the list of errors.
pub const ERRORS: &str = "page-signup-errors";

/// The id of the words about what is happening, which are told where they stand.
pub const SAID: &str = "page-signup-said";

/// The id of the words about what happened, to which a person is led.
pub const END: &str = "page-signup-end";

/// The id of the words about what happened in the list of errors.
pub const REASON: &str = "page-signup-reason";

/// The id of the button.
pub const BUTTON: &str = "page-signup-send";

/// The id of the field that people do not see.
pub const TRAP: &str = "page-signup-trap";

/// What the button says.
pub const SEND: &str = "Sign up";

/// What the button says where it may not have worked.
pub const AGAIN: &str = "Try again";

/// Returns the id of a field.
#[must_use]
pub fn id(field: Field) -> String {
    format!("{FORM}-{}", field.as_str())
}

/// Returns the id of the words that say what is wrong with a field.
#[must_use]
pub fn error_id(field: Field) -> String {
    id(field) + "-error"
}

/// Returns the id of the link in the list of errors that leads to a field.
#[must_use]
pub fn link_id(field: Field) -> String {
    id(field) + "-link"
}
