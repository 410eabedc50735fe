//! Reads a module's folder, Markdown and TOML, into the [model](crate::domain::module), or says
//! everything that is wrong with it.
//!
//! Compiled for the native build alone, so no parser reaches the browser. Knows `domain` and
//! nothing else of this crate. [`load`] touches the disk; everything behind [`read`] is a pure
//! function of text, which is what the tests and the fuzzing use.
//!
//! An author sees every problem of a folder at once, each with its file and line, so one wrong
//! file never hides another. The way through:
//!
//! ```text
//! module.toml ─► manifest ──────────────────────────────┐
//! *.md ─► front_matter ─► section                       │
//!             └─► markdown, inlines, links ─► reading ──┼─► check ─► assemble ─► Module
//! questions/*.md ─► front_matter ─► question            │
//!             └─► parts ─► markdown, … ─► evenness ─────┤
//! journeys/*.toml ─► journey ─► line ─► reading ────────┘
//! ```

mod assemble;
mod carry;
mod check;
mod evenness;
mod folder;
mod front_matter;
mod groups;
mod heading_id;
pub mod help;
mod inlines;
mod journey;
mod letters;
mod line;
mod links;
mod listing;
mod manifest;
mod markdown;
pub mod notice;
mod page;
pub mod problem;
mod question;
mod reader;
mod reading_age;
mod refused;
pub mod reserved;
mod section;
mod sentences;
mod syllables;
mod toml_fields;
mod toml_values;

pub use folder::load;
pub use problem::{Problem, Severity};
pub use reading_age::{HIGHEST, WARN_ABOVE};

use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::module::Module;
use journey::JourneyFile;
use manifest::Manifest;
use page::Page;
use question::QuestionFile;
use section::SectionFile;

/// The file in a module's folder that names its groups and sources.
pub const MANIFEST: &str = "module.toml";

/// The folder in a module's folder that holds its questions.
pub const QUESTIONS: &str = "questions";

/// The folder in a module's folder that holds its journeys.
pub const JOURNEYS: &str = "journeys";

/// What became of a module's folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The module; `Some` exactly when no problem is an [error](Severity::Error).
    pub module: Option<Module>,
    /// Everything that is wrong, by file and line.
    pub problems: Vec<Problem>,
    /// How hard each section, question and journey reads, by file. Empty for a language other than
    /// English, which the formula does not know.
    pub reading_ages: Vec<ReadingAge>,
}

/// How hard a section, question or journey reads.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingAge {
    /// The path of its file from the modules folder.
    pub file: String,
    /// The age at which a reader follows the text, to a tenth of a year.
    pub age: f64,
}

/// Reads the module `slug` from the names and bytes of its files.
///
/// `files` holds [`MANIFEST`], the sections (names ending `.md`), the questions (the same, after
/// [`QUESTIONS`] and a slash) and the journeys (names ending `.toml`, after [`JOURNEYS`] and a slash);
/// the order does not matter and anything else is passed over. `today` is the day after which no
/// review can have taken place.
#[must_use]
pub fn read<N: AsRef<str>, B: AsRef<[u8]>>(slug: &str, files: &[(N, B)], today: Date) -> Report {
    let mut files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_ref(), bytes.as_ref()))
        .collect();
    files.sort_unstable();
    let (mut home, text) = open_manifest(slug, &files);
    let id = Id::new(slug);
    if let Err(error) = &id {
        home.error(
            1,
            format!("the folder's name is the module's id, and {error}"),
        );
    }
    if let Some(why) = reserved::not_of_module(slug) {
        let message = format!(
            "the folder's name is the module's id, and \"{slug}\" cannot be one: {why}; choose another"
        );
        home.error(1, message);
    }
    let manifest = text.and_then(|text| Manifest::read(&mut home, &text, today));
    let english = manifest.as_ref().is_none_or(Manifest::is_english);
    let mut sections: Vec<SectionFile> = files
        .iter()
        .filter_map(|(name, bytes)| Some((stem(name)?, *bytes)))
        .map(|(stem, bytes)| SectionFile::read(slug, stem, bytes, english))
        .collect();
    let mut questions: Vec<QuestionFile> = files
        .iter()
        .filter_map(|(name, bytes)| Some((question_stem(name)?, *bytes)))
        .map(|(stem, bytes)| QuestionFile::read(slug, stem, bytes, english))
        .collect();
    let mut journeys: Vec<JourneyFile> = files
        .iter()
        .filter_map(|(name, bytes)| Some((journey_stem(name)?, *bytes)))
        .map(|(stem, bytes)| JourneyFile::read(slug, stem, bytes, english))
        .collect();
    if let Some(manifest) = &manifest {
        let journeys = &mut journeys;
        check::check(&mut home, manifest, &mut sections, &mut questions, journeys);
    }
    carry::check(&mut sections, &mut questions);
    evenness::check(&mut questions);
    report(id.ok(), home, manifest, (sections, questions, journeys))
}

/// Returns the name of a section's file without its ending, or `None` for another file.
fn stem(name: &str) -> Option<&str> {
    name.strip_suffix(".md").filter(|stem| !stem.contains('/'))
}

/// Returns the name of a question's file without its folder and ending, or `None` for another
/// file.
fn question_stem(name: &str) -> Option<&str> {
    stem(name.strip_prefix(QUESTIONS)?.strip_prefix('/')?)
}

/// Returns the name of a journey's file without its folder and ending, or `None` for another file.
fn journey_stem(name: &str) -> Option<&str> {
    let name = name.strip_prefix(JOURNEYS)?.strip_prefix('/')?;
    toml_stem(name)
}

/// Returns the name of a TOML file without its ending, or `None` for another file.
fn toml_stem(name: &str) -> Option<&str> {
    name.strip_suffix(".toml")
        .filter(|stem| !stem.contains('/'))
}

/// Returns the page of `module.toml` with its text, if it is there and is text.
fn open_manifest(slug: &str, files: &[(&str, &[u8])]) -> (Page, Option<String>) {
    if let Some((_, bytes)) = files.iter().find(|(name, _)| *name == MANIFEST) {
        return Page::open(slug, MANIFEST, bytes);
    }
    let (mut page, _) = Page::open(slug, MANIFEST, b"");
    page.error(
        1,
        "this file is missing; it names the module's groups, sections and sources",
    );
    (page, None)
}

/// Gathers what the files gave, and makes the module when nothing is wrong.
fn report(
    id: Option<Id>,
    home: Page,
    manifest: Option<Manifest>,
    (mut sections, mut questions, mut journeys): (
        Vec<SectionFile>,
        Vec<QuestionFile>,
        Vec<JourneyFile>,
    ),
) -> Report {
    let of_sections = sections.iter().filter_map(SectionFile::reading_age);
    let of_questions = questions.iter().filter_map(QuestionFile::reading_age);
    let of_journeys = journeys.iter().filter_map(JourneyFile::reading_age);
    let reading_ages = of_sections.chain(of_questions).chain(of_journeys).collect();
    let mut problems = home.into_problems();
    let pages = sections.iter_mut().map(|section| &mut section.page);
    let pages = pages.chain(questions.iter_mut().map(|question| &mut question.page));
    let pages = pages.chain(journeys.iter_mut().map(|journey| &mut journey.page));
    problems.extend(pages.flat_map(Page::take_problems));
    problems.sort();
    let sound = problems
        .iter()
        .all(|problem| problem.severity != Severity::Error);
    let module = id
        .zip(manifest)
        .filter(|_| sound)
        .and_then(|(id, manifest)| assemble::module(id, manifest, sections, questions, journeys));
    Report {
        module,
        problems,
        reading_ages,
    }
}
