//! A service that is busy or unwell is asked again: a few times, later and later, and as it says.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use browser_tests::prelude::*;
use signup_receiver::Behaviour::{Broken, BrokenThenNormal, Normal, Status, TooMany};
use signup_receiver::{Behaviour, Receiver};

use super::form::Signup;
use super::outcomes::WORKED;
use super::site::{AS_FORM, AS_JSON, as_form, as_json};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::says_when_to_come_back", says_when_to_come_back),
        case("signup::comes_back_when_told", comes_back_when_told),
        case("signup::gives_up_on_a_service", gives_up_on_a_service),
        case("signup::tries_a_service_again", tries_a_service_again),
    ]
}

pub(crate) const UNWELL: &str = "The service says that it could not take this just now, so you may not be \
                      signed up. Try again later.";

/// What is said between two tries.
pub(crate) const AGAIN_SOON: &str = "That did not work yet. Trying again in a moment…";

/// The longest that three tries take, in milliseconds.
const TRIES: u64 = 15_000;

/// Too many at the moment; the header says until when.
pub(crate) fn until(retry_after: &str) -> Behaviour {
    TooMany {
        retry_after: Some(retry_after.to_owned()),
    }
}

/// Too many, as the page says it.
fn too_many(when: &str) -> String {
    format!(
        "The service has had too many sign-ups for now. It did not take this one. Try again {when}."
    )
}

/// Notes when sign-ups arrive.
fn clock(receiver: &Receiver) -> Arc<Mutex<Vec<Instant>>> {
    let times: Arc<Mutex<Vec<Instant>>> = Arc::default();
    let noted = Arc::clone(&times);
    receiver.on_arrival(move |request| {
        if request.method == "POST" {
            let mut times = noted.lock().unwrap_or_else(PoisonError::into_inner);
            times.push(Instant::now());
        }
    });
    times
}

/// Fails unless the pauses between sign-ups were at least these many milliseconds, and not much
/// more.
fn paused(times: &Mutex<Vec<Instant>>, wanted: &[u64]) -> Outcome {
    let times = times.lock().unwrap_or_else(PoisonError::into_inner);
    let pauses: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let fits = |(pause, wanted): (&Duration, &u64)| {
        // Timers of the page, and of this program, may be off by a little.
        let least = Duration::from_millis(wanted - 50);
        (least..least + Duration::from_secs(3)).contains(pause)
    };
    let as_wanted = pauses.len() == wanted.len() && pauses.iter().zip(wanted).all(fits);
    check(
        as_wanted,
        format!("the pauses are {pauses:?}, not {wanted:?}"),
    )
}

/// A wait that is too long for a person is told, and the person decides.
async fn says_when_to_come_back(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    let date: String = form
        .exec("return new Date(Date.now() + 599000).toUTCString()")
        .await?;
    for (retry_after, when) in [
        ("11", "in 11 seconds"),
        ("120", "in 2 minutes"),
        (&date, "in 10 minutes"),
        ("7300", "in 3 hours"),
        ("99999999999999999999", "later"),
    ] {
        form.meets(&[until(retry_after)], &too_many(when)).await?;
        form.is_open_and_says("Try again").await?;
    }
    form.stays_quiet().await?;
    form.arrived_times(5, AS_JSON)
}

/// A short wait is waited. One that is past, or is none, counts as none.
async fn comes_back_when_told(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    let times = clock(&form.receiver);
    form.fill().await?;
    form.meets(&[until("4"), until("-5")], AGAIN_SOON).await?;
    form.says_within(WORKED, TRIES).await?;
    paused(&times, &[4_000, 5_000])?;
    form.is_settled().await?;
    form.arrived_times(3, AS_JSON)?;
    form.receiver.clear();
    let times = clock(&form.receiver);
    form.again().await?;
    form.fill().await?;
    let past = until("Sun, 06 Nov 1994 08:49:37 GMT");
    form.meets_within(&[past, Normal], WORKED, TRIES).await?;
    paused(&times, &[1_500])?;
    form.arrived_times(2, AS_JSON)
}

async fn gives_up_on_a_service(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_form).await?;
    let times = clock(&form.receiver);
    form.receiver.behave(Broken);
    form.fill().await?;
    form.send().await?;
    form.says(AGAIN_SOON).await?;
    form.says_within(UNWELL, TRIES).await?;
    paused(&times, &[1_500, 5_000])?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.arrived_times(3, AS_FORM)?;
    // The person tries, and the count begins anew.
    form.receiver.behave(Normal);
    form.meets_within(&[TooMany { retry_after: None }], WORKED, TRIES)
        .await?;
    form.is_settled().await?;
    form.arrived_times(5, AS_FORM)
}

async fn tries_a_service_again(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.meets_within(&[BrokenThenNormal(1)], WORKED, TRIES)
        .await?;
    form.is_settled().await?;
    form.arrived_times(2, AS_JSON)?;
    form.again().await?;
    form.fill().await?;
    form.meets_within(&[Status(408), Status(503), Normal], WORKED, TRIES)
        .await?;
    form.is_settled().await?;
    form.arrived_times(5, AS_JSON)
}
