//! The lines between `+++` and `+++` that head a question's file.

use crate::content::front_matter;
use crate::content::page::{At, Page};
use crate::content::toml_fields::{Fields, parse};
use crate::domain::id::Id;
use crate::domain::question::QuestionKind;

const KEYS: [&str; 4] = ["id", "title", "kind", "section"];

/// The keys as a sentence lists them.
pub(super) const KEYS_IN_WORDS: &str = "id, title, kind and section";

/// The kinds by the names that authors use.
const KINDS: [(&str, QuestionKind); 5] = [
    ("single", QuestionKind::Single),
    ("several", QuestionKind::Several),
    ("myth-or-fact", QuestionKind::MythOrFact),
    ("order", QuestionKind::Order),
    ("scenario", QuestionKind::Scenario),
];

/// What the front matter says; a field is `None` where a problem was noted instead.
#[derive(Clone, Debug, Default)]
pub(in crate::content) struct Head {
    pub(in crate::content) id: Option<At<Id>>,
    pub(in crate::content) title: Option<String>,
    pub(in crate::content) kind: Option<At<QuestionKind>>,
    /// The section that the question comes from.
    pub(in crate::content) section: Option<At<Id>>,
}

/// Reads the TOML between the fences.
pub(super) fn read(page: &mut Page, (toml, base): (&str, usize)) -> Head {
    let Some(document) = parse(page, toml, base) else {
        return Head::default();
    };
    let fields = Fields::new(page, document.as_table(), "the question", &KEYS, (1, base));
    Head {
        id: fields.id(page, "id"),
        title: fields.text(page, "title").map(|text| text.value),
        kind: front_matter::kind(page, &fields, "question", &KINDS),
        section: fields.id(page, "section"),
    }
}

/// Returns the name that authors use for a kind.
pub(super) fn name(kind: QuestionKind) -> &'static str {
    let found = KINDS.iter().find(|(_, known)| *known == kind);
    found.map_or("", |(name, _)| name)
}
