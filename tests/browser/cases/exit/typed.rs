//! What somebody typed into the sign-up goes with the page, and does not come back.

use browser_tests::prelude::*;
use serde_json::Value;
use signup_receiver::Receiver;

use super::{EXIT, LEAVING, away, is_left, leading_to, shows_nothing};
use crate::cases::signup::busy::{AGAIN_SOON, until};
use crate::cases::signup::form::{EMAIL, SAM, Signup};
use crate::cases::signup::site::{AS_JSON, as_json, with};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("exit::a_typed_address_is_gone", a_typed_address_is_gone),
        case(
            "exit::a_typed_address_is_not_found_by_going_back",
            a_typed_address_is_not_found_by_going_back,
        ),
        case(
            "exit::a_page_found_again_has_no_address",
            a_page_found_again_has_no_address,
        ),
        case(
            "exit::a_waiting_sign_up_is_dropped",
            a_waiting_sign_up_is_dropped,
        ),
    ]
}

/// The form, on a site whose way out leads to the other server.
async fn open(t: &Ctx) -> Outcome<(Signup, Server)> {
    let receiver = Receiver::start(0)?;
    let away = away(t)?;
    let site = leading_to(&away, with(t, &as_json(&receiver))?);
    let form = Signup::open_at(t, receiver, site, Options::new()).await?;
    form.is_ready().await?;
    Ok((form, away))
}

/// Fails if the address stands anywhere in the page, or in what this tab or this device keeps.
async fn is_nowhere(page: &Page) -> Outcome {
    let found: String = page
        .exec(
            "const fields = [...document.querySelectorAll('input, textarea')];
             // An empty page may have no storage to look into.
             const kept = (name) => { try { return {...window[name]} } catch { return {} } };
             return JSON.stringify([
               fields.map((field) => field.value), document.documentElement.outerHTML,
               kept('localStorage'), kept('sessionStorage'), location.href, history.state,
             ])",
        )
        .await?;
    check(!found.contains(SAM), format!("it is still there: {found}"))
}

async fn a_typed_address_is_gone(t: Ctx) -> Outcome {
    let (form, away) = open(&t).await?;
    form.fill().await?;
    form.click(EXIT).await?;
    is_left(&form, &away).await?;
    form.back().await?;
    shows_nothing(&form).await?;
    is_nowhere(&form).await?;
    // Whoever comes back on purpose finds an empty form.
    form.goto("").await?;
    form.is_ready().await?;
    form.holds(EMAIL, "").await?;
    is_nowhere(&form).await?;
    form.arrived(&[])
}

/// Of an entry that leaving can't replace: one that was there before another address was typed.
async fn a_typed_address_is_not_found_by_going_back(t: Ctx) -> Outcome {
    let (form, away) = open(&t).await?;
    form.fill().await?;
    form.goto(&away.url("/weather?before")).await?;
    form.goto("#law").await?;
    form.is_ready().await?;
    form.fill().await?;
    form.click(EXIT).await?;
    is_left(&form, &away).await?;
    form.back().await?;
    form.back().await?;
    let blank = "location.pathname.endsWith('/blank.html')";
    form.wait_until(blank, LEAVING, "the module is there again")
        .await?;
    shows_nothing(&form).await?;
    is_nowhere(&form).await
}

/// Neither by a browser that keeps the page for going back, nor by one that fills in fields again
/// when it loads a page anew.
async fn a_page_found_again_has_no_address(t: Ctx) -> Outcome {
    let (form, _away) = open(&t).await?;
    form.fill().await?;
    // As a browser restores a field after the client has emptied it.
    let found = "
        window.old = true;
        const tell = (name) => dispatchEvent(new PageTransitionEvent(name, {persisted: true}));
        tell('pagehide');
        document.querySelector(arguments[0]).value = arguments[1];
        tell('pageshow');";
    form.exec_with::<Value>(found, vec![EMAIL.into(), SAM.into()])
        .await?;
    form.wait_until("!window.old", LEAVING, "the page is not loaded anew")
        .await?;
    form.is_ready().await?;
    form.holds(EMAIL, "").await?;
    is_nowhere(&form).await
}

/// A page that stays, since there is no network to leave by, does not send what it had begun.
async fn a_waiting_sign_up_is_dropped(t: Ctx) -> Outcome {
    let (form, _away) = open(&t).await?;
    form.fill().await?;
    form.meets(&[until("3")], AGAIN_SOON).await?;
    form.exec::<Value>(
        "Object.defineProperty(navigator, 'onLine', {get: () => false, configurable: true})",
    )
    .await?;
    form.click(EXIT).await?;
    let blank = "document.title === 'Blank page'";
    form.wait_until(blank, LEAVING, "the page is not covered")
        .await?;
    form.exec::<Value>("delete navigator.onLine; dispatchEvent(new Event('online'))")
        .await?;
    is_nowhere(&form).await?;
    for _ in 0..3 {
        form.stays_quiet().await?;
    }
    form.arrived(&[AS_JSON])
}
