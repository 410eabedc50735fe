//! Whether each journey belongs to a section, and whether the sections name files.

use super::JourneyFile;
use crate::content::JOURNEYS;
use crate::content::page::At;
use crate::content::section::SectionFile;
use crate::domain::id::Id;
use crate::suggest::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

/// Checks that the sections name journeys that are there, each once, and that each is named.
pub(in crate::content) fn check(sections: &mut [SectionFile], journeys: &mut [JourneyFile]) {
    let known: BTreeSet<Id> = journeys
        .iter()
        .filter_map(|file| file.name.clone())
        .collect();
    let mut named = BTreeMap::new();
    for section in sections.iter_mut() {
        let own = section.head.journey.clone();
        for name in own.into_iter().flatten() {
            check_name(section, &name, &known, &mut named);
        }
    }
    // What is missing where something could not be read is no problem of its own.
    if sections
        .iter()
        .any(|section| section.head.journey.is_none())
    {
        return;
    }
    for file in journeys {
        let unnamed = file.name.as_ref().filter(|name| !named.contains_key(*name));
        if let Some(name) = unnamed {
            let message = format!(
                "no section draws the journey \"{name}\"; write journey = \"{name}\" in the front \
                 matter of one"
            );
            file.page.error(1, message);
        }
    }
}

/// Checks the name of a journey in the front matter of a section.
fn check_name(
    section: &mut SectionFile,
    name: &At<Id>,
    known: &BTreeSet<Id>,
    named: &mut BTreeMap<Id, String>,
) {
    let place = format!("{}:{}", section.page.path(), name.line);
    let name_only = &name.value;
    if let Some(first) = named.get(name_only) {
        let message = format!("\"{name_only}\" is drawn at {first} already; draw it once");
        section.page.error(name.line, message);
        return;
    }
    named.insert(name_only.clone(), place);
    if known.contains(name_only) {
        return;
    }
    let hint = match did_you_mean(name_only.as_str(), known.iter().map(Id::as_str)) {
        hint if hint.is_empty() => {
            format!("; write {JOURNEYS}/{name_only}.toml, or delete this line")
        }
        hint => hint,
    };
    let message = format!("no file has the journey \"{name_only}\"{hint}");
    section.page.error(name.line, message);
}
