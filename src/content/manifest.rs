//! `module.toml`: what a module is called, its groups and its sources.

use super::links;
use super::page::{At, Page};
use super::toml_fields::{Fields, parse};
use crate::domain::date::Date;
use crate::domain::id::Id;

/// The format that this player reads.
const FORMAT: i64 = 1;

const MODULE_KEYS: [&str; 9] = [
    "format",
    "title",
    "document_title",
    "summary",
    "language",
    "reviewed",
    "completion",
    "group",
    "source",
];
const COMPLETION_KEYS: [&str; 1] = ["groups"];
const GROUP_KEYS: [&str; 4] = ["id", "title", "lead", "sections"];
const SOURCE_KEYS: [&str; 5] = ["id", "title", "publisher", "date", "url"];

/// What `module.toml` says; a field is `None` where a problem was noted instead.
#[derive(Clone, Debug)]
pub(super) struct Manifest {
    pub(super) title: Option<String>,
    pub(super) document_title: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) language: Option<String>,
    pub(super) reviewed: Option<Date>,
    pub(super) completion: Vec<At<Id>>,
    pub(super) groups: Vec<GroupEntry>,
    pub(super) sources: Vec<SourceEntry>,
}

/// A group as `module.toml` lists it.
#[derive(Clone, Debug)]
pub(super) struct GroupEntry {
    pub(super) id: Option<At<Id>>,
    pub(super) title: Option<String>,
    pub(super) lead: Option<String>,
    pub(super) sections: Vec<At<Id>>,
}

/// A source as `module.toml` lists it.
#[derive(Clone, Debug)]
pub(super) struct SourceEntry {
    pub(super) id: Option<At<Id>>,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
}

impl Manifest {
    /// Reads the text of `module.toml`; `None` when it is not TOML.
    pub(super) fn read(page: &mut Page, text: &str, today: Date) -> Option<Self> {
        let document = parse(page, text, 0)?;
        let fields = Fields::new(
            page,
            document.as_table(),
            "the module",
            &MODULE_KEYS,
            (1, 0),
        );
        read_format(page, &fields);
        Some(Self {
            title: fields.text(page, "title").map(|text| text.value),
            document_title: fields.text(page, "document_title").map(|text| text.value),
            summary: fields.text(page, "summary").map(|text| text.value),
            language: read_language(page, &fields),
            reviewed: read_review(page, &fields, today),
            completion: read_completion(page, &fields),
            groups: read_groups(page, &fields),
            sources: read_sources(page, &fields),
        })
    }

    /// Returns whether the text is English, as far as the file says.
    pub(super) fn is_english(&self) -> bool {
        let english = |tag: &String| tag == "en" || tag.starts_with("en-");
        self.language.as_ref().is_none_or(english)
    }
}

fn read_format(page: &mut Page, fields: &Fields<'_>) {
    if let Some(format) = fields
        .number(page, "format", FORMAT)
        .filter(|n| n.value != FORMAT)
    {
        let message = format!(
            "format is {}, but this player reads format {FORMAT}",
            format.value
        );
        page.error(format.line, message);
    }
}

/// Reads a BCP 47 tag, as far as its form goes: a language, then what narrows it down.
fn read_language(page: &mut Page, fields: &Fields<'_>) -> Option<String> {
    let tag = fields.text(page, "language")?;
    let mut parts = tag.value.split('-');
    let language = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if language && rest {
        return Some(tag.value);
    }
    page.error(
        tag.line,
        format!(
            "\"{}\" is not a language tag; write it like \"en-GB\" or \"cy\"",
            tag.value
        ),
    );
    None
}

fn read_review(page: &mut Page, fields: &Fields<'_>, today: Date) -> Option<Date> {
    let day = fields.date(page, "reviewed")?;
    if day.value > today {
        page.error(
            day.line,
            format!(
                "the review of {} lies in the future; today is {today}",
                day.value
            ),
        );
    }
    Some(day.value)
}

fn read_completion(page: &mut Page, fields: &Fields<'_>) -> Vec<At<Id>> {
    let Some(completion) = fields.table(page, "completion", ("the completion", &COMPLETION_KEYS))
    else {
        return Vec::new();
    };
    filled(
        page,
        &completion,
        "groups",
        "name the groups that finish the module",
    )
}

/// Reads a list of ids that may not be empty; `what` says what to do about an empty one.
fn filled(page: &mut Page, fields: &Fields<'_>, key: &str, what: &str) -> Vec<At<Id>> {
    let listed = fields.ids(page, key);
    if listed.as_ref().is_some_and(Vec::is_empty) && fields.is_empty_list(key) {
        page.error(
            fields.line_of(page, key),
            format!("\"{key}\" is empty; {what}"),
        );
    }
    listed.unwrap_or_default()
}

fn read_groups(page: &mut Page, fields: &Fields<'_>) -> Vec<GroupEntry> {
    let groups = fields.tables(page, "group", ("the group", &GROUP_KEYS));
    if groups.is_empty() && !fields.has("group") {
        page.error(1, "the module has no group; add one under a line [[group]]");
    }
    groups
        .into_iter()
        .map(|group| GroupEntry {
            id: group.id(page, "id"),
            title: group.text(page, "title").map(|text| text.value),
            lead: group.optional_text(page, "lead"),
            sections: filled(
                page,
                &group,
                "sections",
                "list a section, or delete the group",
            ),
        })
        .collect()
}

fn read_sources(page: &mut Page, fields: &Fields<'_>) -> Vec<SourceEntry> {
    fields
        .tables(page, "source", ("the source", &SOURCE_KEYS))
        .into_iter()
        .map(|source| SourceEntry {
            id: source.id(page, "id"),
            title: source.text(page, "title").map(|text| text.value),
            publisher: source.text(page, "publisher").map(|text| text.value),
            date: source.optional_text(page, "date"),
            url: read_url(page, &source),
        })
        .collect()
}

fn read_url(page: &mut Page, source: &Fields<'_>) -> Option<String> {
    let url = source.text(page, "url")?;
    links::web(&url.value)
        .map_err(|message| page.error(url.line, message))
        .ok()
}
