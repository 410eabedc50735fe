//! Makes up the answer to a request.

use crate::answer::Answer;
use crate::behaviour::Behaviour;
use crate::cors::{Cors, not_allowed};
use crate::delivery::Delivery;
use crate::desk::Desk;
use crate::received::Received;
use crate::services::{self, Service, Verdict};

/// How much longer a huge answer is than it should be.
const HUGE: usize = 2 * 1024 * 1024;

/// The answer to a request that was read, and how it is sent. `None` is no answer at all.
pub(crate) fn reply(request: &Received, desk: &Desk) -> Option<(Answer, Delivery)> {
    let at_once = |answer| Some((answer, Delivery::AtOnce));
    let Some(service) = services::find(&request.path) else {
        return at_once(elsewhere(request));
    };
    let cors = cors_for(request, service, desk);
    match request.method.as_str() {
        "POST" => {
            let behaviour = desk.conduct().next(&service.address(request));
            let (mut answer, delivery) = behaved(request, service, &behaviour)?;
            if behaviour != Behaviour::NoCors {
                cors.allow(request, &mut answer);
            }
            Some((answer, delivery))
        }
        // If the answer is no, the post does not come: so this is its turn.
        "OPTIONS" if request.is_preflight() && desk.conduct().next_if(&Behaviour::NoCors) => {
            at_once(not_allowed())
        }
        "OPTIONS" => at_once(cors.preflight(request)),
        _ => at_once(not_allowed()),
    }
}

/// What is not a service.
fn elsewhere(request: &Received) -> Answer {
    if request.method == "GET" && request.path == "/" {
        let words = "Sign-ups are received here, and go no further.\n";
        return Answer::of("text/plain; charset=utf-8", 200, words);
    }
    not_found()
}

/// What the service allows this origin.
fn cors_for(request: &Received, service: &Service, desk: &Desk) -> Cors {
    let origin = request.header("origin").unwrap_or_default();
    if service.cors.wants_trust() && !desk.conduct().trusts(origin) {
        return Cors::None;
    }
    service.cors
}

/// What a service answers that was told to behave so.
fn behaved(
    request: &Received,
    service: &Service,
    behaviour: &Behaviour,
) -> Option<(Answer, Delivery)> {
    let normal = |verdict| service.answer(request, verdict);
    let joined = || normal(Verdict::Joined);
    let answer = match behaviour {
        Behaviour::Normal | Behaviour::NoCors => joined(),
        Behaviour::Confirm => normal(Verdict::Confirm),
        Behaviour::Already => normal(Verdict::Already),
        Behaviour::Refused => normal(Verdict::Refused),
        Behaviour::TooMany { retry_after } => too_many(request, service, retry_after.as_deref()),
        Behaviour::Status(status) => Answer::empty(*status),
        Behaviour::Broken | Behaviour::BrokenThenNormal(_) => {
            Answer::page(500, "Server error", "Something went wrong on our side.")
        }
        Behaviour::Html => Answer::page(200, "One moment", "Show that you are not a robot."),
        Behaviour::Empty => Answer::empty(200),
        Behaviour::Huge => huge((service.say)(Verdict::Joined, request)),
        Behaviour::Garbage => Answer::json(200, *b"{\"ok\":tr\xff\xfe\x00\x01<\xc3"),
        Behaviour::NotFound => not_found(),
        Behaviour::Slow(time) => return Some((joined(), Delivery::After(*time))),
        Behaviour::SlowBody(time) => return Some((joined(), Delivery::BodyAfter(*time))),
        Behaviour::DropDuring => return Some((joined(), Delivery::Half)),
        Behaviour::DropBefore | Behaviour::DropAfter => return None,
    };
    Some((answer, Delivery::AtOnce))
}

/// 429, with the time to wait if there is one.
fn too_many(request: &Received, service: &Service, retry_after: Option<&str>) -> Answer {
    let answer = (service.say)(Verdict::TooMany, request);
    match retry_after {
        Some(time) => answer.with("Retry-After", time),
        None => answer,
    }
}

/// A success that goes on for long: valid JSON, or a page with a long comment.
fn huge(mut answer: Answer) -> Answer {
    let filling = vec![b'a'; HUGE];
    let (before, after): (&[u8], &[u8]) = match answer.body.pop() {
        Some(b'}') => (b",\"more\":\"", b"\"}"),
        _ => (b"<!-- ", b" -->\n"),
    };
    for part in [before, &filling, after] {
        answer.body.extend_from_slice(part);
    }
    answer
}

/// 404 and a page.
fn not_found() -> Answer {
    Answer::page(404, "Not found", "There is nothing here.")
}
