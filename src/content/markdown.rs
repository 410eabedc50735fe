//! Markdown as typed blocks; whatever the format leaves out becomes a problem, never a guess.
//!
//! Tables, footnotes and the like are switched on in the parser so that they can be refused with
//! a sentence; switched off, a reader would see their bars and brackets as text.

use super::heading_id;
use super::inlines;
use super::page::{At, Page};
use super::reader::{Fragment, Prose, Reader, is_inline};
use super::refused;
use crate::domain::id::Id;
use crate::domain::prose::{Block, Callout, Inline};
use pulldown_cmark::{BlockQuoteKind, BrokenLink, CowStr, Event, HeadingLevel, LinkType};
use pulldown_cmark::{Options, Parser, Tag};

/// Reads Markdown that starts `base` bytes into its file.
pub(super) fn read(page: &mut Page, text: &str, base: usize) -> Prose {
    // A heading may name its own fragment.
    let mut reader = reader(page, text, base, Options::ENABLE_HEADING_ATTRIBUTES);
    reader.fragments = true;
    reader.prose.blocks = reader.blocks();
    reader.prose
}

/// Reads Markdown to whose headings no link leads; braces behind one are words.
pub(super) fn read_alone(page: &mut Page, text: &str, base: usize) -> Prose {
    let mut reader = reader(page, text, base, Options::empty());
    reader.prose.blocks = reader.blocks();
    reader.prose
}

/// Reads the text between two lines that start with `#`, which holds no headings of its own.
pub(super) fn read_part(page: &mut Page, text: &str, base: usize) -> Prose {
    let mut reader = reader(page, text, base, Options::empty());
    reader.headings = false;
    reader.prose.blocks = reader.blocks();
    reader.prose
}

/// Reads the words of one line, which starts `base` bytes into its file and not with its first
/// two; notes `when_empty` if there are none.
pub(super) fn read_line(
    page: &mut Page,
    text: &str,
    base: usize,
    when_empty: &str,
) -> (Vec<Inline>, Prose) {
    // A heading is the one block in which nothing, not even "1." or "-", starts another.
    let heading = format!("# {text}");
    let mut reader = reader(page, &heading, base.saturating_sub(2), Options::empty());
    let line = reader.line(&(2..2));
    reader.events.next();
    let words = reader.line_of_text(line, when_empty);
    (words, reader.prose)
}

/// Starts to read Markdown that starts `base` bytes into its file; `more` is what else may stand in it.
fn reader<'t, 'p>(page: &'p mut Page, text: &'t str, base: usize, more: Options) -> Reader<'t, 'p> {
    let options = more
        | Options::ENABLE_GFM
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    // A link to a name that is nowhere defined is followed to be refused. A bare [word] is left
    // alone, as square brackets have a use in quotations.
    let unknown = |link: BrokenLink<'_>| {
        let shortcut = matches!(
            link.link_type,
            LinkType::Shortcut | LinkType::ShortcutUnknown
        );
        (!shortcut).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(text, options, Some(unknown));
    let mut events: Vec<_> = parser.into_offset_iter().collect();
    heading_id::mark_odd_braces(&mut events, text);
    Reader::new(events, page, base)
}

