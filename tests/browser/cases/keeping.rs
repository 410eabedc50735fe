//! The device keeps, refuses, fills up, or holds something strange; and forgets.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use crate::cases::module::{FIRST, KEY, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("keeping::two_tabs_agree", two_tabs_agree),
        case("keeping::every_tab_forgets", every_tab_forgets),
        case(
            "keeping::nothing_forgotten_comes_back",
            nothing_forgotten_comes_back,
        ),
        case("keeping::refused", refused),
        case("keeping::full", full),
        case("keeping::refused_half_way", refused_half_way),
        case(
            "keeping::what_is_not_understood_stays",
            what_is_not_understood_stays,
        ),
        case("keeping::ask", ask),
        case("keeping::off", off),
    ]
}

async fn two_tabs_agree(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let one = Module::open(&t, &server, Options::new()).await?;
    let two = one.in_new_tab().await?;
    two.read(SECOND).await?;
    one.shows_as_read(SECOND).await?;
    one.read(FIRST).await?;
    two.shows_as_read(FIRST).await?;
    one.counts("2 of 12 read").await?;
    two.counts("2 of 12 read").await?;
    same(
        "kept",
        one.kept().await?,
        vec![FIRST.to_owned(), SECOND.to_owned()],
    )
}

async fn every_tab_forgets(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let one = Module::open(&t, &server, Options::new()).await?;
    one.read(FIRST).await?;
    let two = one.in_new_tab().await?;
    two.counts("1 of 12 read").await?;
    one.press_keeping().await?;
    one.says_of_keeping("Forgotten.").await?;
    one.counts("0 of 12 read").await?;
    two.counts("0 of 12 read").await?;
    same("kept", one.local_storage(KEY).await?, None)?;
    let keys: usize = one.exec("return localStorage.length").await?;
    same("keys on the device", keys, 0)
}

async fn nothing_forgotten_comes_back(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let one = Module::open(&t, &server, Options::new()).await?;
    one.read(FIRST).await?;
    let two = one.in_new_tab().await?;
    one.press_keeping().await?;
    one.counts("0 of 12 read").await?;
    two.read(SECOND).await?;
    two.counts("1 of 12 read").await?;
    one.counts("1 of 12 read").await?;
    same("kept", two.kept().await?, vec![SECOND.to_owned()])?;
    one.again().await?;
    one.counts("1 of 12 read").await
}

async fn refused(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new().storage_refused()).await?;
    module
        .says_of_keeping("can't be saved here: this browser does not allow it")
        .await?;
    check(
        !module.is_visible(".progress__keeping button").await?,
        "a button does nothing",
    )?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.has_no_errors().await
}

/// Leaves no room for another character.
const FILL: &str = "
    let size = 1 << 23, text = '';
    while (size >= 1) {
      try { localStorage.setItem('other', text + 'x'.repeat(size)); text += 'x'.repeat(size); }
      catch { size = Math.floor(size / 2); }
    }";

async fn full(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.exec::<Value>(FILL).await?;
    module.read(SECOND).await?;
    module.says_of_keeping("no room left").await?;
    module.counts("2 of 12 read").await?;
    same("kept", module.kept().await?, vec![FIRST.to_owned()])?;
    module
        .exec::<Value>("localStorage.removeItem('other')")
        .await?;
    module.read("feelings").await?;
    module.says_of_keeping("remembers").await?;
    same("kept once there is room", module.kept().await?.len(), 3)?;
    module.has_no_errors().await
}

async fn refused_half_way(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module
        .exec::<Value>(
            "Object.defineProperty(window, 'localStorage', { configurable: true,
               get() { throw new DOMException('refused', 'SecurityError'); } })",
        )
        .await?;
    module.read(SECOND).await?;
    module
        .says_of_keeping("this browser does not allow it")
        .await?;
    module.counts("2 of 12 read").await?;
    module.has_no_errors().await
}

async fn what_is_not_understood_stays(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    for (text, words) in [
        ("rubbish", "something is stored that this page can't read"),
        (
            r#"{"v":7,"read":[],"more":1}"#,
            "a newer version of this page keeps it",
        ),
    ] {
        module.keep(text).await?;
        module.again().await?;
        module.says_of_keeping(words).await?;
        module.read(FIRST).await?;
        module.counts("1 of 12 read").await?;
        same(
            "kept",
            module.local_storage(KEY).await?,
            Some(text.to_owned()),
        )?;
    }
    module.press_keeping().await?;
    module.says_of_keeping("Forgotten.").await?;
    same("kept", module.local_storage(KEY).await?, None)?;
    module.has_no_errors().await
}

/// The site with other settings.
fn with(t: &Ctx, config: &str) -> Outcome<SiteBuilder> {
    let html = variant::page(&settings::path(settings::SITE)?, config)?;
    Ok(t.site().rewrite(move |_| html.clone()))
}

async fn ask(t: Ctx) -> Outcome {
    let server = with(&t, r#"{"publisher": "P", "progress": "ask"}"#)?
        .spy()
        .start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.says_of_keeping("if you want").await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    let keys: usize = module.exec("return localStorage.length").await?;
    same("keys before the reader agreed", keys, 0)?;
    module.press_keeping().await?;
    module.says_of_keeping("remembers").await?;
    same("kept", module.kept().await?, vec![FIRST.to_owned()])?;
    module.again().await?;
    module.counts("1 of 12 read").await?;
    module.press_keeping().await?;
    module.counts("0 of 12 read").await?;
    module.again().await?;
    module.says_of_keeping("if you want").await?;
    module.has_no_errors().await
}

async fn off(t: Ctx) -> Outcome {
    let server = with(&t, r#"{"publisher": "P", "progress": "off"}"#)?
        .spy()
        .start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.says_of_keeping("not kept").await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    let keys: usize = module.exec("return localStorage.length").await?;
    same("keys on the device", keys, 0)?;
    module.again().await?;
    module.counts("0 of 12 read").await?;
    module.has_no_errors().await
}
