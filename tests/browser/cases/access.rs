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
        case("access::wide_text_is_whole", wide_text_is_whole),
        case("access::right_to_left", right_to_left),
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

/// WCAG 2.2, criterion 1.4.12: readers may set these distances for all text.
const SPACED: &str = "* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }";

/// Texts that stick out of what clips them, and the width of the page.
const CUT: &str = "
    const clips = (e) => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    const cut = [...document.querySelectorAll('body *')].filter((e) =>
      e.checkVisibility() && e.clientWidth > 1 && clips(e)
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
    return [document.documentElement.scrollWidth, cut.map((e) => e.className || e.tagName)]";

/// Opens everything that opens, and fails if the page is wider than its screen, or cuts text off.
async fn is_whole(module: &Module, width: u32, how: &str) -> Outcome {
    module
        .exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
        .await?;
    let (wide, cut): (u32, Vec<String>) = module.exec(CUT).await?;
    check(
        wide <= width,
        format!("{how}, the page is {wide} px wide on a screen of {width}"),
    )?;
    check(cut.is_empty(), format!("{how}, text is cut off in {cut:?}"))
}

async fn wide_text_is_whole(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for width in [320, 1280] {
        let module = Module::open(&t, &server, Options::new().size(width, 640)).await?;
        for path in ["", "help.html"] {
            module.goto(path).await?;
            // What an extension or a style sheet of the reader's own does; not by an inline style,
            // which the page's policy refuses.
            module
                .exec_with::<Value>(
                    "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
                     document.adoptedStyleSheets = [sheet]",
                    vec![SPACED.into()],
                )
                .await?;
            is_whole(&module, width, "with the text spaced").await?;
        }
    }
    Ok(())
}

async fn right_to_left(t: Ctx) -> Outcome {
    let server = t
        .site()
        .rewrite(|page| page.replace("<html ", "<html dir=\"rtl\" "))
        .start()?;
    for width in [320, 1280] {
        let module = Module::open(&t, &server, Options::new().size(width, 640)).await?;
        is_whole(&module, width, "from right to left").await?;
        // The way out ends the line, which is on the left; the list of help stays on the screen.
        let sides: Vec<f32> = module
            .exec(
                "return ['.exit', '.help__open', '.help__panel'].map((css) =>
                   document.querySelector(css).getBoundingClientRect().left)",
            )
            .await?;
        check(
            sides[0] < sides[1] && sides[2] >= 0.0,
            format!("the bar is not mirrored: {sides:?}"),
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
