//! A line of Markdown in `module.toml`: words with stress and links.

use super::markdown;
use super::page::{At, Page};
use super::toml_fields::Fields;
use crate::domain::id::Id;
use crate::domain::prose::{Block, Inline};

/// A line of words.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The words.
    pub(super) words: Vec<Inline>,
    /// What links within the module lead to.
    pub(super) anchors: Vec<At<Id>>,
}

/// Reads the line under `key`, which may be left out.
pub(super) fn optional(page: &mut Page, fields: &Fields<'_>, key: &str) -> Option<Line> {
    let text = fields.optional_text(page, key)?;
    let line = fields.line_of(page, key);
    let prose = markdown::read(page, &text, page.start(line));
    if let Ok([Block::Paragraph(words)]) = <[Block; 1]>::try_from(prose.blocks) {
        return Some(Line {
            words,
            anchors: prose.anchors,
        });
    }
    page.error(
        line,
        format!("\"{key}\" is one line of words and links; write it without other signs"),
    );
    None
}
