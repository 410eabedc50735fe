//! The lines between `+++` and `+++` that head the file of a section or question.

use super::page::{At, Page};
use super::toml_fields::{Fields, parse};
use crate::domain::id::Id;
use crate::domain::module::SectionKind;
use crate::suggest::{did_you_mean, listed};

const FENCE: &str = "+++";
const KEYS: [&str; 7] = [
    "id",
    "title",
    "teaser",
    "kind",
    "sources",
    "questions",
    "journey",
];

/// What the front matter of a section cannot do without, in words.
pub(super) const SECTION: &str = "id, title, teaser and kind";

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
    /// The questions under the text.
    pub(super) questions: Option<Vec<At<Id>>>,
    /// The journey after the text: one, or none.
    pub(super) journey: Option<Vec<At<Id>>>,
}

/// A file, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    /// The TOML between the fences, with the byte at which it starts.
    pub(super) toml: (&'t str, usize),
    /// The Markdown after them, with the byte at which it starts.
    pub(super) body: (&'t str, usize),
}

/// Takes a file apart; `None` when a fence is missing. `keys` says what stands between them.
pub(super) fn split<'t>(page: &mut Page, text: &'t str, keys: &str) -> Option<Parts<'t>> {
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
    match toml_start {
        None => page.error(
            1,
            format!("the file has to start with a line +++, then {keys}"),
        ),
        Some(_) => page.error(1, "the line +++ that ends what this one starts is missing"),
    }
    None
}

/// Reads the TOML between the fences of a section.
pub(super) fn read(page: &mut Page, (toml, base): (&str, usize)) -> FrontMatter {
    let Some(document) = parse(page, toml, base) else {
        return FrontMatter::default();
    };
    let fields = Fields::new(page, document.as_table(), "the section", &KEYS, (1, base));
    FrontMatter {
        id: fields.id(page, "id"),
        title: fields.text(page, "title").map(|text| text.value),
        teaser: fields.text(page, "teaser").map(|text| text.value),
        kind: kind(page, &fields, "section", &KINDS),
        sources: fields.optional_ids(page, "sources").unwrap_or_default(),
        questions: fields.optional_ids(page, "questions"),
        journey: if fields.has("journey") {
            fields.id(page, "journey").map(|name| vec![name])
        } else {
            Some(Vec::new())
        },
    }
}

/// Reads the kind of a `subject`, which is one of `kinds` by its name.
pub(super) fn kind<K: Copy>(
    page: &mut Page,
    fields: &Fields<'_>,
    subject: &str,
    kinds: &[(&str, K)],
) -> Option<At<K>> {
    let name = fields.text(page, "kind")?;
    if let Some((_, value)) = kinds.iter().find(|(known, _)| *known == name.value) {
        return Some(At {
            value: *value,
            line: name.line,
        });
    }
    let known: Vec<&str> = kinds.iter().map(|(known, _)| *known).collect();
    let hint = match did_you_mean(&name.value, known.iter().copied()) {
        hint if hint.is_empty() => format!("; use {}", listed(&known, "or")),
        hint => hint,
    };
    page.error(
        name.line,
        format!("\"{}\" is not a kind of {subject}{hint}", name.value),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_text(text: &str) -> Option<(&str, &str)> {
        let (mut page, _) = Page::open("a", "b.md", text.as_bytes());
        let parts = split(&mut page, text, SECTION);
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
