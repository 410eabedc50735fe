//! The line is cut: before, while it is sent, and after.

use std::time::{Duration, Instant};

use browser_tests::prelude::*;
use signup_receiver::Behaviour::{Broken, Slow, SlowBody};

use super::busy::{AGAIN_SOON, UNWELL};
use super::form::Signup;
use super::outcomes::{UNSURE, WORKED};
use super::site::{AS_FORM, AS_JSON, as_form, as_json};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::sends_nothing_offline", sends_nothing_offline),
        case(
            "signup::goes_offline_between_tries",
            goes_offline_between_tries,
        ),
        case(
            "signup::goes_offline_while_it_is_sent",
            goes_offline_while_it_is_sent,
        ),
        case("signup::the_service_is_down", the_service_is_down),
        case("signup::the_line_breaks", the_line_breaks),
        case("signup::has_a_time_limit", has_a_time_limit),
        case("signup::a_reload_claims_nothing", a_reload_claims_nothing),
    ]
}

const OFFLINE: &str = "You are offline, and nothing was sent. What you typed stays here while \
                       this page is open.";

const ONLINE: &str = "You are online again. Nothing has been sent yet.";

/// How long the receiver would take, where nobody waits for it.
const LATE: Duration = Duration::from_secs(30);

async fn sends_nothing_offline(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.cut_off(true).await?;
    form.send().await?;
    form.says(OFFLINE).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.send().await?;
    form.says(OFFLINE).await?;
    form.cut_off(false).await?;
    form.says(ONLINE).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    form.send().await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_JSON])?;
    // Once it is done, the network says nothing new.
    form.cut_off(true).await?;
    form.cut_off(false).await?;
    form.says(WORKED).await
}

/// Of the first try, the service said that it did not take it.
async fn goes_offline_between_tries(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.meets(&[Broken], AGAIN_SOON).await?;
    form.cut_off(true).await?;
    // Not "nothing was sent": it was, once.
    form.says(UNWELL).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.arrived(&[AS_JSON])?;
    form.cut_off(false).await?;
    form.says(UNWELL).await?;
    form.send().await?;
    form.says(WORKED).await?;
    form.arrived_times(2, AS_JSON)
}

/// What was on its way may have arrived, whatever comes after it.
async fn goes_offline_while_it_is_sent(t: Ctx) -> Outcome {
    const OFFLINE_AFTER: &str = "You are offline, and this time nothing was sent. An earlier try \
        may have arrived. What you typed stays here while this page is open.";
    const ONLINE_AFTER: &str = "You are online again. An earlier try may have arrived.";
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.receiver.script(vec![Slow(Duration::from_secs(20))]);
    form.send().await?;
    form.has_received(1).await?;
    let locked: bool = form
        .exec("return document.querySelector('#page-signup-email').readOnly")
        .await?;
    check(locked, "what is on its way can be changed")?;
    form.cut_off(true).await?;
    form.says_within(UNSURE, 15_000).await?;
    form.is_open_and_says("Try again").await?;
    form.send().await?;
    form.says(OFFLINE_AFTER).await?;
    form.cut_off(false).await?;
    form.says(ONLINE_AFTER).await?;
    form.arrived(&[AS_JSON])?;
    form.send().await?;
    form.says(WORKED).await?;
    form.arrived_times(2, AS_JSON)
}

/// The device has a network, and nobody answers: the page cannot know that nothing arrived.
async fn the_service_is_down(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_form).await?;
    form.fill().await?;
    form.receiver.stop();
    form.send().await?;
    form.says(UNSURE).await?;
    form.is_open_and_says("Try again").await?;
    form.receiver.restart()?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    form.send().await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_FORM])
}

/// Nothing is sent again by itself: it may have arrived.
async fn the_line_breaks(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    for (before, behaviour) in [Slow(LATE), SlowBody(LATE)].into_iter().enumerate() {
        form.receiver.script(vec![behaviour]);
        form.send().await?;
        form.has_received(before + 1).await?;
        form.says("Sending…").await?;
        form.receiver.stop();
        form.says(UNSURE).await?;
        form.receiver.restart()?;
        form.is_open_and_says("Try again").await?;
    }
    form.stays_quiet().await?;
    form.arrived_times(2, AS_JSON)?;
    form.send().await?;
    form.says(WORKED).await?;
    form.arrived_times(3, AS_JSON)
}

/// Ten seconds, for the answer with its whole body. What comes later is not listened to.
async fn has_a_time_limit(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_form).await?;
    form.fill().await?;
    let soon_after = Duration::from_millis(11_500);
    for (before, behaviour) in [SlowBody(LATE), Slow(soon_after)].into_iter().enumerate() {
        form.receiver.script(vec![behaviour]);
        form.send().await?;
        form.has_received(before + 1).await?;
        let start = Instant::now();
        form.says_within(UNSURE, 13_000).await?;
        let time = start.elapsed();
        check(
            (Duration::from_millis(9_500)..Duration::from_millis(11_400)).contains(&time),
            format!("the limit is {time:?}"),
        )?;
        form.is_open_and_says("Try again").await?;
    }
    form.stays_quiet().await?;
    form.says(UNSURE).await?;
    form.is_open_and_says("Try again").await?;
    form.arrived_times(2, AS_FORM)
}

async fn a_reload_claims_nothing(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.receiver.script(vec![Slow(Duration::from_secs(3))]);
    form.send().await?;
    form.has_received(1).await?;
    form.again().await?;
    form.is_untouched().await?;
    form.stays_quiet().await?;
    form.stays_quiet().await?;
    form.is_untouched().await?;
    form.arrived(&[AS_JSON])
}
