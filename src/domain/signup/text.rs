//! What a service said, as text to show.

/// How many characters of a service's words are shown.
const LONGEST: usize = 200;

/// The character references that answers were seen to hold (HTML Standard, section 13.5).
const REFERENCES: &[(&str, char)] = &[
    ("lt;", '<'),
    ("gt;", '>'),
    ("quot;", '"'),
    ("#39;", '\''),
    ("#039;", '\''),
    ("apos;", '\''),
    ("nbsp;", ' '),
    ("amp;", '&'),
];

/// Returns the words in `html`: without tags and control characters, with single blanks, at most
/// 200 characters. It is set as text on an element, so nothing in it is ever run; this only makes
/// it readable.
#[must_use]
pub fn plain(html: &str) -> String {
    let mut words = Words::default();
    let mut rest = html.chars();
    while words.count <= LONGEST {
        let Some(character) = rest.next() else { break };
        match character {
            '<' if is_tag(rest.as_str()) => {
                words.blank = true;
                rest.find(|end| *end == '>');
            }
            '&' => {
                let known = REFERENCES
                    .iter()
                    .find(|(name, _)| rest.as_str().starts_with(name));
                if let Some((name, meant)) = known {
                    words.push(*meant);
                    rest.nth(name.len() - 1);
                } else {
                    words.push('&');
                }
            }
            other => words.push(other),
        }
    }
    words.text
}

/// Returns whether a tag begins, after its `<`.
fn is_tag(rest: &str) -> bool {
    rest.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?'))
}

/// Words with single blanks, cut after [`LONGEST`] characters.
#[derive(Default)]
struct Words {
    text: String,
    count: usize,
    /// Whether a blank comes before the next character.
    blank: bool,
}

impl Words {
    fn push(&mut self, character: char) {
        // Characters that turn the direction of writing could make a sentence read otherwise.
        if character.is_whitespace() || character.is_control() || is_invisible(character) {
            self.blank = true;
            return;
        }
        let apart = self.blank && !self.text.is_empty();
        self.count += 1 + usize::from(apart);
        if self.count > LONGEST {
            self.text.push('…');
            return;
        }
        if apart {
            self.text.push(' ');
        }
        self.blank = false;
        self.text.push(character);
    }
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
