//! A section's file: front matter and text.

use super::ReadingAge;
use super::front_matter::{self, FrontMatter};
use super::markdown;
use super::page::Page;
use super::reader::Prose;
use super::reading_age;
use super::refused;
use crate::domain::id::Id;
use crate::domain::module::SectionKind;

/// A section's file, read as far as it can be.
#[derive(Clone, Debug)]
pub(super) struct SectionFile {
    /// The file, with its problems.
    pub(super) page: Page,
    /// What stands before its text.
    pub(super) head: FrontMatter,
    /// Its text.
    pub(super) prose: Prose,
    /// The name of the file without its ending.
    stem: String,
    age: Option<f64>,
}

impl SectionFile {
    /// Reads the file `stem`.md of the module `slug`; `english` says whether the reading age can
    /// be told.
    pub(super) fn read(slug: &str, stem: &str, bytes: &[u8], english: bool) -> Self {
        let (page, text) = Page::open(slug, &format!("{stem}.md"), bytes);
        let mut file = Self {
            page,
            head: FrontMatter::default(),
            prose: Prose::default(),
            stem: stem.to_owned(),
            age: None,
        };
        if let Some(text) = text {
            file.read_text(&text, english);
        }
        file
    }

    fn read_text(&mut self, text: &str, english: bool) {
        let Some(parts) = front_matter::split(&mut self.page, text, front_matter::SECTION) else {
            return;
        };
        self.head = front_matter::read(&mut self.page, parts.toml);
        let (body, base) = parts.body;
        refused::control_characters(&mut self.page, body, base);
        let sound = self.page.count();
        self.prose = markdown::read(&mut self.page, body, base);
        if self.prose.blocks.is_empty() && self.page.count() == sound {
            let line = self.page.line(base.saturating_sub(1));
            self.page
                .error(line, "the section has no text; write it after this line");
        }
        self.check_action();
        if english {
            self.age = reading_age::check(&mut self.page, "section", &self.prose.passages);
        }
    }

    fn check_action(&mut self) {
        let kind = self
            .head
            .kind
            .as_ref()
            .filter(|kind| kind.value == SectionKind::Risk);
        if let Some(kind) = kind.filter(|_| !self.prose.action) {
            self.page.error(
                kind.line,
                "a section of the kind \"risk\" says what the reader can do; add a callout > [!TIP]",
            );
        }
    }

    /// Returns the section's id, or what it most likely is: authors name files for their ids.
    ///
    /// A file whose id cannot be read has its own problem; with the guess, `module.toml` does not
    /// get another for naming a section that is not there.
    pub(super) fn likely_id(&self) -> Option<Id> {
        self.head
            .id
            .as_ref()
            .map(|id| id.value.clone())
            .or_else(|| Id::new(&self.stem).ok())
    }

    /// Returns how hard the section reads, if that can be told.
    pub(super) fn reading_age(&self) -> Option<ReadingAge> {
        self.age.map(|age| ReadingAge {
            file: self.page.path().to_owned(),
            age,
        })
    }
}
