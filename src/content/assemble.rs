//! The module, out of files in which nothing is wrong.

use super::manifest::{GroupEntry, Manifest, SourceEntry};
use super::page::At;
use super::section::SectionFile;
use crate::domain::id::Id;
use crate::domain::module::{Completion, Group, Module, Section, Source};
use std::collections::BTreeMap;

/// Makes the module; `None` where a file lacks something, of which its page has a problem.
pub(super) fn module(id: Id, manifest: Manifest, sections: Vec<SectionFile>) -> Option<Module> {
    let mut sections: BTreeMap<Id, Section> = sections
        .into_iter()
        .map(|file| section(file).map(|section| (section.id.clone(), section)))
        .collect::<Option<_>>()?;
    Some(Module {
        id,
        title: manifest.title?,
        document_title: manifest.document_title?,
        summary: manifest.summary?,
        language: manifest.language?,
        reviewed: manifest.reviewed?,
        completion: Completion {
            groups: values(manifest.completion),
            finish: None,
        },
        groups: manifest
            .groups
            .into_iter()
            .map(|entry| group(entry, &mut sections))
            .collect::<Option<_>>()?,
        sources: manifest
            .sources
            .into_iter()
            .map(source)
            .collect::<Option<_>>()?,
    })
}

fn group(entry: GroupEntry, sections: &mut BTreeMap<Id, Section>) -> Option<Group> {
    Some(Group {
        id: entry.id?.value,
        title: entry.title?,
        lead: entry.lead,
        sections: entry
            .sections
            .into_iter()
            .map(|id| sections.remove(&id.value))
            .collect::<Option<_>>()?,
        questions: Vec::new(),
        next: None,
    })
}

fn section(file: SectionFile) -> Option<Section> {
    Some(Section {
        id: file.head.id?.value,
        title: file.head.title?,
        teaser: file.head.teaser?,
        kind: file.head.kind?.value,
        sources: values(file.head.sources),
        prose: file.prose.blocks,
        questions: Vec::new(),
    })
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
