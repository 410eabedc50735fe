//! What the format leaves out, in sentences that say what to write instead.

use super::page::Page;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag};

const HTML: &str = "HTML is not shown; write Markdown, and \\< for the sign itself";
const CODE: &str = "code is not part of a module; write it as plain words";
const OTHER: &str = "this kind of mark-up is not part of a module; write it as plain words";

/// Of what stands in braces behind a heading and is no fragment.
pub(super) const BRACES: &str = "what stands in braces behind a heading is the name that links lead \
     to: # and one name, like {#fake}; for braces that are words, write \\{ and \\}";

/// Of a heading whose words make no fragment.
pub(super) const NO_FRAGMENT: &str =
    "no address can be made of this heading's words; write one behind it, like {#fake}";

/// How a callout starts.
pub(super) const CALLOUT: &str = "[!";

/// Signs that are left in the text when mark-up went wrong, with what to do.
pub(super) const LEFT_OVER: [(&str, &str); 5] = [
    (
        "](",
        "this link is not a link; no space stands between ] and ( or in the address",
    ),
    (
        "[^",
        "footnotes are not part of a module; name a source in the front matter",
    ),
    (
        CALLOUT,
        "a callout starts with a line > [!NOTE] or > [!TIP] that holds nothing else",
    ),
    (
        "{#",
        "a name in braces stands last in the line of a heading in a section, like ## Fakes {#fake}; \
         nothing else has one",
    ),
    (
        "**",
        "these ** are shown as they are; set them close around the words",
    ),
];

/// Notes the characters of a text, which starts `base` bytes into its file, that nobody sees.
pub(super) fn control_characters(page: &mut Page, text: &str, base: usize) {
    let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    for (at, _) in text.match_indices(hidden) {
        let line = page.line(base + at);
        page.error(
            line,
            "this line holds an invisible control character; delete it",
        );
    }
}

/// Returns why a container cannot stand in a module.
pub(super) fn tag(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::HtmlBlock => HTML,
        Tag::CodeBlock(CodeBlockKind::Indented) => {
            "a line that starts with four spaces is code; take the spaces away"
        }
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => CODE,
        Tag::Table(_) => "tables are not part of a module; write a list",
        Tag::FootnoteDefinition(_) => {
            "footnotes are not part of a module; name a source in the front matter"
        }
        Tag::Image { .. } => "pictures are not part of a module; say it in words",
        Tag::Strikethrough => "struck-out words are not part of a module; delete them",
        _ => OTHER,
    }
}

/// Returns why something without a content of its own cannot stand in a module.
pub(super) fn event(event: &Event<'_>) -> &'static str {
    match event {
        Event::Html(_) | Event::InlineHtml(_) => HTML,
        Event::Code(_) => CODE,
        Event::FootnoteReference(_) => {
            "footnotes are not part of a module; name a source in the front matter"
        }
        Event::Rule => "rules are not part of a module; write a heading, or nothing",
        Event::TaskListMarker(_) => "boxes to tick are not part of a module; delete the [ ]",
        _ => OTHER,
    }
}

/// Returns why a block quotation is no callout, or cannot stand where it stands.
pub(super) fn callout(kind: Option<BlockQuoteKind>, in_callout: bool) -> Option<&'static str> {
    match kind {
        None => Some(
            "quotations are not part of a module; start it with a line > [!NOTE] or > [!TIP] for a \
             callout, or take the > away",
        ),
        Some(BlockQuoteKind::Important | BlockQuoteKind::Warning | BlockQuoteKind::Caution) => {
            Some(
                "there are two callouts; use [!NOTE] for something worth knowing, [!TIP] for what the \
             reader can do",
            )
        }
        Some(BlockQuoteKind::Note | BlockQuoteKind::Tip) if in_callout => {
            Some("a callout cannot stand inside a callout; put it after the first")
        }
        Some(BlockQuoteKind::Note | BlockQuoteKind::Tip) => None,
    }
}
