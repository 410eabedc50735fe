//! What is picked: nothing, some of it, more than the author would.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::json;

use super::answer::{Pick, Way, answer, where_it};
use super::quiz::{Quiz, button, within};
use crate::cases::module::KEY;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("exercise::nothing_picked_is_told", nothing_picked_is_told),
        case("exercise::some_of_several", some_of_several),
        case(
            "exercise::nothing_is_left_of_an_answer_taken_back",
            nothing_is_left_of_an_answer_taken_back,
        ),
        case(
            "exercise::what_is_said_goes_with_its_answer",
            what_is_said_goes_with_its_answer,
        ),
        case("exercise::enter_in_a_field_checks", enter_in_a_field_checks),
        case(
            "exercise::a_device_that_keeps_nothing",
            a_device_that_keeps_nothing,
        ),
    ]
}

async fn nothing_picked_is_told(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    for question in quiz.questions() {
        let id = question.id.as_str();
        quiz.click(&button(id)).await?;
        let said = match question.task {
            Task::Order { .. } => "Move something first, or skip this one.",
            _ => "Pick an answer first, or skip this one.",
        };
        quiz.reads(&within(id, ".result__said"), said).await?;
        quiz.explains(id, &Pick::of(&[])).await?;
        quiz.reads(&within(id, ".question__mark"), "").await?;
    }
    quiz.counts("0 of 15 answered").await?;
    same("what is kept", quiz.local_storage(KEY).await?, None)?;
    let (id, task) = quiz.first(|task| matches!(task, Task::One { .. }))?;
    quiz.answer(&id, &task, Way::Right).await?;
    same("what is kept", &quiz.answered().await?[&id], &json!(true))?;
    quiz.has_no_errors().await
}

async fn some_of_several(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::Several { .. }))?;
    let Task::Several { right } = &task else {
        return Err(Failure::new("this is another task"));
    };
    let (fits, others) = (where_it(right, |fit| *fit), where_it(right, |fit| !fit));
    let mut both = vec![fits[0], others[0]];
    both.sort_unstable();
    let mut all: Vec<usize> = (0..right.len()).collect();
    for (picks, words) in [
        (vec![others[0]], "Many people think so. You picked:"),
        (both, SOME),
        (vec![fits[0]], SOME),
        (std::mem::take(&mut all), SOME),
        (fits, "Yes, we would pick the same ones."),
    ] {
        quiz.check(&id, &task, &Pick::of(&picks)).await?;
        quiz.reads(&within(&id, ".result__said"), words).await?;
    }
    same("the first try", &quiz.answered().await?[&id], &json!(false))
}

/// Picks, checks, takes it all back, checks: nothing is explained any more. Nor is it after what is
/// kept was forgotten.
async fn nothing_is_left_of_an_answer_taken_back(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::Several { .. }))?;
    let pick = answer(&task, Way::Other).remove(0);
    quiz.check(&id, &task, &pick).await?;
    quiz.pick(&id, &task, &Pick::of(&[])).await?;
    quiz.click(&button(&id)).await?;
    let said = "Pick an answer first, or skip this one.";
    quiz.reads(&within(&id, ".result__said"), said).await?;
    quiz.explains(&id, &Pick::of(&[])).await?;
    quiz.check(&id, &task, &pick).await?;
    quiz.press_keeping().await?;
    quiz.says_of_keeping("Forgotten.").await?;
    quiz.reads(&within(&id, ".result"), "").await?;
    quiz.has_no_errors().await
}

/// What is said of an answer that holds some of what the author would say.
const SOME: &str =
    "Some of this is what we would say too. There may be more to find, or to leave out.";

/// What the page says of an answer does not stand beside another one. Its explanation, which names
/// what it explains, stays.
async fn what_is_said_goes_with_its_answer(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    for wanted in [
        |task: &Task| matches!(task, Task::One { .. }),
        |task: &Task| matches!(task, Task::Several { .. }),
        |task: &Task| matches!(task, Task::Order { .. }),
    ] {
        let (id, task) = quiz.first(wanted)?;
        for (way, then) in [(Way::Right, Way::Other), (Way::Other, Way::Right)] {
            let pick = answer(&task, way).remove(0);
            quiz.check(&id, &task, &pick).await?;
            quiz.shows(&within(&id, ".result"), true).await?;
            quiz.pick(&id, &task, &answer(&task, then)[0]).await?;
            quiz.reads(&within(&id, ".result__said"), "").await?;
            quiz.reads(&within(&id, ".result__more"), "").await?;
            quiz.explains(&id, &pick).await?;
        }
    }
    quiz.has_no_errors().await
}

async fn enter_in_a_field_checks(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let address = quiz.address().await?;
    for wanted in [
        |task: &Task| matches!(task, Task::One { .. }),
        |task: &Task| matches!(task, Task::Several { .. }),
        |task: &Task| matches!(task, Task::Story { .. }),
    ] {
        let (id, task) = quiz.first(wanted)?;
        let pick = answer(&task, Way::Right)[0].clone();
        quiz.pick(&id, &task, &pick).await?;
        let field = within(&id, &format!("input[value='{}']", pick.options[0]));
        quiz.tab_from_start_to(&field).await?;
        quiz.press("Enter").await?;
        quiz.explains(&id, &pick).await?;
        quiz.has_focus(&field).await?;
    }
    same("the address", quiz.address().await?, address)
}

async fn a_device_that_keeps_nothing(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new().storage_refused()).await?;
    quiz.says_of_keeping("can't be saved here: this browser does not allow it")
        .await?;
    for (at, question) in quiz.questions().iter().enumerate().take(3) {
        quiz.answer(question.id.as_str(), &question.task, Way::Right)
            .await?;
        quiz.counts(&format!("{} of 15 answered", at + 1)).await?;
    }
    quiz.reads(".summary__count", "3 of 15 answered").await?;
    quiz.says_of_keeping("can't be saved here: this browser does not allow it")
        .await?;
    quiz.again().await?;
    quiz.counts("0 of 15 answered").await?;
    quiz.has_no_errors().await
}
