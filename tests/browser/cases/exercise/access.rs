//! For every reader: axe-core finds nothing, whatever was done with the questions.

use browser_tests::axe;
use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::Value;

use super::answer::{Way, answer};
use super::quiz::{Quiz, button, within};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const NO_SUCH_MODE: &str = "WebKit has no forced colours";
    vec![
        case(
            "exercise::axe_finds_nothing_in_light",
            axe_finds_nothing_in_light,
        ),
        case(
            "exercise::axe_finds_nothing_in_dark",
            axe_finds_nothing_in_dark,
        ),
        case(
            "exercise::forced_colours_show_what_is_picked",
            forced_colours_show_what_is_picked,
        )
        .except(Engine::WebKit, NO_SUCH_MODE),
        case(
            "exercise::axe_finds_nothing_at_the_end",
            axe_finds_nothing_at_the_end,
        ),
        case(
            "exercise::what_is_told_is_told_politely",
            what_is_told_is_told_politely,
        ),
    ]
}

/// Where a question's state is to be seen.
const SEEN: &str = ":is(.group:has(.question), .progress, .finish)";

async fn passes(quiz: &Quiz, state: &str) -> Outcome {
    let passed = axe::passes_in(quiz, SEEN).await;
    passed.map_err(|found| found.during(state))
}

/// Picks, or answers, a question of each kind.
async fn use_each_kind(quiz: &Quiz, way: Option<Way>) -> Outcome {
    for wanted in [
        |task: &Task| matches!(task, Task::One { .. }),
        |task: &Task| matches!(task, Task::Several { .. }),
        |task: &Task| matches!(task, Task::Order { .. }),
        |task: &Task| matches!(task, Task::Story { .. }),
    ] {
        let (id, task) = quiz.first(wanted)?;
        let pick = answer(&task, way.unwrap_or(Way::Other)).remove(0);
        match way {
            Some(_) => quiz.check(&id, &task, &pick).await?,
            None => quiz.pick(&id, &task, &pick).await?,
        }
    }
    Ok(())
}

/// Every state of the questions that axe-core looks at, but for the end. (`access` looks at the page
/// as it comes, with all of them untouched.)
async fn every_state(quiz: &Quiz) -> Outcome {
    use_each_kind(quiz, None).await?;
    let unpicked = quiz.questions().remove(1);
    quiz.click(&button(unpicked.id.as_str())).await?;
    quiz.shows(&within(unpicked.id.as_str(), ".result__said"), true)
        .await?;
    passes(quiz, "picked, and asked to pick").await?;
    use_each_kind(quiz, Some(Way::Other)).await?;
    passes(quiz, "answered in another way").await?;
    use_each_kind(quiz, Some(Way::Right)).await?;
    quiz.exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
        .await?;
    passes(
        quiz,
        "answered as the author would, with all explanations open",
    )
    .await
}

async fn axe_finds_nothing_in_light(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    every_state(&Quiz::open(&t, &server, Options::new()).await?).await
}

async fn axe_finds_nothing_in_dark(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let narrow = Options::new().dark().size(320, 640);
    every_state(&Quiz::open(&t, &server, narrow).await?).await
}

/// A ground of a colour is not there: what is picked, and what has the focus, has to be seen all
/// the same. (axe-core does not know of forced colours, and finds contrast that nobody sees.)
async fn forced_colours_show_what_is_picked(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new().forced_colors()).await?;
    use_each_kind(&quiz, Some(Way::Right)).await?;
    for wanted in [
        |task: &Task| matches!(task, Task::One { .. }),
        |task: &Task| matches!(task, Task::Several { .. }),
    ] {
        let (id, _) = quiz.first(wanted)?;
        let picked = within(&id, "input:checked");
        let own = quiz.style(&picked, "appearance").await?;
        same("the look of a picked field", own.as_str(), "auto")?;
        quiz.tab_from_start_to(&within(&id, "input")).await?;
        let ring: bool = quiz.exec(FOCUS_RING).await?;
        check(ring, format!("the focus is not seen in `{id}`"))?;
    }
    Ok(())
}

/// Whether a line is drawn round what has the focus, or round its row.
const FOCUS_RING: &str = "
    const at = document.activeElement;
    return [at, at.closest('label')].some((e) => {
      const {outlineStyle, outlineWidth} = getComputedStyle(e);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });";

async fn axe_finds_nothing_at_the_end(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new().size(320, 640)).await?;
    let last = quiz.questions().remove(1);
    let id = last.id.as_str();
    quiz.keep_all_but(&[id]).await?;
    quiz.again().await?;
    quiz.answer(id, &last.task, Way::Other).await?;
    quiz.shows(".finish__words", true).await?;
    quiz.shows(".summary__again", true).await?;
    passes(&quiz, "finished, with a question to see again").await?;
    quiz.again().await?;
    passes(&quiz, "found again").await
}

/// What is put into a live region is told, if the region was there before: it must be the same
/// element, and must not be told twice over.
async fn what_is_told_is_told_politely(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::One { .. }))?;
    let listen = "const region = document.getElementById(arguments[0]).querySelector('.result');
        window.region = region;
        window.told = [];
        new MutationObserver((changes) => {
          for (const {addedNodes} of changes) for (const node of addedNodes)
            if (node.textContent.trim()) window.told.push(node.textContent.trim());
        }).observe(region, {childList: true, subtree: true, characterData: true});";
    quiz.exec_with::<Value>(listen, vec![id.as_str().into()])
        .await?;
    for way in [Way::Other, Way::Right] {
        quiz.exec::<Value>("window.told = []").await?;
        quiz.answer(&id, &task, way).await?;
        let told: Vec<String> = quiz.exec("return window.told").await?;
        let expected = if way == Way::Other { 3 } else { 2 };
        same(&format!("parts told of {told:?}"), told.len(), expected)?;
    }
    let same_region = "return document.querySelector(`#${arguments[0]} .result`) === window.region
        && region.getAttribute('role') === 'status'";
    let is_it: bool = quiz.exec_with(same_region, vec![id.into()]).await?;
    check(is_it, "the live region is another one")
}
