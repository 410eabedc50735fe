//! A journey: the places that one thing can come to, and what can stop it, drawn on a grid.
//!
//! Only the native build holds one. The page gets it as text and as a drawing, and the client knows
//! nothing of it.

use core::ops::RangeInclusive;

use crate::domain::prose::Inline;

/// How many columns a drawing can have: with more, its numbers are too small to read on a phone.
pub const COLUMNS: u8 = 5;

/// How many rows a drawing can have: with more, it fills a phone, on which it stays in sight.
pub const ROWS: u8 = 3;

/// How many places a journey can have: nobody follows more at a glance.
pub const PLACES: RangeInclusive<usize> = 2..=8;

/// How many ways back a journey can have. The style sheet knows as many steps as both together.
pub const WAYS: RangeInclusive<usize> = 1..=6;

/// Where one thing can travel, step by step, and what can stop it.
///
/// Its steps are counted from 1: first the places, then the ways back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    /// The heading.
    pub title: String,
    /// A line under the heading.
    pub lead: Option<Vec<Inline>>,
    /// Where it can come to, in the order of the steps; the first is where it starts.
    pub places: Vec<Place>,
    /// What can stop it, in the order of the steps.
    pub ways: Vec<Way>,
    /// What to do next, under the steps.
    pub next: Option<Vec<Inline>>,
}

/// A place that the thing can come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A few words.
    pub title: String,
    /// What is drawn.
    pub kind: PlaceKind,
    /// Where it comes from: the index of an earlier place; `None` for the start alone.
    pub from: Option<usize>,
    /// Where it is drawn.
    pub at: Cell,
    /// What happens there; without links. Never empty.
    pub text: Vec<Inline>,
}

/// What is drawn for a place: a thing, never a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// Somebody's phone.
    Phone,
    /// A copy, such as a screenshot.
    Copy,
    /// A group that talks.
    Group,
    /// An account, or anything else, of which nobody knows whose it is.
    Unknown,
    /// A page that many can see.
    Page,
}

/// A cell of the grid on which a journey is drawn, counted from 1 at the start of the first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The column, 1 to [`COLUMNS`].
    pub column: u8,
    /// The row, 1 to [`ROWS`].
    pub row: u8,
}

/// Something that can stop it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// A few words.
    pub title: String,
    /// The indices of the places at which it stops; none where it says what nobody can stop.
    pub stops: Vec<usize>,
    /// What it is; without links. Never empty.
    pub text: Vec<Inline>,
}

impl Journey {
    /// Returns the step at which the place with this index is stopped, if any does.
    #[must_use]
    pub fn stopped_at(&self, place: usize) -> Option<usize> {
        let way = self
            .ways
            .iter()
            .position(|way| way.stops.contains(&place))?;
        Some(self.places.len() + way + 1)
    }
}

impl Cell {
    /// Returns whether the straight line between two other cells runs through this one.
    ///
    /// It does where it comes nearer than a third of a cell to the middle, which is about what a
    /// place takes up.
    #[must_use]
    pub fn is_crossed(self, (from, to): (Self, Self)) -> bool {
        let away = |cell: Self| {
            let distance = |a: u8, b: u8| i32::from(a) - i32::from(b);
            (
                distance(cell.column, from.column),
                distance(cell.row, from.row),
            )
        };
        let ((x, y), (along, down)) = (away(self), away(to));
        let length = along * along + down * down;
        // How far along the line the nearest point lies, and how far off it, times its length.
        let (ahead, off) = (x * along + y * down, x * down - y * along);
        let between = 0 < ahead && ahead < length;
        between && 9 * off * off < length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(column: u8, row: u8) -> Cell {
        Cell { column, row }
    }

    #[test]
    fn a_line_runs_through_what_lies_on_it_or_near() {
        for (middle, from, to, expected) in [
            ((2, 1), (1, 1), (3, 1), true),
            ((2, 1), (3, 1), (1, 1), true),
            ((2, 2), (1, 1), (3, 3), true),
            // A third of a row away, less what the slope takes.
            ((2, 1), (1, 1), (4, 2), true),
            ((2, 1), (1, 1), (3, 2), false),
            ((2, 2), (1, 1), (3, 1), false),
            // On the line, but not between its ends.
            ((4, 1), (1, 1), (3, 1), false),
            ((1, 1), (1, 1), (3, 1), false),
            ((3, 1), (1, 1), (3, 1), false),
            ((2, 1), (1, 1), (1, 1), false),
        ] {
            let [middle, from, to] = [middle, from, to].map(|(column, row)| cell(column, row));
            assert_eq!(
                middle.is_crossed((from, to)),
                expected,
                "{middle:?} between {from:?} and {to:?}"
            );
        }
    }
}
