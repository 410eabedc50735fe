//! Stories: every choice leads on, and every way can be tried.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::json;

use super::answer::{Pick, Way, answer};
use super::quiz::{Quiz, within};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::another_way_through_a_story",
            another_way_through_a_story,
        ),
        case(
            "exercise::a_choice_leads_elsewhere",
            a_choice_leads_elsewhere,
        ),
        case("exercise::a_story_shows_one_step", a_story_shows_one_step),
        case(
            "exercise::a_story_goes_back_step_by_step",
            a_story_goes_back_step_by_step,
        ),
    ]
}

/// The first story, with a way through it that helps and one that does not.
fn story(quiz: &Quiz) -> Outcome<(String, Task, Vec<Pick>, Vec<Pick>)> {
    let (id, task) = quiz.first(|task| matches!(task, Task::Story { .. }))?;
    let (right, other) = (answer(&task, Way::Right), answer(&task, Way::Other));
    check(right.len() > 2, "the story is too short for this case")?;
    Ok((id, task, right, other))
}

const GO_ON: &str = "[data-act=go-on]";
const GO_BACK: &str = "[data-act=go-back]";

/// Presses a button of a story, and waits until this step has the focus and is alone.
async fn go(quiz: &Quiz, question: &str, act: &str, step: usize) -> Outcome {
    quiz.click(&within(question, act)).await?;
    let css = within(question, &format!(".step[data-step='{step}']"));
    quiz.has_focus(&css).await?;
    quiz.explains(question, &Pick::of(&[])).await?;
    quiz.reads(&within(question, ".result__said"), "").await?;
    same(
        "the steps that are seen",
        steps(quiz, question).await?,
        vec![step],
    )
}

/// The steps of a question that are seen.
async fn steps(quiz: &Quiz, question: &str) -> Outcome<Vec<usize>> {
    quiz.exec_with(
        "return [...document.querySelectorAll(arguments[0])]
           .filter((e) => e.checkVisibility()).map((e) => Number(e.dataset.step))",
        vec![within(question, ".step").into()],
    )
    .await
}

/// Fails unless these buttons of the story are there, and only these.
async fn offers(quiz: &Quiz, question: &str, on: bool, back: bool) -> Outcome {
    quiz.shows(&within(question, GO_ON), on).await?;
    quiz.shows(&within(question, GO_BACK), back).await
}

async fn another_way_through_a_story(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task, right, other) = story(&quiz)?;
    let id = id.as_str();
    offers(&quiz, id, false, false).await?;
    quiz.check(id, &task, &other[0]).await?;
    offers(&quiz, id, true, true).await?;
    same("kept half-way", quiz.answered().await?.len(), 0)?;
    go(&quiz, id, GO_BACK, 0).await?;
    offers(&quiz, id, false, false).await?;
    quiz.check(id, &task, &right[0]).await?;
    for pick in &right[1..] {
        quiz.reads(&within(id, ".result__more"), "").await?;
        // Both ways lead to the same step.
        go(&quiz, id, GO_ON, pick.step).await?;
        quiz.check(id, &task, pick).await?;
    }
    offers(&quiz, id, false, true).await?;
    quiz.reads(&within(id, ".result__more"), "The story ends here.")
        .await?;
    quiz.reads(&within(id, ".question__mark"), "Answered")
        .await?;
    let kept = quiz.answered().await?;
    same("what is kept of a detour", &kept[id], &json!(false))?;
    same("to see again", quiz.to_see_again().await?.len(), 0)?;
    quiz.has_no_errors().await
}

/// The picks that lead to a step of a story.
fn way_to(task: &Task, step: usize) -> Option<Vec<Pick>> {
    if step == 0 {
        return Some(Vec::new());
    }
    let (from, choice) = choices(task).find(|(from, choice)| leads(task, *from, *choice, step))?;
    let mut way = way_to(task, from)?;
    way.push(Pick {
        step: from,
        options: vec![choice],
    });
    Some(way)
}

/// Whether this choice leads to this step.
fn leads(task: &Task, step: usize, choice: usize, to: usize) -> bool {
    task.turn(step, choice).and_then(|turn| turn.to) == Some(to)
}

/// Every choice of a story, with its step.
fn choices(task: &Task) -> impl Iterator<Item = (usize, usize)> {
    let all = (0..4).flat_map(|step| (0..4).map(move |choice| (step, choice)));
    all.filter(|(step, choice)| task.turn(*step, *choice).is_some())
}

