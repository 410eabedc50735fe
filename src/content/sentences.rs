//! Words and sentences, counted for the reading age.

use super::syllables;

/// The words of a paragraph or heading, with the lines they stand on.
#[derive(Clone, Debug, Default)]
pub(super) struct Passage {
    text: String,
    /// Where a piece starts in `text`, and its line.
    pieces: Vec<(usize, usize)>,
}

/// What the reading age wants to know of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The line on which it starts.
    pub(super) line: usize,
    /// How many words it has; never none.
    pub(super) words: u32,
    /// How many syllables they have.
    pub(super) syllables: u32,
}

/// Words that end in a full stop without ending the sentence, in lower case.
const SHORTENED: [&str; 10] = [
    "mr.", "mrs.", "ms.", "dr.", "st.", "e.g.", "i.e.", "vs.", "no.", "approx.",
];

impl Passage {
    /// Adds words that stand on `line`.
    pub(super) fn push(&mut self, words: &str, line: usize) {
        self.pieces.push((self.text.len(), line));
        self.text.push_str(words);
    }

    /// Returns the words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the line of the word at `offset`.
    pub(super) fn line(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= offset);
        self.pieces
            .get(after.saturating_sub(1))
            .map_or(1, |(_, line)| *line)
    }

    /// Returns the sentences. What has no letter or digit is no sentence.
    pub(super) fn sentences(&self) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let mut open: Option<Sentence> = None;
        let mut after_number = false;
        for word in self.text.split_whitespace() {
            if word.contains(char::is_alphanumeric) {
                let number = is_number(word);
                let sentence = open.get_or_insert_with(|| Sentence {
                    line: self.line(self.offset(word)),
                    words: 0,
                    syllables: 0,
                });
                // 0800 1111 is one number, and one word.
                if !(number && after_number) {
                    sentence.words += 1;
                    sentence.syllables += syllables::of_word(word);
                }
                after_number = number;
            }
            if ends_sentence(word) {
                sentences.extend(open.take());
                after_number = false;
            }
        }
        sentences.extend(open);
        sentences
    }

    /// Returns where `word`, a part of the text, starts.
    fn offset(&self, word: &str) -> usize {
        word.as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr())
    }
}

/// Returns whether `word` is written in digits.
fn is_number(word: &str) -> bool {
    !word.contains(char::is_alphabetic)
}

/// Returns whether the sentence is over after `word`.
fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
    let ended = bare.ends_with(['.', '!', '?', '…']);
    let opened = word.trim_start_matches(['"', '\'', '“', '‘', '(', '[']);
    ended && !SHORTENED.contains(&opened.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of each sentence of `text`.
    fn words(text: &str) -> Vec<u32> {
        let mut passage = Passage::default();
        passage.push(text, 1);
        passage
            .sentences()
            .iter()
            .map(|sentence| sentence.words)
            .collect()
    }

    #[test]
    fn splits_sentences_and_words() {
        for (text, expected) in [
            ("", vec![]),
            ("…", vec![]),
            ("No stop", vec![2]),
            ("One. Two three! Four five six?", vec![1, 2, 3]),
            ("He said “stop.” Then he left.", vec![3, 3]),
            ("Ask Dr. Patel, e.g. today.", vec![5]),
            ("It is 3.5 pounds.", vec![4]),
            ("Call 0800 1111 free.", vec![3]),
            ("Call 0800 1111. 999 is for danger.", vec![2, 4]),
            ("A – B", vec![2]),
        ] {
            assert_eq!(words(text), expected, "{text:?}");
        }
    }

    #[test]
    fn knows_the_line_of_a_sentence() {
        let mut passage = Passage::default();
        for (words, line) in [
            ("One two.", 3),
            (" ", 3),
            ("Three", 4),
            (" ", 4),
            ("four. Five.", 5),
        ] {
            passage.push(words, line);
        }
        let lines: Vec<usize> = passage
            .sentences()
            .iter()
            .map(|sentence| sentence.line)
            .collect();
        assert_eq!(lines, [3, 4, 5]);
    }
}
