//! What one file alone cannot tell: whether the files fit together.

use super::manifest::Manifest;
use super::page::{At, Page};
use super::reserved::is_reserved;
use super::section::SectionFile;
use super::suggest::did_you_mean;
use crate::domain::id::Id;
use std::collections::{BTreeMap, BTreeSet};

/// Checks the sections against `module.toml`, whose page is `home`, and against each other.
pub(super) fn check(home: &mut Page, manifest: &Manifest, sections: &mut [SectionFile]) {
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
    let files: BTreeSet<Id> = sections.iter().filter_map(SectionFile::likely_id).collect();
    check_fragments(home, manifest, sections);
    check_listing(home, manifest, sections, &files);
    if groups_known {
        check_completion(home, manifest, &groups);
        check_anchors(sections, &groups.union(&files).map(Id::as_str).collect());
    }
    check_sources(home, manifest, sections);
}

/// Checks the ids of groups and sections, which are the fragments of one page.
fn check_fragments(home: &mut Page, manifest: &Manifest, sections: &mut [SectionFile]) {
    let mut taken = BTreeMap::new();
    for id in manifest.groups.iter().filter_map(|group| group.id.as_ref()) {
        claim(home, id, &mut taken);
    }
    for section in sections {
        if let Some(id) = &section.head.id {
            claim(&mut section.page, id, &mut taken);
        }
    }
}

/// Notes an id that is taken or reserved, and takes it otherwise.
fn claim(page: &mut Page, id: &At<Id>, taken: &mut BTreeMap<Id, String>) {
    if is_reserved(id.value.as_str()) {
        page.error(
            id.line,
            format!(
                "the page keeps the id \"{}\" for itself; choose another",
                id.value
            ),
        );
    }
    if let Some(owner) = taken.get(&id.value) {
        page.error(
            id.line,
            format!(
                "\"{}\" is already the id at {owner}; choose another",
                id.value
            ),
        );
        return;
    }
    taken.insert(id.value.clone(), format!("{}:{}", page.path(), id.line));
}

/// Checks that the groups list each section once.
fn check_listing(
    home: &mut Page,
    manifest: &Manifest,
    sections: &mut [SectionFile],
    files: &BTreeSet<Id>,
) {
    let mut listed = BTreeMap::new();
    for id in manifest.groups.iter().flat_map(|group| &group.sections) {
        if let Some(first) = listed.insert(id.value.clone(), id.line) {
            let message = format!(
                "\"{}\" is listed on line {first} already; list it once",
                id.value
            );
            home.error(id.line, message);
        } else if !files.contains(&id.value) {
            let hint = did_you_mean(id.value.as_str(), files.iter().map(Id::as_str));
            let hint = if hint.is_empty() {
                "; write it or take it off the list"
            } else {
                &hint
            };
            home.error(
                id.line,
                format!("no file has the section \"{}\"{hint}", id.value),
            );
        }
    }
    if manifest.groups.is_empty()
        || manifest
            .groups
            .iter()
            .any(|group| group.sections.is_empty())
    {
        return;
    }
    for section in sections {
        let unlisted = section
            .head
            .id
            .as_ref()
            .filter(|id| !listed.contains_key(&id.value));
        if let Some(id) = unlisted {
            let message = format!(
                "no group lists the section \"{}\"; list it in module.toml",
                id.value
            );
            section.page.error(id.line, message);
        }
    }
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
fn check_anchors(sections: &mut [SectionFile], known: &BTreeSet<&str>) {
    for section in sections {
        for id in section
            .prose
            .anchors
            .iter()
            .filter(|id| !known.contains(id.value.as_str()))
        {
            let hint = did_you_mean(id.value.as_str(), known.iter().copied());
            let message = format!("no section or group has the id \"{}\"{hint}", id.value);
            section.page.error(id.line, message);
        }
    }
}

/// Checks that sources exist once and are used.
fn check_sources(home: &mut Page, manifest: &Manifest, sections: &mut [SectionFile]) {
    let mut known = BTreeMap::new();
    for id in manifest
        .sources
        .iter()
        .filter_map(|source| source.id.as_ref())
    {
        if let Some(first) = known.get(id.value.as_str()) {
            let message = format!(
                "\"{}\" is already the source on line {first}; choose another id",
                id.value
            );
            home.error(id.line, message);
        } else {
            known.insert(id.value.as_str(), id.line);
        }
    }
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
            } else if all_known && !known.contains_key(id.value.as_str()) {
                let hint = did_you_mean(id.value.as_str(), known.keys().copied());
                let hint = if hint.is_empty() {
                    "; add it to module.toml"
                } else {
                    &hint
                };
                section.page.error(
                    id.line,
                    format!("there is no source \"{}\"{hint}", id.value),
                );
            }
            used.insert(id.value.clone());
        }
    }
    for (id, line) in known
        .iter()
        .filter(|(id, _)| !used.iter().any(|used| used.as_str() == **id))
    {
        home.warning(
            *line,
            format!("no section uses the source \"{id}\"; use it or delete it"),
        );
    }
}
