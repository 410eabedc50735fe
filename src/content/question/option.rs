//! An option: its label, with the signs around it, and its explanation.

use super::body::Walk;
use super::parts::Part;
use super::signs::{self, Mark};
use super::tone;
use crate::content::markdown;
use crate::content::sentences::Passage;
use crate::domain::prose::{Block, Inline, has_link, push_words};
use crate::domain::question::Choice;

const EMPTY: &str = "this option has no words; write them after its mark";

/// An option, read as far as it can be.
#[derive(Clone, Debug)]
pub(in crate::content) struct Draft {
    /// The line of its label.
    pub(in crate::content) line: usize,
    /// Its mark; `None` where a problem was noted instead.
    pub(super) mark: Option<Mark>,
    label: Vec<Inline>,
    /// The words of its label.
    pub(in crate::content) words: String,
    /// The name of the step to which it leads; `None` where a problem was noted, if it has to lead
    /// anywhere.
    pub(super) target: Option<String>,
    explanation: Vec<Block>,
}

impl Draft {
    /// Returns whether it is marked as right.
    pub(in crate::content) fn is_right(&self) -> bool {
        self.mark == Some(Mark::Right)
    }

    /// Returns whether a reader would take its label for the same as that of `other`.
    pub(super) fn is_worded_like(&self, other: &Self) -> bool {
        let signs_alone = tone::words(&self.words).next().is_none();
        if signs_alone {
            return self.words == other.words;
        }
        tone::words(&self.words).eq(tone::words(&other.words))
    }

    /// Makes the choice, in which nothing is wrong.
    pub(super) fn into_choice(self) -> Choice {
        Choice {
            label: self.label,
            explanation: self.explanation,
        }
    }
}

/// Reads an option.
pub(super) fn read(walk: &mut Walk<'_>, part: &Part<'_>) -> Draft {
    let line = walk.page.line(part.head.1);
    let (mark, rest) = signs::read_mark(walk, part.head, line);
    let (text, target) = signs::read_target(walk, rest, line);
    let label = read_label(walk, text, line);
    let mut words = String::new();
    push_words(&label, &mut words);
    Draft {
        line,
        mark,
        label,
        words,
        target,
        explanation: read_explanation(walk, part.body, line),
    }
}

fn read_label(walk: &mut Walk<'_>, (text, at): (&str, usize), line: usize) -> Vec<Inline> {
    let (label, mut prose) = markdown::read_line(walk.page, text, at, EMPTY);
    if has_link(&label) {
        walk.page.error(
            line,
            "an option is there to be picked, so it cannot hold a link; put the link into the \
             explanation",
        );
        prose.anchors.clear();
    }
    let scold = prose
        .passages
        .first()
        .and_then(|words| tone::scold(words.text()));
    if let Some(word) = scold.filter(|_| walk.english) {
        walk.page.error(
            line,
            format!(
                "an option that starts with \"{word}\" scolds whoever picks it; say what it is, \
                 like \"A myth\" or \"Not quite\""
            ),
        );
    }
    walk.gather(&mut prose);
    label
}

/// Reads what stands under a label; `line` is the label's.
fn read_explanation(walk: &mut Walk<'_>, (text, at): (&str, usize), line: usize) -> Vec<Block> {
    let sound = walk.page.count();
    let mut prose = markdown::read_part(walk.page, text, at);
    if prose.blocks.is_empty() && walk.page.count() == sound {
        walk.page.error(
            line,
            "this option has no explanation; write under it what somebody who picks it wants to \
             know",
        );
    }
    let is_callout = |block: &&Block| matches!(block, Block::Callout { .. });
    if prose.blocks.iter().filter(is_callout).count() > 1 {
        walk.page.error(
            line,
            "the explanation of this option has more than one callout; keep the one that matters",
        );
    }
    if walk.english {
        check_tone(walk, &prose.passages);
    }
    walk.gather(&mut prose);
    prose.blocks
}

/// Notes an explanation that judges and explains nothing, or that scolds.
fn check_tone(walk: &mut Walk<'_>, passages: &[Passage]) {
    let Some(first) = passages.first() else {
        return;
    };
    let text: Vec<&str> = passages.iter().map(Passage::text).collect();
    if tone::only_judges(&text.join(" ")) {
        walk.page.error(
            first.line(0),
            "this explanation only judges; say why it is so, then what one can do",
        );
    } else if let Some(word) = tone::scold(first.text()) {
        walk.page.error(
            first.line(0),
            format!(
                "an explanation that starts with \"{word}\" scolds; start with the reason, like \
                 \"A copy can stay\""
            ),
        );
    }
}
