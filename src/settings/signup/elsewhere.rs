//! Ways to sign up outside of the page.

use super::service;
use crate::domain::signup::email;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Reads the address of another page.
pub(super) fn link(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let what = "write the https address of the page on which people sign up";
    service::url(table, what, Ok, problems)
}

/// Reads an email address. It is to stand in a link, so it holds nothing that a link would have to
/// escape (RFC 6068, section 2).
pub(super) fn mail(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let what = "write the email address to which people write";
    let address = email::clean(&table.needed_text("url", what, problems)?);
    if !email::is_address(&address) || address.contains(['%', '?', '&', '#', '/', '`', '{', '}']) {
        problems.add(
            "signup.url",
            "is to be an email address alone, such as news@example.org",
        );
        return None;
    }
    Some(address)
}
