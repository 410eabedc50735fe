//! A service of one's own: the simplest that works.

use super::{FORM as FORM_KINDS, Service, UNWANTED, Verdict, no_objection};
use crate::answer::Answer;
use crate::cors::Cors;
use crate::fields::Kind;
use crate::json::quoted;
use crate::received::Received;

/// What pages may read besides.
const EXPOSED: &str = "Retry-After";

/// `/json`
pub(super) const JSON: Service = Service {
    cors: Cors::Asked {
        methods: "POST",
        headers: "Content-Type, Accept",
        exposed: EXPOSED,
        trusted_only: false,
    },
    kinds: &[Kind::Json],
    email: "email",
    objection: no_objection,
    say,
};

/// `/form`
pub(super) const FORM: Service = Service {
    cors: Cors::Readable { exposed: EXPOSED },
    kinds: FORM_KINDS,
    email: "email",
    objection: no_objection,
    say,
};

fn say(verdict: Verdict, _: &Received) -> Answer {
    let no = |status, message| {
        let message = quoted(message);
        Answer::json(status, format!("{{\"ok\":false,\"message\":{message}}}"))
    };
    match verdict {
        Verdict::Joined => Answer::json(200, "{\"ok\":true}"),
        Verdict::Confirm => Answer::json(200, "{\"ok\":true,\"confirm\":true}"),
        Verdict::Already => no(409, "This address is on the list already."),
        Verdict::Refused => no(422, UNWANTED),
        Verdict::Unread => no(415, "This is not what we read."),
        Verdict::TooMany => no(429, "Too many sign-ups."),
        Verdict::BadAddress | Verdict::NoList | Verdict::Bot => {
            no(422, "This is not an email address.")
        }
    }
}
