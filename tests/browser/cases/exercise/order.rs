//! Items are put in order, by buttons that stay where the reader pressed them.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::Value;

use super::answer::{Pick, Way, answer};
use super::quiz::{Quiz, within};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("exercise::items_move_by_pointer", items_move_by_pointer),
        case("exercise::items_move_by_keyboard", items_move_by_keyboard),
        case(
            "exercise::an_order_is_judged_from_its_first",
            an_order_is_judged_from_its_first,
        ),
    ]
}

/// Selects a button of an item.
fn mover(question: &str, option: usize, way: &str) -> String {
    within(
        question,
        &format!("li[data-option='{option}'] [data-move={way}]"),
    )
}

/// Fails unless the page tells that an item is at this place, counted from 1.
async fn tells(quiz: &Quiz, question: &str, option: usize, place: usize) -> Outcome {
    let order = quiz.order(question).await?;
    same("the item there", order.get(place - 1), Some(&option))?;
    let label = within(
        question,
        &format!("li[data-option='{option}'] .order__label"),
    );
    let label = quiz.text(&label).await?;
    let words = format!("{label}: {place} of {}", order.len());
    quiz.reads(&within(question, ".order__told"), &words).await
}

/// How a button is pressed.
#[derive(Clone, Copy)]
enum By {
    Pointer,
    Key(&'static str),
}

async fn press(quiz: &Quiz, by: By, css: &str) -> Outcome {
    match by {
        By::Pointer => quiz.click(css).await,
        By::Key(key) => {
            quiz.tab_from_start_to(css).await?;
            quiz.press(key).await
        }
    }
}

/// Takes back what was told of items.
const SILENCE: &str =
    "for (const e of document.querySelectorAll('.order__told')) e.textContent = ''";

/// Moves the second item about: down, up, up, and where it cannot go further.
async fn moves(quiz: &Quiz, by: By) -> Outcome {
    let (id, _) = quiz.first(|task| matches!(task, Task::Order { .. }))?;
    let drawn = quiz.order(&id).await?;
    let last = drawn.len();
    let (item, end) = (drawn[1], drawn[last - 1]);
    for (option, way, place) in [
        (item, "down", 3),
        (item, "up", 2),
        (item, "up", 1),
        (item, "up", 1),
        (end, "down", last),
    ] {
        let button = mover(&id, option, way);
        // What was told before would pass for what is told now.
        quiz.exec::<Value>(SILENCE).await?;
        press(quiz, by, &button).await?;
        tells(quiz, &id, option, place).await?;
        quiz.has_focus(&button).await?;
    }
    let mut expected = drawn;
    expected.swap(0, 1);
    same("the order", quiz.order(&id).await?, expected)
}

async fn items_move_by_pointer(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    moves(&quiz, By::Pointer).await?;
    quiz.has_no_errors().await
}

async fn items_move_by_keyboard(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    moves(&quiz, By::Key("Enter")).await?;
    quiz.again().await?;
    moves(&quiz, By::Key("Space")).await?;
    quiz.has_no_errors().await
}

async fn an_order_is_judged_from_its_first(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::Order { .. }))?;
    let right = answer(&task, Way::Right)[0].options.clone();
    let mut first_only = right.clone();
    first_only[1..].reverse();
    for (order, words) in [
        (
            first_only,
            "We would start with the same one, and put the rest in another order.",
        ),
        (
            right.iter().copied().rev().collect(),
            "We would put them in another order. Here is why.",
        ),
        (right, "Yes, we would put them in this order too."),
    ] {
        // Each item is explained, in the order of the answer.
        quiz.check(&id, &task, &Pick::of(&order)).await?;
        quiz.reads(&within(&id, ".result__said"), words).await?;
    }
    Ok(())
}
