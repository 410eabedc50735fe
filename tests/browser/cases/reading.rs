//! How the page is to be read can be chosen; it is kept and forgotten like the reader's place.

use browser_tests::prelude::*;
use browser_tests::{axe, settings, variant};
use serde_json::{Value, json};

use crate::cases::module::{FIRST, FOLLOW, Module};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("reading::is_found_again", is_found_again),
        case("reading::needs_no_client", needs_no_client),
        case("reading::keys_are_enough", keys_are_enough).except(
            Engine::WebKit,
            "in its small browser, keys open a list that its driver cannot reach",
        ),
        case("reading::tabs_agree", tabs_agree),
        case(
            "reading::is_forgotten_with_the_place",
            is_forgotten_with_the_place,
        ),
        case("reading::is_kept_once_agreed_to", is_kept_once_agreed_to),
        case("reading::is_kept_nowhere", is_kept_nowhere),
        case(
            "reading::lasts_where_nothing_is_kept",
            lasts_where_nothing_is_kept,
        ),
        case("reading::fits_when_all_is_large", fits_when_all_is_large),
        case("reading::axe_finds_nothing", axe_finds_nothing),
        case("reading::paper_stays_white", paper_stays_white).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
    ]
}

/// The key under which a choice is kept.
const CHOICE: &str = "academy:in-control:reading";

/// What can be seen of a choice: the size of letters in px, whether the ground is dark, and how far
/// letters stand apart.
#[derive(Debug, PartialEq, serde::Deserialize)]
struct Look(f32, bool, bool);

/// As the page is by itself, on a device that prefers light colours.
const PLAIN: Look = Look(16.0, false, false);

impl Look {
    async fn of(page: &Page) -> Outcome<Self> {
        page.exec(
            "const of = (css) => getComputedStyle(document.querySelector(css));
             const ground = of('html').backgroundColor.match(/\\d+/g).map(Number);
             return [parseFloat(of('html').fontSize), ground[0] < 128,
               parseFloat(of('main p').letterSpacing) > 1]",
        )
        .await
    }
}

/// Chooses `words`, one in each list, as a person does: each list tells that it changed.
async fn choose(page: &Page, words: [&str; 3]) -> Outcome {
    page.exec_with::<Value>(
        "const lists = document.querySelectorAll('.reading select');
         lists.forEach((list, at) => {
           if (list.value === arguments[at]) return;
           list.value = arguments[at];
           list.dispatchEvent(new Event('change', {bubbles: true}));
         })",
        words.iter().map(|word| json!(word)).collect(),
    )
    .await
    .map(drop)
}

/// What the lists show.
async fn shown(page: &Page) -> Outcome<Vec<String>> {
    page.exec("return [...document.querySelectorAll('.reading select')].map((list) => list.value)")
        .await
}

async fn looks_like(page: &Page, what: &str, look: Look) -> Outcome {
    same(what, Look::of(page).await?, look)
}

