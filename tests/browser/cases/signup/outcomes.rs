//! What happened is told, and nothing else.

use browser_tests::prelude::*;
use serde_json::json;
use signup_receiver::Behaviour::{
    Already, Confirm, DropAfter, DropBefore, DropDuring, Empty, Garbage, Html, Huge, NoCors,
    Normal, NotFound, Refused, Status,
};

use super::form::Signup;
use super::site::{AS_FORM, AS_JSON, and, as_form, as_json, hidden};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::says_that_it_worked", says_that_it_worked),
        case("signup::says_to_confirm", says_to_confirm),
        case(
            "signup::takes_a_bare_status_of_success",
            takes_a_bare_status_of_success,
        ),
        case(
            "signup::claims_nothing_that_it_cannot_read",
            claims_nothing_that_it_cannot_read,
        ),
        case(
            "signup::claims_nothing_that_it_may_not_read",
            claims_nothing_that_it_may_not_read,
        ),
        case("signup::says_that_it_was_refused", says_that_it_was_refused),
        case("signup::a_hidden_answer_is_none", a_hidden_answer_is_none),
    ]
}

/// What the page says of a success.
pub(crate) const WORKED: &str = "You are signed up. Thank you.";

pub(crate) const ALREADY: &str = "This address is on the list already. If an email asks you to confirm, do \
     that. You need not do anything else.";

pub(crate) const TO_CONFIRM: &str = "Almost there: check your inbox. An email asks you to confirm. Until you \
                          do, you are not signed up. If none comes, look among the spam, or load \
                          this page again and check the address.";

/// What the page says where it cannot know.
pub(crate) const UNSURE: &str = "No answer came that we can read, so we can't tell whether it arrived. You \
                      can try again, or wait and see if an email comes.";

const UNSEEN: &str = "Sent. But this service does not let us see its answer, so we can't say \
                      whether you are signed up.";

/// The request is what the settings say, and nothing of the browser goes along.
async fn says_that_it_worked(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.exec::<()>("document.cookie = 'mine=1; path=/'")
        .await?;
    form.is_untouched().await?;
    form.fill().await?;
    form.meets(&[Normal], WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_JSON])?;
    let post = form.receiver.posts().remove(0);
    same("the path", post.path.as_str(), "/json")?;
    for (name, value) in [
        ("content-type", Some("application/json")),
        ("origin", Some(form.server.origin().as_str())),
        ("cookie", None),
        ("referer", None),
    ] {
        same(name, post.header(name), value)?;
    }
    form.has_no_errors().await
}

async fn says_to_confirm(t: Ctx) -> Outcome {
    let rule = json!({"answer": {"confirm": [{"at": "/confirm", "is": true}]}});
    let form = Signup::open(&t, |at| and(as_form(at), rule.clone())).await?;
    form.fill().await?;
    form.meets(&[Confirm], TO_CONFIRM).await?;
    form.is_settled().await?;
    form.arrived(&[AS_FORM])?;
    let post = form.receiver.posts().remove(0);
    let kind = "application/x-www-form-urlencoded";
    same("the type", post.header("content-type"), Some(kind))?;
    let asked_first = form.receiver.received().len() - 1;
    same("requests before a plain form", asked_first, 0)?;
    form.again().await?;
    form.fill().await?;
    form.meets(&[Already], ALREADY).await?;
    form.is_settled().await?;
    form.arrived_times(2, AS_FORM)
}

async fn takes_a_bare_status_of_success(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    for (status, words) in [(201, WORKED), (204, WORKED), (409, ALREADY)] {
        form.fill().await?;
        form.meets(&[Status(status)], words).await?;
        form.is_settled().await?;
        form.again().await?;
        form.is_untouched().await?;
    }
    form.arrived_times(3, AS_JSON)
}

/// Each of these answers comes with the status 200, or breaks off: none of them is a success. Each
/// sign-up may have arrived, so it is sent once.
async fn claims_nothing_that_it_cannot_read(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    let behaviours = [Html, Empty, Garbage, Huge, DropDuring, DropAfter];
    for (before, behaviour) in behaviours.iter().enumerate() {
        form.arrived_times(before, AS_JSON)?;
        form.meets(std::slice::from_ref(behaviour), UNSURE).await?;
        form.is_open_and_says("Try again").await?;
    }
    form.stays_quiet().await?;
    form.arrived_times(6, AS_JSON)?;
    form.receiver.clear();
    form.meets(&[DropBefore], UNSURE).await?;
    form.stays_quiet().await?;
    same("sign-ups that began", form.bodies(), vec![""])?;
    form.meets(&[Normal], WORKED).await?;
    form.is_settled().await
}

/// Of a service that does not know the page's origin, a browser asks before it sends JSON, and does
/// not send it then; a form it sends.
async fn claims_nothing_that_it_may_not_read(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.meets(&[NoCors], UNSURE).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    same("who asked", form.receiver.received().len(), 1)?;
    let form = Signup::open(&t, as_form).await?;
    form.fill().await?;
    form.meets(&[NoCors], UNSURE).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.arrived(&[AS_FORM])
}

/// What the service says is text: its tags are left out, and nothing in it becomes an element.
async fn says_that_it_was_refused(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    let words = "The service did not take this. It says: “We do not take this address. Why is \
                 that?”";
    form.meets(&[Refused], words).await?;
    form.is_open_and_says("Sign up").await?;
    same("elements", form.count("#page-signup-end *").await?, 0)?;
    let words = "The service did not take this, and gave no reason that we can read. It did not sign you up.";
    form.meets(&[NotFound], words).await?;
    form.is_open_and_says("Sign up").await?;
    form.stays_quiet().await?;
    form.arrived_times(2, AS_JSON)
}

/// The page says that it was sent, and not what became of it, whatever that is.
async fn a_hidden_answer_is_none(t: Ctx) -> Outcome {
    let form = Signup::open(&t, hidden).await?;
    form.fill().await?;
    for behaviour in [Normal, NoCors, Status(500)] {
        form.meets(&[behaviour], UNSEEN).await?;
        form.is_open_and_says("Sign up").await?;
    }
    form.meets(&[DropAfter], UNSURE).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    form.arrived_times(4, AS_FORM)
}
