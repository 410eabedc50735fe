//! Ways to sign up outside of the page.

use super::service;
use crate::domain::signup::email;
use crate::settings::contact;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Reads the address of another page.
pub(super) fn link(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let what = "write the https address of the page on which people sign up";
    service::url(table, what, Ok, problems)
}

/// Reads an email address, which is to stand in a link.
pub(super) fn mail(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let what = "write the email address to which people write";
    let address = email::clean(&table.needed_text("url", what, problems)?);
    if !contact::is_plain(&address) {
        problems.add(
            "signup.url",
            "is to be an email address alone, such as news@example.org",
        );
        return None;
    }
    Some(address)
}
