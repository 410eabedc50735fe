//! listmonk: its public interface, and the form that its own pages show.

use super::{ANY, FORM, Service, UNWANTED, Verdict, is_untouched};
use crate::answer::Answer;
use crate::cors::Cors;
use crate::fields::Kind;
use crate::json::quoted;
use crate::received::Received;

/// `/listmonk/api/public/subscription`
pub(super) const API: Service = Service {
    cors: Cors::Asked {
        methods: "GET,HEAD,PUT,PATCH,POST,DELETE",
        headers: "Origin,Content-Type,Accept",
        exposed: "",
        trusted_only: true,
    },
    kinds: ANY,
    email: "email",
    objection: without_list,
    say: say_data,
};

/// `/listmonk/subscription/form`
pub(super) const FORM_PAGE: Service = Service {
    cors: Cors::None,
    kinds: FORM,
    email: "email",
    objection: with_nonce,
    say: say_page,
};

/// The names of the lists differ between JSON and forms.
fn without_list(request: &Received) -> Option<Verdict> {
    let name = match request.kind() {
        Kind::Json => "list_uuids",
        _ => "l",
    };
    request.values(name).is_empty().then_some(Verdict::NoList)
}

/// The nonce is a field that only programs fill in.
fn with_nonce(request: &Received) -> Option<Verdict> {
    if is_untouched(request, "nonce") {
        without_list(request)
    } else {
        Some(Verdict::Bot)
    }
}

/// The words for a failure, and its status.
fn failure(verdict: Verdict) -> (u16, &'static str) {
    match verdict {
        Verdict::NoList => (400, "No valid lists selected to subscribe."),
        Verdict::Refused => (400, UNWANTED),
        Verdict::Unread => (415, "Unsupported Media Type"),
        Verdict::TooMany => (429, "Too many requests."),
        Verdict::Bot => (502, "That feature is not available."),
        _ => (400, "Invalid email."),
    }
}

/// An address that is known already is not told from a new one.
fn say_data(verdict: Verdict, _: &Received) -> Answer {
    let taken = |has_optin| {
        let text = format!("{{\"data\":{{\"has_optin\":{has_optin}}}}}");
        Answer::json(200, text)
    };
    match verdict {
        Verdict::Joined | Verdict::Already => taken(false),
        Verdict::Confirm => taken(true),
        other => message(other),
    }
}

fn message(verdict: Verdict) -> Answer {
    let (status, words) = failure(verdict);
    Answer::json(status, format!("{{\"message\":{}}}", quoted(words)))
}

fn say_page(verdict: Verdict, _: &Received) -> Answer {
    let confirm = "An e-mail has been sent to you to confirm your subscription(s).";
    match verdict {
        Verdict::Joined | Verdict::Already => {
            Answer::page(200, "Subscribed", "Subscribed successfully.")
        }
        Verdict::Confirm => Answer::page(200, "Subscribed", confirm),
        Verdict::Bot | Verdict::Unread => message(verdict),
        other => {
            let (status, words) = failure(other);
            Answer::page(status, "Error", words)
        }
    }
}
