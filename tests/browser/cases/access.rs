//! For every reader: no finding by axe-core, nothing cut off on a narrow screen.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};

use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "access::axe_finds_nothing_in_other_states",
            axe_finds_nothing_in_other_states,
        ),
        case("access::print_shows_everything", print_shows_everything).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
        case(
            "access::axe_finds_nothing_in_light",
            axe_finds_nothing_in_light,
        ),
        case(
            "access::axe_finds_nothing_in_dark",
            axe_finds_nothing_in_dark,
        ),
        case(
            "access::axe_finds_nothing_when_it_fails",
            axe_finds_nothing_when_it_fails,
        ),
        case("access::nothing_scrolls_sideways", nothing_scrolls_sideways),
        case(
            "access::the_first_stop_skips_to_the_text",
            the_first_stop_skips_to_the_text,
        ),
    ]
}

/// Every state of the page that axe-core looks at.
async fn every_state(module: &Module) -> Outcome {
    axe::passes(module).await?;
    module.click(".progress__all button:first-child").await?;
    module
        .exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
        .await?;
    axe::passes(module).await?;
    module.read_everything().await?;
    axe::passes(module).await
}

async fn axe_finds_nothing_in_light(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    every_state(&Module::open(&t, &server, Options::new()).await?).await
}

async fn axe_finds_nothing_in_dark(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let narrow = Options::new().dark().size(320, 640);
    every_state(&Module::open(&t, &server, narrow).await?).await
}

async fn axe_finds_nothing_when_it_fails(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Missing).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.says_it_did_not_start().await?;
    axe::passes(&module).await
}

async fn axe_finds_nothing_in_other_states(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let module = Module::open(&t, &server, Options::new().dark()).await?;
    for kept in ["rubbish", r#"{"v":7}"#] {
        module.keep(kept).await?;
        module.again().await?;
        module.says_of_keeping("can't be saved").await?;
        axe::passes(&module).await?;
    }
    module.press_keeping().await?;
    module.says_of_keeping("Forgotten.").await?;
    axe::passes(&module).await?;
    server.fault("*.wasm", Fault::Missing);
    module.goto("?").await?;
    module.says_it_did_not_start().await?;
    axe::passes(&module).await
}

async fn print_shows_everything(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .cdp("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await?;
    let hidden: Vec<String> = module
        .exec(
            "return [...document.querySelectorAll('.section__text, .sources li')]
               .filter((e) => e.getBoundingClientRect().height < 10).map((e) => e.id || e.textContent)",
        )
        .await?;
    check(hidden.is_empty(), format!("not on paper: {hidden:?}"))?;
    check(
        !module.is_visible(".progress").await?,
        "the strip is printed",
    )?;
    module
        .cdp("Emulation.setEmulatedMedia", json!({"media": ""}))
        .await?;
    module.counts("0 of 12 read").await
}

async fn nothing_scrolls_sideways(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new().size(320, 640)).await?;
    for size in ["100%", "200%"] {
        module
            .exec_with::<Value>(
                "document.documentElement.style.fontSize = arguments[0]",
                vec![size.into()],
            )
            .await?;
        module
            .exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
            .await?;
        let width: u32 = module
            .exec("return document.documentElement.scrollWidth")
            .await?;
        check(
            width <= 320,
            format!("at {size} the page is {width} px wide on a screen of 320"),
        )?;
    }
    Ok(())
}

async fn the_first_stop_skips_to_the_text(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.tab().await?;
    same(
        "the first stop",
        module.focused().await?.text,
        "Skip to the text".to_owned(),
    )?;
    check(
        module.is_visible(".skip").await?,
        "the link is not seen when it has the focus",
    )?;
    module.press("Enter").await?;
    same(
        "the focus",
        module.focused().await?.id,
        "page-main".to_owned(),
    )
}
