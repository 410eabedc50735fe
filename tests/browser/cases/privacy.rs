//! The privacy notice: it can be read by everybody, and it tells the truth.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};

use crate::cases::exercise::answer::Way;
use crate::cases::exercise::quiz::Quiz;
use crate::cases::exit::EXIT;
use crate::cases::module::{FIRST, FOLLOW, KEY, Module};
use crate::cases::reading::{CHOICE, choose};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("privacy::the_foot_leads_there", the_foot_leads_there),
        case(
            "privacy::axe_finds_nothing_in_the_notice",
            axe_finds_nothing_in_the_notice,
        ),
        case("privacy::needs_no_javascript", needs_no_javascript),
        case(
            "privacy::nothing_else_is_kept_than_it_says",
            nothing_else_is_kept_than_it_says,
        ),
    ]
}

/// The words with which the notice begins.
const START: &str = "You do not need to tell this page who you are.";

async fn the_foot_leads_there(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.click(".foot a[href='./privacy.html']").await?;
    let there = "location.pathname.endsWith('/privacy.html')";
    module
        .wait_until(there, 5_000, "the link leads nowhere")
        .await?;
    let words = module.text("main").await?;
    check(words.contains(START), format!("the notice says {words:?}"))?;
    module.click(".head__now a").await?;
    module.is_ready().await
}

async fn axe_finds_nothing_in_the_notice(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for options in [
        Options::new(),
        Options::new().dark().size(320, 640).without_waiting(),
    ] {
        let module = Module::open_early(&t, &server, options).await?;
        module.goto("privacy.html").await?;
        axe::passes(&module).await?;
        let wide: i32 = module
            .exec(
                "const root = document.documentElement; return root.scrollWidth - root.clientWidth",
            )
            .await?;
        check(wide == 0, format!("it scrolls sideways by {wide} px"))?;
    }
    Ok(())
}

async fn needs_no_javascript(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    module.goto("privacy.html").await?;
    let words = module.text("main").await?;
    check(words.contains(START), format!("the notice says {words:?}"))
}

/// All that a page can keep: of the place in the module what it consists of; of the copy for times
/// without a network whether anything in it is not the site's own.
const KEPT: &str = "
    const place = localStorage.getItem(arguments[0]);
    return Promise.all([caches.keys(), indexedDB.databases()]).then(([names, databases]) =>
      [Object.keys(localStorage).sort(), Object.keys(sessionStorage), document.cookie,
       place && Object.keys(JSON.parse(place)), databases,
       names.filter((name) => !name.startsWith('academy / '))])";

async fn keeps(page: &Page, when: &str, expected: Value) -> Outcome {
    let kept: Value = page.exec_with(KEPT, vec![KEY.into()]).await?;
    same(when, kept, expected)
}

async fn nothing_else_is_kept_than_it_says(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    quiz.read(FIRST).await?;
    let (id, task) = quiz.first(|_| true)?;
    quiz.answer(&id, &task, Way::Right).await?;
    choose(&quiz, ["larger", "", ""]).await?;
    let place = json!(["v", "read", "answered"]);
    let keys = json!([KEY, CHOICE]);
    keeps(&quiz, "what is kept", json!([keys, [], "", place, [], []])).await?;
    let notice = quiz.in_new_tab().await?;
    notice.goto("privacy.html").await?;
    let words = notice.text("main").await?;
    for said in [
        "which parts you have read. Which questions you have answered.",
        "what you chose under \"Reading\"",
        "one note, in this tab alone",
    ] {
        check(words.contains(said), format!("it does not say {said:?}"))?;
    }
    // Without a network, the page that is left is still of this site.
    quiz.cut_off(true).await?;
    quiz.click(EXIT).await?;
    let left = "document.title === 'Blank page'";
    quiz.wait_until(left, FOLLOW, "the page is not left")
        .await?;
    let note = json!(["academy:left"]);
    keeps(
        &quiz,
        "what is kept then",
        json!([[], note, "", null, [], []]),
    )
    .await
}
