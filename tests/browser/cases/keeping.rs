//! The device keeps, refuses, fills up, or holds something strange; and forgets.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use crate::cases::module::{FIRST, KEY, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "keeping::news_reaches_a_page_in_view",
            news_reaches_a_page_in_view,
        ),
        case(
            "keeping::a_page_that_wakes_looks_again",
            a_page_that_wakes_looks_again,
        ),
        case("keeping::full_from_the_start", full_from_the_start),
        case("keeping::two_tabs_agree", two_tabs_agree),
        case("keeping::every_tab_forgets", every_tab_forgets),
        case(
            "keeping::nothing_forgotten_comes_back",
            nothing_forgotten_comes_back,
        ),
        case(
            "keeping::what_is_open_stays_forgotten",
            what_is_open_stays_forgotten,
        ),
        case(
            "keeping::the_button_keeps_the_focus",
            the_button_keeps_the_focus,
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

async fn what_is_open_stays_forgotten(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read_everything().await?;
    module.press_keeping().await?;
    module.counts("0 of 12 read").await?;
    for section in [SECOND, FIRST, SECOND] {
        module.scroll_to_end(section).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    module.counts("0 of 12 read").await?;
    same("kept", module.local_storage(KEY).await?, None)?;
    module.toggle(FIRST).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await
}

async fn the_button_keeps_the_focus(t: Ctx) -> Outcome {
    let server = with(&t, r#"{"publisher": "P", "progress": "ask"}"#)?.start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let button = "document.querySelector('.progress__keeping button')";
    module.exec::<Value>(&format!("{button}.focus()")).await?;
    module.press("Enter").await?;
    module.says_of_keeping("remembers").await?;
    module.press("Enter").await?;
    module.says_of_keeping("Forgotten.").await?;
    same(
        "the focus",
        module.focused().await?.tag,
        "button".to_owned(),
    )?;
    // The second click of a double click is no second decision.
    let clicks = "for (const detail of [1, 2])
        arguments[0].dispatchEvent(new MouseEvent('click', {detail, bubbles: true}))";
    module.again().await?;
    module.says_of_keeping("if you want").await?;
    module
        .exec::<Value>(&clicks.replace("arguments[0]", button))
        .await?;
    module.says_of_keeping("remembers").await
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

async fn full_from_the_start(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.exec::<Value>(FILL).await?;
    module.again().await?;
    module.says_of_keeping("no room left").await
}

/// Another document of the same origin acts, while the page stays in view: no page wakes.
async fn news_reaches_a_page_in_view(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let elsewhere = "window.frame ??= document.body.appendChild(document.createElement('iframe'));
         const store = frame.contentWindow.localStorage;";
    let read = format!("{elsewhere} store.setItem('{KEY}', '{{\"v\":1,\"read\":[\"{SECOND}\"]}}')");
    for forget in [
        format!("store.removeItem('{KEY}')"),
        "store.clear()".to_owned(),
    ] {
        module.exec::<Value>(&read).await?;
        module.counts("1 of 12 read").await?;
        module
            .exec::<Value>(&format!("{elsewhere} {forget}"))
            .await?;
        module.counts("0 of 12 read").await?;
    }
    Ok(())
}

async fn a_page_that_wakes_looks_again(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let wakes = [
        "dispatchEvent(new Event('pageshow'))",
        "document.dispatchEvent(new Event('visibilitychange'))",
    ];
    for (wake, read) in wakes.iter().zip(1..) {
        let ids = [FIRST, SECOND][..read].join("\",\"");
        // A page hears nothing of what it changes itself.
        module
            .keep(&format!(r#"{{"v":1,"read":["{ids}"]}}"#))
            .await?;
        module.exec::<Value>(wake).await?;
        module.counts(&format!("{read} of 12 read")).await?;
    }
    Ok(())
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
