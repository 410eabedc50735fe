//! The fragments that lead to headings inside sections.

use crate::domain::id::Id;
use crate::domain::id::MAX_LENGTH;

/// Returns the fragment for a heading with these words: its letters and digits, with a hyphen between two
/// words, from the first letter on, and as many whole words as fit. `None` where no letter is one of the
/// alphabet that an id is made of.
pub(super) fn of_words(words: &str) -> Option<Id> {
    let mut slug = String::new();
    for sign in words.chars() {
        match sign.to_ascii_lowercase() {
            letter if letter.is_ascii_alphanumeric() => slug.push(letter),
            // Within a word.
            '\'' | '’' => {}
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_start_matches(|sign: char| !sign.is_ascii_lowercase());
    let fits = if slug.len() > MAX_LENGTH {
        let cut = &slug[..=MAX_LENGTH];
        cut.rfind('-')
            .map_or(&slug[..MAX_LENGTH], |end| &cut[..end])
    } else {
        slug
    };
    Id::new(fits.trim_end_matches('-')).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_make_a_fragment() {
        for (words, slug) in [
            ("Fake pictures", "fake-pictures"),
            (
                "Will I be in trouble, if I tell?",
                "will-i-be-in-trouble-if-i-tell",
            ),
            ("It isn't – it isn’t", "it-isnt-it-isnt"),
            ("18 and over: 999", "and-over-999"),
            ("Zoë", "zo"),
            (
                "If you asked for it or passed it on to others",
                "if-you-asked-for-it-or-passed-it-on-to",
            ),
            (
                "Donaudampfschifffahrtselektrizitätenhauptbetrieb",
                "donaudampfschifffahrtselektrizit",
            ),
        ] {
            let id = of_words(words).map(String::from);
            assert_eq!(id.as_deref(), Some(slug), "{words}");
        }
    }

    #[test]
    fn words_without_a_letter_make_none() {
        for words in ["", "123", "Помощь", "?!"] {
            assert_eq!(of_words(words), None, "{words}");
        }
    }
}
