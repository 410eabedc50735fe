//! What a service said, as text to show.

/// How many characters of a service's words are shown.
const LONGEST: usize = 200;

/// The character references that answers were seen to hold (HTML Standard, section 13.5).
const REFERENCES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#039;", "'"),
    ("&apos;", "'"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

/// Returns the words in `html`: without tags and control characters, with single blanks, at most
/// 200 characters. It is set as text on an element, so nothing in it is ever run; this only makes
/// it readable.
#[must_use]
pub fn plain(html: &str) -> String {
    // What is far longer than what is shown need not be looked at.
    let mut rest: String = html.chars().take(LONGEST * 20).collect();
    let mut words = String::new();
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let is_tag =
            tag.starts_with(|first: char| first.is_ascii_alphabetic() || "/!?".contains(first));
        if !is_tag {
            words.push('<');
        }
        rest = match tag.split_once('>') {
            Some((_, after)) if is_tag => {
                words.push(' ');
                after.to_owned()
            }
            None if is_tag => String::new(),
            _ => tag.to_owned(),
        };
    }
    words.push_str(&rest);
    for (reference, character) in REFERENCES {
        words = words.replace(reference, character);
    }
    shorten(&words)
}

/// Returns `words` with single blanks, cut after [`LONGEST`] characters.
fn shorten(words: &str) -> String {
    let mut short = String::new();
    let (mut count, mut blank) = (0, false);
    for character in words.chars() {
        // Characters that turn the direction of writing could make a sentence read otherwise.
        if character.is_whitespace() || character.is_control() || is_invisible(character) {
            blank = true;
            continue;
        }
        let apart = blank && !short.is_empty();
        count += 1 + usize::from(apart);
        if count > LONGEST {
            short.push('…');
            break;
        }
        if apart {
            short.push(' ');
        }
        blank = false;
        short.push(character);
    }
    short
}

/// Returns whether `character` is one that nobody sees: a mark of direction, a joiner, or a byte
/// order mark (Unicode, general category "Format", as far as it stands in running text).
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}
