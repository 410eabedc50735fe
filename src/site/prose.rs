//! Typed prose as HTML. Whatever an author typed is escaped by the template engine.

use maud::Markup;
use maud::html;

use crate::domain::id::Id;
use crate::domain::prose::Block;
use crate::domain::prose::Callout;
use crate::domain::prose::Inline;
use crate::domain::prose::Target;

/// Returns `blocks` as HTML, under a heading of level `level` (1 to 6).
#[must_use]
pub fn blocks(blocks: &[Block], level: u8) -> Markup {
    html! { @for block in blocks { (self::block(block, level)) } }
}

fn block(block: &Block, level: u8) -> Markup {
    match block {
        Block::Paragraph(text) => html! { p { (inlines(text)) } },
        Block::Heading { depth, id, text } => html! {
            (heading(level + depth, id.as_ref(), None, &inlines(text)))
            @if let Some(id) = id { (here(id)) }
        },
        Block::List(items) => html! {
            ul { @for item in items { li { (self::item(item, level)) } } }
        },
        Block::Steps(items) => html! {
            ol class="steps" { @for item in items { li { (self::item(item, level)) } } }
        },
        Block::Callout { kind, blocks } => callout(*kind, blocks, level),
    }
}

/// Returns a link to the part of the page that has this id, to be copied: where the browser lets it, a
/// press does.
pub(super) fn here(part: &Id) -> Markup {
    html! { a class="here" href={ "#" (part) } { "Link to this" } }
}

/// Returns a heading; HTML has no level over two here, since the page has one `<h1>`, and none under
/// six.
#[must_use]
pub fn heading(level: u8, id: Option<&Id>, class: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match level {
            ..=2 => h2 id=[id] class=[class] { (words) },
            3 => h3 id=[id] class=[class] { (words) },
            4 => h4 id=[id] class=[class] { (words) },
            5 => h5 id=[id] class=[class] { (words) },
            _ => h6 id=[id] class=[class] { (words) },
        }
    }
}

/// Returns an item's content; an item that is one paragraph needs no `<p>`.
fn item(item: &[Block], level: u8) -> Markup {
    match item {
        [Block::Paragraph(text), rest @ ..] => html! { (inlines(text)) (blocks(rest, level)) },
        other => blocks(other, level),
    }
}

fn callout(kind: Callout, inner: &[Block], level: u8) -> Markup {
    let (class, title) = match kind {
        Callout::Note => ("callout callout--note", "Good to know"),
        Callout::Action => ("callout callout--action", "What you can do"),
    };
    html! {
        div class=(class) {
            p class="callout__title" { (title) }
            (blocks(inner, level))
        }
    }
}

/// Returns a line of text as HTML.
#[must_use]
pub fn inlines(text: &[Inline]) -> Markup {
    html! { @for inline in text { (self::inline(inline)) } }
}

fn inline(inline: &Inline) -> Markup {
    match inline {
        Inline::Text(text) => html! { (text) },
        Inline::Emphasis(text) => html! { em { (inlines(text)) } },
        Inline::Strong(text) => html! { strong { (inlines(text)) } },
        Inline::Break => html! { br; },
        Inline::Link { target, text } => link(target, text),
    }
}

/// Returns a link. One that leaves the page tells the other site nothing of this one.
fn link(target: &Target, text: &[Inline]) -> Markup {
    let leaves = matches!(target, Target::Web(_));
    html! { a href=(target.href()) rel=[leaves.then_some("noreferrer")] { (inlines(text)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.to_owned())]
    }

    #[test]
    fn nothing_that_an_author_types_becomes_markup() {
        let nasty = r#""><script>alert(1)</script>&amp;"#;
        let link = Inline::Link {
            target: Target::Web(format!("https://{nasty}")),
            text: text(nasty),
        };
        let html = blocks(&[Block::Paragraph(vec![link])], 3).into_string();
        let escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;";
        let expected =
            format!("<p><a href=\"https://{escaped}\" rel=\"noreferrer\">{escaped}</a></p>");
        assert_eq!(html, expected);
    }

    #[test]
    fn headings_follow_the_section() {
        let headings = [1, 2, 3].map(|depth| Block::Heading {
            depth,
            id: None,
            text: text("x"),
        });
        assert_eq!(
            blocks(&headings, 3).into_string(),
            "<h4>x</h4><h5>x</h5><h6>x</h6>"
        );
    }

    #[test]
    fn an_item_of_one_paragraph_is_plain() {
        let paragraph = Block::Paragraph(text("a"));
        let list = Block::List(vec![
            vec![paragraph.clone()],
            vec![paragraph.clone(), paragraph],
        ]);
        assert_eq!(
            blocks(&[list], 3).into_string(),
            "<ul><li>a</li><li>a<p>a</p></li></ul>"
        );
    }
}
