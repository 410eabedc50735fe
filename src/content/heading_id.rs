//! The fragments that lead to headings inside sections.

use core::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use crate::domain::id::Id;
use crate::domain::id::MAX_LENGTH;

/// Adds an attribute to each heading of `text` behind which braces stand that hold anything but one word.
///
/// The parser passes over `{}` and, of several names, over all but the last; so an author's slip would
/// be gone without a word.
pub(super) fn mark_odd_braces(events: &mut [(Event<'_>, Range<usize>)], text: &str) {
    let (mut start, mut end_of_words) = (0, 0);
    for at in 0..events.len() {
        let Some((event, range)) = events.get(at) else {
            continue;
        };
        match event {
            Event::Start(Tag::Heading { .. }) => (start, end_of_words) = (at, range.start),
            Event::End(TagEnd::Heading(_)) => {
                let behind = text.get(end_of_words..range.end).unwrap_or_default();
                if holds_odd_braces(behind)
                    && let Some((Event::Start(Tag::Heading { attrs, .. }), _)) =
                        events.get_mut(start)
                {
                    attrs.push(("".into(), None));
                }
            }
            _ => end_of_words = end_of_words.max(range.end),
        }
    }
}

/// Returns whether there are braces in `behind` that hold no word, or more than one.
fn holds_odd_braces(behind: &str) -> bool {
    let braces = behind.split_once('{').map(|(_, after)| after);
    let inner = braces.and_then(|after| after.split_once('}'));
    inner.is_some_and(|(inner, _)| inner.split_whitespace().count() != 1)
}

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
