//! A line of Markdown in a TOML file: words with stress and links.

use super::markdown;
use super::page::{At, Page};
use super::sentences::Passage;
use super::toml_fields::Fields;
use crate::domain::id::Id;
use crate::domain::prose::{Block, Inline, has_link};

/// A line of words.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The words.
    pub(super) words: Vec<Inline>,
    /// What links within the module lead to.
    pub(super) anchors: Vec<At<Id>>,
    /// The words, for the reading age.
    pub(super) passages: Vec<Passage>,
}

/// Reads the line under `key`, which may be left out.
pub(super) fn optional(page: &mut Page, fields: &Fields<'_>, key: &str) -> Option<Line> {
    let text = fields.optional_text(page, key)?;
    of_words(page, fields, key, &text)
}

/// Reads the line under `key`, which has to be there and holds no link; `why` says why not.
pub(super) fn unlinked(page: &mut Page, fields: &Fields<'_>, key: &str, why: &str) -> Option<Line> {
    let text = fields.text(page, key)?;
    let line = of_words(page, fields, key, &text.value)?;
    if has_link(&line.words) {
        page.error(text.line, why);
        return None;
    }
    Some(line)
}

/// Reads the line that `text` is.
fn of_words(page: &mut Page, fields: &Fields<'_>, key: &str, text: &str) -> Option<Line> {
    let line = fields.line_of(page, key);
    let prose = markdown::read_alone(page, text, page.start(line));
    if let Ok([Block::Paragraph(words)]) = <[Block; 1]>::try_from(prose.blocks) {
        return Some(Line {
            words,
            anchors: prose.anchors,
            passages: prose.passages,
        });
    }
    page.error(
        line,
        format!("\"{key}\" is one line of words and links; write it without other signs"),
    );
    None
}
