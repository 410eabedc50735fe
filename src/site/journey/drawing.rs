//! The drawing of a journey, as inline SVG: shapes, arrows and the numbers of the steps. It says
//! nothing that the steps do not, so that screen readers pass over it.
//!
//! What belongs to a step bears its number: `data-on` where it brings a place, `data-off` where it
//! stops one. By these the style sheet lights what the reader has come to.

use maud::Markup;
use maud::html;

use crate::domain::journey::Cell;
use crate::domain::journey::Journey;
use crate::domain::journey::Place;
use crate::site::drawings;

/// How wide and high a cell of the grid is.
const CELL: i32 = 64;

/// Half of how wide and high a place is.
const RADIUS: i32 = 21;

/// Half of how wide and high the ring is round the place that a step is about.
const RING: i32 = 27;

/// A point, to the right and down.
type Point = (f64, f64);

/// Returns the drawing.
#[must_use]
pub fn render(journey: &Journey) -> Markup {
    let cells = || journey.places.iter().map(|place| place.at);
    let columns = cells().map(|cell| cell.column).max().unwrap_or(1);
    let rows = cells().map(|cell| cell.row).max().unwrap_or(1);
    let (width, height) = (i32::from(columns) * CELL, i32::from(rows) * CELL);
    html! {
        svg class="journey__drawing" viewBox={ "0 0 " (width) " " (height) } width=(width)
            height=(height) aria-hidden="true" {
            @for (index, to) in journey.places.iter().enumerate() {
                @if let Some(from) = to.from.and_then(|from| journey.places.get(from)) {
                    (arrow(journey, index, (from.at, to.at)))
                }
            }
            @for (index, place) in journey.places.iter().enumerate() {
                (self::place(journey, index, place))
            }
        }
    }
}

/// Returns the middle of a cell.
fn middle(cell: Cell) -> (i32, i32) {
    let middle = |number: u8| i32::from(number) * CELL - CELL / 2;
    (middle(cell.column), middle(cell.row))
}

/// Returns the arrow to the place with this index.
fn arrow(journey: &Journey, index: usize, cells: (Cell, Cell)) -> Markup {
    let (line, head) = arrow_paths(cells);
    html! {
        g data-on=(index + 1) data-off=[journey.stopped_at(index)] {
            path class="journey__arrow" d=(line) {}
            path class="journey__arrow journey__lit" d={ (line) (head) } {}
        }
    }
}

/// Returns the paths of an arrow's line and head from one cell to another, with room at both ends.
fn arrow_paths((from, to): (Cell, Cell)) -> (String, String) {
    let point = |cell: Cell| {
        let (x, y) = middle(cell);
        (f64::from(x), f64::from(y))
    };
    let (from, to) = (point(from), point(to));
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    // One unit along the arrow, and from it all points: so far along it, so far to its side.
    let unit = ((to.0 - from.0) / length, (to.1 - from.1) / length);
    let at = |along: f64, aside: f64| -> Point {
        (
            from.0 + unit.0 * along - unit.1 * aside,
            from.1 + unit.1 * along + unit.0 * aside,
        )
    };
    let start = f64::from(RADIUS) + 2.5;
    let tip = length - f64::from(RADIUS) - 3.5;
    let written = |(x, y): Point| format!("{} {}", rounded(x), rounded(y));
    let [start, wing, point, other] = [
        at(start, 0.0),
        at(tip - 6.0, -5.0),
        at(tip, 0.0),
        at(tip - 6.0, 5.0),
    ]
    .map(written);
    (
        format!("M{start}L{point}"),
        format!("M{wing}L{point} {other}"),
    )
}

/// Returns a number to a tenth: finer than anybody sees, and short.
fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// Returns a place: in the state before it is come to, over it that after, and over it that in which
/// it is stopped.
fn place(journey: &Journey, index: usize, place: &Place) -> Markup {
    let (x, y) = middle(place.at);
    let stopped = journey.stopped_at(index);
    html! {
        g class="journey__place" data-on=(index + 1) data-off=[stopped]
            transform={ "translate(" (x) " " (y) ")" } {
            circle class="journey__now" r=(RING) {}
            circle r=(RADIUS) {}
            circle class="journey__lit" r=(RADIUS) {}
            @if stopped.is_some() { circle class="journey__off" r=(RADIUS) {} }
            path class="journey__icon" d=(drawings::place(place.kind)) {}
            // On the side from which no arrow comes.
            (number("", index + 1, drawings::DISC, (18, -17)))
            @if let Some(stopped) = stopped {
                (number(" journey__off", stopped, drawings::SHIELD, (20, 15)))
            }
        }
    }
}

/// Returns the number of a step on a small shape of its own, and where it stands on a place.
fn number(class: &str, number: usize, shape: &str, (x, y): (i32, i32)) -> Markup {
    html! {
        g class={ "journey__number" (class) } transform={ "translate(" (x) " " (y) ")" } {
            path d=(shape) {}
            text y="4.5" { (number) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_leaves_room_for_what_it_joins() {
        let paths = |from: (u8, u8), to: (u8, u8)| {
            let cell = |(column, row)| Cell { column, row };
            let (line, head) = arrow_paths((cell(from), cell(to)));
            format!("{line} {head}")
        };
        let expected = "M55.5 32L71.5 32 M65.5 27L71.5 32 65.5 37";
        assert_eq!(paths((1, 1), (2, 1)), expected);
        let expected = "M32 136.5L32 120.5 M27 126.5L32 120.5 37 126.5";
        assert_eq!(paths((1, 3), (1, 2)), expected);
        let expected = "M48.6 48.6L78.7 78.7 M78 70.9L78.7 78.7 70.9 78";
        assert_eq!(paths((1, 1), (2, 2)), expected);
    }
}
