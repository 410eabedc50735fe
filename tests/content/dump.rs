//! A module as indented lines that change only when the module does.

use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::module::{Module, Section};
use citizens_academy_player::domain::prose::{Block, Inline};
use std::fmt::Write as _;

/// Writes the whole module.
pub(crate) fn module(module: &Module) -> String {
    let mut out = format!(
        "module {} [{}] reviewed {}\n  title {:?}\n  document title {:?}\n  summary {:?}\n",
        module.id,
        module.language,
        module.reviewed,
        module.title,
        module.document_title,
        module.summary,
    );
    let mut line = |text: String| writeln!(out, "{text}").expect("text");
    line(format!("  completion {}", ids(&module.completion.groups)));
    for source in &module.sources {
        line(format!(
            "source {} {:?} by {:?}, {:?}, {}",
            source.id, source.title, source.publisher, source.date, source.url
        ));
    }
    for group in &module.groups {
        line(format!(
            "group {} {:?} lead {:?}",
            group.id, group.title, group.lead
        ));
        for item in &group.sections {
            line(section(item).trim_end().to_owned());
        }
    }
    out
}

fn section(section: &Section) -> String {
    let mut out = format!(
        "  section {} {:?} {:?} teaser {:?} sources {}\n",
        section.id,
        section.kind,
        section.title,
        section.teaser,
        ids(&section.sources)
    );
    blocks(&section.prose, 4, &mut out);
    out
}

fn ids(ids: &[Id]) -> String {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    format!("[{}]", ids.join(", "))
}

fn blocks(blocks: &[Block], indent: usize, out: &mut String) {
    for block in blocks {
        let (head, items) = match block {
            Block::Paragraph(text) => (format!("paragraph {}", inlines(text)), vec![]),
            Block::Heading { depth, text } => {
                (format!("heading {depth} {}", inlines(text)), vec![])
            }
            Block::List(items) => ("list".to_owned(), items.iter().collect()),
            Block::Steps(items) => ("steps".to_owned(), items.iter().collect()),
            Block::Callout { kind, blocks } => (format!("callout {kind:?}"), vec![blocks]),
        };
        writeln!(out, "{:indent$}{head}", "").expect("text");
        for item in items {
            writeln!(out, "{:indent$}-", "", indent = indent + 2).expect("text");
            self::blocks(item, indent + 4, out);
        }
    }
}

fn inlines(text: &[Inline]) -> String {
    let pieces: Vec<String> = text
        .iter()
        .map(|inline| match inline {
            Inline::Text(words) => format!("{words:?}"),
            Inline::Emphasis(inner) => format!("emphasis({})", inlines(inner)),
            Inline::Strong(inner) => format!("strong({})", inlines(inner)),
            Inline::Link { target, text } => format!("link({target:?} {})", inlines(text)),
            Inline::Break => "break".to_owned(),
        })
        .collect();
    pieces.join(" ")
}
