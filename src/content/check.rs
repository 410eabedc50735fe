//! What one file alone cannot tell: whether the files fit together.

use super::groups::GroupEntry;
use super::journey::{self, JourneyFile};
use super::listing::{self, Files};
use super::manifest::Manifest;
use super::page::{At, Page};
use super::question::QuestionFile;
use super::reserved::is_reserved;
use super::section::SectionFile;
use crate::domain::id::Id;
use crate::suggest::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

/// Checks the files against `module.toml`, whose page is `home`, and against each other.
pub(super) fn check(
    home: &mut Page,
    manifest: &Manifest,
    sections: &mut [SectionFile],
    questions: &mut [QuestionFile],
    journeys: &mut [JourneyFile],
) {
    // Where a list could not be read there is a problem already, and a second for everything that
    // it seems to lack would bury it.
    let groups_known =
        !manifest.groups.is_empty() && manifest.groups.iter().all(|group| group.id.is_some());
    let groups: BTreeSet<Id> = manifest
        .groups
        .iter()
        .filter_map(|group| group.id.as_ref())
        .map(|id| id.value.clone())
        .collect();
    let files = Files {
        sections: sections.iter().filter_map(SectionFile::likely_id).collect(),
        questions: questions
            .iter()
            .filter_map(QuestionFile::likely_id)
            .collect(),
    };
    check_fragments(home, manifest, sections, questions);
    listing::check(home, manifest, sections, questions, &files);
    check_origins(questions, &files.sections);
    journey::check(sections, journeys);
    if groups_known {
        check_completion(home, manifest, &groups);
        let of_files = files.sections.union(&files.questions);
        let of_headings = headings(sections);
        let known = groups.iter().chain(of_files).chain(&of_headings);
        let known = known.map(Id::as_str).collect();
        let of_groups = manifest.groups.iter().flat_map(GroupEntry::anchors);
        check_anchors(home, of_groups, &known);
        for section in sections.iter_mut() {
            check_anchors(&mut section.page, &section.prose.anchors, &known);
        }
        for question in questions {
            check_anchors(&mut question.page, &question.anchors, &known);
        }
        for journey in journeys {
            check_anchors(&mut journey.page, &journey.anchors, &known);
        }
    }
    check_sources(home, manifest, sections);
}

/// Checks the ids of groups, sections, questions and headings, which are the fragments of one page.
fn check_fragments(
    home: &mut Page,
    manifest: &Manifest,
    sections: &mut [SectionFile],
    questions: &mut [QuestionFile],
) {
    let mut taken = BTreeMap::new();
    for id in manifest.groups.iter().filter_map(|group| group.id.as_ref()) {
        claim(home, id, &mut taken, CHOOSE);
    }
    for section in sections.iter_mut() {
        if let Some(id) = &section.head.id {
            claim(&mut section.page, id, &mut taken, CHOOSE);
        }
    }
    for question in questions {
        if let Some(id) = &question.head.id {
            claim(&mut question.page, id, &mut taken, CHOOSE);
        }
    }
    // Last, and what an author wrote first: that is published, and what is made of words gives way.
    for is_written in [true, false] {
        for section in sections.iter_mut() {
            let headings = section.prose.headings.iter();
            for heading in headings.filter(|heading| heading.is_written == is_written) {
                claim(&mut section.page, &heading.id, &mut taken, BEHIND);
            }
        }
    }
}

/// Returns the ids of the headings within sections.
fn headings(sections: &[SectionFile]) -> Vec<Id> {
    let headings = sections.iter().flat_map(|section| &section.prose.headings);
    headings.map(|heading| heading.id.value.clone()).collect()
}

/// Checks that the sections exist from which the questions come.
fn check_origins(questions: &mut [QuestionFile], sections: &BTreeSet<Id>) {
    for question in questions {
        let unknown = question
            .head
            .section
            .as_ref()
            .filter(|id| !sections.contains(&id.value));
        if let Some(id) = unknown {
            let hint = match did_you_mean(id.value.as_str(), sections.iter().map(Id::as_str)) {
                hint if hint.is_empty() => "; name the section to look it up in".to_owned(),
                hint => hint,
            };
            let message = format!("there is no section \"{}\"{hint}", id.value);
            question.page.error(id.line, message);
        }
    }
}

