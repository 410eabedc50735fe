//! The site with a sign-up, round the client that was built for one.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::{Value, json};
use signup_receiver::Receiver;

/// The site with these settings of a sign-up.
pub(crate) fn with(t: &Ctx, signup: &Value) -> Outcome<SiteBuilder> {
    let config = json!({"publisher": "Citizens Academy", "signup": signup});
    let html = variant::page(&settings::path(settings::SIGNUP_SITE)?, &config.to_string())?;
    // Where nothing is to be seen, it stays so.
    let is_blank = |page: &str| page.contains("<body></body>");
    Ok(t.signup_site()
        .rewrite(move |page| if is_blank(&page) { page } else { html.clone() }))
}

/// What people agree to, under the version "2026-11".
fn consent() -> Value {
    json!({
        "text": "Citizens Academy may email me about new modules. I can stop this at any time.",
        "version": "2026-11",
        "notice": "https://example.org/privacy",
    })
}

/// A form that is sent in this mode to this path of the receiver.
fn mode(mode: &str, url: &str) -> Value {
    json!({
        "mode": mode,
        "url": url,
        "extra": {"source": "in control", "tag": ["a", "b&c"]},
        "honeypot": "website",
        "consent": consent(),
    })
}

/// What such a form sends in the mode "json".
pub(crate) const AS_JSON: &str = r#"{"email":"sam@example.org","consent":"2026-11","source":"in control","tag":["a","b&c"],"website":""}"#;

/// What it sends in the modes "form" and "navigate".
pub(crate) const AS_FORM: &str =
    "email=sam%40example.org&consent=2026-11&source=in+control&tag=a&tag=b%26c&website=";

/// A form that the client sends as JSON.
pub(crate) fn as_json(receiver: &Receiver) -> Value {
    mode("json", &receiver.url("json"))
}

/// A form that the client sends as a form.
pub(crate) fn as_form(receiver: &Receiver) -> Value {
    mode("form", &receiver.url("form"))
}

/// The same, of a service that lets no page see its answers.
pub(crate) fn hidden(receiver: &Receiver) -> Value {
    and(as_form(receiver), json!({"answer": {"hidden": true}}))
}

/// A form that the browser itself sends, into a new tab.
pub(crate) fn in_a_tab(receiver: &Receiver) -> Value {
    mode("navigate", &receiver.url("form"))
}

/// A form that asks for everything, all of it required.
pub(crate) fn asking(receiver: &Receiver) -> Value {
    let role =
        json!({"label": "I am a", "choices": ["Parent or carer", "Teacher"], "required": true});
    let ask = json!({"first_name": "required", "last_name": "optional", "role": role});
    and(as_json(receiver), json!({"ask": ask}))
}

/// A preset, with what every form needs.
pub(crate) fn preset(name: &str, url: &str) -> Value {
    json!({"preset": name, "url": url, "consent": consent()})
}

/// `settings` with `more` among them.
pub(crate) fn and(mut settings: Value, more: Value) -> Value {
    if let (Some(settings), Value::Object(more)) = (settings.as_object_mut(), more) {
        settings.extend(more);
    }
    settings
}
