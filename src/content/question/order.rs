//! Questions of which the options belong in an order.

use super::body::Asked;
use super::choices;
use super::signs::Mark;
use crate::content::page::Page;
use crate::domain::exercise::Task;
use crate::domain::question::QuestionKind;

/// Makes the task of an order; `None` once it has noted why there is none.
pub(super) fn task(page: &mut Page, step: &Asked) -> Option<Task> {
    choices::check_number(page, QuestionKind::Order, step);
    let places: Option<Vec<(usize, usize)>> = step
        .options
        .iter()
        .map(|option| match option.mark {
            Some(Mark::Place(place)) => Some((usize::from(place), option.line)),
            _ => None,
        })
        .collect();
    let places = places?;
    let number = places.len();
    let free = (1..=number).find(|place| places.iter().all(|(taken, _)| taken != place));
    if let Some(free) = free {
        refuse_places(page, &places, free);
        return None;
    }
    let (first, last) = (places.first()?, places.last()?);
    if places.is_sorted() && first != last {
        page.error(
            first.1,
            "the options stand in the right order already, and that is how readers meet them; \
             change the order of the file and keep each option's number",
        );
        return None;
    }
    Some(Task::Order {
        places: places.iter().map(|(place, _)| place - 1).collect(),
    })
}

/// Notes each place that is no place or taken; `free` is the first that nothing takes.
fn refuse_places(page: &mut Page, places: &[(usize, usize)], free: usize) {
    let number = places.len();
    for (at, (place, line)) in places.iter().enumerate() {
        let earlier = places.iter().take(at).find(|(other, _)| other == place);
        if !(1..=number).contains(place) {
            let message = format!(
                "there is no place {place} among {number} options; place {free} is still free"
            );
            page.error(*line, message);
        } else if let Some((_, first)) = earlier {
            let message = format!(
                "place {place} is taken on line {first} already; place {free} is still free"
            );
            page.error(*line, message);
        }
    }
}
