//! A module as its author wrote it: the whole text, checked.
//!
//! Only the native build holds one. The browser gets the prerendered page and an
//! [outline](crate::domain::outline).

use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::journey::Journey;
use crate::domain::prose::Block;
use crate::domain::prose::Inline;
use crate::domain::question::Question;

/// A learning module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Names the module in addresses and on the device; says nothing of the topic.
    pub id: Id,
    /// The heading of the page.
    pub title: String,
    /// The title of the window, the tab and the history entry; says nothing of the topic.
    pub document_title: String,
    /// What the module is, in a sentence or two under the heading.
    pub summary: String,
    /// Who it is for, in a phrase: `For young people and their parents`. A list of several modules
    /// shows it.
    pub audience: Option<String>,
    /// The language of the text, a BCP 47 tag such as `en-GB`.
    pub language: String,
    /// The day on which a person last checked the text.
    pub reviewed: Date,
    /// What finishes the module.
    pub completion: Completion,
    /// The sections in their order, in groups.
    pub groups: Vec<Group>,
    /// What the claims rest on, in the author's order.
    pub sources: Vec<Source>,
}

impl Module {
    /// Returns the sections of all groups, in reading order.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.groups.iter().flat_map(|group| &group.sections)
    }

    /// Returns every question, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| {
            let of_sections = group.sections.iter().flat_map(|section| &section.questions);
            of_sections.chain(&group.questions)
        })
    }
}

/// What finishes a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The groups whose sections all have to be read, and whose questions, those in their sections
    /// included, all have to be answered. Never empty.
    pub groups: Vec<Id>,
    /// What is said to a reader who has finished.
    pub finish: Option<Vec<Inline>>,
}

/// Sections, or the questions of an exercise, that belong together under a heading of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The fragment that leads to the group.
    pub id: Id,
    /// The heading.
    pub title: String,
    /// A line under the heading.
    pub lead: Option<Vec<Inline>>,
    /// The sections, in reading order. Empty where there are questions.
    pub sections: Vec<Section>,
    /// The questions, in their order. Empty where there are sections.
    pub questions: Vec<Question>,
    /// What to do next, under the summary of the questions.
    pub next: Option<Vec<Inline>>,
}

/// A section: closed at first, opened by the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The fragment that leads to the section, and its name in saved progress.
    pub id: Id,
    /// The heading, seen while the section is closed.
    pub title: String,
    /// A line under the heading that says what is inside while the section is closed.
    pub teaser: String,
    /// What the section is about; decides its tone and what it must hold.
    pub kind: SectionKind,
    /// The ids of the [sources](Source) that its claims rest on.
    pub sources: Vec<Id>,
    /// The text. Never empty.
    pub prose: Vec<Block>,
    /// The journey that is drawn after the text.
    pub journey: Option<Journey>,
    /// The questions under the text, in their order.
    pub questions: Vec<Question>,
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// Steps for somebody who needs help now.
    Help,
    /// Something that can go wrong; holds what the reader can do about it.
    Risk,
    /// What the law says.
    Law,
    /// For parents, carers and school staff.
    Adults,
    /// Anything else.
    Plain,
}

/// Something that a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name by which sections refer to it.
    pub id: Id,
    /// The name of the document.
    pub title: String,
    /// Who says so.
    pub publisher: String,
    /// When it was said, in words, as far as it is known: `February 2024`.
    pub date: Option<String>,
    /// Where it can be read: an `https` address.
    pub url: String,
}
