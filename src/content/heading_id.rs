//! The fragments that lead to headings inside sections.

use crate::domain::id::Id;
use crate::domain::id::MAX_LENGTH;

/// Returns the fragment for a heading with these words: its letters and digits, with a hyphen between two
/// words, from the first letter on, and as many whole words as fit. `None` where it has no letter, or one
/// that an id cannot hold: an address lasts, and should not be a word with a gap in it.
pub(super) fn of_words(words: &str) -> Option<Id> {
    if words
        .chars()
        .any(|sign| sign.is_alphabetic() && !sign.is_ascii())
    {
        return None;
    }
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
            (
                "If you asked for it or passed it on to others",
                "if-you-asked-for-it-or-passed-it-on-to",
            ),
            (
                "Donaudampfschifffahrtsgesellschaftskapitaen",
                "donaudampfschifffahrtsgesellschaftskapit",
            ),
        ] {
            let id = of_words(words).map(String::from);
            assert_eq!(id.as_deref(), Some(slug), "{words}");
        }
    }

    #[test]
    fn words_that_an_id_cannot_hold_make_none() {
        for words in ["", "123", "Помощь", "?!", "Zoë", "Beth yw’r gŵyn?"] {
            assert_eq!(of_words(words), None, "{words}");
        }
    }
}
