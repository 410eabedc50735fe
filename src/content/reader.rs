//! The walk over the parser's events that [blocks](super::markdown) and [lines](super::inlines)
//! share.

use super::page::{At, Page};
use super::sentences::Passage;
use crate::domain::id::Id;
use crate::domain::prose::Block;
use core::ops::Range;
use pulldown_cmark::{Event, Tag};
use std::iter::Peekable;
use std::vec::IntoIter;

/// How deep lists, callouts and stress may lie in one another. Nobody can follow four lists deep;
/// the limit is here so that no text, however odd, exhausts the stack.
const DEEPEST: u8 = 8;

/// A text, with what the checks want to know of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    /// The blocks.
    pub(super) blocks: Vec<Block>,
    /// What links within the module lead to.
    pub(super) anchors: Vec<At<Id>>,
    /// What links can lead to inside of it.
    pub(super) headings: Vec<Fragment>,
    /// The words, for the reading age.
    pub(super) passages: Vec<Passage>,
    /// Whether it says what the reader can do.
    pub(super) action: bool,
    /// The line on which the last block starts.
    pub(super) last_line: usize,
}

/// What leads to a heading.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    /// The id, with the heading's line.
    pub(super) id: At<Id>,
    /// Whether its author wrote it; else it is made of the heading's words.
    pub(super) is_written: bool,
}

/// Walks the parser's events. Every reading method leaves the walk behind what it read.
pub(super) struct Reader<'t, 'p> {
    /// What comes next.
    pub(super) events: Peekable<IntoIter<(Event<'t>, Range<usize>)>>,
    page: &'p mut Page,
    base: usize,
    /// How many blocks and inlines are open.
    pub(super) depth: u8,
    /// Whether headings are part of the text.
    pub(super) headings: bool,
    /// Whether links can lead to them.
    pub(super) fragments: bool,
    /// The depth of the last heading.
    pub(super) heading: u8,
    /// Whether the walk is inside a callout, or a quotation that should have been one.
    pub(super) in_callout: bool,
    /// The words of the paragraph or heading that is being read.
    pub(super) passage: Passage,
    /// What has been read so far.
    pub(super) prose: Prose,
}

impl<'t, 'p> Reader<'t, 'p> {
    /// Starts before the first of `events`, which were read `base` bytes into the file.
    pub(super) fn new(
        events: Vec<(Event<'t>, Range<usize>)>,
        page: &'p mut Page,
        base: usize,
    ) -> Self {
        Self {
            events: events.into_iter().peekable(),
            page,
            base,
            depth: 0,
            headings: true,
            fragments: false,
            heading: 0,
            in_callout: false,
            passage: Passage::default(),
            prose: Prose::default(),
        }
    }

    /// Returns the line on which `range` starts.
    pub(super) fn line(&self, range: &Range<usize>) -> usize {
        self.page.line(self.base + range.start)
    }

    /// Reads one level deeper; notes and skips what lies too deep.
    pub(super) fn nested<T>(
        &mut self,
        line: usize,
        read: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        if self.depth == DEEPEST {
            self.refuse(
                line,
                "this lies too deep inside lists, callouts or stress; make it flatter",
            );
            self.skip();
            return None;
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        Some(value)
    }

    /// Passes over what has just been started, up to and including its end.
    pub(super) fn skip(&mut self) {
        let mut open = 1_usize;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    /// Returns how much is wrong so far.
    pub(super) fn count(&self) -> usize {
        self.page.count()
    }

    /// Notes something that the format has no room for.
    pub(super) fn refuse(&mut self, line: usize, message: impl AsRef<str>) {
        self.page.error(line, message);
    }
}

/// Returns whether `event` belongs to a line of text.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::End(_) | Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}
