//! Whether the places of a journey make one tree that can be drawn.

use super::place::PlaceEntry;
use crate::content::page::{At, Page};
use crate::domain::id::Id;
use crate::domain::journey::{Cell, Place};
use crate::suggest::{did_you_mean, listed};

/// Checks that the places make one tree that can be drawn, and makes them; `None` once it has noted
/// why they do not.
pub(super) fn resolve(page: &mut Page, entries: Vec<PlaceEntry>) -> Option<Vec<Place>> {
    check_ids(page, &entries);
    let origins: Vec<Option<usize>> = (0..entries.len())
        .map(|index| origin(page, &entries, index))
        .collect();
    check_cells(page, &entries);
    check_lines(page, &entries, &origins);
    let made = entries.into_iter().zip(origins).map(|(entry, from)| {
        Some(Place {
            title: entry.title?,
            kind: entry.kind?,
            from,
            at: entry.at?.value,
            text: entry.text?.words,
        })
    });
    made.collect()
}

/// Checks that no two places have one id.
fn check_ids(page: &mut Page, entries: &[PlaceEntry]) {
    let ids: Vec<&At<Id>> = entries.iter().filter_map(|one| one.id.as_ref()).collect();
    for (index, id) in ids.iter().enumerate() {
        let earlier = ids.iter().take(index);
        if let Some(first) = earlier.clone().find(|other| other.value == id.value) {
            let message = format!(
                "\"{}\" is already the place on line {}; choose another id",
                id.value, first.line
            );
            page.error(id.line, message);
        }
    }
}

/// Returns the place from which the one with this index is reached, and notes where it is none.
///
/// A place comes after the one it is reached from, since that is how the steps tell it. So there is
/// one start, which is the first, and no way leads round in a circle.
fn origin(page: &mut Page, entries: &[PlaceEntry], index: usize) -> Option<usize> {
    let entry = entries.get(index)?;
    if index == 0 {
        if entry.comes {
            let message = "the first place is where the journey starts; delete its \"from\"";
            page.error(
                entry.from.as_ref().map_or(entry.line, |id| id.line),
                message,
            );
        }
        return None;
    }
    if !entry.comes {
        let message = "a journey starts at its first place alone; say where this one is reached \
                       from, like from = \"…\"";
        page.error(entry.line, message);
    }
    let from = entry.from.as_ref()?;
    let found = index_of(entries, &from.value);
    match found {
        Some(found) if found < index => return Some(found),
        Some(_) => page.error(
            from.line,
            format!(
                "a place is reached from one that stands before it, and \"{}\" does not; change \
                 their order, or this \"from\"",
                from.value
            ),
        ),
        None => note_unknown(page, entries, from),
    }
    None
}

/// Returns the index of the place with this id.
pub(super) fn index_of(entries: &[PlaceEntry], id: &Id) -> Option<usize> {
    let is = |entry: &PlaceEntry| entry.id.as_ref().is_some_and(|own| own.value == *id);
    entries.iter().position(is)
}

/// Notes an id that no place has. Where an id could not be read, of which there is a problem, it may
/// be that one.
pub(super) fn note_unknown(page: &mut Page, entries: &[PlaceEntry], id: &At<Id>) {
    if entries.iter().any(|entry| entry.id.is_none()) {
        return;
    }
    let known = entries.iter().filter_map(|entry| entry.id.as_ref());
    let known: Vec<&str> = known.map(|id| id.value.as_str()).collect();
    let hint = match did_you_mean(id.value.as_str(), known.iter().copied()) {
        hint if hint.is_empty() => format!("; its places are {}", listed(&known, "and")),
        hint => hint,
    };
    let message = format!("this journey has no place \"{}\"{hint}", id.value);
    page.error(id.line, message);
}

/// Checks that no two places stand in one cell.
fn check_cells(page: &mut Page, entries: &[PlaceEntry]) {
    let cells: Vec<&At<Cell>> = entries.iter().filter_map(|one| one.at.as_ref()).collect();
    for (index, cell) in cells.iter().enumerate() {
        let mut earlier = cells.iter().take(index);
        if let Some(first) = earlier.find(|other| other.value == cell.value) {
            let message = format!(
                "the place of line {} stands there already; choose another cell",
                first.line
            );
            page.error(cell.line, message);
        }
    }
}

/// Checks that no arrow runs through a place that it does not lead to.
fn check_lines(page: &mut Page, entries: &[PlaceEntry], origins: &[Option<usize>]) {
    let cell = |index: usize| entries.get(index)?.at.as_ref();
    for (index, from) in origins.iter().enumerate() {
        let Some((from, to)) = from.and_then(|from| cell(from).zip(cell(index))) else {
            continue;
        };
        let crossed = entries.iter().find(|entry| {
            let at = entry.at.as_ref();
            at.is_some_and(|at| at.value.is_crossed((from.value, to.value)))
        });
        if let Some(id) = crossed.and_then(|entry| entry.id.as_ref()) {
            let message = format!(
                "the arrow to this place runs through \"{}\"; move one of them",
                id.value
            );
            page.error(to.line, message);
        }
    }
}
