//! Buttondown's embedded form, which is for browsers only: its answers are pages.

use super::{FORM, Service, UNWANTED, Verdict, no_objection};
use crate::answer::Answer;
use crate::cors::Cors;
use crate::received::Received;

/// `/buttondown/api/emails/embed-subscribe/NAME`
pub(super) const EMBEDDED: Service = Service {
    cors: Cors::None,
    kinds: FORM,
    email: "email",
    objection: no_objection,
    say,
};

fn say(verdict: Verdict, _: &Received) -> Answer {
    match verdict {
        Verdict::Joined => Answer::page(200, "Subscribed", "You are on the list."),
        Verdict::Confirm => Answer::page(200, "Almost there", "Check your inbox to confirm."),
        Verdict::Already => Answer::page(200, "Subscribed", "You are already subscribed."),
        Verdict::Refused => Answer::page(400, "Error", UNWANTED),
        Verdict::TooMany => Answer::page(429, "Error", "Too many requests."),
        Verdict::Unread => Answer::page(415, "Error", "This is not what we read."),
        Verdict::BadAddress | Verdict::NoList | Verdict::Bot => {
            Answer::page(400, "Error", "Enter a valid email address.")
        }
    }
}