/// What to do about an id that is taken or reserved.
const CHOOSE: &str = "choose another";

/// The same, of a heading, whose id may be made of its words.
const BEHIND: &str = "write another in braces behind this heading, like {#another-name}";

/// Notes an id that is taken or reserved, with what to do, and takes it otherwise.
fn claim(page: &mut Page, id: &At<Id>, taken: &mut BTreeMap<Id, String>, remedy: &str) {
    if is_reserved(id.value.as_str()) {
        page.error(
            id.line,
            format!(
                "the page keeps the id \"{}\" for itself; {remedy}",
                id.value
            ),
        );
    }
    if let Some(owner) = taken.get(&id.value) {
        page.error(
            id.line,
            format!("\"{}\" is already the id at {owner}; {remedy}", id.value),
        );
        return;
    }
    taken.insert(id.value.clone(), format!("{}:{}", page.path(), id.line));
}

/// Checks that the completion names each of its groups once, and rightly.
fn check_completion(home: &mut Page, manifest: &Manifest, groups: &BTreeSet<Id>) {
    let mut named = BTreeSet::new();
    for id in &manifest.completion {
        if !named.insert(&id.value) {
            home.error(
                id.line,
                format!(
                    "the completion names \"{}\" twice; once is enough",
                    id.value
                ),
            );
        } else if !groups.contains(&id.value) {
            let hint = did_you_mean(id.value.as_str(), groups.iter().map(Id::as_str));
            home.error(id.line, format!("there is no group \"{}\"{hint}", id.value));
        }
    }
}

/// Checks that links within the module lead somewhere.
fn check_anchors<'a>(
    page: &mut Page,
    anchors: impl IntoIterator<Item = &'a At<Id>>,
    known: &BTreeSet<&str>,
) {
    for id in anchors {
        if known.contains(id.value.as_str()) {
            continue;
        }
        let hint = did_you_mean(id.value.as_str(), known.iter().copied());
        let message = format!(
            "no section, heading, question or group has the id \"{}\"{hint}",
            id.value
        );
        page.error(id.line, message);
    }
}

/// Checks that sources exist once and are used.
fn check_sources(home: &mut Page, manifest: &Manifest, sections: &mut [SectionFile]) {
    let known = known_sources(home, manifest);
    let all_known = manifest.sources.iter().all(|source| source.id.is_some());
    let mut used = BTreeSet::new();
    for section in sections {
        let mut named = BTreeSet::new();
        for id in &section.head.sources {
            if !named.insert(&id.value) {
                section.page.error(
                    id.line,
                    format!("the source \"{}\" is named twice", id.value),
                );
            } else if all_known && !known.contains_key(&id.value) {
                let message = no_such_source(&id.value, &known);
                section.page.error(id.line, message);
            }
            used.insert(id.value.clone());
        }
    }
    for (id, line) in known.iter().filter(|(id, _)| !used.contains(*id)) {
        home.warning(
            *line,
            format!("no section uses the source \"{id}\"; use it or delete it"),
        );
    }
}

/// Returns the ids of the module's sources, each with its line, and reports those given twice.
fn known_sources(home: &mut Page, manifest: &Manifest) -> BTreeMap<Id, usize> {
    let mut known = BTreeMap::new();
    for id in manifest
        .sources
        .iter()
        .filter_map(|source| source.id.as_ref())
    {
        if let Some(first) = known.get(&id.value) {
            let message = format!(
                "\"{}\" is already the source on line {first}; choose another id",
                id.value
            );
            home.error(id.line, message);
        } else {
            known.insert(id.value.clone(), id.line);
        }
    }
    known
}

/// Says that there is no source with this id, and which was perhaps meant.
fn no_such_source(id: &Id, known: &BTreeMap<Id, usize>) -> String {
    let hint = did_you_mean(id.as_str(), known.keys().map(Id::as_str));
    let hint = if hint.is_empty() {
        "; add it to module.toml"
    } else {
        &hint
    };
    format!("there is no source \"{id}\"{hint}")
}
