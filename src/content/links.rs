//! Where a link may lead, out of what an author typed between its brackets.

use crate::domain::id::Id;
use crate::domain::prose::Target;

/// The lengths of telephone numbers: from 999 to what the standard E.164 allows.
const DIGITS: core::ops::RangeInclusive<usize> = 3..=15;

/// Reads the address of a link.
///
/// # Errors
/// A sentence that says what to write instead.
pub(super) fn target(address: &str) -> Result<Target, String> {
    if let Some(fragment) = address.strip_prefix('#') {
        return Id::new(fragment)
            .map(Target::Here)
            .map_err(|error| format!("a link to \"{address}\" leads nowhere: {error}"));
    }
    if address.is_empty() {
        return Err("this link has no address; write it between ( and )".to_owned());
    }
    let Some((scheme, rest)) = address
        .split_once(':')
        .filter(|(scheme, _)| is_scheme(scheme))
    else {
        return Err(no_scheme(address));
    };
    match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => web(address).map(Target::Web),
        "mailto" => mail(rest).map(Target::Mail),
        "tel" => number("tel", rest).map(Target::Tel),
        "sms" => number("sms", rest).map(Target::Sms),
        other => Err(format!(
            "a link cannot start with \"{other}:\"; use https:, mailto:, tel:, sms: or # and the \
             id of a section"
        )),
    }
}

/// Returns whether `text` has the form of what stands before the colon of an address.
fn is_scheme(text: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(rest)
}

fn no_scheme(address: &str) -> String {
    if address.starts_with("www.") {
        return format!("the link to \"{address}\" lacks its start; write https://{address}");
    }
    format!(
        "the link to \"{address}\" is relative; write the whole address from https:// on, or # \
         and the id of a section"
    )
}

/// Reads the address of a page on the web.
///
/// # Errors
/// A sentence that says what to write instead.
pub(super) fn web(address: &str) -> Result<String, String> {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    if scheme.eq_ignore_ascii_case("http") {
        return Err(format!(
            "\"{address}\" is not encrypted; write https://{rest} if the site has it"
        ));
    }
    if !scheme.eq_ignore_ascii_case("https") {
        return Err(format!("\"{address}\" has to start with https://"));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !is_host(host) {
        return Err(format!(
            "\"{address}\" has no name of a site after https://, like www.example.org"
        ));
    }
    // A browser reads "\" as "/", and none of these belongs in an address.
    if rest.contains(|c: char| c.is_whitespace() || c.is_control() || "\\\"<>".contains(c)) {
        return Err(format!(
            "\"{address}\" holds a character that no address has"
        ));
    }
    Ok(format!("https://{rest}"))
}

/// Returns whether `text` is a name such as `www.example.org`: no user, no port, a dot inside.
fn is_host(text: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    text.contains('.') && text.split('.').all(label)
}

fn mail(address: &str) -> Result<String, String> {
    let sound = address.split_once('@').is_some_and(|(user, host)| {
        let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&'*+-/=^_`{|}~.".contains(&byte);
        let dots = user.starts_with('.') || user.ends_with('.') || user.contains("..");
        !user.is_empty() && user.bytes().all(atom) && !dots && is_host(host)
    });
    if sound {
        return Ok(address.to_owned());
    }
    Err(format!(
        "\"{address}\" is not an email address; write mailto: and the address alone, like \
         mailto:help@example.org"
    ))
}

fn number(scheme: &str, number: &str) -> Result<String, String> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.contains([' ', '-', '(', ')', '.']) || digits.contains("%20") {
        return Err(format!(
            "\"{scheme}:{number}\" holds more than digits; write digits only, like {scheme}:{}",
            number
                .replace("%20", "")
                .replace(|c: char| !c.is_ascii_digit() && c != '+', "")
        ));
    }
    let international = number.starts_with('+');
    let start = !international || !digits.starts_with('0');
    let sound = digits.bytes().all(|byte| byte.is_ascii_digit()) && DIGITS.contains(&digits.len());
    if sound && start {
        return Ok(number.to_owned());
    }
    Err(format!(
        "\"{scheme}:{number}\" is not a number; write 3 to 15 digits, like {scheme}:08001111, or + \
         and the country's code first"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_where_authors_want() {
        for (address, expected) in [
            (
                "https://www.nspcc.org.uk/a?b=c#d",
                Target::Web("https://www.nspcc.org.uk/a?b=c#d".into()),
            ),
            (
                "HTTPS://example.org",
                Target::Web("https://example.org".into()),
            ),
            (
                "mailto:help.me@iwf.org.uk",
                Target::Mail("help.me@iwf.org.uk".into()),
            ),
            ("tel:08001111", Target::Tel("08001111".into())),
            ("tel:+448001111", Target::Tel("+448001111".into())),
            ("tel:999", Target::Tel("999".into())),
            ("sms:85258", Target::Sms("85258".into())),
        ] {
            assert_eq!(target(address), Ok(expected), "{address}");
        }
        assert_eq!(
            target("#who-to-tell").map(|here| here.href()),
            Ok("#who-to-tell".to_owned())
        );
    }

    #[test]
    fn refuses_with_what_to_write_instead() {
        for (address, hint) in [
            ("", "no address"),
            ("#", "not an id"),
            ("#Who", "not an id"),
            ("section.md", "relative"),
            ("../other/", "relative"),
            ("//example.org", "relative"),
            ("www.example.org", "write https://www.example.org"),
            ("http://example.org/a", "write https://example.org/a"),
            ("https:example.org", "has to start with https://"),
            ("https://", "no name of a site"),
            ("https://localhost/", "no name of a site"),
            ("https://good.example@evil.example/", "no name of a site"),
            ("https://good.example\\@evil.example/", "no name of a site"),
            ("https://good.example/\\a", "no address has"),
            ("https://good.example/a b", "no address has"),
            ("javascript:alert(1)", "cannot start with \"javascript:\""),
            ("data:text/html,x", "cannot start with \"data:\""),
            ("mailto:", "not an email address"),
            ("mailto:help@iwf", "not an email address"),
            ("mailto:a@b@iwf.org.uk", "not an email address"),
            ("mailto:help@iwf.org.uk?subject=x", "not an email address"),
            ("tel:0800 1111", "write digits only, like tel:08001111"),
            ("tel:0800%201111", "write digits only, like tel:08001111"),
            ("tel:0800-1111", "write digits only, like tel:08001111"),
            ("tel:+44 800 1111", "write digits only, like tel:+448001111"),
            ("tel:+08001111", "not a number"),
            ("tel:12", "not a number"),
            ("tel:1234567890123456", "not a number"),
            ("tel:CHILD", "not a number"),
            ("sms:", "not a number"),
        ] {
            let error = target(address).err().unwrap_or_default();
            assert!(error.contains(hint), "{address}: {error:?} lacks {hint:?}");
        }
    }
}
