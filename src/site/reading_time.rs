//! How long a text takes to read.

use crate::domain::module::Section;
use crate::domain::prose::Block;
use crate::domain::prose::push_words;

/// How many words a minute a young reader reads: near the middle of what Hasbrouck and Tindal
/// (2017) found at the end of US grade 6, at eleven to twelve years, reading aloud (146).
const WORDS_A_MINUTE: usize = 150;

/// Returns how long `sections` take to read, in whole minutes, at least one.
pub fn minutes<'a>(sections: impl IntoIterator<Item = &'a Section>) -> usize {
    let words: usize = sections
        .into_iter()
        .map(|section| words(&section.prose))
        .sum();
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

/// Returns how many words `blocks` hold.
fn words(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => {
            let mut line = String::new();
            push_words(text, &mut line);
            line.split_whitespace().count()
        }
        Block::List(items) | Block::Steps(items) => items.iter().map(|item| words(item)).sum(),
        Block::Callout { blocks, .. } => words(blocks),
    };
    blocks.iter().map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::prose::Inline;

    #[test]
    fn counts_the_words_of_every_block() {
        let text = |words: &str| vec![Inline::Text(words.to_owned())];
        let paragraph = Block::Paragraph(text("one two"));
        let link = Inline::Strong(text("three"));
        let blocks = [
            Block::Heading {
                depth: 1,
                text: vec![link, Inline::Break, Inline::Text("four".into())],
            },
            Block::List(vec![vec![paragraph.clone()], vec![paragraph.clone()]]),
            Block::Steps(vec![vec![paragraph]]),
        ];
        assert_eq!(words(&blocks), 8);
    }
}
