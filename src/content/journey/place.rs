//! The places of a journey, one by one.

use super::NO_LINK;
use crate::content::front_matter;
use crate::content::line::{self, Line};
use crate::content::page::{At, Page};
use crate::content::toml_fields::Fields;
use crate::domain::id::Id;
use crate::domain::journey::{COLUMNS, Cell, PlaceKind, ROWS};

const KEYS: [&str; 6] = ["id", "title", "kind", "from", "at", "text"];

/// The kinds by the names that authors use.
const KINDS: [(&str, PlaceKind); 5] = [
    ("phone", PlaceKind::Phone),
    ("copy", PlaceKind::Copy),
    ("group", PlaceKind::Group),
    ("unknown", PlaceKind::Unknown),
    ("page", PlaceKind::Page),
];

/// A place as its file describes it; a field is `None` where a problem was noted instead.
#[derive(Clone, Debug)]
pub(super) struct PlaceEntry {
    pub(super) id: Option<At<Id>>,
    pub(super) title: Option<String>,
    pub(super) kind: Option<PlaceKind>,
    /// Where it comes from; `None` also where nothing is said of it.
    pub(super) from: Option<At<Id>>,
    /// Whether something is said of it.
    pub(super) comes: bool,
    pub(super) at: Option<At<Cell>>,
    pub(super) text: Option<Line>,
    /// The line of its header.
    pub(super) line: usize,
}

/// Reads the places, in their order.
pub(super) fn read(page: &mut Page, fields: &Fields<'_>) -> Vec<PlaceEntry> {
    let tables = fields.tables(page, "place", ("the place", &KEYS));
    tables.iter().map(|table| entry(page, table)).collect()
}

fn entry(page: &mut Page, fields: &Fields<'_>) -> PlaceEntry {
    let comes = fields.has("from");
    PlaceEntry {
        id: fields.id(page, "id"),
        title: fields.text(page, "title").map(|text| text.value),
        kind: front_matter::kind(page, fields, "place", &KINDS).map(|kind| kind.value),
        from: comes.then(|| fields.id(page, "from")).flatten(),
        comes,
        at: cell(page, fields),
        text: line::unlinked(page, fields, "text", NO_LINK),
        line: fields.line(),
    }
}

fn cell(page: &mut Page, fields: &Fields<'_>) -> Option<At<Cell>> {
    let At { value, line } = fields.pair(page, "at", "[1, 2]")?;
    let [column, row] = value.map(|number| u8::try_from(number).ok());
    let column = column.filter(|column| (1..=COLUMNS).contains(column));
    let row = row.filter(|row| (1..=ROWS).contains(row));
    if let Some((column, row)) = column.zip(row) {
        let value = Cell { column, row };
        return Some(At { value, line });
    }
    let [column, row] = value;
    page.error(
        line,
        format!(
            "[{column}, {row}] lies outside of the drawing; write a column from 1 to {COLUMNS}, \
             then a row from 1 to {ROWS}"
        ),
    );
    None
}
