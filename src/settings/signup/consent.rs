//! What a person agrees to.
//!
//! UK GDPR, article 7(1): whoever relies on consent must be able to show that it was given, and to
//! what; hence a version, which is sent with each sign-up. Article 13: who uses the data and how is
//! told when it is collected; hence the notice.

use super::Consent;
use super::names;
use super::prose;
use crate::settings::address::Address;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// How many characters a version may have.
const LONGEST_VERSION: usize = 40;

/// Reads the wording and its version.
pub(super) fn read(table: &Table<'_>, problems: &mut Problems) -> Option<(Consent, String)> {
    let value = table.needed(
        "consent",
        "a form needs what people agree to: \"text\", \"version\" and \"notice\"",
        problems,
    )?;
    let table = Table::open("signup.consent", value, names::CONSENT, problems)?;
    let text = table
        .needed("text", "write what a person agrees to", problems)
        .and_then(|value| prose::read("signup.consent.text", value, 1_000, problems));
    let version = version(&table, problems);
    let notice = notice(&table, problems);
    let consent = Consent {
        text: text?,
        notice: notice?,
    };
    Some((consent, version?))
}

fn version(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let version = table.needed_text(
        "version",
        "write which version of the wording this is, such as the date of its last change",
        problems,
    )?;
    if version.chars().count() > LONGEST_VERSION {
        problems.add(
            "signup.consent.version",
            format_args!("is longer than {LONGEST_VERSION} characters; a date is enough"),
        );
        return None;
    }
    Some(version)
}

fn notice(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let notice = table.needed_text(
        "notice",
        "write the https address of your privacy notice",
        problems,
    )?;
    match Address::parse(&notice) {
        Ok(address) => Some(address.to_string()),
        Err(wrong) => {
            problems.add("signup.consent.notice", wrong);
            None
        }
    }
}
