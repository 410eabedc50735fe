//! Email addresses, as people type and paste them.

use super::text::is_invisible;

/// Returns `typed` without what a person cannot have meant: invisible characters, blanks at the
/// ends and beside an at sign, a full stop or a bracket, a `mailto:`, angle brackets around it with
/// the name before them, a full stop, a comma or a semicolon after it, and full-width forms of the at
/// sign and the full stop, which some keyboards give.
///
/// A blank elsewhere stays: without it, the address would be another one, perhaps somebody else's.
#[must_use]
pub fn clean(typed: &str) -> String {
    let seen = |character: &char| !is_invisible(*character);
    let narrow = |character| match character {
        '\u{ff20}' => '@',
        '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => '.',
        other => other,
    };
    let mut address = String::new();
    let (mut blank, mut before) = (false, '@');
    for character in typed.chars().filter(seen).map(narrow) {
        if character.is_whitespace() || character.is_control() {
            blank = true;
            continue;
        }
        if blank && !is_joint(before) && !is_joint(character) {
            address.push(' ');
        }
        blank = false;
        before = character;
        address.push(character);
    }
    // No address ends so: a sentence does, or a list.
    let address = address.trim_end_matches(['.', ',', ';']);
    // Either may stand within the other.
    without_scheme(without_brackets(without_scheme(address))).to_owned()
}

/// Returns whether a blank beside `character` means nothing.
fn is_joint(character: char) -> bool {
    matches!(character, '@' | '.' | '<' | '>' | ':')
}

fn without_scheme(address: &str) -> &str {
    match address.get(..7).zip(address.get(7..)) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => rest,
        _ => address,
    }
}

/// Returns what stands between brackets at the end; before them, programs for mail write a name.
fn without_brackets(address: &str) -> &str {
    let inner = address.strip_suffix('>');
    match inner.and_then(|inner| inner.rsplit_once('<')) {
        // Another address before it would be one too many.
        Some((name, bare)) if !name.contains('@') => bare,
        _ => address,
    }
}

/// Returns whether `address` has the form of an address on the Internet.
///
/// As wide as services allow: any characters before the at sign but blanks and those that RFC 5322
/// (section 3.2.3) wants quoted, internationalised ones included (RFC 6531); after it a domain of
/// at least two labels of letters, digits and inner hyphens in any script, at most 63 bytes each
/// (RFC 1035, section 2.3.4). At most 64 bytes before and 254 in all (RFC 5321, section 4.5.3.1;
/// its erratum 1690).
#[must_use]
pub fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return false;
    };
    let special = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(
                character,
                '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '@' | '[' | '\\' | ']'
            )
    };
    let labels = domain.split('.').count();
    let last = domain.rsplit('.').next().unwrap_or_default();
    address.len() <= 254
        && (1..=64).contains(&local.len())
        && !local.contains(special)
        && labels >= 2
        && domain.split('.').all(is_label)
        && !last.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_label(label: &str) -> bool {
    let inner = |character: char| {
        character == '-' || character.is_ascii_alphanumeric() || !character.is_ascii()
    };
    (1..=63).contains(&label.len())
        && label.chars().all(inner)
        && !label.starts_with('-')
        && !label.ends_with('-')
}
