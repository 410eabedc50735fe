//! What can be chosen is there in time, can be reached, and can be read.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::{Look, PATHS, bar_is_dark, choose, looks_like};
use crate::cases::module::{FOLLOW, Module};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("reading::needs_no_client", needs_no_client),
        case("reading::waits_for_no_script", waits_for_no_script),
        case("reading::keys_are_enough", keys_are_enough).except(
            Engine::WebKit,
            "in its small browser, keys open a list that its driver cannot reach",
        ),
        case("reading::fits_when_all_is_large", fits_when_all_is_large),
        case("reading::axe_finds_nothing", axe_finds_nothing),
        case("reading::paper_stays_white", paper_stays_white).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
    ]
}

async fn needs_no_client(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Missing).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.says_it_did_not_start().await?;
    check(
        module.is_visible(".reading__open").await?,
        "there is no menu",
    )?;
    choose(&module, ["large", "", "dark"]).await?;
    looks_like(&module, "as chosen", Look(20.0, true, false)).await?;
    // Without any script it could do nothing, and is not there.
    let bare = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    check(
        !bare.is_visible(".reading__open").await?,
        "a menu does nothing",
    )
}

/// On a slow line the page is there long before its other scripts.
async fn waits_for_no_script(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let module = Module::open(&t, &server, Options::new().without_waiting()).await?;
    choose(&module, ["larger", "", "dark"]).await?;
    server.fault("*.js", Fault::Delay(4_000));
    // Told at once: the page is complete only with its scripts.
    module
        .exec::<Value>("setTimeout(() => location.reload())")
        .await?;
    let there =
        "!document.documentElement.dataset.client && document.querySelector('.reading__panel')";
    module
        .wait_until(there, 3_500, "the page is not there before its scripts")
        .await?;
    looks_like(&module, "before its scripts", Look(24.0, true, false)).await?;
    module
        .exec::<Value>("document.querySelector('.reading').open = true")
        .await?;
    let filled = "document.querySelector('.reading select').value === 'larger'";
    module
        .wait_until(filled, 1_000, "the lists show something else")
        .await?;
    choose(&module, ["larger", "wide", "dark"]).await?;
    looks_like(&module, "as chosen", Look(24.0, true, true)).await
}

async fn keys_are_enough(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .exec::<Value>("document.querySelector('.reading__open').focus()")
        .await?;
    module.press("Enter").await?;
    module.tab().await?;
    module.press("ArrowDown").await?;
    let larger = "document.documentElement.dataset.reading === 'large'";
    module
        .wait_until(larger, FOLLOW, "a key chooses nothing")
        .await?;
    looks_like(&module, "as chosen", Look(20.0, false, false)).await?;
    module.press("Escape").await?;
    check(
        !module.is_visible(".reading__panel").await?,
        "Escape does not close it",
    )?;
    same(
        "the focus",
        module.focused().await?.tag,
        "summary".to_owned(),
    )?;
    // It closes behind who goes on.
    module.press("Enter").await?;
    for _ in 0..4 {
        module.tab().await?;
    }
    check(
        !module.is_visible(".reading__panel").await?,
        "it stays when the focus leaves",
    )
}

async fn fits_when_all_is_large(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    for width in [320, 800] {
        let options = Options::new().size(width, 640);
        let module = Module::open(&t, &server, options).await?;
        for path in PATHS {
            module.goto(path).await?;
            choose(&module, ["larger", "wide", ""]).await?;
            module
                .exec::<Value>(
                    "for (const e of document.querySelectorAll('details')) e.open = true",
                )
                .await?;
            let found: u32 = module
                .exec("return document.documentElement.scrollWidth")
                .await?;
            check(
                found <= width,
                format!("`{path}` is {found} px wide on a screen of {width}"),
            )?;
        }
    }
    Ok(())
}

/// With the colours that the device does not prefer.
async fn axe_finds_nothing(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    for (options, colours) in [
        (Options::new().size(320, 640), "dark"),
        (Options::new().dark(), "light"),
    ] {
        let module = Module::open(&t, &server, options).await?;
        choose(&module, ["large", "wide", colours]).await?;
        same(
            "whether it is dark",
            Look::of(&module).await?.1,
            colours == "dark",
        )?;
        bar_is_dark(&module, colours == "dark").await?;
        module.click(".reading__open").await?;
        axe::passes(&module).await?;
    }
    Ok(())
}

async fn paper_stays_white(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    choose(&module, ["larger", "wide", "dark"]).await?;
    let print = json!({"media": "print"});
    module.cdp("Emulation.setEmulatedMedia", print).await?;
    let look: Vec<String> = module
        .exec(
            "const of = (css) => getComputedStyle(document.querySelector(css));
             return [of('html').backgroundColor, of('.section__text p').color,
               of('.section__text p').letterSpacing, of('.section__text p').fontSize]",
        )
        .await?;
    same(
        "on paper",
        look,
        ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "normal", "14.6667px"]
            .map(str::to_owned)
            .to_vec(),
    )?;
    check(!module.is_visible(".reading").await?, "the menu is printed")
}