async fn a_choice_leads_elsewhere(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let mut stories = 0;
    for question in quiz.questions() {
        let (id, task) = (question.id.as_str(), &question.task);
        let Task::Story { steps } = task else {
            continue;
        };
        stories += 1;
        // The first step of which two choices lead to two others.
        let fork = (0..steps.len()).find_map(|step| {
            let mut ways: Vec<(usize, usize)> = choices(task)
                .filter(|(from, _)| *from == step)
                .filter_map(|(_, choice)| Some((choice, task.turn(step, choice)?.to?)))
                .collect();
            ways.dedup_by_key(|(_, to)| *to);
            (ways.len() > 1).then_some((step, ways))
        });
        let failure = format!("no choice of `{id}` changes where it leads");
        let (step, ways) = fork.ok_or_else(|| Failure::new(failure))?;
        for pick in way_to(task, step).unwrap_or_default() {
            quiz.check(id, task, &pick).await?;
            let to = task
                .turn(pick.step, pick.options[0])
                .and_then(|turn| turn.to);
            go(&quiz, id, GO_ON, to.unwrap_or_default()).await?;
        }
        for (choice, to) in ways {
            let options = vec![choice];
            quiz.check(id, task, &Pick { step, options }).await?;
            go(&quiz, id, GO_ON, to).await?;
            // Back, to try the other way.
            go(&quiz, id, GO_BACK, step).await?;
        }
    }
    check(stories > 2, "the exercise has too few stories")?;
    quiz.has_no_errors().await
}

async fn a_story_goes_back_step_by_step(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task, right, other) = story(&quiz)?;
    let id = id.as_str();
    quiz.answer(id, &task, Way::Other).await?;
    let ended = "The story ends here. You can go back and try another way.";
    quiz.reads(&within(id, ".result__more"), ended).await?;
    same(
        "to see again",
        quiz.to_see_again().await?,
        vec![id.to_owned()],
    )?;
    // From the end to its step, and from there to each step before.
    for pick in other.iter().rev() {
        go(&quiz, id, GO_BACK, pick.step).await?;
        // Nothing was answered since.
        let again = vec![id.to_owned()];
        same("to see again", quiz.to_see_again().await?, again)?;
    }
    offers(&quiz, id, false, false).await?;
    quiz.check(id, &task, &right[0]).await?;
    for pick in &right[1..] {
        go(&quiz, id, GO_ON, pick.step).await?;
        quiz.check(id, &task, pick).await?;
    }
    same("to see again", quiz.to_see_again().await?.len(), 0)?;
    for pick in right.iter().rev() {
        go(&quiz, id, GO_BACK, pick.step).await?;
        same("to see again", quiz.to_see_again().await?.len(), 0)?;
    }
    let kept = quiz.answered().await?;
    same("what stays kept", &kept[id], &json!(false))
}

async fn a_story_shows_one_step(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task, right, _) = story(&quiz)?;
    let id = id.as_str();
    for (at, pick) in right.iter().enumerate() {
        if at > 0 {
            go(&quiz, id, GO_ON, pick.step).await?;
        }
        same(
            "the steps that are seen",
            steps(&quiz, id).await?,
            vec![pick.step],
        )?;
        let stops = stops(&quiz, id).await?;
        let others: Vec<_> = stops.iter().filter(|step| **step != pick.step).collect();
        check(!stops.is_empty(), "Tab passes over the step on the screen")?;
        check(
            others.is_empty(),
            format!("Tab leads into steps {others:?}"),
        )?;
        quiz.check(id, &task, pick).await?;
    }
    Ok(())
}

/// The steps in whose fields Tab stops, from the story's title to its end.
async fn stops(quiz: &Quiz, question: &str) -> Outcome<Vec<usize>> {
    let focus = "const form = document.getElementById(arguments[0]);
        form.tabIndex = -1;
        form.focus()";
    quiz.exec_with::<serde_json::Value>(focus, vec![question.into()])
        .await?;
    let read = "const form = document.getElementById(arguments[0]);
        const at = document.activeElement;
        return form.contains(at) ? Number(at.closest('.step')?.dataset.step ?? -1) : null";
    let mut stops = Vec::new();
    loop {
        quiz.tab().await?;
        match quiz
            .exec_with::<Option<i64>>(read, vec![question.into()])
            .await?
        {
            None => return Ok(stops),
            Some(-1) => {}
            Some(step) => stops.push(usize::try_from(step).unwrap_or_default()),
        }
    }
}
