//! The end of the module: said once, found again, and gone when it is forgotten.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::answer::Way;
use super::quiz::{Quiz, within};
use crate::cases::module::FIRST;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::the_last_answer_finishes",
            the_last_answer_finishes,
        ),
        case(
            "exercise::the_last_section_finishes",
            the_last_section_finishes,
        ),
        case("exercise::everything_by_a_reader", everything_by_a_reader),
        case("exercise::the_page_to_keep", the_page_to_keep).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
    ]
}

/// What is said at the end, once.
const SAID: &str = "You have come to the end.";

/// Counts, from now on, how often the page says something of the end.
const LISTEN: &str = "
    window.said = 0;
    new MutationObserver(() => { window.said += 1; })
      .observe(document.querySelector('.finish__said'), {childList: true, subtree: true});";

/// Fails unless the page is at its end, and `said` is told of it.
async fn is_finished(quiz: &Quiz, said: &str) -> Outcome {
    quiz.shows(".finish__words", true).await?;
    quiz.reads(".finish__said", said).await?;
    let words = quiz.text(".finish__words").await?;
    check(words.len() > 60, format!("at the end stands {words:?}"))
}

/// Fails unless the page is not at its end, and tells nothing of it.
pub(super) async fn is_not_finished(quiz: &Quiz) -> Outcome {
    quiz.shows(".finish__words", false).await?;
    quiz.shows(WAY, false).await?;
    quiz.reads(".finish__said", "").await
}

async fn the_last_answer_finishes(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let last = quiz.questions().remove(4);
    let id = last.id.as_str();
    quiz.keep_all_but(&[id]).await?;
    quiz.again().await?;
    quiz.counts("14 of 15 answered").await?;
    is_not_finished(&quiz).await?;
    quiz.exec::<Value>(LISTEN).await?;
    quiz.answer(id, &last.task, Way::Other).await?;
    is_finished(&quiz, SAID).await?;
    leads_to_the_end(&quiz, id).await?;
    quiz.answer(id, &last.task, Way::Right).await?;
    quiz.reads(&within(id, ".result__more"), "").await?;
    quiz.toggle(FIRST).await?;
    same(
        "times said",
        quiz.exec::<u32>("return window.said").await?,
        1,
    )?;
    quiz.again().await?;
    is_finished(&quiz, "").await?;
    quiz.shows(WAY, false).await?;
    quiz.has_no_errors().await
}

/// The link to the end, where an answer has finished the module.
const WAY: &str = ".result__end";

/// Fails unless a link under what is said of an answer to this question, and nowhere else, leads to
/// the end.
async fn leads_to_the_end(quiz: &Quiz, question: &str) -> Outcome {
    quiz.shows(&within(question, WAY), true).await?;
    quiz.shows(&format!("form:not(#{question}) {WAY}"), false)
        .await?;
    quiz.click(&within(question, &format!("{WAY} a"))).await?;
    let seen = "(() => {
        const r = document.getElementById('page-finish').getBoundingClientRect();
        return r.height > 0 && r.top >= 0 && r.top < innerHeight;
      })()";
    quiz.wait_until(seen, 3000, "the link does not lead to the end")
        .await
}

async fn the_last_section_finishes(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    quiz.keep_all_but(&[FIRST]).await?;
    quiz.again().await?;
    quiz.counts("15 of 15 answered").await?;
    quiz.counts("11 of 12 read").await?;
    is_not_finished(&quiz).await?;
    let other = quiz.in_new_tab().await?;
    other.read(FIRST).await?;
    is_finished(&other, SAID).await?;
    // News of it from another tab are no end that this reader has come to here.
    is_finished(&quiz, "").await
}

async fn the_page_to_keep(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    quiz.goto("finished.html").await?;
    let words = quiz.text("main").await?;
    for word in ["You have finished", "print", "save"] {
        check(
            words.contains(word),
            format!("{word:?} is not in {words:?}"),
        )?;
    }
    quiz.cdp("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await?;
    quiz.shows(".header__mark, .head__now", false).await?;
    // Without the mark, the name stands where the text does.
    let start = "const range = document.createRange();
        range.selectNodeContents(document.querySelector(arguments[0]).lastChild);
        return range.getBoundingClientRect().left";
    let name: f64 = quiz
        .exec_with(start, vec![".header__publisher".into()])
        .await?;
    let title: f64 = quiz.exec_with(start, vec!["h1".into()]).await?;
    check(
        (name - title).abs() < 1.0,
        format!("the publisher's name starts at {name}, the title at {title}"),
    )
}

async fn everything_by_a_reader(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    quiz.read_everything().await?;
    for question in quiz.questions() {
        is_not_finished(&quiz).await?;
        let id = question.id.as_str();
        quiz.answer(id, &question.task, Way::Right).await?;
    }
    is_finished(&quiz, SAID).await?;
    quiz.has_no_errors().await
}
