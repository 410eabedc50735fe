//! Mailman 3 with Postorius (<https://docs.mailman3.org>): its form takes a sign-up from its own
//! pages alone (it wants a cookie of its own), so people are led there, or write to the list.

use super::elsewhere;
use super::service;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Reads the list's page.
pub(super) fn page(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let what = "write the address of the list's page, such as \
                https://lists.example.org/mailman3/lists/news.example.org/";
    service::url(
        table,
        what,
        |mut address| {
            let (_, list) = address.path.rsplit_once("/lists/").unwrap_or_default();
            let list = list.trim_end_matches('/');
            if list.contains('/') || !list.contains('.') || address.query.is_some() {
                return Err(
                    "is not the address of a list's page in Mailman 3, which ends like \
                            /lists/news.example.org/",
                );
            }
            if !address.path.ends_with('/') {
                address.path.push('/');
            }
            Ok(address)
        },
        problems,
    )
}

/// Reads the list's address, and returns the one that takes sign-ups.
pub(super) fn mail(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let address = elsewhere::mail(table, problems)?;
    let (list, domain) = address.rsplit_once('@')?;
    let list = list.strip_suffix("-join").unwrap_or(list);
    Some(format!("{list}-join@{domain}"))
}
