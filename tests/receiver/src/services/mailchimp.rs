//! Mailchimp's embedded form. It answers with a page and 200, whatever comes of it.

use super::{FORM, Service, UNWANTED, Verdict, is_untouched};
use crate::answer::Answer;
use crate::cors::Cors;
use crate::received::Received;

/// `/mailchimp/subscribe/post?u=…&id=…`
pub(super) const EMBEDDED: Service = Service {
    cors: Cors::None,
    kinds: FORM,
    email: "EMAIL",
    objection,
    say,
};

/// The audience stands in the query, and in the name of the field that only programs fill in.
fn objection(request: &Received) -> Option<Verdict> {
    let (Some(user), Some(list)) = (request.parameter("u"), request.parameter("id")) else {
        return Some(Verdict::NoList);
    };
    let trap = format!("b_{user}_{list}");
    (!is_untouched(request, &trap)).then_some(Verdict::Bot)
}

fn say(verdict: Verdict, _: &Received) -> Answer {
    let status = if verdict == Verdict::TooMany {
        429
    } else {
        200
    };
    let (title, words) = match verdict {
        Verdict::Joined => ("Subscription Confirmed", "Thank you for subscribing!"),
        Verdict::Confirm => (
            "Almost finished...",
            "We need to confirm your email address.",
        ),
        Verdict::Already => (
            "There are errors below",
            "This address is already subscribed.",
        ),
        Verdict::Refused => ("There are errors below", UNWANTED),
        Verdict::BadAddress => (
            "There are errors below",
            "This email address looks fake or invalid.",
        ),
        Verdict::Bot => ("Confirm Humanity", "Show that you are not a robot."),
        Verdict::NoList | Verdict::Unread => ("Error", "There is no such list."),
        Verdict::TooMany => ("Error", "Too many subscribe attempts."),
    };
    Answer::page(status, title, words)
}
