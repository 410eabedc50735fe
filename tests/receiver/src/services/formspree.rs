//! Formspree. It answers with JSON when that is asked for.

use super::{ANY, Service, UNWANTED, Verdict};
use crate::answer::Answer;
use crate::cors::Cors;
use crate::json::quoted;
use crate::received::Received;

/// `/formspree/f/ID`
pub(super) const FORM: Service = Service {
    cors: Cors::Asked {
        methods: "POST, OPTIONS",
        headers: "Content-Type, Accept",
        exposed: "",
        trusted_only: false,
    },
    kinds: ANY,
    email: "email",
    objection,
    say,
};

/// What a program filled in is dropped, and the program told that all is well.
fn objection(request: &Received) -> Option<Verdict> {
    let trap = request.field("_gotcha").unwrap_or_default();
    (!trap.is_empty()).then_some(Verdict::Joined)
}

fn say(verdict: Verdict, request: &Received) -> Answer {
    let (status, code, field, message) = match verdict {
        Verdict::Joined | Verdict::Confirm | Verdict::Already | Verdict::Bot => {
            return say_thanks(request);
        }
        Verdict::TooMany => (429, "", "", "Too many requests."),
        Verdict::Unread | Verdict::NoList => (400, "EMPTY", "", "The form is empty."),
        Verdict::Refused => (422, "TYPE_EMAIL", "email", UNWANTED),
        Verdict::BadAddress => (422, "TYPE_EMAIL", "email", "should be an email"),
    };
    if !wants_json(request) {
        return Answer::page(status, "Error", message);
    }
    let field = match field {
        "" => String::new(),
        name => format!("\"field\":{},", quoted(name)),
    };
    let errors = match code {
        "" => String::new(),
        code => format!(
            ",\"errors\":[{{\"code\":{},{field}\"message\":{}}}]",
            quoted(code),
            quoted(message)
        ),
    };
    Answer::json(status, format!("{{\"error\":{}{errors}}}", quoted(message)))
}

fn say_thanks(request: &Received) -> Answer {
    if wants_json(request) {
        Answer::json(200, "{\"ok\":true,\"next\":\"/thanks\"}")
    } else {
        Answer::page(200, "Thanks!", "The form was submitted successfully.")
    }
}

fn wants_json(request: &Received) -> bool {
    let accepted = request.header("accept").unwrap_or_default();
    accepted.to_ascii_lowercase().contains("application/json")
}
