//! Without its client: a form that the browser sends works, and any other is not there.

use browser_tests::prelude::*;
use serde_json::json;

use super::form::{CONSENT, EMAIL, END, FORM, SAM, Signup};
use super::site::{AS_FORM, and, as_form, as_json, in_a_tab};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "signup::is_sent_without_javascript",
            is_sent_without_javascript,
        ),
        case(
            "signup::is_sent_without_its_client",
            is_sent_without_its_client,
        ),
        case(
            "signup::is_not_there_without_javascript",
            is_not_there_without_javascript,
        ),
        case(
            "signup::is_not_there_without_its_client",
            is_not_there_without_its_client,
        ),
    ]
}

const NOTE: &str = "Signing up needs a part of this page that is not working now.";

/// Fills in the form as the browser's own checks want it, and sends it.
async fn is_sent(form: &Signup) -> Outcome {
    check(form.is_visible(FORM).await?, "the form is not seen")?;
    same("notes", form.count(".signup__without").await?, 0)?;
    form.send().await?;
    form.type_into(EMAIL, "sam").await?;
    form.send().await?;
    form.agree().await?;
    form.send().await?;
    form.stays_quiet().await?;
    same("windows", form.windows().await?, 1)?;
    form.arrived(&[])?;
    form.type_into(EMAIL, SAM).await?;
    form.send().await?;
    form.has_windows(2).await?;
    form.has_received(1).await?;
    form.arrived(&[AS_FORM])
}

/// The name is not asked for by default; here it is, and left empty.
async fn is_sent_without_javascript(t: Ctx) -> Outcome {
    let options = Options::new().without_java_script();
    let form = Signup::open_early(&t, in_a_tab, options.clone(), |site| site).await?;
    is_sent(&form).await?;
    let ask = json!({"ask": {"first_name": "optional"}});
    let form = Signup::open_early(
        &t,
        |at| and(in_a_tab(at), ask.clone()),
        options,
        |site| site,
    )
    .await?;
    form.type_into(EMAIL, SAM).await?;
    form.agree().await?;
    form.send().await?;
    form.has_received(1).await?;
    let body = AS_FORM.replace("&consent", "&first_name=&consent");
    form.arrived(&[&body])
}

async fn is_sent_without_its_client(t: Ctx) -> Outcome {
    let form = Signup::open_early(&t, in_a_tab, Options::new(), |site| {
        site.fault("*.wasm", Fault::Missing)
    })
    .await?;
    form.says_it_did_not_start().await?;
    is_sent(&form).await
}

/// Fails unless a note stands in place of the form.
async fn is_not_there(form: &Signup) -> Outcome {
    let note = "document.querySelector('.signup__without').checkVisibility()";
    form.wait_until(note, 5_000, "there is no note").await?;
    same("the note", form.text(".signup__without").await?, NOTE)?;
    let seen = "return [...document.querySelectorAll('.signup :is(input, button, label, select)')]
        .filter((e) => e.checkVisibility({visibilityProperty: true})).length";
    same("parts of the form", form.exec::<usize>(seen).await?, 0)?;
    same("words", form.text(END).await?, "")?;
    check(!form.is_visible(CONSENT).await?, "the box is seen")?;
    form.arrived(&[])
}

async fn is_not_there_without_javascript(t: Ctx) -> Outcome {
    let options = Options::new().without_java_script();
    let form = Signup::open_early(&t, as_json, options, |site| site).await?;
    is_not_there(&form).await
}

async fn is_not_there_without_its_client(t: Ctx) -> Outcome {
    let form = Signup::open_early(&t, as_form, Options::new(), |site| {
        site.fault("*.wasm", Fault::Missing)
    })
    .await?;
    form.says_it_did_not_start().await?;
    is_not_there(&form).await
}
