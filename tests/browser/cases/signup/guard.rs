//! Programs that fill in everything are kept out, and people are never trapped.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use browser_tests::prelude::*;
use serde_json::json;

use super::form::{EMAIL, SAM, Signup};
use super::outcomes::WORKED;
use super::site::{AS_FORM, AS_JSON, as_json, in_a_tab};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::a_filled_trap_is_told", a_filled_trap_is_told),
        case(
            "signup::people_do_not_meet_the_trap",
            people_do_not_meet_the_trap,
        ),
        case("signup::waits_if_pressed_at_once", waits_if_pressed_at_once),
    ]
}

const TRAP: &str = "Something filled in a field that people can't see, so this time nothing was sent. That \
                    field is empty again. Press the button once more.";

/// Something fills in every field, or the browser remembers too much: the next press goes through.
async fn a_filled_trap_is_told(t: Ctx) -> Outcome {
    let fill = "document.querySelector('#page-signup-trap').value = 'https://example.org/'";
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.exec::<()>(fill).await?;
    form.send().await?;
    form.says(TRAP).await?;
    form.holds(EMAIL, SAM).await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    form.send().await?;
    form.says(WORKED).await?;
    form.arrived(&[AS_JSON])?;
    let form = Signup::open(&t, in_a_tab).await?;
    form.fill().await?;
    form.exec::<()>(fill).await?;
    form.send().await?;
    form.says(TRAP).await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    form.send().await?;
    form.has_received(1).await?;
    form.arrived(&[AS_FORM])
}

/// Not by eye, ear, pointer or key.
async fn people_do_not_meet_the_trap(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    let found = "const trap = document.querySelector('#page-signup-trap');
        trap.scrollIntoView({block: 'center'});
        const {width, height, left, top} = trap.parentElement.getBoundingClientRect();
        return [trap.tabIndex, trap.autocomplete, trap.closest('[aria-hidden=true]') !== null,
                width * height <= 1, document.elementFromPoint(left, top) !== trap];";
    let found: serde_json::Value = form.exec(found).await?;
    same("the trap", found, json!([-1, "off", true, true, true]))
}

/// Milliseconds since 1970.
fn now() -> f64 {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    time.map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
}

/// Nobody fills in a form within three seconds: it is sent after them, once, and nobody is told.
async fn waits_if_pressed_at_once(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    let times: Arc<Mutex<Vec<f64>>> = Arc::default();
    let noted = Arc::clone(&times);
    form.receiver.on_arrival(move |request| {
        if request.method == "POST" {
            let mut times = noted.lock().unwrap_or_else(PoisonError::into_inner);
            times.push(now());
        }
    });
    form.again().await?;
    let said: String = form
        .exec_with(
            "document.querySelector('#page-signup-email').value = arguments[0];
             document.querySelector('#page-signup-consent').checked = true;
             document.querySelector('#page-signup-send').click();
             document.querySelector('#page-signup-send').click();
             return document.querySelector('#page-signup-said').textContent",
            vec![SAM.into()],
        )
        .await?;
    same("what the page says at once", said.as_str(), "Sending…")?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.stays_quiet().await?;
    form.arrived(&[AS_JSON])?;
    let began: f64 = form.exec("return performance.timeOrigin").await?;
    let times = times.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let age = times.first().map_or(0.0, |time| time - began);
    check(age > 2_950.0, format!("it was sent after {age} ms"))
}
