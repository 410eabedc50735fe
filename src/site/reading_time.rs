//! How long a text takes to read.

use crate::domain::journey::Journey;
use crate::domain::module::Section;
use crate::domain::prose::Block;
use crate::domain::prose::Inline;
use crate::domain::prose::push_words;

/// How many words a minute a young reader reads: near the middle of what Hasbrouck and Tindal
/// (2017) found at the end of US grade 6, at eleven to twelve years, reading aloud (146).
const WORDS_A_MINUTE: usize = 150;

/// Returns how long `sections` take to read, in whole minutes, at least one.
pub fn minutes<'a>(sections: impl IntoIterator<Item = &'a Section>) -> usize {
    let words: usize = sections
        .into_iter()
        .map(|section| words(&section.prose) + section.journey.as_ref().map_or(0, of_journey))
        .sum();
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

/// Returns how many words `blocks` hold.
fn words(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => of_line(text),
        Block::List(items) | Block::Steps(items) => items.iter().map(|item| words(item)).sum(),
        Block::Callout { blocks, .. } => words(blocks),
    };
    blocks.iter().map(count).sum()
}

/// Returns how many words a line holds.
fn of_line(text: &[Inline]) -> usize {
    let mut line = String::new();
    push_words(text, &mut line);
    line.split_whitespace().count()
}

/// Returns how many words a journey holds.
fn of_journey(journey: &Journey) -> usize {
    let places = journey.places.iter();
    let places = places.map(|place| (&place.title, &place.text));
    let ways = journey.ways.iter().map(|way| (&way.title, &way.text));
    let steps = places.chain(ways);
    let of_steps = steps.map(|(title, text)| title.split_whitespace().count() + of_line(text));
    let lines = journey.lead.iter().chain(&journey.next);
    let title = journey.title.split_whitespace().count();
    title + lines.map(|line| of_line(line)).sum::<usize>() + of_steps.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::journey::{Cell, Place, PlaceKind, Way};

    #[test]
    fn counts_the_words_of_every_block() {
        let text = |words: &str| vec![Inline::Text(words.to_owned())];
        let paragraph = Block::Paragraph(text("one two"));
        let link = Inline::Strong(text("three"));
        let blocks = [
            Block::Heading {
                id: None,
                depth: 1,
                text: vec![link, Inline::Break, Inline::Text("four".into())],
            },
            Block::List(vec![vec![paragraph.clone()], vec![paragraph.clone()]]),
            Block::Steps(vec![vec![paragraph]]),
        ];
        assert_eq!(words(&blocks), 8);
    }

    #[test]
    fn counts_the_words_of_a_journey() {
        let text = |words: &str| vec![Inline::Text(words.to_owned())];
        let journey = Journey {
            title: "one two".to_owned(),
            lead: Some(text("three")),
            places: vec![Place {
                title: "four".to_owned(),
                kind: PlaceKind::Phone,
                from: None,
                at: Cell { column: 1, row: 1 },
                text: text("five six"),
            }],
            ways: vec![Way {
                title: "seven".to_owned(),
                stops: Vec::new(),
                text: text("eight"),
            }],
            next: Some(text("nine ten")),
        };
        assert_eq!(of_journey(&journey), 10);
    }
}
