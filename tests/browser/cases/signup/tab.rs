//! A form that the browser itself sends, into a new tab.

use std::time::Duration;

use browser_tests::prelude::*;
use serde_json::json;
use signup_receiver::Behaviour::Slow;
use tokio::time::sleep;

use super::form::{CONSENT, EMAIL, SAM, Signup};
use super::outcomes::WORKED;
use super::site::{AS_FORM, and, as_json, in_a_tab};
use crate::cases::module::{FIRST, FOLLOW};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::opens_one_tab", opens_one_tab),
        case("signup::leaves_out_what_is_empty", leaves_out_what_is_empty),
        case("signup::opens_no_tab_for_nothing", opens_no_tab_for_nothing),
        case(
            "signup::a_field_may_have_any_name",
            a_field_may_have_any_name,
        ),
    ]
}

/// What the page says when it handed the form to the browser.
pub(crate) const NAVIGATED: &str = "A new tab shows what the mailing list says. This page can't see it, and can't say whether it \
     worked. If no tab opened, nothing was sent this time.";

impl Signup {
    /// How many windows and tabs there are.
    pub(crate) async fn windows(&self) -> Outcome<usize> {
        Ok(self.driver().await?.windows().await?.len())
    }

    /// Waits until there are so many.
    pub(crate) async fn has_windows(&self, count: usize) -> Outcome {
        for _ in 0..FOLLOW / 50 {
            if self.windows().await? == count {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
        same("how many windows there are", self.windows().await?, count)
    }

    /// Whether the window that was opened last knows this one.
    async fn is_known_to_the_other(&self) -> Outcome<bool> {
        let driver = self.driver().await?;
        let own = driver.window().await?;
        let windows = driver.windows().await?;
        let other = windows.into_iter().find(|window| *window != own);
        let other = other.ok_or_else(|| Failure::new("there is no other window"))?;
        driver.switch_to_window(other).await?;
        let known = driver
            .execute("return window.opener !== null", vec![])
            .await;
        driver.switch_to_window(own).await?;
        Ok(known?.json().as_bool().unwrap_or(true))
    }
}

/// A double click is one press; the new tab does not know this one; what was typed stays, and a
/// later press sends again, since the page cannot know what became of the first.
async fn opens_one_tab(t: Ctx) -> Outcome {
    let form = Signup::open(&t, in_a_tab).await?;
    form.type_into(EMAIL, " sam@example.org ").await?;
    form.agree().await?;
    form.receiver.script(vec![Slow(Duration::from_millis(700))]);
    form.send_twice().await?;
    form.has_windows(2).await?;
    form.has_received(1).await?;
    form.says(NAVIGATED).await?;
    form.stays_quiet().await?;
    form.has_windows(2).await?;
    form.arrived(&[AS_FORM])?;
    let post = form.receiver.posts().remove(0);
    let kind = "application/x-www-form-urlencoded";
    same("the type", post.header("content-type"), Some(kind))?;
    same("the referrer", post.header("referer"), None)?;
    let known = form.is_known_to_the_other().await?;
    check(!known, "the new tab holds on to this one")?;
    form.holds(EMAIL, SAM).await?;
    form.send().await?;
    form.has_windows(3).await?;
    form.has_received(2).await?;
    form.arrived_times(2, AS_FORM)
}

/// As in the other modes; a browser by itself would send an empty name. The field is there for the
/// next time, and who pressed Enter in it is in it still.
async fn leaves_out_what_is_empty(t: Ctx) -> Outcome {
    const NAME: &str = "#page-signup-first_name";
    let ask = json!({"ask": {"first_name": "optional"}});
    let form = Signup::open(&t, |at| and(in_a_tab(at), ask.clone())).await?;
    form.fill().await?;
    form.type_into(NAME, "").await?;
    form.press("Enter").await?;
    form.has_received(1).await?;
    form.arrived(&[AS_FORM])?;
    same("the focus", form.focused().await?.id.as_str(), &NAME[1..])?;
    form.type_into(NAME, "Zoë").await?;
    // A press so soon after the first would count as the same.
    form.stays_quiet().await?;
    form.send().await?;
    form.has_received(2).await?;
    let named = AS_FORM.replace("&consent", "&first_name=Zo%C3%AB&consent");
    form.arrived(&[AS_FORM, &named])
}

async fn opens_no_tab_for_nothing(t: Ctx) -> Outcome {
    let form = Signup::open(&t, in_a_tab).await?;
    form.send().await?;
    form.tells_errors(&[
        (EMAIL, "Enter your email address"),
        (CONSENT, "Tick the box if you agree to get emails"),
    ])
    .await?;
    form.stays_quiet().await?;
    same("windows", form.windows().await?, 1)?;
    form.arrived(&[])
}

/// A form shows its fields under their names in place of what it has itself, such as `form.hidden`.
async fn a_field_may_have_any_name(t: Ctx) -> Outcome {
    let extra =
        json!({"extra": {"hidden": "1", "submit": "2", "reset": "3", "action": "4", "id": "5"}});
    let form = Signup::open(&t, |at| and(in_a_tab(at), extra.clone())).await?;
    form.fill().await?;
    form.send().await?;
    form.says(NAVIGATED).await?;
    form.has_received(1).await?;
    form.arrived(&[
        "email=sam%40example.org&consent=2026-11&hidden=1&submit=2&reset=3&action=4&id=5&website=",
    ])?;
    form.has_no_errors().await?;
    // The receiver finds the address all the same.
    let names = json!({"fields": {"email": "hidden"}, "extra": {"email": SAM}});
    let form = Signup::open(&t, |at| and(as_json(at), names.clone())).await?;
    form.read(FIRST).await?;
    form.fill().await?;
    form.send().await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.press_keeping().await?;
    form.says_of_keeping("Forgotten.").await?;
    form.is_untouched().await?;
    form.has_no_errors().await
}
