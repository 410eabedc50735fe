//! A question's file: front matter, what is asked, and the options with their explanations.
//!
//! [`parts`] takes the text apart line by line, [`body`], [`option`] and [`signs`] read each part, and one
//! file for each kind of question checks that the whole can be answered and makes the task.

mod body;
mod choices;
mod head;
mod option;
mod order;
mod parts;
mod signs;
mod story;
mod tone;

pub(super) use body::Asked;

use super::page::{At, Page};
use super::{QUESTIONS, ReadingAge, front_matter, reading_age, refused};
use crate::domain::exercise::Task;
use crate::domain::id::Id;
use crate::domain::prose::Block;
use crate::domain::question::QuestionKind;
use body::Body;
use head::Head;

/// A question's file, read as far as it can be.
#[derive(Clone, Debug)]
pub(super) struct QuestionFile {
    /// The file, with its problems.
    pub(super) page: Page,
    /// What stands before its text.
    pub(super) head: Head,
    /// How a story begins.
    pub(super) intro: Vec<Block>,
    /// What is asked.
    pub(super) steps: Vec<Asked>,
    /// How an answer is judged; `None` where a problem was noted instead.
    pub(super) task: Option<Task>,
    /// What its links within the module lead to.
    pub(super) anchors: Vec<At<Id>>,
    /// The name of the file without its ending.
    stem: String,
    age: Option<f64>,
}

impl QuestionFile {
    /// Reads the file `stem`.md of the module `slug`; `english` says whether the words can be
    /// judged.
    pub(super) fn read(slug: &str, stem: &str, bytes: &[u8], english: bool) -> Self {
        let (page, text) = Page::open(slug, &format!("{QUESTIONS}/{stem}.md"), bytes);
        let mut file = Self {
            page,
            head: Head::default(),
            intro: Vec::new(),
            steps: Vec::new(),
            task: None,
            anchors: Vec::new(),
            stem: stem.to_owned(),
            age: None,
        };
        if let Some(text) = text {
            file.read_text(&text, english);
        }
        file
    }

    fn read_text(&mut self, text: &str, english: bool) {
        let Some(parts) = front_matter::split(&mut self.page, text, head::KEYS_IN_WORDS) else {
            return;
        };
        self.head = head::read(&mut self.page, parts.toml);
        refused::control_characters(&mut self.page, parts.body.0, parts.body.1);
        let kind = self.head.kind.as_ref().map(|kind| kind.value);
        let body = body::read(&mut self.page, kind, english, parts.body);
        self.task = kind.and_then(|kind| task(&mut self.page, kind, &body));
        if english {
            self.age = reading_age::check(&mut self.page, "question", &body.passages);
        }
        self.intro = body.intro;
        self.steps = body.steps;
        self.anchors = body.anchors;
    }

    /// Returns the question's id, or what it most likely is, as for a
    /// [section](super::section::SectionFile::likely_id).
    pub(super) fn likely_id(&self) -> Option<Id> {
        let written = self.head.id.as_ref().map(|id| id.value.clone());
        written.or_else(|| Id::new(&self.stem).ok())
    }

    /// Returns how hard the question reads, if that can be told.
    pub(super) fn reading_age(&self) -> Option<ReadingAge> {
        self.age.map(|age| ReadingAge {
            file: self.page.path().to_owned(),
            age,
        })
    }
}

/// Makes the task of a question; `None` once it has noted why there is none.
fn task(page: &mut Page, kind: QuestionKind, body: &Body) -> Option<Task> {
    if kind == QuestionKind::Scenario {
        return story::task(page, body);
    }
    let step = body.steps.first()?;
    match kind {
        QuestionKind::Order => order::task(page, step),
        kind => choices::task(page, kind, step),
    }
}
