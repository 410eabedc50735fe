//! What answers mean, written a second time and as simply as can be.

use serde_json::Value;

/// What an answer says that ends the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Subscribed,
    Confirm,
    Already,
}

/// Says what an answer means: the status, and the body.
pub(crate) type Oracle = fn(u16, &str) -> Option<Said>;

fn parse(body: &str) -> Value {
    serde_json::from_str(body).unwrap_or(Value::Null)
}

fn listmonk_says(status: u16, body: &str, older: Said) -> Option<Said> {
    if status != 200 {
        return None;
    }
    let json = parse(body);
    let data = json.as_object()?.get("data")?;
    if data == &Value::Bool(true) {
        return Some(older);
    }
    let has_optin = data.as_object()?.get("has_optin")?.as_bool()?;
    Some(if has_optin {
        Said::Confirm
    } else {
        Said::Subscribed
    })
}

pub(crate) fn listmonk(status: u16, body: &str) -> Option<Said> {
    listmonk_says(status, body, Said::Subscribed)
}

pub(crate) fn listmonk_by_email(status: u16, body: &str) -> Option<Said> {
    listmonk_says(status, body, Said::Confirm)
}

fn is_true(status: u16, body: &str, name: &str) -> bool {
    let json = parse(body);
    let value = json.as_object().and_then(|json| json.get(name));
    status / 100 == 2 && value == Some(&Value::Bool(true))
}

pub(crate) fn brevo(status: u16, body: &str) -> Option<Said> {
    is_true(status, body, "success").then_some(Said::Subscribed)
}

pub(crate) fn brevo_by_email(status: u16, body: &str) -> Option<Said> {
    is_true(status, body, "success").then_some(Said::Confirm)
}

pub(crate) fn formspree(status: u16, body: &str) -> Option<Said> {
    is_true(status, body, "ok").then_some(Said::Subscribed)
}

pub(crate) fn generic(status: u16, body: &str) -> Option<Said> {
    if status == 409 {
        return Some(Said::Already);
    }
    if status / 100 != 2 {
        return None;
    }
    let json = parse(body);
    let (mut yes, mut no) = (status == 201 || status == 204, false);
    if let Some(json) = json.as_object() {
        for name in ["ok", "success"] {
            yes |= json.get(name) == Some(&Value::Bool(true));
            no |= json.get(name) == Some(&Value::Bool(false));
        }
        let text = |name: &str| json.get(name).and_then(Value::as_str).unwrap_or("");
        yes |= text("result") == "success" || text("status") == "success" || text("status") == "ok";
        no |= text("result") == "error" || text("status") == "error" || text("status") == "fail";
    }
    (yes && !no).then_some(Said::Subscribed)
}

/// Of the rules in [`OWN`](crate::mutation::OWN).
pub(crate) fn own(status: u16, body: &str) -> Option<Said> {
    let json = parse(body);
    if status >= 500 || status == 429 || status == 408 {
        return None;
    }
    if json.get("code").and_then(Value::as_str) == Some("known") {
        return Some(Said::Already);
    }
    if status / 100 != 2 {
        return None;
    }
    if status == 202 {
        return Some(Said::Confirm);
    }
    let state = json.get("data").and_then(|data| data.get("state"));
    (state.and_then(Value::as_str) == Some("in")).then_some(Said::Subscribed)
}

/// Never anything.
pub(crate) fn silent(_: u16, _: &str) -> Option<Said> {
    None
}
