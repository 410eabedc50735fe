//! Brevo's form. It answers with JSON when the query says `isAjax=1`.

use super::{FORM, Service, UNWANTED, Verdict};
use crate::answer::Answer;
use crate::cors::Cors;
use crate::json::quoted;
use crate::received::Received;

/// `/brevo/serve/TOKEN`
pub(super) const SERVE: Service = Service {
    cors: Cors::Readable { exposed: "" },
    kinds: FORM,
    email: "EMAIL",
    objection,
    say,
};

/// A field that only programs fill in; it may be missing.
fn objection(request: &Received) -> Option<Verdict> {
    let trap = request.field("email_address_check").unwrap_or_default();
    (!trap.is_empty()).then_some(Verdict::Bot)
}

/// Which status comes with a refusal is not documented. 200 is the one that is read wrongly most
/// easily.
fn say(verdict: Verdict, request: &Received) -> Answer {
    let status = match verdict {
        Verdict::TooMany => 429,
        Verdict::Unread => 415,
        _ => 200,
    };
    let words = match verdict {
        Verdict::Joined | Verdict::Already => "Your subscription has been successful.",
        Verdict::Confirm => "We sent you an email: confirm your subscription with it.",
        Verdict::Refused => UNWANTED,
        Verdict::TooMany => "Too many requests.",
        Verdict::Bot => "Show that you are not a robot.",
        Verdict::BadAddress | Verdict::NoList | Verdict::Unread => {
            "Enter a valid email address, such as abc@example.com."
        }
    };
    let success = matches!(
        verdict,
        Verdict::Joined | Verdict::Already | Verdict::Confirm
    );
    if request.parameter("isAjax").as_deref() != Some("1") {
        let title = if success { "Thank you" } else { "Error" };
        return Answer::page(status, title, words);
    }
    if success {
        return Answer::json(status, "{\"success\":true}");
    }
    let errors = format!("{{\"EMAIL\":{}}}", quoted(words));
    Answer::json(status, format!("{{\"success\":false,\"errors\":{errors}}}"))
}
