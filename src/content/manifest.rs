//! `module.toml`: what a module is called, its groups and its sources.

use super::groups::{self, GroupEntry};
use super::line::{self, Line};
use super::links;
use super::page::{At, Page};
use super::reading_age;
use super::sentences::Passage;
use super::toml_fields::{Fields, parse};
use crate::domain::date::Date;
use crate::domain::id::Id;

/// The format that this player reads.
const FORMAT: i64 = 1;

const MODULE_KEYS: [&str; 10] = [
    "format",
    "title",
    "document_title",
    "summary",
    "audience",
    "language",
    "reviewed",
    "completion",
    "group",
    "source",
];
const COMPLETION_KEYS: [&str; 2] = ["groups", "finish"];
const SOURCE_KEYS: [&str; 5] = ["id", "title", "publisher", "date", "url"];

/// What `module.toml` says; a field is `None` where a problem was noted instead.
#[derive(Clone, Debug)]
pub(super) struct Manifest {
    pub(super) title: Option<String>,
    pub(super) document_title: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) audience: Option<String>,
    pub(super) language: Option<String>,
    pub(super) reviewed: Option<Date>,
    pub(super) completion: Vec<At<Id>>,
    pub(super) finish: Option<Line>,
    pub(super) groups: Vec<GroupEntry>,
    pub(super) sources: Vec<SourceEntry>,
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
        let (completion, finish) = read_completion(page, &fields);
        let manifest = Self {
            title: fields.text(page, "title").map(|text| text.value),
            document_title: fields.text(page, "document_title").map(|text| text.value),
            summary: fields.text(page, "summary").map(|text| text.value),
            audience: fields.optional_text(page, "audience"),
            language: read_language(page, &fields),
            reviewed: read_review(page, &fields, today),
            completion,
            finish,
            groups: groups::read(page, &fields),
            sources: read_sources(page, &fields),
        };
        if let Some(audience) = &manifest.audience {
            let line = fields.line_of(page, "audience");
            check_audience(page, audience, line, manifest.is_english());
        }
        Some(manifest)
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

/// Checks that it is a phrase, and one that readers follow. Of fewer words, the reading age says
/// nothing: two long ones would make a text for students of "For everybody".
fn check_audience(page: &mut Page, audience: &str, line: usize, english: bool) {
    const LONGEST: usize = 80;
    const WORDS: usize = 6;
    let length = audience.chars().count();
    if length > LONGEST {
        let message = format!(
            "\"audience\" has {length} characters, and a phrase of at most {LONGEST} is wanted; say \
             only who the module is for, like \"For young people and their parents\""
        );
        page.error(line, message);
    } else if english && audience.split(' ').count() >= WORDS {
        let mut passage = Passage::default();
        passage.push(audience, line);
        reading_age::check(page, "audience", &[passage]);
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

/// Reads what finishes the module, and what is said then.
fn read_completion(page: &mut Page, fields: &Fields<'_>) -> (Vec<At<Id>>, Option<Line>) {
    let Some(completion) = fields.table(page, "completion", ("the completion", &COMPLETION_KEYS))
    else {
        return (Vec::new(), None);
    };
    let groups = groups::filled(
        page,
        &completion,
        "groups",
        "name the groups that finish the module",
    );
    let finish = line::optional(page, &completion, "finish");
    // These words stand on a page of their own, too.
    for id in finish.iter().flat_map(|line| &line.anchors) {
        page.error(
            id.line,
            format!(
                "\"finish\" also stands outside of the module, where #{} is not; write words \
                 instead of the link",
                id.value
            ),
        );
    }
    (groups, finish)
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
