//! Lines of text: words, stress and links.

use super::links;
use super::page::At;
use super::reader::{Reader, is_inline};
use super::refused;
use crate::domain::prose::{Inline, Target, push_words};
use pulldown_cmark::{CowStr, Event, LinkType, Tag};

impl Reader<'_, '_> {
    /// Reads the text of a paragraph or heading, up to what ends it; notes `when_empty` if it has
    /// no words.
    pub(super) fn line_of_text(&mut self, line: usize, when_empty: &str) -> Vec<Inline> {
        let text = self.inlines();
        let passage = core::mem::take(&mut self.passage);
        if words(&text).trim().is_empty() {
            self.refuse(line, when_empty);
        }
        for (sign, message) in refused::LEFT_OVER {
            // A quotation has its own sentence on how a callout starts.
            if sign == refused::CALLOUT && self.in_callout {
                continue;
            }
            if let Some((at, _)) = passage.text().match_indices(sign).next() {
                self.refuse(passage.line(at), message);
            }
        }
        self.prose.passages.push(passage);
        text
    }

    /// Reads inlines up to the end of what holds them, which it leaves to the caller.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut out = Vec::new();
        while let Some((event, range)) = self.events.next_if(|(event, _)| is_inline(event)) {
            let line = self.line(&range);
            match event {
                Event::Text(text) => self.push_text(&text, line, &mut out),
                Event::SoftBreak => self.push_text(" ", line, &mut out),
                Event::HardBreak => {
                    self.passage.push(" ", line);
                    out.push(Inline::Break);
                }
                Event::Start(tag) => {
                    let inner = self.nested(line, |reader| reader.span(tag, line));
                    out.extend(inner.unwrap_or_default());
                }
                other => {
                    self.refuse(line, refused::event(&other));
                    // What was typed stands in for what it was meant to be, so that a link round
                    // it is not called empty as well.
                    if let Event::Code(text) = other {
                        self.push_text(&text, line, &mut out);
                    }
                }
            }
        }
        out
    }

    /// Adds words, as part of the words before them if there are any.
    fn push_text(&mut self, words: &str, line: usize, out: &mut Vec<Inline>) {
        self.passage.push(words, line);
        if let Some(Inline::Text(text)) = out.last_mut() {
            text.push_str(words);
        } else {
            out.push(Inline::Text(words.to_owned()));
        }
    }

    /// Reads what `tag` starts, with its end; what is refused leaves its words behind.
    fn span(&mut self, tag: Tag<'_>, line: usize) -> Vec<Inline> {
        let inner = self.inlines();
        self.events.next();
        match tag {
            Tag::Emphasis => vec![Inline::Emphasis(inner)],
            Tag::Strong => vec![Inline::Strong(inner)],
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => match self.target(link_type, &dest_url, &title, &id, line) {
                Some(target) if self.has_words(&inner, line) => {
                    vec![Inline::Link {
                        target,
                        text: inner,
                    }]
                }
                _ => inner,
            },
            other => {
                self.refuse(line, refused::tag(&other));
                inner
            }
        }
    }

    fn has_words(&mut self, text: &[Inline], line: usize) -> bool {
        let full = !words(text).trim().is_empty();
        if !full {
            self.refuse(
                line,
                "this link has no words; say where it leads between [ and ]",
            );
        }
        full
    }

    /// Reads where a link leads.
    fn target(
        &mut self,
        link_type: LinkType,
        address: &str,
        title: &CowStr<'_>,
        name: &CowStr<'_>,
        line: usize,
    ) -> Option<Target> {
        if !title.is_empty() {
            let message =
                format!("a link shows no title; write \"{title}\" in the text or drop it");
            self.refuse(line, message);
        }
        let target = match link_type {
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => Err(format!(
                "the link [{name}] leads nowhere; write its address in round brackets"
            )),
            LinkType::Email => links::target(&format!("mailto:{address}")),
            _ => links::target(address),
        };
        if let Ok(Target::Here(id)) = &target {
            self.prose.anchors.push(At {
                value: id.clone(),
                line,
            });
        }
        target.map_err(|message| self.refuse(line, message)).ok()
    }
}

/// Returns the words of `inlines`.
pub(super) fn words(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push_words(inlines, &mut words);
    words
}
