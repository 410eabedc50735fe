//! A module as indented lines that change only when the module does.

use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::journey::Journey;
use citizens_academy_player::domain::module::{Module, Section};
use citizens_academy_player::domain::prose::{Block, Inline};
use citizens_academy_player::domain::question::Question;
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
    if let Some(audience) = &module.audience {
        line(format!("  audience {audience:?}"));
    }
    line(format!("  completion {}", ids(&module.completion.groups)));
    if let Some(finish) = &module.completion.finish {
        line(format!("  finish {finish:?}"));
    }
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
        for item in &group.questions {
            line(question(item, 2).trim_end().to_owned());
        }
        if let Some(next) = &group.next {
            line(format!("  next {next:?}"));
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
    if let Some(item) = &section.journey {
        out.push_str(&journey(item));
    }
    for item in &section.questions {
        out.push_str(&question(item, 4));
    }
    out
}

fn journey(journey: &Journey) -> String {
    let mut out = format!(
        "    journey {:?} lead {:?} next {:?}\n",
        journey.title, journey.lead, journey.next
    );
    let mut line = |text: String| writeln!(out, "      {text}").expect("text");
    for (index, place) in journey.places.iter().enumerate() {
        let (from, stopped) = (place.from, journey.stopped_at(index));
        line(format!(
            "place {:?} {:?} at {:?} from {from:?}, stopped at {stopped:?}: {}",
            place.title,
            place.kind,
            (place.at.column, place.at.row),
            inlines(&place.text)
        ));
    }
    for way in &journey.ways {
        let (title, stops, text) = (&way.title, &way.stops, inlines(&way.text));
        line(format!("way {title:?} stops {stops:?}: {text}"));
    }
    out
}

fn question(question: &Question, indent: usize) -> String {
    let mut out = format!(
        "{:indent$}question {} {:?} {:?} from {}\n",
        "", question.id, question.kind, question.title, question.section
    );
    let (inner, deeper) = (indent + 2, indent + 4);
    writeln!(out, "{:inner$}task {:?}", "", question.task).expect("text");
    blocks(&question.intro, inner, &mut out);
    for step in &question.steps {
        writeln!(out, "{:inner$}step", "").expect("text");
        blocks(&step.context, deeper, &mut out);
        let ask = inlines(&step.ask);
        writeln!(out, "{:deeper$}ask {ask}", "").expect("text");
        for option in &step.options {
            let label = inlines(&option.label);
            writeln!(out, "{:deeper$}option {label}", "").expect("text");
            blocks(&option.explanation, deeper + 2, &mut out);
        }
    }
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
            Block::Heading { depth, id, text } => {
                let id = id.as_ref().map_or("", Id::as_str);
                (format!("heading {depth} #{id} {}", inlines(text)), vec![])
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