impl Reader<'_, '_> {
    /// Reads blocks up to and including the end of what holds them.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek() {
            let (inline, range) = (is_inline(event), range.clone());
            let line = self.line(&range);
            if self.depth == 0 {
                self.prose.last_line = line;
            }
            if inline {
                // The text of a list's item stands bare when no empty line surrounds it.
                blocks.extend(self.paragraph(line));
                continue;
            }
            match self.events.next() {
                Some((Event::Start(tag), _)) => {
                    let block = self.nested(line, |reader| reader.block(tag, line));
                    blocks.extend(block.flatten());
                }
                Some((Event::End(_), _)) | None => break,
                Some((event, _)) => self.refuse(line, refused::event(&event)),
            }
        }
        blocks
    }

    /// Reads the block that `tag` starts.
    fn block(&mut self, tag: Tag<'_>, line: usize) -> Option<Block> {
        match tag {
            Tag::Paragraph => {
                let paragraph = self.paragraph(line);
                self.events.next();
                paragraph
            }
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let braces = !classes.is_empty() || !attrs.is_empty();
                Some(self.heading(level, (id.as_deref(), braces), line))
            }
            Tag::List(start) => self.list(start, line),
            Tag::BlockQuote(kind) => Some(self.callout(kind, line)),
            other => {
                self.refuse(line, refused::tag(&other));
                self.skip();
                None
            }
        }
    }

    fn paragraph(&mut self, line: usize) -> Option<Block> {
        let text = self.line_of_text(line, "this paragraph has no words; write some or delete it");
        (!text.is_empty()).then_some(Block::Paragraph(text))
    }

    /// Reads a heading, with the id that its author wrote in braces behind it, and whether anything else
    /// stands there.
    fn heading(
        &mut self,
        level: HeadingLevel,
        (id, braces): (Option<&str>, bool),
        line: usize,
    ) -> Block {
        let sound = self.count();
        if braces || id.is_some_and(str::is_empty) {
            self.refuse(line, refused::BRACES);
        }
        let text = self.line_of_text(line, "this heading has no words; write some or delete it");
        self.events.next();
        // "##" stands directly under the section's title, which the page writes.
        let depth = match level {
            HeadingLevel::H1 => 0,
            HeadingLevel::H2 => 1,
            HeadingLevel::H3 => 2,
            HeadingLevel::H4 => 3,
            HeadingLevel::H5 | HeadingLevel::H6 => 4,
        };
        let signs = "#".repeat(usize::from(self.heading) + 2);
        if self.depth > 1 {
            self.refuse(
                line,
                "a heading cannot stand in a list or callout; write **strong** words",
            );
        } else if !self.headings {
            self.refuse(
                line,
                "a heading cannot stand here; the # of an option or step comes first in its line, \
                 and words of importance are **strong**",
            );
        } else if depth == 0 {
            self.refuse(line, "\"#\" is the page's own heading; start with \"##\"");
        } else if depth > 3 {
            self.refuse(
                line,
                "headings go no deeper than \"####\"; make two sections of this one",
            );
        } else if depth > self.heading + 1 {
            self.refuse(
                line,
                format!("this heading skips a level; write \"{signs}\""),
            );
        }
        self.heading = depth.clamp(1, 3);
        // What is refused takes no name from another heading.
        let leads = self.fragments && self.count() == sound;
        Block::Heading {
            depth: self.heading,
            id: leads.then(|| self.fragment(id, &text, line)).flatten(),
            text,
        }
    }

    /// Returns the fragment that leads to a heading with these words, and notes it.
    fn fragment(&mut self, id: Option<&str>, text: &[Inline], line: usize) -> Option<Id> {
        let read = match id {
            Some(id) => Id::new(id).map_err(|error| format!("behind this heading, {error}")),
            None => heading_id::of_words(&inlines::words(text))
                .ok_or_else(|| refused::NO_FRAGMENT.to_owned()),
        };
        match read {
            Ok(value) => {
                let fragment = Fragment {
                    id: At { value, line },
                    is_written: id.is_some(),
                };
                let id = fragment.id.value.clone();
                self.prose.headings.push(fragment);
                Some(id)
            }
            Err(message) => {
                self.refuse(line, message);
                None
            }
        }
    }

    fn list(&mut self, start: Option<u64>, line: usize) -> Option<Block> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), range)) = self.events.next() {
            let item_line = self.line(&range);
            let item = self.blocks();
            if item.is_empty() {
                self.refuse(
                    item_line,
                    "this item of the list is empty; fill or delete it",
                );
            }
            items.push(item);
        }
        match start {
            None => Some(Block::List(items)),
            Some(1) => Some(Block::Steps(items)),
            Some(number) => {
                let message = format!(
                    "these steps start at {number}, but the page counts from 1; indent what stands \
                     between the steps, so that they stay one list"
                );
                self.refuse(line, message);
                None
            }
        }
    }

    fn callout(&mut self, kind: Option<BlockQuoteKind>, line: usize) -> Block {
        if let Some(message) = refused::callout(kind, self.in_callout) {
            self.refuse(line, message);
        }
        let kind = match kind {
            Some(BlockQuoteKind::Tip) => Callout::Action,
            _ => Callout::Note,
        };
        let outer = core::mem::replace(&mut self.in_callout, true);
        let blocks = self.blocks();
        self.in_callout = outer;
        if blocks.is_empty() {
            self.refuse(line, "this callout is empty; fill or delete it");
        }
        self.prose.action |= kind == Callout::Action;
        Block::Callout { kind, blocks }
    }
}
