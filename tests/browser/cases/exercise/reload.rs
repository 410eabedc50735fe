//! A reader who comes back finds what was answered, and nothing of what was picked.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::Value;

use super::answer::{Pick, Way, answer};
use super::forget::BEFORE;
use super::quiz::{Quiz, within};
use crate::cases::module::KEY;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::is_found_again_without_picks",
            is_found_again_without_picks,
        ),
        case(
            "exercise::a_browser_restores_no_picks",
            a_browser_restores_no_picks,
        ),
        case(
            "exercise::a_browser_that_goes_back_restores_no_picks",
            a_browser_that_goes_back_restores_no_picks,
        )
        .except(
            Engine::WebKit,
            "WebKit keeps the page whole while the reader is away",
        ),
        case(
            "exercise::a_later_try_keeps_the_first",
            a_later_try_keeps_the_first,
        ),
        case(
            "exercise::half_a_story_is_not_kept",
            half_a_story_is_not_kept,
        ),
    ]
}

/// Fails if any field of the page is picked, any answer explained, any item moved.
async fn has_no_picks(quiz: &Quiz) -> Outcome {
    same("picks", quiz.count("form.question input:checked").await?, 0)?;
    let region = ".result__why [data-explains]";
    same("explanations", quiz.count(region).await?, 0)?;
    let (order, _) = quiz.first(|task| matches!(task, Task::Order { .. }))?;
    check(
        quiz.order(&order).await?.is_sorted(),
        "an order was found again",
    )
}

async fn is_found_again_without_picks(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (one, one_task) = quiz.first(|task| matches!(task, Task::One { .. }))?;
    let (order, order_task) = quiz.first(|task| matches!(task, Task::Order { .. }))?;
    let (several, several_task) = quiz.first(|task| matches!(task, Task::Several { .. }))?;
    quiz.answer(&one, &one_task, Way::Right).await?;
    quiz.answer(&order, &order_task, Way::Other).await?;
    let unchecked = answer(&several_task, Way::Right).remove(0);
    quiz.pick(&several, &several_task, &unchecked).await?;
    let kept = format!(r#"{{"v":1,"read":[],"answered":{{"{one}":true,"{order}":false}}}}"#);
    let device = quiz.local_storage(KEY).await?;
    same("what is kept, and nothing else", device, Some(kept))?;
    quiz.again().await?;
    quiz.counts("2 of 15 answered").await?;
    has_no_picks(&quiz).await?;
    for (id, mark) in [(&one, BEFORE), (&order, BEFORE), (&several, "")] {
        quiz.reads(&within(id, ".question__mark"), mark).await?;
    }
    same("to see again", quiz.to_see_again().await?, vec![order])?;
    every_answer_reads(&quiz, &one, &one_task).await?;
    quiz.has_no_errors().await
}

/// Browsers fill in fields anew that they have seen filled in: when a reader loads a page again,
/// or comes back to it. Then a pick would stand there that nobody has explained.
async fn a_browser_restores_no_picks(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    picks_and_leaves(&quiz, "location.reload()").await?;
    quiz.wait_until("!window.left", 5000, "the page is not loaded again")
        .await?;
    quiz.is_ready().await?;
    has_no_picks(&quiz).await?;
    quiz.has_no_errors().await
}

async fn a_browser_that_goes_back_restores_no_picks(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    picks_and_leaves(&quiz, "location.href = 'finished.html'").await?;
    let away = "location.pathname.endsWith('finished.html')";
    quiz.wait_until(away, 5000, "the page is not left").await?;
    quiz.back().await?;
    let back = format!("!{away}");
    quiz.wait_until(&back, 5000, "the page does not come back")
        .await?;
    quiz.is_ready().await?;
    // A page that was kept whole while the reader was away has not been filled in.
    let whole = quiz.exec::<bool>("return window.left === true").await?;
    check(
        !whole,
        "the browser kept the page whole, so this case shows nothing",
    )?;
    has_no_picks(&quiz).await?;
    quiz.has_no_errors().await
}

/// Picks in two questions, and leaves the page by a script's hand.
async fn picks_and_leaves(quiz: &Quiz, leave: &str) -> Outcome {
    for wanted in [
        |task: &Task| matches!(task, Task::One { .. }),
        |task: &Task| matches!(task, Task::Several { .. }),
    ] {
        let (id, task) = quiz.first(wanted)?;
        let pick = answer(&task, Way::Right).remove(0);
        quiz.pick(&id, &task, &pick).await?;
    }
    // A listener of this kind has most browsers not keep a page whole.
    let leave = format!("window.left = true; onunload = () => {{}}; {leave}");
    quiz.exec::<Value>(&leave).await.map(|_| ())
}

/// Opens the list of all answers, and fails unless each is seen.
async fn every_answer_reads(quiz: &Quiz, question: &str, task: &Task) -> Outcome {
    let Task::One { options, .. } = task else {
        return Err(Failure::new("this is another task"));
    };
    quiz.click(&within(question, ".answers > summary")).await?;
    for option in 0..*options {
        let css = format!(".answers [data-explains='0:{option}']");
        quiz.shows(&within(question, &css), true).await?;
    }
    Ok(())
}

async fn a_later_try_keeps_the_first(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let questions = quiz.questions();
    let (one, two) = (&questions[0], &questions[1]);
    quiz.answer(one.id.as_str(), &one.task, Way::Right).await?;
    quiz.answer(two.id.as_str(), &two.task, Way::Other).await?;
    let kept = quiz.local_storage(KEY).await?;
    quiz.again().await?;
    quiz.answer(one.id.as_str(), &one.task, Way::Other).await?;
    quiz.answer(two.id.as_str(), &two.task, Way::Right).await?;
    same("what is kept", quiz.local_storage(KEY).await?, kept.clone())?;
    same("to see again", quiz.to_see_again().await?.len(), 0)?;
    quiz.again().await?;
    // What was tried since lasts as long as the page.
    let again = vec![two.id.to_string()];
    same("to see again", quiz.to_see_again().await?, again)?;
    same("what is kept", quiz.local_storage(KEY).await?, kept)
}

async fn half_a_story_is_not_kept(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::Story { .. }))?;
    let way = answer(&task, Way::Right);
    quiz.check(&id, &task, &way[0]).await?;
    quiz.click(&within(&id, "[data-act=go-on]")).await?;
    quiz.shows(&within(&id, ".step[data-step='0']"), false)
        .await?;
    quiz.again().await?;
    has_no_picks(&quiz).await?;
    same("what is kept", quiz.local_storage(KEY).await?, None)?;
    quiz.shows(&within(&id, ".step[data-step='0']"), true)
        .await?;
    quiz.explains(&id, &Pick::of(&[])).await
}
