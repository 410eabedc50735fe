//! Nothing that was typed is left on the device, and "Forget it" takes it off the screen.

use std::time::Duration;

use browser_tests::prelude::*;
use signup_receiver::Behaviour::{Broken, Html, Normal, Refused, Slow};

use super::busy::{AGAIN_SOON, until};
use super::form::{EMAIL, SAM, Signup};
use super::outcomes::{UNSURE, WORKED};
use super::site::{AS_JSON, as_form, as_json, in_a_tab};
use super::tab::NAVIGATED;
use crate::cases::module::FIRST;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "signup::nothing_is_left_on_the_device",
            nothing_is_left_on_the_device,
        ),
        case(
            "signup::is_empty_when_found_again",
            is_empty_when_found_again,
        ),
        case(
            "signup::a_page_that_is_left_sends_no_more",
            a_page_that_is_left_sends_no_more,
        ),
        case("signup::is_forgotten", is_forgotten),
        case("signup::is_forgotten_on_its_way", is_forgotten_on_its_way),
    ]
}

/// What is said where something may have arrived before it was forgotten.
const FORGOTTEN: &str =
    "Your details are gone from this page. What was on its way may still have arrived.";

/// Everything that a page can leave behind, as one text.
const LEFT: &str = "
    return (async () => {
      const names = async (list) => { try { return await list() } catch { return [] } };
      return JSON.stringify([
        {...localStorage}, {...sessionStorage}, document.cookie, location.href, name,
        document.title, history.state,
        await names(async () => (await indexedDB.databases()).map((e) => e.name)),
        await names(() => caches.keys()),
        performance.getEntriesByType('resource').map((e) => e.name),
      ]);
    })();";

impl Signup {
    /// Fails if the address is anywhere but in the page.
    async fn keeps_nothing(&self) -> Outcome {
        let left: String = self.exec(LEFT).await?;
        let found = left.contains("sam") || left.contains("2026-11");
        check(!found, format!("the device keeps what was typed: {left}"))
    }
}

async fn nothing_is_left_on_the_device(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.read(FIRST).await?;
    form.fill().await?;
    form.keeps_nothing().await?;
    form.meets(&[Html], UNSURE).await?;
    form.keeps_nothing().await?;
    form.receiver.script(vec![Refused]);
    form.send().await?;
    form.has_received(2).await?;
    form.keeps_nothing().await?;
    form.again().await?;
    form.is_untouched().await?;
    form.fill().await?;
    form.meets(&[Normal], WORKED).await?;
    form.keeps_nothing().await?;
    let keys: Vec<String> = form.exec("return Object.keys(localStorage)").await?;
    same("what is kept", keys, vec![crate::cases::module::KEY])?;
    form.again().await?;
    form.is_untouched().await?;
    form.keeps_nothing().await
}

/// Whether a browser keeps the page alive meanwhile or not.
async fn is_empty_when_found_again(t: Ctx) -> Outcome {
    for settings in [as_form, in_a_tab] {
        let form = Signup::open(&t, settings).await?;
        form.fill().await?;
        form.goto("finished.html").await?;
        form.back().await?;
        form.is_ready().await?;
        form.is_untouched().await?;
        form.fill().await?;
        form.again().await?;
        form.is_untouched().await?;
        form.keeps_nothing().await?;
        form.arrived(&[])?;
    }
    Ok(())
}

/// Neither the next try of what was under way, nor what was sent already, once more.
async fn a_page_that_is_left_sends_no_more(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.meets(&[until("3")], AGAIN_SOON).await?;
    form.goto("finished.html").await?;
    form.back().await?;
    form.is_ready().await?;
    form.is_untouched().await?;
    form.stays_quiet().await?;
    form.stays_quiet().await?;
    form.is_untouched().await?;
    form.arrived(&[AS_JSON])?;
    form.fill().await?;
    form.receiver.script(vec![Broken]);
    form.send().await?;
    form.has_received(2).await?;
    form.goto("finished.html").await?;
    form.stays_quiet().await?;
    form.back().await?;
    form.is_ready().await?;
    form.holds(EMAIL, "").await?;
    form.stays_quiet().await?;
    form.arrived_times(2, AS_JSON)
}

async fn is_forgotten(t: Ctx) -> Outcome {
    let form = Signup::open(&t, in_a_tab).await?;
    form.read(FIRST).await?;
    form.fill().await?;
    form.send().await?;
    form.says(NAVIGATED).await?;
    form.has_windows(2).await?;
    let other = form.in_new_tab().await?;
    other
        .exec_with::<()>(
            "document.querySelector('#page-signup-email').value = arguments[0]",
            vec![SAM.into()],
        )
        .await?;
    form.press_keeping().await?;
    form.says_of_keeping("Forgotten.").await?;
    form.holds(EMAIL, "").await?;
    form.says(FORGOTTEN).await?;
    let empty = "document.querySelector('#page-signup-email').value === ''";
    other
        .wait_until(empty, 5_000, "the other tab remembers")
        .await?;
    form.keeps_nothing().await
}

/// What is on its way may arrive, and the page says so; it does not listen to what comes of it.
async fn is_forgotten_on_its_way(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.read(FIRST).await?;
    form.fill().await?;
    form.receiver
        .script(vec![Slow(Duration::from_millis(2_500))]);
    form.send().await?;
    form.has_received(1).await?;
    form.press_keeping().await?;
    form.says_of_keeping("Forgotten.").await?;
    form.says(FORGOTTEN).await?;
    form.holds(EMAIL, "").await?;
    form.stays_quiet().await?;
    form.stays_quiet().await?;
    form.says(FORGOTTEN).await?;
    form.arrived(&[AS_JSON])?;
    // The next one is a new one.
    form.fill().await?;
    form.meets(&[Normal], WORKED).await?;
    form.arrived_times(2, AS_JSON)
}
