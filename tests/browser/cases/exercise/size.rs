//! Large enough to press, narrow enough to read.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::answer::{Way, answer};
use super::quiz::{Quiz, button, within};
use crate::cases::offline::kept::{Kept, READY};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("exercise::targets_are_large", targets_are_large),
        case(
            "exercise::what_is_said_comes_into_view",
            what_is_said_comes_into_view,
        ),
        case(
            "exercise::nothing_scrolls_sideways",
            nothing_scrolls_sideways,
        ),
    ]
}

/// Opens everything that opens.
const OPEN: &str = "for (const e of document.querySelectorAll('details')) e.open = true";

/// Targets that are too small: 44 px each way, but that a link is as wide as its words. Links in
/// the words of an explanation are not looked at: WCAG 2.2 leaves them out (2.5.8, "Inline").
const SMALL: &str = "
    const own = 'label.option, button, summary, ul.links a, .summary__state a, .result__end a, .finish__words > :last-child > a';
    const roots = 'form.question, .summary, .finish';
    return [...document.querySelectorAll(roots)].flatMap((root) => [...root.querySelectorAll(own)])
      .filter((e) => e.checkVisibility())
      .map((e) => [e, e.getBoundingClientRect()])
      .filter(([e, r]) => r.height < 44 || r.width < (e.localName === 'a' ? 24 : 44))
      .map(([e, r]) => `${e.closest('[id]').id}, ${e.textContent.trim().slice(0, 30)}: `
        + `${r.width} by ${r.height}`);";

/// Finishes, with something to look at again, and every kind of button on the screen.
async fn at_its_largest(quiz: &Quiz) -> Outcome {
    quiz.keep_all_but(&[]).await?;
    quiz.again().await?;
    for question in quiz.questions().iter().take(4) {
        quiz.answer(question.id.as_str(), &question.task, Way::Other)
            .await?;
    }
    quiz.shows(".finish__words", true).await?;
    quiz.exec::<Value>(OPEN).await.map(|_| ())
}

async fn targets_are_large(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new().size(320, 640)).await?;
    let questions = quiz.questions();
    for question in questions.iter().take(4) {
        quiz.answer(question.id.as_str(), &question.task, Way::Other)
            .await?;
    }
    quiz.exec::<Value>(OPEN).await?;
    let mut small: Vec<String> = quiz.exec(SMALL).await?;
    at_its_largest(&quiz).await?;
    small.extend(quiz.exec::<Vec<String>>(SMALL).await?);
    small.sort();
    small.dedup();
    check(
        small.is_empty(),
        format!("targets under 44 px: {}", small.join("; ")),
    )
}

/// Puts a question's button at the lower edge of the screen, and the focus on it.
const AT_THE_EDGE: &str = "
    const button = document.querySelector(arguments[0]);
    button.focus({preventScroll: true});
    scrollBy(0, button.getBoundingClientRect().bottom - innerHeight);
    return button.getBoundingClientRect().bottom - innerHeight < 2";

async fn what_is_said_comes_into_view(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new().size(320, 568)).await?;
    // The line about offline use takes room when it comes.
    Kept::of((*quiz).clone()).says(READY).await?;
    for question in quiz.questions() {
        let id = question.id.as_str();
        let pick = answer(&question.task, Way::Right).remove(0);
        quiz.pick(id, &question.task, &pick).await?;
        let button = button(id);
        let edge = quiz.exec_with(AT_THE_EDGE, vec![button.clone().into()]);
        check(edge.await?, "the button is not at the edge")?;
        let said = within(id, ".result__said");
        let seen = format!(
            "(() => {{
               const r = document.querySelector({}).getBoundingClientRect();
               return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight;
             }})()",
            json!(said)
        );
        let failure = format!("what is said of an answer to `{id}` is off the screen");
        quiz.press("Enter").await?;
        quiz.explains(id, &pick).await?;
        quiz.wait_until(&seen, 3000, &failure).await?;
        quiz.has_focus(&button).await?;
        // What is on the screen stays where it is.
        let place: f64 = quiz.exec("return scrollY").await?;
        quiz.press("Enter").await?;
        quiz.explains(id, &pick).await?;
        let now: f64 = quiz.exec("return scrollY").await?;
        let far = (now - place).abs();
        // Firefox rounds.
        check(far < 2.0, format!("the page moves by {far} px"))?;
    }
    Ok(())
}

/// What reaches beyond the page's edge, and what holds more than it shows: a question paints nothing
/// beyond its own edge.
const WIDE: &str = "
    const edge = document.documentElement.clientWidth + 0.5;
    const clips = (e) => getComputedStyle(e).contain.includes('paint');
    const wide = [...document.querySelectorAll('main *')]
      .filter((e) => e.checkVisibility() && !e.closest('.unseen'))
      .filter((e) => e.getBoundingClientRect().right > edge
        || (clips(e) && e.scrollWidth > e.clientWidth))
      .map((e) => `${e.closest('[id]').id} ${e.localName}.${e.className}`);
    const page = document.documentElement.scrollWidth;
    return page > 320 ? [`the page is ${page} px wide`, ...wide] : wide;";

async fn nothing_scrolls_sideways(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new().size(320, 640)).await?;
    at_its_largest(&quiz).await?;
    for size in ["100%", "200%"] {
        quiz.exec_with::<Value>(
            "document.documentElement.style.fontSize = arguments[0]",
            vec![size.into()],
        )
        .await?;
        let wide: Vec<String> = quiz.exec(WIDE).await?;
        check(wide.is_empty(), format!("at {size}: {}", wide.join("; ")))?;
    }
    Ok(())
}
