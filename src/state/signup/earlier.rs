//! What is said after an earlier try: it may have arrived.

use super::Event;
use super::paper::answer;
use super::paper::filled;
use super::paper::reply;
use super::paper::wait_over;
use super::words;
use crate::domain::ports::desk::Reply;
use crate::domain::signup::plan::Mode;

#[test]
fn offline_after_a_try_is_not_called_nothing_sent() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    reply(&mut signup, &desk, answer(503, None, ""));
    desk.write().offline = true;
    wait_over(&mut signup, &desk);
    let said = desk.paper().face.said;
    assert!(said.starts_with("The service says that"), "{said}");
    signup.hear(&Event::Online);
    assert_eq!(desk.paper().face.said, said);
    // What the service said is told, and nothing else.
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    reply(&mut signup, &desk, answer(429, Some(4), ""));
    desk.write().offline = true;
    wait_over(&mut signup, &desk);
    let said = desk.paper().face.said;
    assert!(said.starts_with("The service has had too many"), "{said}");
    assert!(said.ends_with("Try again in 4 seconds."), "{said}");
}

#[test]
fn offline_after_a_try_that_may_have_arrived_does_not_say_that_nothing_was_sent() {
    for open in [Reply::Nothing, Reply::Opaque] {
        let (mut signup, desk) = filled(Mode::Json);
        signup.press(true);
        reply(&mut signup, &desk, open);
        desk.write().offline = true;
        signup.press(true);
        let said = desk.paper().face.said;
        assert!(said.contains("An earlier try may have arrived."), "{said}");
        signup.hear(&Event::Online);
        assert_eq!(desk.paper().face.said, words::ONLINE_AFTER);
        // Nothing is left of it once it is forgotten.
        signup.forget();
        assert_eq!(desk.paper().face.said, words::FORGOTTEN);
        desk.write().email = "name@example.com".to_owned();
        desk.write().consent = "v1".to_owned();
        signup.press(true);
        assert!(desk.paper().face.said.contains("and nothing was sent."));
    }
    let (mut signup, desk) = filled(Mode::Navigate);
    assert!(signup.press(true));
    desk.write().age += 10_000;
    desk.write().offline = true;
    assert!(!signup.press(true));
    assert!(desk.paper().face.said.contains("An earlier try may have"));
}

#[test]
fn after_a_try_that_may_have_arrived_a_refusal_does_not_deny_it() {
    for (status, after, denied) in [
        (404, None, "It did not sign you up."),
        (429, Some(600), "It did not take this one."),
    ] {
        let (mut signup, desk) = filled(Mode::Json);
        signup.press(true);
        reply(&mut signup, &desk, answer(status, after, ""));
        let said = desk.paper().face.said;
        assert!(said.contains(denied), "{said}");
        let (mut signup, desk) = filled(Mode::Json);
        signup.press(true);
        reply(&mut signup, &desk, answer(503, None, ""));
        wait_over(&mut signup, &desk);
        reply(&mut signup, &desk, answer(status, after, ""));
        let said = desk.paper().face.said;
        assert!(!said.contains(denied), "{said}");
        assert!(said.contains("An earlier try may have arrived."), "{said}");
    }
}

#[test]
fn what_was_corrected_is_not_sent_as_it_was() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    reply(&mut signup, &desk, answer(503, None, ""));
    desk.write().email = "other@example.com".to_owned();
    wait_over(&mut signup, &desk);
    assert_eq!(desk.paper().sent.len(), 1);
    assert_eq!(desk.paper().email, "other@example.com");
    assert_eq!(desk.paper().face.said, words::CHANGED);
    signup.press(true);
    assert!(desk.paper().sent[1].1.contains("other@example.com"));
    // Nor before the first try.
    let (mut signup, desk) = filled(Mode::Json);
    desk.write().age = 0;
    signup.press(true);
    desk.write().consent = String::new();
    wait_over(&mut signup, &desk);
    assert!(desk.paper().sent.is_empty());
    assert_eq!(desk.paper().face.said, words::CHANGED);
}
