//! Whether codes that carry progress can tell the sections and questions of a module apart.

use super::page::{At, Page};
use super::question::QuestionFile;
use super::section::SectionFile;
use crate::domain::id::Id;
use crate::domain::progress::carry::mark;
use std::collections::BTreeMap;

/// Checks that no two ids have the same mark: one in four million pairs has.
pub(super) fn check(sections: &mut [SectionFile], questions: &mut [QuestionFile]) {
    let mut taken = BTreeMap::new();
    let of_sections = sections
        .iter_mut()
        .map(|file| (&mut file.page, &file.head.id));
    let of_questions = questions
        .iter_mut()
        .map(|file| (&mut file.page, &file.head.id));
    for (page, id) in of_sections.chain(of_questions) {
        if let Some(id) = id {
            claim(page, id, &mut taken);
        }
    }
}

/// Notes an id whose mark another one has, and takes the mark otherwise.
fn claim(page: &mut Page, id: &At<Id>, taken: &mut BTreeMap<u32, (Id, String)>) {
    let place = format!("{}:{}", page.path(), id.line);
    let (first, at) = taken
        .entry(mark(&id.value))
        .or_insert_with(|| (id.value.clone(), place));
    if *first != id.value {
        let message = format!(
            "codes that carry progress can't tell \"{}\" from \"{first}\" at {at}; choose another \
             id for the newer one",
            id.value
        );
        page.error(id.line, message);
    }
}
