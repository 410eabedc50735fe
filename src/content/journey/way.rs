//! The ways back of a journey: what can stop it, and where.

use super::NO_LINK;
use super::place::PlaceEntry;
use super::tree::{index_of, note_unknown};
use crate::content::line::{self, Line};
use crate::content::page::{At, Page};
use crate::content::toml_fields::Fields;
use crate::domain::id::Id;
use crate::domain::journey::Way;
use std::collections::BTreeMap;

const KEYS: [&str; 3] = ["title", "stops", "text"];

/// A way back as its file describes it; a field is `None` where a problem was noted instead.
#[derive(Clone, Debug)]
pub(super) struct WayEntry {
    title: Option<String>,
    stops: Vec<At<Id>>,
    pub(super) text: Option<Line>,
}

/// Reads the ways back, in their order.
pub(super) fn read(page: &mut Page, fields: &Fields<'_>) -> Vec<WayEntry> {
    let tables = fields.tables(page, "way", ("the way", &KEYS));
    tables.iter().map(|table| entry(page, table)).collect()
}

fn entry(page: &mut Page, fields: &Fields<'_>) -> WayEntry {
    WayEntry {
        title: fields.text(page, "title").map(|text| text.value),
        stops: fields.optional_ids(page, "stops").unwrap_or_default(),
        text: line::unlinked(page, fields, "text", NO_LINK),
    }
}

/// Checks that the ways stop what can be stopped, each place once, and makes them; `None` where
/// something could not be read.
pub(super) fn resolve(
    page: &mut Page,
    entries: Vec<WayEntry>,
    places: &[PlaceEntry],
) -> Option<Vec<Way>> {
    let mut stopped = BTreeMap::new();
    let mut way = |entry: WayEntry| {
        let found = entry.stops.iter();
        let stops = found.filter_map(|id| stop(page, id, places, &mut stopped));
        Some(Way {
            stops: stops.collect(),
            title: entry.title?,
            text: entry.text?.words,
        })
    };
    // All of them, so that each has its problems noted.
    let made: Vec<Option<Way>> = entries.into_iter().map(&mut way).collect();
    made.into_iter().collect()
}

/// Returns the place that `id` names, and notes where it cannot be stopped there.
fn stop(
    page: &mut Page,
    id: &At<Id>,
    places: &[PlaceEntry],
    stopped: &mut BTreeMap<usize, usize>,
) -> Option<usize> {
    let Some(index) = index_of(places, &id.value) else {
        note_unknown(page, places, id);
        return None;
    };
    if index == 0 {
        let message = format!(
            "\"{}\" is where the journey starts; name a place that it comes to",
            id.value
        );
        page.error(id.line, message);
        return None;
    }
    if let Some(line) = stopped.insert(index, id.line) {
        let message = format!(
            "\"{}\" is stopped on line {line} already, and the drawing shows it once; name it once",
            id.value
        );
        page.error(id.line, message);
        return None;
    }
    Some(index)
}
