//! The privacy notice: it can be read by everybody, and it tells the truth.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::Value;

use crate::cases::module::{FIRST, KEY, Module};

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

async fn nothing_else_is_kept_than_it_says(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    let kept: Value = module
        .exec(
            "return [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
               Object.keys(JSON.parse(Object.values(localStorage)[0]))]",
        )
        .await?;
    let said = serde_json::json!([[KEY], [], "", ["v", "read"]]);
    same("what is kept", kept, said)
}
