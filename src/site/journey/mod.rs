//! A journey as HTML: a list of steps to pick, and a drawing that follows.
//!
//! Each step is a native field with its whole text as its label. So arrow keys go from step to step,
//! a screen reader says each of them, and all of it reads as two lists without the style sheet and on
//! paper. The [drawing] follows by the style sheet alone: nothing of it waits for the client.

pub mod drawing;

use maud::Markup;
use maud::html;

use super::prose;
use crate::domain::id::Id;
use crate::domain::journey::Journey;
use crate::domain::prose::Inline;

/// Returns the journey of a `section`, under a heading of level `level` (1 to 6).
#[must_use]
pub fn render(section: &Id, journey: &Journey, level: u8) -> Markup {
    let places = journey.places.iter();
    let places = places.map(|place| (place.title.as_str(), place.text.as_slice()));
    let ways = journey.ways.iter();
    let ways = ways.map(|way| (way.title.as_str(), way.text.as_slice()));
    let part =
        |words: &str| prose::heading(level + 1, None, Some("journey__part"), &html! { (words) });
    html! {
        // As with a question, "off" has no browser fill in what was picked before, and "dialog" sends
        // nothing anywhere.
        form class="journey" method="dialog" autocomplete="off" {
            div class="journey__stage" {
                (prose::heading(level, None, Some("journey__title"), &html! { (journey.title) }))
                @if let Some(lead) = &journey.lead { p { (prose::inlines(lead)) } }
                (drawing::render(journey))
            }
            fieldset class="journey__steps" {
                legend class="journey__hint" { "Pick a step to see it in the drawing." }
                (part("Where it can go"))
                (steps(section, 1, places))
                (part("What can stop it"))
                (steps(section, journey.places.len() + 1, ways))
            }
            @if let Some(next) = &journey.next { p class="journey__next" { (prose::inlines(next)) } }
        }
    }
}

/// Returns a list of steps, each a title and a text, of which the first has the number `first`.
fn steps<'a>(
    section: &Id,
    first: usize,
    steps: impl Iterator<Item = (&'a str, &'a [Inline])>,
) -> Markup {
    html! {
        ol class="journey__list" start=[(first > 1).then_some(first)] {
            @for (number, (title, text)) in (first..).zip(steps) {
                li {
                    label class="journey__step" {
                        input class="journey__pick" type="radio" name={ "page-journey-" (section) }
                            value=(number) checked[number == 1];
                        strong class="journey__name" { (title) span class="journey__stop" { "." } }
                        " "
                        span { (prose::inlines(text)) }
                    }
                }
            }
        }
    }
}
