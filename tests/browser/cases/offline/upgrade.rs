//! A new version: it waits until a person loads it, and then it is everywhere.

use browser_tests::prelude::*;
use browser_tests::settings;
use citizens_academy_player::domain::exercise::Task;
use serde_json::Value;

use super::kept::{Kept, LATER, LOAD, NEW, both, next};
use crate::cases::exercise::quiz::{Quiz, row};
use crate::cases::module::{FIRST, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "offline::an_upgrade_reaches_both_tabs",
            an_upgrade_reaches_both_tabs,
        ),
        case("offline::what_was_begun_stays", what_was_begun_stays),
        case("offline::what_is_not_kept_stays", what_is_not_kept_stays),
        case(
            "offline::the_offer_is_for_everybody",
            the_offer_is_for_everybody,
        ),
        case(
            "offline::goes_back_to_an_earlier_version",
            goes_back_to_an_earlier_version,
        ),
    ]
}

/// Two tabs, of which the second has a section open that was read.
async fn two_tabs(t: &Ctx, server: &Server) -> Outcome<(Kept, Kept)> {
    let one = Kept::open(t, server).await?;
    let two = one.in_another_tab().await?;
    two.read(SECOND).await?;
    Ok((one, two))
}

async fn an_upgrade_reaches_both_tabs(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    let (one, two) = two_tabs(&t, &server).await?;
    server.deploy(new.folder());
    one.visit("").await?;
    one.says(NEW).await?;
    two.says(NEW).await?;
    // Offered, and no more than that: also not to who opens the module again.
    one.visit("").await?;
    one.is_next(false).await?;
    two.hide(true).await?;
    two.is_next(false).await?;
    one.keeps_versions(2).await?;
    one.read(FIRST).await?;
    one.click(LOAD).await?;
    one.is_next(true).await?;
    one.is_open_again(FIRST).await?;
    two.is_next(true).await?;
    two.is_open_again(SECOND).await?;
    for tab in [&one, &two] {
        tab.counts("2 of 12 read").await?;
        check(
            !tab.is_visible(LOAD).await?,
            "the new version offers itself",
        )?;
    }
    one.keeps_versions(1).await?;
    server.stop().await?;
    one.visit("").await?;
    one.is_next(true).await
}

/// What a person has typed or picked is never taken away: that tab goes on offering.
async fn what_was_begun_stays(t: Ctx) -> Outcome {
    let (old, new) = (
        Build::of(settings::SIGNUP_SITE)?,
        next(settings::SIGNUP_SITE)?,
    );
    let server = t.folder(old.folder()).start()?;
    let one = Kept::open(&t, &server).await?;
    let typing = one.in_another_tab().await?;
    typing
        .exec::<Value>("document.querySelector('#page-signup-email').value = 'sam@'")
        .await?;
    let picking = Quiz::of((*one.in_another_tab().await?).clone()).await?;
    let (id, _) = picking.first(|task| matches!(task, Task::One { .. }))?;
    picking.click(&row(&id, 0, 0)).await?;
    let moving = one.in_another_tab().await?;
    moving
        .click(".order__item:first-child [data-move=down]")
        .await?;
    server.deploy(new.folder());
    one.visit("").await?;
    one.says(NEW).await?;
    let begun = [typing, Kept::of((*picking).clone()), moving];
    for tab in &begun {
        tab.says(NEW).await?;
        tab.hide(true).await?;
    }
    one.click(LOAD).await?;
    one.is_next(true).await?;
    for tab in &begun {
        tab.is_next(false).await?;
        tab.hide(false).await?;
        tab.hide(true).await?;
        tab.is_next(false).await?;
        tab.says(NEW).await?;
    }
    // Its own person may load it all the same.
    begun[0].click(LOAD).await?;
    begun[0].is_next(true).await
}

/// A newer version of the player keeps the place, so that what is read here stands in this page alone.
async fn what_is_not_kept_stays(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    let one = Kept::open(&t, &server).await?;
    one.keep(r#"{"v":7}"#).await?;
    let reading = one.in_another_tab().await?;
    reading.says_of_keeping("can't be saved").await?;
    reading.read(SECOND).await?;
    server.deploy(new.folder());
    one.visit("").await?;
    one.says(NEW).await?;
    reading.says(NEW).await?;
    reading.hide(true).await?;
    one.click(LOAD).await?;
    one.is_next(true).await?;
    reading.is_next(false).await?;
    reading.hide(false).await?;
    reading.hide(true).await?;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    reading.is_next(false).await
}

/// Whether the line covers what has the focus.
const COVERED: &str = "
    const line = document.querySelector('.offline'), focus = document.activeElement;
    return !line.contains(focus)
      && focus.getBoundingClientRect().bottom > line.getBoundingClientRect().top;";

/// Seen, in words, and out of the way when it is not wanted; whatever the page looks like.
async fn the_offer_is_for_everybody(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    let narrow = Options::new().dark().size(320, 640);
    let kept = Kept::of(Module::open(&t, &server, narrow).await?);
    kept.is_controlled().await?;
    server.deploy(new.folder());
    kept.visit("").await?;
    kept.says(NEW).await?;
    axe::passes(&kept).await?;
    let wide: f64 = kept
        .exec("return document.documentElement.scrollWidth")
        .await?;
    check(wide <= 320.0, format!("the page is {wide} wide"))?;
    let bar = kept.rect(".offline").await?;
    check(
        bar.bottom() <= 640.0 && bar.height < 160.0,
        format!("the offer stands at {bar:?}"),
    )?;
    // What is reached by the keyboard is not under it.
    for _ in 0..8 {
        kept.press("Shift+Tab").await?;
        let covered: bool = kept.exec(COVERED).await?;
        check(!covered, "the focus is under the offer")?;
    }
    same(
        "how it stands",
        kept.style(".offline", "position").await?,
        "sticky".to_owned(),
    )?;
    kept.click(LATER).await?;
    // At the end of the page, under what is there, wherever the page is scrolled to.
    same(
        "how it stands then",
        kept.style(".offline", "position").await?,
        "static".to_owned(),
    )?;
    kept.is_next(false).await
}

/// A publisher takes a version back. The files of the earlier one are here still; half a deployment
/// does not harm them.
async fn goes_back_to_an_earlier_version(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    let kept = Kept::open(&t, &server).await?;
    // As long as this one is open, the new version waits.
    let other = kept.in_another_tab().await?;
    server.deploy(new.folder());
    kept.visit("").await?;
    kept.says(NEW).await?;
    server.deploy(old.folder());
    server.fault("*.wasm", Fault::Status(500));
    kept.visit("").await?;
    kept.is_settled().await?;
    kept.visit("").await?;
    kept.is_settled().await?;
    kept.says("").await?;
    server.stop().await?;
    kept.visit("").await?;
    kept.is_next(false).await?;
    other.visit("").await?;
    other.is_next(false).await
}
