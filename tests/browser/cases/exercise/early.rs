//! What a reader does before the client has started is not lost, and leads nowhere.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::Value;

use super::answer::{Pick, Way, answer};
use super::quiz::{Quiz, button, row, within};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::picks_before_the_client_count",
            picks_before_the_client_count,
        ),
        case(
            "exercise::picks_survive_a_new_tree",
            picks_survive_a_new_tree,
        ),
        case("exercise::survives_a_translation", survives_a_translation),
    ]
}

/// How late the client comes, in milliseconds: time enough to pick.
const LATE: u64 = 8000;

/// Picks in three questions while the client is on its way, presses Enter, waits for the client,
/// and checks what was picked.
async fn picks_early(quiz: &Quiz) -> Outcome {
    let address = quiz.address().await?;
    quiz.exec::<Value>("document.documentElement.dataset.mine = ''")
        .await?;
    let mut picked: Vec<(String, Task, Pick)> = Vec::new();
    for wanted in [
        |task: &Task| matches!(task, Task::Several { .. }),
        |task: &Task| matches!(task, Task::Story { .. }),
        |task: &Task| matches!(task, Task::One { .. }),
    ] {
        let (id, task) = quiz.first(wanted)?;
        let pick = answer(&task, Way::Right).remove(0);
        for option in &pick.options {
            quiz.click(&row(&id, 0, *option)).await?;
        }
        picked.push((id, task, pick));
    }
    let (last, _, pick) = &picked[2];
    let field = within(last, &format!("[value='{}']", pick.options[0]));
    quiz.has_focus(&field).await?;
    quiz.press("Enter").await?;
    let started = "return document.documentElement.dataset.client ?? ''";
    let state: String = quiz.exec(started).await?;
    same("the client's state before", state.as_str(), "")?;
    quiz.is_ready().await?;
    quiz.shows("[data-mine]", true).await?;
    same("the address", quiz.address().await?, address)?;
    quiz.has_focus(&field).await?;
    checks(quiz, &picked).await
}

/// Fails unless what was picked is still there, and can be checked as it is.
async fn checks(quiz: &Quiz, picked: &[(String, Task, Pick)]) -> Outcome {
    for (id, _, pick) in picked {
        let found = quiz.picked(id, 0).await?;
        same("what was picked before", found, pick.options.clone())?;
        quiz.explains(id, &Pick::of(&[])).await?;
        quiz.click(&button(id)).await?;
        quiz.explains(id, pick).await?;
    }
    quiz.counts("2 of 15 answered").await
}

async fn picks_before_the_client_count(t: Ctx) -> Outcome {
    let server = t.site().spy().fault("*.wasm", Fault::Delay(LATE)).start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new()).await?;
    let first = "document.querySelector('form.question').mine = true";
    quiz.exec::<Value>(first).await?;
    picks_early(&quiz).await?;
    let mine = "return document.querySelector('form.question').mine === true";
    check(quiz.exec(mine).await?, "the questions were built afresh")?;
    quiz.has_no_errors().await
}

async fn picks_survive_a_new_tree(t: Ctx) -> Outcome {
    let added = |html: String| {
        html.replace(
            "<div class=\"group\">",
            "<aside>Added</aside><div class=\"group\">",
        )
    };
    let server = t
        .site()
        .spy()
        .rewrite(added)
        .fault("*.wasm", Fault::Delay(LATE))
        .start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new()).await?;
    picks_early(&quiz).await?;
    same("what was added", quiz.count("main > aside").await?, 0)?;
    quiz.has_no_errors().await
}

/// Wraps every word of the questions, as a translation tool does.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement.closest('script, style, noscript')) continue;
      const font = document.createElement('font');
      font.textContent = `«${text.data}`;
      text.replaceWith(font);
    }";

async fn survives_a_translation(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    quiz.exec::<Value>(TRANSLATE).await?;
    for wanted in [
        |task: &Task| matches!(task, Task::One { .. }),
        |task: &Task| matches!(task, Task::Order { .. }),
    ] {
        let (id, task) = quiz.first(wanted)?;
        quiz.answer(&id, &task, Way::Right).await?;
        // The explanation is told in the reader's language.
        let told = quiz.text(&within(&id, ".result__why")).await?;
        check(told.starts_with('«'), format!("it is told: {told}"))?;
    }
    quiz.reads(".summary__count", "2 of 15 answered").await?;
    // What the tool made of the count stays until there is something else to say.
    quiz.exec::<Value>(TRANSLATE).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::Several { .. }))?;
    quiz.pick(&id, &task, &answer(&task, Way::Right)[0]).await?;
    quiz.click(&within(&id, ".answers > summary")).await?;
    quiz.reads(".summary__count", "«2 of 15 answered").await?;
    quiz.has_no_errors().await
}
