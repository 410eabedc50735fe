//! The lines between `+++` and `+++` that head a section's file.

use super::page::{At, Page};
use super::suggest::{did_you_mean, listed};
use super::toml_fields::{Fields, parse};
use crate::domain::id::Id;
use crate::domain::module::SectionKind;

const FENCE: &str = "+++";
const KEYS: [&str; 5] = ["id", "title", "teaser", "kind", "sources"];

/// The kinds by the names that authors use.
const KINDS: [(&str, SectionKind); 5] = [
    ("help", SectionKind::Help),
    ("risk", SectionKind::Risk),
    ("law", SectionKind::Law),
    ("adults", SectionKind::Adults),
    ("plain", SectionKind::Plain),
];

/// What the front matter says; a field is `None` where a problem was noted instead.
#[derive(Clone, Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) id: Option<At<Id>>,
    pub(super) title: Option<String>,
    pub(super) teaser: Option<String>,
    pub(super) kind: Option<At<SectionKind>>,
    pub(super) sources: Vec<At<Id>>,
}

/// A section's file, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    /// The TOML between the fences, with the byte at which it starts.
    pub(super) toml: (&'t str, usize),
    /// The Markdown after them, with the byte at which it starts.
    pub(super) body: (&'t str, usize),
}

/// Takes a section's file apart; `None` when a fence is missing.
pub(super) fn split<'t>(page: &mut Page, text: &'t str) -> Option<Parts<'t>> {
    let mut offset = 0;
    let mut toml_start = None;
    for line in text.split_inclusive('\n') {
        let end = offset + line.len();
        match toml_start {
            None if line.trim_end() != FENCE => break,
            None => toml_start = Some(end),
            Some(start) if line.trim_end() == FENCE => {
                let toml = (text.get(start..offset)?, start);
                return Some(Parts {
                    toml,
                    body: (text.get(end..)?, end),
                });
            }
            Some(_) => {}
        }
        offset = end;
    }
    page.error(
        1,
        match toml_start {
            None => "the file has to start with a line +++, then id, title, teaser and kind",
            Some(_) => "the line +++ that ends what this one starts is missing",
        },
    );
    None
}

/// Reads the TOML between the fences.
pub(super) fn read(page: &mut Page, (toml, base): (&str, usize)) -> FrontMatter {
    let Some(document) = parse(page, toml, base) else {
        return FrontMatter::default();
    };
    let fields = Fields::new(page, document.as_table(), "the section", &KEYS, (1, base));
    FrontMatter {
        id: fields.id(page, "id"),
        title: fields.text(page, "title").map(|text| text.value),
        teaser: fields.text(page, "teaser").map(|text| text.value),
        kind: read_kind(page, &fields),
        sources: fields.optional_ids(page, "sources"),
    }
}

fn read_kind(page: &mut Page, fields: &Fields<'_>) -> Option<At<SectionKind>> {
    let name = fields.text(page, "kind")?;
    if let Some((_, value)) = KINDS.iter().find(|(known, _)| *known == name.value) {
        return Some(At {
            value: *value,
            line: name.line,
        });
    }
    let known = KINDS.map(|(known, _)| known);
    let hint = match did_you_mean(&name.value, known) {
        hint if hint.is_empty() => format!("; use {}", listed(&known, "or")),
        hint => hint,
    };
    page.error(
        name.line,
        format!("\"{}\" is not a kind of section{hint}", name.value),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_text(text: &str) -> Option<(&str, &str)> {
        let (mut page, _) = Page::open("a", "b.md", text.as_bytes());
        let parts = split(&mut page, text);
        assert_eq!(
            parts.is_none(),
            !page.into_problems().is_empty(),
            "a problem for each None"
        );
        parts.map(|parts| (parts.toml.0, parts.body.0))
    }

    #[test]
    fn takes_a_file_apart() {
        assert_eq!(
            split_text("+++\na = 1\n+++ \n\nText."),
            Some(("a = 1\n", "\nText."))
        );
        assert_eq!(split_text("+++\n+++"), Some(("", "")));
        assert_eq!(split_text("+++\n+++\n+++\n"), Some(("", "+++\n")));
    }

    #[test]
    fn misses_a_fence() {
        for text in ["", "Text.", "\n+++\n+++", "+++\na = 1\n", "+++"] {
            assert_eq!(split_text(text), None, "{text:?}");
        }
    }
}
