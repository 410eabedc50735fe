//! The module, out of files in which nothing is wrong.

use super::groups::GroupEntry;
use super::journey::JourneyFile;
use super::manifest::{Manifest, SourceEntry};
use super::page::At;
use super::question::{Asked, QuestionFile};
use super::section::SectionFile;
use crate::domain::id::Id;
use crate::domain::journey::Journey;
use crate::domain::module::{Completion, Group, Module, Section, Source};
use crate::domain::question::Question;
use std::collections::BTreeMap;

/// Makes the module; `None` where a file lacks something, of which its page has a problem.
pub(super) fn module(
    id: Id,
    manifest: Manifest,
    sections: Vec<SectionFile>,
    questions: Vec<QuestionFile>,
    journeys: Vec<JourneyFile>,
) -> Option<Module> {
    let mut journeys: BTreeMap<Id, Journey> = journeys
        .into_iter()
        .map(|file| file.name.zip(file.journey))
        .collect::<Option<_>>()?;
    let mut questions: BTreeMap<Id, Question> = questions
        .into_iter()
        .map(|file| question(file).map(|question| (question.id.clone(), question)))
        .collect::<Option<_>>()?;
    let mut sections: BTreeMap<Id, Section> = sections
        .into_iter()
        .map(|file| section(file, &mut questions, &mut journeys))
        .map(|made| made.map(|section| (section.id.clone(), section)))
        .collect::<Option<_>>()?;
    Some(Module {
        id,
        title: manifest.title?,
        document_title: manifest.document_title?,
        summary: manifest.summary?,
        audience: manifest.audience,
        language: manifest.language?,
        reviewed: manifest.reviewed?,
        completion: Completion {
            groups: values(manifest.completion),
            finish: manifest.finish.map(|line| line.words),
        },
        groups: manifest
            .groups
            .into_iter()
            .map(|entry| group(entry, &mut sections, &mut questions))
            .collect::<Option<_>>()?,
        sources: manifest
            .sources
            .into_iter()
            .map(source)
            .collect::<Option<_>>()?,
    })
}

fn group(
    entry: GroupEntry,
    sections: &mut BTreeMap<Id, Section>,
    questions: &mut BTreeMap<Id, Question>,
) -> Option<Group> {
    Some(Group {
        id: entry.id?.value,
        title: entry.title?,
        lead: entry.lead.map(|line| line.words),
        sections: take(entry.sections, sections)?,
        questions: take(entry.questions, questions)?,
        next: entry.next.map(|line| line.words),
    })
}

fn section(
    file: SectionFile,
    questions: &mut BTreeMap<Id, Question>,
    journeys: &mut BTreeMap<Id, Journey>,
) -> Option<Section> {
    Some(Section {
        id: file.head.id?.value,
        title: file.head.title?,
        teaser: file.head.teaser?,
        kind: file.head.kind?.value,
        sources: values(file.head.sources),
        prose: file.prose.blocks,
        journey: take(file.head.journey?, journeys)?.pop(),
        questions: take(file.head.questions?, questions)?,
    })
}

fn question(file: QuestionFile) -> Option<Question> {
    Some(Question {
        id: file.head.id?.value,
        title: file.head.title?,
        section: file.head.section?.value,
        kind: file.head.kind?.value,
        intro: file.intro,
        steps: file.steps.into_iter().map(Asked::into_step).collect(),
        task: file.task?,
    })
}

/// Takes what `ids` name, in their order.
fn take<T>(ids: Vec<At<Id>>, from: &mut BTreeMap<Id, T>) -> Option<Vec<T>> {
    ids.into_iter().map(|id| from.remove(&id.value)).collect()
}

fn source(entry: SourceEntry) -> Option<Source> {
    Some(Source {
        id: entry.id?.value,
        title: entry.title?,
        publisher: entry.publisher?,
        date: entry.date,
        url: entry.url?,
    })
}

fn values(ids: Vec<At<Id>>) -> Vec<Id> {
    ids.into_iter().map(|id| id.value).collect()
}
