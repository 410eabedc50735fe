//! One press sends once, however often it is pressed.

use std::time::Duration;

use browser_tests::prelude::*;
use signup_receiver::Behaviour::{Normal, Slow};

use super::busy::{AGAIN_SOON, until};
use super::form::{BUTTON, EMAIL, Signup};
use super::outcomes::WORKED;
use super::site::{AS_JSON, as_json};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "signup::pressed_often_is_sent_once",
            pressed_often_is_sent_once,
        ),
        case("signup::pressed_between_tries", pressed_between_tries),
    ]
}

/// Long enough to press again.
const A_WHILE: Duration = Duration::from_millis(1_500);

impl Signup {
    /// Clicks twice, as fast as a person does.
    pub(crate) async fn send_twice(&self) -> Outcome {
        self.exec::<()>(
            "document.querySelector('#page-signup-send').scrollIntoView({block: 'center'})",
        )
        .await?;
        let button = self.element(BUTTON).await?;
        let driver = self.driver().await?;
        let chain = driver.action_chain();
        Ok(chain.double_click_element(&button).perform().await?)
    }
}

/// What says that something is on its way: the button, its focus, and words.
async fn is_busy(form: &Signup, words: &str) -> Outcome {
    form.says(words).await?;
    let busy = form.attribute(BUTTON, "aria-disabled").await?;
    same("that the button is busy", busy.as_deref(), Some("true"))
}

async fn pressed_often_is_sent_once(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    // A double click.
    form.fill().await?;
    form.receiver.script(vec![Slow(A_WHILE)]);
    form.send_twice().await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_JSON])?;
    // Enter, twice.
    form.again().await?;
    form.fill().await?;
    form.receiver.script(vec![Slow(A_WHILE)]);
    form.exec::<()>("document.querySelector('#page-signup-email').focus()")
        .await?;
    form.press("Enter").await?;
    form.press("Enter").await?;
    form.says(WORKED).await?;
    form.arrived_times(2, AS_JSON)?;
    // Five presses, before it is sent and after.
    form.again().await?;
    form.fill().await?;
    form.receiver.script(vec![Slow(2 * A_WHILE)]);
    form.send().await?;
    is_busy(&form, "Sending…").await?;
    let focus = form.focused().await?.id;
    for _ in 0..2 {
        form.send().await?;
    }
    form.has_received(3).await?;
    for _ in 0..2 {
        form.send().await?;
    }
    same("the focus", form.focused().await?.id, focus)?;
    form.says(WORKED).await?;
    form.stays_quiet().await?;
    form.arrived_times(3, AS_JSON)?;
    form.has_no_errors().await
}

/// While the page waits to try again, pressing sends nothing besides.
async fn pressed_between_tries(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    // Long enough to press, however slow the browser.
    form.receiver.script(vec![until("8"), Normal]);
    form.send().await?;
    is_busy(&form, AGAIN_SOON).await?;
    form.arrived(&[AS_JSON])?;
    for _ in 0..2 {
        form.send().await?;
    }
    form.press("Enter").await?;
    form.holds(EMAIL, super::form::SAM).await?;
    form.says_within(WORKED, 12_000).await?;
    form.stays_quiet().await?;
    form.arrived_times(2, AS_JSON)
}
