//! What is missing or has no form is told: in a list, and beside each field.

use browser_tests::prelude::*;
use serde_json::json;
use signup_receiver::Behaviour::{Normal, Refused};

use super::form::{BUTTON, CONSENT, EMAIL, ERRORS, SAID, SAM, Signup};
use super::outcomes::WORKED;
use super::site::{as_form, as_json, asking};
use crate::cases::module::FOLLOW;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::tells_what_is_missing", tells_what_is_missing),
        case(
            "signup::a_translated_link_leads_to_its_field",
            a_translated_link_leads_to_its_field,
        ),
        case("signup::cleans_what_was_pasted", cleans_what_was_pasted),
        case(
            "signup::takes_an_address_in_any_script",
            takes_an_address_in_any_script,
        ),
    ]
}

const FIRST_NAME: &str = "#page-signup-first_name";
const LAST_NAME: &str = "#page-signup-last_name";
const ROLE: &str = "#page-signup-role";

const MALFORMED: &str = "Enter an email address in the correct format, like name@example.com";

/// What is seen of errors: of the list, each field that a link leads to, and its words; of the
/// form, each field that is marked as wrong, and what is seen beside it.
const TOLD: &str = "
    const seen = (e) => e.checkVisibility();
    const links = [...document.querySelectorAll('#page-signup-errors a')].filter(seen);
    const wrong = [...document.querySelectorAll('#page-signup [aria-invalid=true]')];
    const described = (e) => e.getAttribute('aria-describedby').split(' ')
      .map((id) => document.getElementById(id)).filter(seen).map((e) => e.textContent).join();
    const beside = [...document.querySelectorAll('.signup__error')].filter(seen).length;
    return [links.map((e) => [e.getAttribute('href'), e.textContent]),
            wrong.map((e) => ['#' + e.id, described(e)]), beside];";

impl Signup {
    /// Waits until the list of errors has the focus, and fails unless it tells these, as the fields
    /// do: of each field its selector and the words.
    pub(crate) async fn tells_errors(&self, errors: &[(&str, &str)]) -> Outcome {
        let first = json!(errors[0].1);
        let told = format!(
            "document.activeElement.matches('{ERRORS}') && document.activeElement.innerText.includes({first})"
        );
        self.wait_until(&told, FOLLOW, "the list of errors is not shown")
            .await?;
        same(
            "errors in the list, and beside fields",
            self.exec::<serde_json::Value>(TOLD).await?,
            json!([errors, errors, errors.len()]),
        )
    }

    /// Fails unless no error is seen.
    pub(crate) async fn tells_no_errors(&self) -> Outcome {
        let told = self.exec::<serde_json::Value>(TOLD).await?;
        same("errors", told, json!([[], [], 0]))?;
        same("the list is seen", self.is_visible(ERRORS).await?, false)
    }
}

/// Everything that is wrong at once, in the order of the form; each press looks anew.
async fn tells_what_is_missing(t: Ctx) -> Outcome {
    let form = Signup::open(&t, asking).await?;
    form.send().await?;
    let errors = [
        (EMAIL, "Enter your email address"),
        (FIRST_NAME, "Enter your first name"),
        (ROLE, "Choose what describes you"),
        (CONSENT, "Tick the box if you agree to get emails"),
    ];
    form.tells_errors(&errors).await?;
    for (field, words) in errors {
        let link = format!("{ERRORS} a[href='{field}']");
        same("the link", form.text(&link).await?, words.to_owned())?;
        form.hit(&link).await?;
        let focused = format!("document.activeElement.matches('{field}')");
        let failure = format!("the link does not lead to `{field}`");
        form.wait_until(&focused, FOLLOW, &failure).await?;
        // Not under the strip at the top, which stays.
        let seen =
            "const {left, top, right, bottom} = document.activeElement.getBoundingClientRect();
            return document.activeElement ===
              document.elementFromPoint((left + right) / 2, (top + bottom) / 2)";
        check(form.exec(seen).await?, format!("`{field}` is covered"))?;
    }
    form.type_into(EMAIL, "sam@").await?;
    form.type_into(FIRST_NAME, "  ").await?;
    form.exec::<()>("document.querySelector('#page-signup-role').value = 'Teacher'")
        .await?;
    form.agree().await?;
    form.send().await?;
    form.tells_errors(&[(EMAIL, MALFORMED), (FIRST_NAME, "Enter your first name")])
        .await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    form.type_into(FIRST_NAME, " Zoë ").await?;
    form.type_into(EMAIL, SAM).await?;
    form.send().await?;
    form.tells_no_errors().await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    let body = r#"{"email":"sam@example.org","first_name":"Zoë","role":"Teacher","consent":"2026-11","source":"in control","tag":["a","b&c"],"website":""}"#;
    form.arrived(&[body])?;
    same("the last name", form.count(LAST_NAME).await?, 1)?;
    form.has_no_errors().await
}

/// A translation tool puts elements of its own into a link. The page's address stays as it is.
async fn a_translated_link_leads_to_its_field(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.agree().await?;
    form.send().await?;
    form.tells_errors(&[(EMAIL, "Enter your email address")])
        .await?;
    let address: String = form.exec("return location.href").await?;
    form.exec::<()>(
        "document.querySelector('#page-signup-email-link').innerHTML =
           '<font><font>Saisissez votre adresse</font></font>'",
    )
    .await?;
    form.hit("#page-signup-email-link font font").await?;
    let focused = format!("document.activeElement.matches('{EMAIL}')");
    form.wait_until(&focused, FOLLOW, "the link does not lead to the field")
        .await?;
    form.type_text(SAM).await?;
    form.holds(EMAIL, SAM).await?;
    let still: String = form.exec("return location.href").await?;
    same("the address of the page", still, address)
}

/// Blanks that people do not see come along when an address is copied.
async fn cleans_what_was_pasted(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_form).await?;
    form.agree().await?;
    for pasted in [
        "\u{a0}sam@example.org \t",
        "mailto:sam@example.org",
        "Sam O'Neil <sam@ex\u{200b}ample.org>",
    ] {
        form.exec_with::<()>(
            "document.querySelector('#page-signup-email').value = arguments[0]",
            vec![pasted.into()],
        )
        .await?;
        form.exec::<()>("document.querySelector('#page-signup-end').textContent = ''")
            .await?;
        form.receiver.script(vec![Refused]);
        form.send().await?;
        let told = format!("({SAID}).includes('Why is that?')");
        form.wait_until(&told, 8_000, "no answer is told").await?;
        form.holds(EMAIL, SAM).await?;
    }
    form.arrived_times(3, super::site::AS_FORM)
}

async fn takes_an_address_in_any_script(t: Ctx) -> Outcome {
    const ADDRESS: &str = "zoë@bücher.example";
    let form = Signup::open(&t, as_json).await?;
    form.type_into(EMAIL, ADDRESS).await?;
    form.agree().await?;
    form.receiver.script(vec![Normal]);
    form.send().await?;
    form.has_received(1).await?;
    form.tells_no_errors().await?;
    let as_json = super::site::AS_JSON.replace(SAM, ADDRESS);
    form.arrived(&[&as_json])?;
    let form = Signup::open(&t, as_form).await?;
    form.type_into(EMAIL, ADDRESS).await?;
    form.agree().await?;
    form.hit(BUTTON).await?;
    form.has_received(1).await?;
    let encoded = "email=zo%C3%AB%40b%C3%BCcher.example&";
    let as_form = super::site::AS_FORM.replace("email=sam%40example.org&", encoded);
    form.arrived(&[&as_form])
}
