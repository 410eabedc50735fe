//! How old a reader has to be to follow a text easily.
//!
//! The Flesch–Kincaid grade level: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
//! "Derivation of New Readability Formulas (Automated Readability Index, Fog Count and Flesch
//! Reading Ease Formula) for Navy Enlisted Personnel", Research Branch Report 8-75, 1975. It
//! counts, and understands nothing: it finds long sentences and long words, not hard ideas. A child
//! starts the first American grade at six, so the age is the grade and five.
//!
//! Headings, paragraphs and the items of a list end a sentence even without a full stop.

use super::page::Page;
use super::sentences::{Passage, Sentence};

/// The age above which an author is warned.
pub const WARN_ABOVE: f64 = 11.0;

/// The age above which a section or question is refused.
pub const HIGHEST: f64 = 13.0;

/// How many of the hardest sentences a message points at.
const SHOWN: usize = 3;

/// Notes a text that is too hard; returns its reading age, or `None` if it has no words. `subject`
/// is what it is a text of: "section".
pub(super) fn check(page: &mut Page, subject: &str, passages: &[Passage]) -> Option<f64> {
    let mut sentences: Vec<Sentence> = passages.iter().flat_map(Passage::sentences).collect();
    let age = age(&sentences)?;
    if age <= WARN_ABOVE {
        return Some(age);
    }
    let hardness = |sentence: &Sentence| grade(1, sentence.words, sentence.syllables);
    sentences.sort_by(|a, b| hardness(b).total_cmp(&hardness(a)));
    let hardest = sentences.first().map_or(1, |sentence| sentence.line);
    let mut lines: Vec<usize> = sentences
        .iter()
        .take(SHOWN)
        .map(|sentence| sentence.line)
        .collect();
    lines.sort_unstable();
    lines.dedup();
    let message = format!(
        "the {subject} reads at age {age:.1}; {WARN_ABOVE:.1} is the aim and {HIGHEST:.1} the limit: \
         use shorter sentences and words, first on {}",
        in_words(&lines)
    );
    if age > HIGHEST {
        page.error(hardest, message);
    } else {
        page.warning(hardest, message);
    }
    Some(age)
}

/// Returns the reading age to a tenth of a year, as it is shown, or `None` without a sentence.
fn age(sentences: &[Sentence]) -> Option<f64> {
    let total =
        |count: fn(&Sentence) -> u32| sentences.iter().map(count).fold(0, u32::saturating_add);
    let words = total(|sentence| sentence.words);
    let count = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
    if words == 0 {
        return None;
    }
    let grade = grade(count, words, total(|sentence| sentence.syllables));
    Some(((grade + 5.0) * 10.0).round() / 10.0)
}

/// Returns the Flesch–Kincaid grade level.
fn grade(sentences: u32, words: u32, syllables: u32) -> f64 {
    let (sentences, words, syllables) =
        (f64::from(sentences), f64::from(words), f64::from(syllables));
    0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/// Returns the lines as a sentence names them: `line 3`, `lines 3, 5 and 8`.
fn in_words(lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(ToString::to_string).collect();
    match numbers.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("lines {} and {last}", rest.join(", ")),
        _ => format!("line {}", numbers.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn age_of(passages: &[&str]) -> Option<f64> {
        let passages = passages.iter().map(|text| {
            let mut passage = Passage::default();
            passage.push(text, 1);
            passage
        });
        age(&passages
            .flat_map(|passage| passage.sentences())
            .collect::<Vec<_>>())
    }

    #[test]
    fn follows_the_formula() {
        // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45, and 5.
        assert_eq!(age_of(&["The cat sat on the mat."]), Some(3.6));
        // 12 words, 2 sentences, 12 syllables: the same grade.
        assert_eq!(
            age_of(&["The cat sat on the mat", "The cat sat on the mat"]),
            Some(3.6)
        );
        // 5 words, 1 sentence, 16 syllables: 0.39 × 5 + 11.8 × 3.2 − 15.59 = 24.12, and 5.
        assert_eq!(
            age_of(&["Organisations distribute information very quickly."]),
            Some(29.1)
        );
        assert_eq!(age_of(&["…"]), None);
        assert_eq!(age_of(&[]), None);
    }

    #[test]
    fn names_lines() {
        assert_eq!(in_words(&[3]), "line 3");
        assert_eq!(in_words(&[3, 5, 8]), "lines 3, 5 and 8");
    }
}
