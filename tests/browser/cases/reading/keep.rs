//! What was chosen is kept where the reader's place is, and forgotten with it.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use super::{CHOICE, Look, PATHS, PLAIN, bar_is_dark, choose, looks_like, shown};
use crate::cases::module::{FIRST, FOLLOW, Module};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("reading::is_found_again", is_found_again),
        case("reading::tabs_agree", tabs_agree),
        case(
            "reading::is_forgotten_with_the_place",
            is_forgotten_with_the_place,
        ),
        case("reading::a_new_tree_forgets_too", a_new_tree_forgets_too),
        case("reading::is_kept_once_agreed_to", is_kept_once_agreed_to),
        case("reading::is_kept_nowhere", is_kept_nowhere),
        case(
            "reading::lasts_where_nothing_is_kept",
            lasts_where_nothing_is_kept,
        ),
    ]
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
    for path in PATHS {
        module.goto(path).await?;
        looks_like(&module, path, chosen()).await?;
        bar_is_dark(&module, true).await?;
        same(
            "the lists",
            shown(&module).await?,
            ["larger", "wide", "dark"].map(str::to_owned).to_vec(),
        )?;
    }
    choose(&module, ["", "", ""]).await?;
    looks_like(&module, "as it was", PLAIN).await?;
    bar_is_dark(&module, false).await?;
    same("what is kept", module.local_storage(CHOICE).await?, None)?;
    module.goto("").await?;
    module.is_ready().await?;
    looks_like(&module, "found again", PLAIN).await?;
    module.has_no_errors().await
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

/// Where a tool has changed the page, the client draws its line about the place anew.
async fn a_new_tree_forgets_too(t: Ctx) -> Outcome {
    let changed = |page: String| page.replace("Show all", "<font>Alles zeigen</font>");
    let server = t.site().rewrite(changed).start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    choose(&module, ["large", "", ""]).await?;
    module.press_keeping().await?;
    module.says_of_keeping("Forgotten.").await?;
    let keys: usize = module.exec("return localStorage.length").await?;
    same("keys on the device", keys, 0)?;
    looks_like(&module, "once forgotten", PLAIN).await
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
