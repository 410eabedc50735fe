//! Whether each section and each question stands in one list, and whether the lists name files.

use super::groups::GroupEntry;
use super::manifest::Manifest;
use super::page::{At, Page};
use super::question::QuestionFile;
use super::section::SectionFile;
use crate::domain::id::Id;
use crate::suggest::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

/// The ids that the files have, or most likely mean to have.
pub(super) struct Files {
    pub(super) sections: BTreeSet<Id>,
    pub(super) questions: BTreeSet<Id>,
}

/// Checks that the groups list each section once, and the groups and sections each question.
pub(super) fn check(
    home: &mut Page,
    manifest: &Manifest,
    sections: &mut [SectionFile],
    questions: &mut [QuestionFile],
    files: &Files,
) {
    // What is missing from a list that could not be read is no problem of its own.
    let groups_read =
        !manifest.groups.is_empty() && !manifest.groups.iter().any(GroupEntry::is_unread);
    let (a_section, a_question) = (("section", &files.sections), ("question", &files.questions));
    let mut of_sections = List::new(a_section, a_question);
    for id in manifest.groups.iter().flat_map(|group| &group.sections) {
        of_sections.check(home, id);
    }
    let mut of_questions = List::new(a_question, a_section);
    for id in manifest.groups.iter().flat_map(|group| &group.questions) {
        of_questions.check(home, id);
    }
    for section in sections.iter_mut() {
        for id in section.head.questions.iter().flatten() {
            of_questions.check(&mut section.page, id);
        }
    }
    if !groups_read {
        return;
    }
    let in_groups = ("group", "module.toml");
    let in_both = ("group or section", "module.toml or in a section");
    let sections_read = sections
        .iter()
        .all(|section| section.head.questions.is_some());
    for section in sections {
        of_sections.check_listed(&mut section.page, section.head.id.as_ref(), in_groups);
    }
    for question in questions.iter_mut().filter(|_| sections_read) {
        of_questions.check_listed(&mut question.page, question.head.id.as_ref(), in_both);
    }
}

/// What stands in the lists of one sort of file.
struct List<'f> {
    /// What they list, as a sentence names it.
    sort: &'static str,
    /// What they can list.
    known: &'f BTreeSet<Id>,
    /// The other sort.
    other: &'static str,
    /// What the lists of the other sort can list.
    others: &'f BTreeSet<Id>,
    /// What they list, and where.
    listed: BTreeMap<Id, String>,
}

impl<'f> List<'f> {
    fn new(
        (sort, known): (&'static str, &'f BTreeSet<Id>),
        (other, others): (&'static str, &'f BTreeSet<Id>),
    ) -> Self {
        Self {
            sort,
            known,
            other,
            others,
            listed: BTreeMap::new(),
        }
    }

    /// Checks an id that stands in a list on `page`.
    fn check(&mut self, page: &mut Page, id: &At<Id>) {
        let place = format!("{}:{}", page.path(), id.line);
        if let Some(first) = self.listed.get(&id.value) {
            let message = format!(
                "\"{}\" is listed at {first} already; list it once",
                id.value
            );
            page.error(id.line, message);
            return;
        }
        self.listed.insert(id.value.clone(), place);
        if self.known.contains(&id.value) {
            return;
        }
        let hint = did_you_mean(id.value.as_str(), self.known.iter().map(Id::as_str));
        let hint = if self.others.contains(&id.value) {
            format!("; it is a {0}, so list it under \"{0}s\"", self.other)
        } else if hint.is_empty() {
            "; write it or take it off the list".to_owned()
        } else {
            hint
        };
        page.error(
            id.line,
            format!("no file has the {} \"{}\"{hint}", self.sort, id.value),
        );
    }

    /// Notes if the file of `page` stands in no list; `lists` says which there are, and `place`
    /// where.
    fn check_listed(&self, page: &mut Page, id: Option<&At<Id>>, (lists, place): (&str, &str)) {
        if let Some(id) = id.filter(|id| !self.listed.contains_key(&id.value)) {
            let message = format!(
                "no {lists} lists the {} \"{}\"; list it in {place}",
                self.sort, id.value
            );
            page.error(id.line, message);
        }
    }
}
