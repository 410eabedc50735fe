//! Where readers ask the publisher about their privacy.

use super::address::Address;
use super::problems::Problems;
use super::table::Table;
use crate::domain::signup::email;

/// Where readers ask the publisher about their privacy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// On a page with this address (`https`).
    Page(String),
    /// By writing to this email address.
    Mail(String),
}

/// Reads the setting, which may be left out.
pub(super) fn read(table: &Table<'_>, problems: &mut Problems) -> Option<Contact> {
    let text = table.text("contact", problems)?;
    if text.contains("://") {
        return match Address::parse(&text) {
            Ok(address) if address.origin().starts_with("https:") => Some(Contact::Page(text)),
            Ok(_) => {
                problems.add("contact", "is to begin with https://");
                None
            }
            Err(wrong) => {
                problems.add("contact", wrong);
                None
            }
        };
    }
    let address = email::clean(&text);
    if is_plain(&address) {
        return Some(Contact::Mail(address));
    }
    problems.add(
        "contact",
        "is to be an email address, or the https address of a page on which people ask you",
    );
    None
}

/// Whether `text` is an email address that a link holds as it is (RFC 6068, section 2).
pub(crate) fn is_plain(text: &str) -> bool {
    email::is_address(text) && !text.contains(['%', '?', '&', '#', '/', '`', '{', '}'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Config;

    fn contact(text: &str) -> Result<Option<Contact>, Vec<String>> {
        let text = format!(r#"{{"publisher": "P", "contact": "{text}"}}"#);
        Config::read(&text).map(|config| config.contact)
    }

    #[test]
    fn is_a_page_or_an_address() {
        let page = "https://example.org/ask?about=data".to_owned();
        assert_eq!(contact(&page), Ok(Some(Contact::Page(page.clone()))));
        let mail = Some(Contact::Mail("data@example.org".to_owned()));
        assert_eq!(contact("mailto:data@example.org"), Ok(mail));
    }

    #[test]
    fn is_nothing_else() {
        for wrong in [
            "",
            "ask us",
            "a@b?subject=c",
            "http://example.org",
            "http://localhost",
            "javascript:a@b.cd",
        ] {
            let problems = contact(wrong).unwrap_err();
            assert!(
                problems[0].contains("config.json: contact "),
                "{problems:?}"
            );
        }
    }
}
