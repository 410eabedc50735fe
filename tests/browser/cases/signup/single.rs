//! The sign-up in the module as one file: a page without an origin, which it calls `null`.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::{Value, json};
use signup_receiver::Behaviour::Normal;
use signup_receiver::Receiver;

use super::form::Signup;
use super::outcomes::{UNSURE, WORKED};
use super::site::{AS_FORM, AS_JSON, as_json, in_a_tab};
use super::tab::NAVIGATED;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::from_one_file", from_one_file),
        case(
            "signup::from_one_file_to_a_service_that_refuses_it",
            from_one_file_to_a_service_that_refuses_it,
        ),
        case("signup::from_one_file_in_a_tab", from_one_file_in_a_tab),
    ]
}

/// Opens the file with these settings of a sign-up, and waits until the client has started. The
/// server of the form has nothing to do with it.
async fn open(t: &Ctx, settings: impl Fn(&Receiver) -> Value) -> Outcome<(Signup, PageFile)> {
    let receiver = Receiver::start(0)?;
    let config = json!({"publisher": "Citizens Academy", "signup": settings(&receiver)});
    let site = settings::path(settings::SIGNUP_SITE)?;
    let html = variant::single(&site, &config.to_string())?;
    let file = PageFile::new("in-control.html", &html)?;
    let form = Signup::open_file(t, receiver, &file).await?;
    Ok((form, file))
}

/// A service that lets every page read its answer.
async fn from_one_file(t: Ctx) -> Outcome {
    let (form, _file) = open(&t, as_json).await?;
    form.fill().await?;
    form.meets(&[Normal], WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_JSON])?;
    let post = form.receiver.posts().remove(0);
    same("the origin", post.header("origin"), Some("null"))?;
    same("the referrer", post.header("referer"), None)?;
    form.has_no_errors().await
}

/// A service that lets only pages of its own choice: nothing arrives, and nothing is claimed.
async fn from_one_file_to_a_service_that_refuses_it(t: Ctx) -> Outcome {
    let service = |at: &Receiver| {
        let list = "16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e";
        let preset = super::site::preset("listmonk", &at.url("listmonk"));
        super::site::and(preset, json!({"lists": [list]}))
    };
    let (form, _file) = open(&t, service).await?;
    form.receiver.trust(["https://learn.example.org"]);
    form.fill().await?;
    form.send().await?;
    form.says(UNSURE).await?;
    form.stays_quiet().await?;
    form.arrived(&[])
}

/// A form that the browser itself sends.
async fn from_one_file_in_a_tab(t: Ctx) -> Outcome {
    let (form, _file) = open(&t, in_a_tab).await?;
    form.fill().await?;
    form.send().await?;
    form.has_received(1).await?;
    form.says(NAVIGATED).await?;
    form.has_windows(2).await?;
    form.arrived(&[AS_FORM])
}
