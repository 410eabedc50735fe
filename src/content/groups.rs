//! The groups of `module.toml`: sections to read, or questions to answer.

use super::line::{self, Line};
use super::page::{At, Page};
use super::toml_fields::Fields;
use crate::domain::id::Id;

const KEYS: [&str; 6] = ["id", "title", "lead", "sections", "questions", "next"];

/// A group as `module.toml` lists it.
#[derive(Clone, Debug)]
pub(super) struct GroupEntry {
    pub(super) id: Option<At<Id>>,
    pub(super) title: Option<String>,
    pub(super) lead: Option<Line>,
    pub(super) sections: Vec<At<Id>>,
    pub(super) questions: Vec<At<Id>>,
    pub(super) next: Option<Line>,
}

impl GroupEntry {
    /// Returns what the links in its lines lead to.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &At<Id>> {
        let lines = self.lead.iter().chain(&self.next);
        lines.flat_map(|line| &line.anchors)
    }

    /// Returns whether its list could not be read, of which there is a problem.
    pub(super) fn is_unread(&self) -> bool {
        self.sections.is_empty() && self.questions.is_empty()
    }
}

/// Reads the groups of the module.
pub(super) fn read(page: &mut Page, fields: &Fields<'_>) -> Vec<GroupEntry> {
    let groups = fields.tables(page, "group", ("the group", &KEYS));
    if groups.is_empty() && !fields.has("group") {
        page.error(1, "the module has no group; add one under a line [[group]]");
    }
    groups.iter().map(|group| entry(page, group)).collect()
}

fn entry(page: &mut Page, group: &Fields<'_>) -> GroupEntry {
    let (reads, asks) = (group.has("sections"), group.has("questions"));
    match (reads, asks) {
        (true, true) => page.error(
            group.line_of(page, "questions"),
            "a group has \"sections\" or \"questions\"; make two groups of this one",
        ),
        (false, false) => {
            let example = "sections = [\"…\"], or questions = [\"…\"] for an exercise";
            group.lacks(page, "sections", example);
        }
        _ => {}
    }
    if group.has("next") && !asks {
        page.error(
            group.line_of(page, "next"),
            "\"next\" stands under the questions of an exercise, and this group has none; delete it",
        );
    }
    let mut list = |there: bool, key, what| {
        let list = there.then(|| filled(page, group, key, what));
        list.unwrap_or_default()
    };
    let sections = list(reads, "sections", "list a section, or delete the group");
    let questions = list(asks, "questions", "list a question, or delete the group");
    GroupEntry {
        id: group.id(page, "id"),
        title: group.text(page, "title").map(|text| text.value),
        lead: line::optional(page, group, "lead"),
        sections,
        questions,
        next: line::optional(page, group, "next"),
    }
}

/// Reads a list of ids that may not be empty; `what` says what to do about an empty one.
pub(super) fn filled(page: &mut Page, fields: &Fields<'_>, key: &str, what: &str) -> Vec<At<Id>> {
    let listed = fields.ids(page, key);
    if listed.as_ref().is_some_and(Vec::is_empty) && fields.is_empty_list(key) {
        page.error(
            fields.line_of(page, key),
            format!("\"{key}\" is empty; {what}"),
        );
    }
    listed.unwrap_or_default()
}
