//! Texts of the site that are no module: the pieces of the privacy notice.

use super::markdown;
use super::page::Page;
use super::problem::Problem;
use super::reading_age;
use super::refused;
use crate::domain::prose::Block;
use crate::domain::prose::Inline;

/// A piece of a notice: a heading, and what stands under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// The heading.
    pub title: Vec<Inline>,
    /// The text.
    pub blocks: Vec<Block>,
    /// The age at which a reader follows it; `None` for a language other than English.
    pub age: Option<f64>,
}

/// Reads a piece from the bytes of the file `name` in `folder`: Markdown that starts with a heading,
/// `## `. `english` says whether the reading age can be told.
///
/// The problems are everything that is wrong with the file; where one of them is an error, the piece
/// is not whole.
#[must_use]
pub fn piece(folder: &str, name: &str, bytes: &[u8], english: bool) -> (Piece, Vec<Problem>) {
    let (mut page, text) = Page::open(folder, name, bytes);
    let Some(text) = text else {
        return (Piece::default(), page.into_problems());
    };
    refused::control_characters(&mut page, &text, 0);
    let prose = markdown::read_alone(&mut page, &text, 0);
    for anchor in &prose.anchors {
        let message = "a link with # leads nowhere here; write the whole address, or plain words";
        page.error(anchor.line, message);
    }
    let age = english
        .then(|| reading_age::check(&mut page, "text", &prose.passages))
        .flatten();
    let mut blocks = prose.blocks;
    let title = match blocks.first_mut() {
        Some(Block::Heading { depth: 1, text, .. }) => core::mem::take(text),
        _ => Vec::new(),
    };
    if title.is_empty() || blocks.len() < 2 {
        let message = "this file is to start with a line ## and its heading, and text under it";
        page.error(1, message);
        blocks.clear();
    } else {
        blocks.remove(0);
    }
    let piece = Piece { title, blocks, age };
    (piece, page.into_problems())
}

impl Piece {
    /// Puts the values in the place of the names in braces, such as `{publisher}`, that its words
    /// hold. Returns the first name that has no value.
    ///
    /// # Errors
    /// That name.
    pub fn fill(&mut self, values: &[(&str, &str)]) -> Result<(), String> {
        fill_line(&mut self.title, values)?;
        fill_blocks(&mut self.blocks, values)
    }
}

fn fill_blocks(blocks: &mut [Block], values: &[(&str, &str)]) -> Result<(), String> {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => fill_line(text, values)?,
            Block::List(items) | Block::Steps(items) => {
                for item in items {
                    fill_blocks(item, values)?;
                }
            }
            Block::Callout { blocks, .. } => fill_blocks(blocks, values)?,
        }
    }
    Ok(())
}

fn fill_line(line: &mut [Inline], values: &[(&str, &str)]) -> Result<(), String> {
    for inline in line {
        match inline {
            Inline::Text(text) => *text = filled(text, values)?,
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                fill_line(inner, values)?;
            }
            Inline::Break => {}
        }
    }
    Ok(())
}

/// What a value holds is never looked at: it may have braces of its own.
fn filled(text: &str, values: &[(&str, &str)]) -> Result<String, String> {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        let (_, value) = value.ok_or_else(|| name.to_owned())?;
        out.push_str(value);
        out.push_str(rest);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Piece, Vec<String>) {
        let (piece, problems) = piece("public/privacy", "a.md", text.as_bytes(), true);
        let sentences = problems.iter().map(ToString::to_string).collect();
        (piece, sentences)
    }

    fn words(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.to_owned())]
    }

    #[test]
    fn is_a_heading_and_text() {
        let (piece, problems) = read("## A {b}\n\nC {d}.\n\n- {d}\n");
        assert_eq!(problems, Vec::<String>::new());
        let mut filled = piece.clone();
        filled.fill(&[("b", "{d}"), ("d", "*x*")]).unwrap();
        assert_eq!(filled.title, words("A {d}"));
        let item = vec![Block::Paragraph(words("*x*"))];
        let expected = [Block::Paragraph(words("C *x*.")), Block::List(vec![item])];
        assert_eq!(filled.blocks, expected);
        assert!(piece.age.is_some());
        assert_eq!(piece.clone().fill(&[("b", "")]), Err("d".to_owned()));
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, said) in [
            ("Words.", "a.md:1: error: this file is to start with"),
            ("## Words", "a.md:1: error: this file is to start with"),
            ("", "a.md:1: error: this file is to start with"),
            (
                "## A\n\n[b](#c)",
                "a.md:3: error: a link with # leads nowhere",
            ),
            ("## A\n\n<b>", "a.md:3: error: HTML is not shown"),
        ] {
            let (_, problems) = read(text);
            assert!(problems[0].contains(said), "{text:?}: {problems:?}");
        }
        let (_, problems) = piece("p", "a.md", b"\xff", true);
        assert_eq!(problems.len(), 1);
    }
}
