//! Without its client the exercise reads: every question, every answer, and nothing that does
//! nothing.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use super::quiz::{Quiz, row};
use crate::cases::module::summary_of;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::reads_without_javascript",
            reads_without_javascript,
        ),
        case(
            "exercise::reads_without_its_client",
            reads_without_its_client,
        ),
        case(
            "exercise::reads_when_nothing_is_heard_of_its_client",
            reads_when_nothing_is_heard_of_its_client,
        ),
        case(
            "exercise::shows_no_empty_card_without_its_client",
            shows_no_empty_card_without_its_client,
        ),
        case(
            "exercise::sends_nothing_without_javascript",
            sends_nothing_without_javascript,
        ),
        case(
            "exercise::sends_nothing_without_its_client",
            sends_nothing_without_its_client,
        ),
    ]
}

/// What is not seen of the questions, and what is seen although nothing would come of it.
const AMISS: &str = "
    const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().height > 0;
    const amiss = [];
    for (const form of document.querySelectorAll('form.question')) {
      const note = (what) => (e) => amiss.push(`${form.id}: ${what} ${e.textContent.trim()}`);
      const all = (css) => [...form.querySelectorAll(css)];
      const text = '.question__title, .step, legend, .option__label, .order__label, .answer';
      all(text).filter((e) => !seen(e)).forEach(note('not seen:'));
      all('button, input, .links__skip').filter(seen).forEach(note('of no use:'));
    }
    [...document.querySelectorAll('.summary__state, .finish__words')].filter(seen)
      .forEach((e) => amiss.push(`of no use: ${e.className}`));
    return amiss;";

/// Fails unless every question can be read, with all its steps and, once they are opened as a
/// reader opens them, all its answers.
async fn reads(quiz: &Quiz) -> Outcome {
    quiz.click(&summary_of("parents")).await?;
    quiz.shows("#parents", true).await?;
    let first = quiz.questions().remove(0);
    let answers = format!("form#{} details.answers", first.id);
    quiz.shows(&format!("{answers} .answer"), false).await?;
    quiz.click(&format!("{answers} > summary")).await?;
    quiz.shows(&format!("{answers} .answer"), true).await?;
    quiz.exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
        .await?;
    let amiss: Vec<String> = quiz.exec(AMISS).await?;
    check(amiss.is_empty(), amiss.join("\n"))
}

async fn reads_without_javascript(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new().without_java_script()).await?;
    reads(&quiz).await
}

async fn reads_without_its_client(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Missing).start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new()).await?;
    quiz.says_it_did_not_start().await?;
    reads(&quiz).await
}

/// What the summary counts needs the client; where the author wrote nothing, nothing is left of it.
async fn shows_no_empty_card_without_its_client(t: Ctx) -> Outcome {
    let html = variant::nothing_next(&settings::path(settings::SITE)?)?;
    let site = || {
        let html = html.clone();
        t.site().rewrite(move |_| html.clone())
    };
    let server = site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    quiz.shows(".summary", true).await?;
    let server = site().fault("*.wasm", Fault::Missing).start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new()).await?;
    quiz.says_it_did_not_start().await?;
    quiz.shows(".summary", false).await
}

async fn reads_when_nothing_is_heard_of_its_client(t: Ctx) -> Outcome {
    let server = t.site().fault("start-*.js", Fault::Missing).start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new()).await?;
    let whole = "document.querySelector('#quiz-asked [data-step=\"2\"]').checkVisibility()";
    let failure = "the later parts of a story are not seen";
    quiz.wait_until(whole, 30_000, failure).await?;
    reads(&quiz).await
}

/// Presses Enter in fields of each kind, and fails if the page goes anywhere or tells anybody.
async fn sends_nothing(quiz: &Quiz, server: &Server) -> Outcome {
    let address = quiz.address().await?;
    quiz.exec::<Value>("document.documentElement.dataset.mine = ''")
        .await?;
    server.clear_requests();
    for (id, option) in [("quiz-age", 1), ("quiz-online", 0), ("quiz-asked", 0)] {
        let field = format!("form#{id} .step[data-step='0'] [value='{option}']");
        quiz.click(&row(id, 0, option)).await?;
        quiz.has_focus(&field).await?;
        quiz.press("Enter").await?;
        // What a form sends, it has sent once the keys that follow are heard of.
        quiz.tab().await?;
        let left = format!("!document.querySelector(\"{field}\")?.matches(':focus')");
        quiz.wait_until(&left, 3000, "Tab is not heard of").await?;
    }
    quiz.shows("[data-mine]", true).await?;
    same("the address", quiz.address().await?, address)?;
    let own = ["/icon", "/manifest", "/worker.js"];
    let sent: Vec<String> = server
        .requests()
        .into_iter()
        .map(|request| request.path)
        // Browsers take their time to ask for these.
        .filter(|path| !own.iter().any(|name| path.starts_with(name)))
        .collect();
    check(sent.is_empty(), format!("the page sends {sent:?}"))
}

/// The page without its style sheet, which is what hides the fields where nothing comes of them:
/// as some readers' own tools show it.
fn bare(t: &Ctx) -> SiteBuilder {
    t.site().spy().rewrite(|html| {
        let parts = html.split_once("<style>");
        let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once("</style>")?.1)));
        parts.map_or(html.clone(), |(before, after)| format!("{before}{after}"))
    })
}

async fn sends_nothing_without_javascript(t: Ctx) -> Outcome {
    let server = bare(&t).start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new().without_java_script()).await?;
    sends_nothing(&quiz, &server).await
}

async fn sends_nothing_without_its_client(t: Ctx) -> Outcome {
    let server = bare(&t).fault("*.wasm", Fault::Missing).start()?;
    let quiz = Quiz::open_early(&t, &server, Options::new()).await?;
    let failed = "document.documentElement.dataset.client === 'failed'";
    quiz.wait_until(failed, 15_000, "the client starts").await?;
    sends_nothing(&quiz, &server).await?;
    // It is not the content policy alone that holds a form back.
    let errors = quiz.errors().await?.join("\n");
    check(!errors.contains("form-action"), errors)
}