async fn is_found_again(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    looks_like(&module, "at first", PLAIN).await?;
    module.click(".reading__open").await?;
    choose(&module, ["larger", "wide", "dark"]).await?;
    let chosen = || Look(24.0, true, true);
    looks_like(&module, "as chosen", chosen()).await?;
    let kept = module.local_storage(CHOICE).await?;
    same("what is kept", kept, Some("larger wide dark".to_owned()))?;
    for path in ["", "help.html", "privacy.html", "finished.html"] {
        module.goto(path).await?;
        looks_like(&module, path, chosen()).await?;
        same(
            "the lists",
            shown(&module).await?,
            ["larger", "wide", "dark"].map(str::to_owned).to_vec(),
        )?;
    }
    choose(&module, ["", "", ""]).await?;
    looks_like(&module, "as it was", PLAIN).await?;
    same("what is kept", module.local_storage(CHOICE).await?, None)?;
    module.goto("").await?;
    module.is_ready().await?;
    looks_like(&module, "found again", PLAIN).await?;
    module.has_no_errors().await
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

async fn tabs_agree(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let one = Module::open(&t, &server, Options::new()).await?;
    let two = one.in_new_tab().await?;
    choose(&two, ["", "", "dark"]).await?;
    let dark = "document.documentElement.dataset.reading === 'dark'";
    one.wait_until(dark, FOLLOW, "the other tab stays light")
        .await?;
    same(
        "its lists",
        shown(&one).await?[2].clone(),
        "dark".to_owned(),
    )
}

async fn is_forgotten_with_the_place(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let one = Module::open(&t, &server, Options::new()).await?;
    one.read(FIRST).await?;
    choose(&one, ["large", "", "dark"]).await?;
    let two = one.in_new_tab().await?;
    looks_like(&two, "in another tab", Look(20.0, true, false)).await?;
    one.press_keeping().await?;
    one.says_of_keeping("Forgotten.").await?;
    let plain = "document.documentElement.dataset.reading === ''";
    for page in [&one, &two] {
        page.wait_until(plain, FOLLOW, "a choice is not forgotten")
            .await?;
        looks_like(page, "once forgotten", PLAIN).await?;
    }
    let keys = "return Object.keys(localStorage)";
    same(
        "what is kept",
        one.exec::<Vec<String>>(keys).await?,
        Vec::<String>::new(),
    )?;
    // The page says that nothing is kept: that stays true until something is.
    choose(&one, ["", "wide", ""]).await?;
    same(
        "what is kept",
        one.exec::<Vec<String>>(keys).await?,
        Vec::<String>::new(),
    )?;
    one.toggle(FIRST).await?;
    one.read(FIRST).await?;
    let kept = format!("localStorage.getItem('{CHOICE}') === 'wide'");
    one.wait_until(&kept, FOLLOW, "a place is kept again, a choice is not")
        .await?;
    one.has_no_errors().await
}

async fn is_kept_once_agreed_to(t: Ctx) -> Outcome {
    let server = with(&t, "ask")?.spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    choose(&module, ["large", "", ""]).await?;
    looks_like(&module, "as chosen", Look(20.0, false, false)).await?;
    same(
        "before it is agreed to",
        module.local_storage(CHOICE).await?,
        None,
    )?;
    module.press_keeping().await?;
    module.says_of_keeping("remembers").await?;
    let kept = format!("localStorage.getItem('{CHOICE}') === 'large'");
    module
        .wait_until(&kept, FOLLOW, "the choice is not kept")
        .await?;
    // On pages that say nothing of keeping, too.
    module.goto("help.html").await?;
    choose(&module, ["larger", "", ""]).await?;
    same(
        "on another page",
        module.local_storage(CHOICE).await?,
        Some("larger".to_owned()),
    )?;
    module.has_no_errors().await
}

async fn is_kept_nowhere(t: Ctx) -> Outcome {
    let server = with(&t, "off")?.spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    // What an earlier setting kept goes.
    module
        .exec::<Value>(&format!("localStorage.setItem('{CHOICE}', 'dark')"))
        .await?;
    module.again().await?;
    looks_like(&module, "found again", PLAIN).await?;
    choose(&module, ["large", "", ""]).await?;
    looks_like(&module, "as chosen", Look(20.0, false, false)).await?;
    let keys: usize = module.exec("return localStorage.length").await?;
    same("keys on the device", keys, 0)?;
    module.has_no_errors().await
}

async fn lasts_where_nothing_is_kept(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new().storage_refused()).await?;
    choose(&module, ["large", "wide", "dark"]).await?;
    looks_like(&module, "as chosen", Look(20.0, true, true)).await?;
    module.read(FIRST).await?;
    looks_like(&module, "later", Look(20.0, true, true)).await?;
    module.has_no_errors().await
}

async fn fits_when_all_is_large(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    for width in [320, 800] {
        let options = Options::new().size(width, 640);
        let module = Module::open(&t, &server, options).await?;
        for path in ["", "help.html", "privacy.html", "finished.html"] {
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
             return [of('html').backgroundColor, of('main p').color, of('main p').letterSpacing,
               of('main p').fontSize]",
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

/// The site with this setting of `progress`.
fn with(t: &Ctx, progress: &str) -> Outcome<SiteBuilder> {
    let config = format!(r#"{{"publisher": "P", "progress": "{progress}"}}"#);
    let site = settings::path(settings::SITE)?;
    let (html, card) = (
        variant::page(&site, &config)?,
        variant::card(&site, &config)?,
    );
    Ok(t.site().rewrite(move |page| {
        let is_module = page.contains("id=\"page-app\"");
        if is_module { &html } else { &card }.clone()
    }))
}
