//! What is sent, how often, and what a person is told.

use super::Event;
use super::paper::answer;
use super::paper::filled;
use super::paper::reply;
use super::paper::wait_over;
use super::words;
use crate::domain::ports::desk::Lead;
use crate::domain::ports::desk::Reply;
use crate::domain::ports::desk::SignupFace;
use crate::domain::ports::desk::SignupStage;
use crate::domain::signup::Field;
use crate::domain::signup::answer::Answer;
use crate::domain::signup::outcome::Outcome;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rule;

#[test]
fn one_press_sends_once_however_often_it_is_pressed() {
    let (mut signup, desk) = filled(Mode::Json);
    for _ in 0..5 {
        assert!(!signup.press(true));
    }
    assert_eq!(desk.paper().sent.len(), 1);
    assert_eq!(desk.paper().face.stage, SignupStage::Busy);
    let sent = r#"{"email":"name@example.com","consent":"v1"}"#;
    assert_eq!(desk.paper().sent[0].1, sent);
    reply(&mut signup, &desk, answer(200, None, r#"{"ok":true}"#));
    assert_eq!(desk.paper().face.said, "You are signed up. Thank you.");
    assert_eq!(desk.paper().face.stage, SignupStage::Settled);
    assert_eq!(desk.paper().face.lead, Lead::Said);
    assert_eq!(desk.paper().email, "", "what was sent is not kept");
    assert!(!signup.press(true));
    assert_eq!(desk.paper().sent.len(), 1);
}

#[test]
fn what_is_missing_is_named_and_nothing_is_sent() {
    let (mut signup, desk) = filled(Mode::Form);
    desk.write().email = " name @example\u{a0}".to_owned();
    desk.write().consent = String::new();
    assert!(!signup.press(true));
    let face = desk.paper().face.clone();
    let fields: Vec<_> = face.errors.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, [Field::Email, Field::Consent]);
    assert_eq!((face.lead, face.stage), (Lead::Errors, SignupStage::Open));
    assert_eq!(desk.paper().email, "name@example");
    assert!(desk.paper().sent.is_empty());
    desk.write().email = "name@example.com".to_owned();
    desk.write().consent = "v1".to_owned();
    signup.press(true);
    assert!(desk.paper().face.errors.is_empty());
    assert_eq!(desk.paper().sent.len(), 1);
}

#[test]
fn a_typed_address_survives_every_failure() {
    for (status, body) in [
        (400, r#"{"message":"No <b>thanks</b>."}"#),
        (
            400,
            r#"{"errors":[{"field":"email","message":"Not this one."}]}"#,
        ),
        (404, ""),
        (200, "<html>"),
    ] {
        let (mut signup, desk) = filled(Mode::Json);
        signup.press(true);
        reply(&mut signup, &desk, answer(status, None, body));
        assert_eq!(desk.paper().email, "name@example.com", "{status} {body}");
        assert_eq!(desk.paper().consent, "v1", "{status} {body}");
        assert_eq!(desk.paper().face.stage, SignupStage::Open);
        signup.press(true);
        assert_eq!(desk.paper().sent.len(), 2, "it can be pressed again");
    }
}

#[test]
fn a_refusal_names_its_field() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    let body = r#"{"errors":[{"field":"email","message":"Not <i>this</i> one."}]}"#;
    reply(&mut signup, &desk, answer(422, None, body));
    let face = desk.paper().face.clone();
    assert_eq!(face.errors, [(Field::Email, "Not this one.".to_owned())]);
    assert_eq!(face.lead, Lead::Errors);
}

#[test]
fn what_was_not_taken_goes_again_and_ends() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    for (tries, pause) in [(1, 1_500), (2, 5_000)] {
        reply(&mut signup, &desk, answer(503, None, ""));
        assert_eq!(desk.paper().waits.len(), tries);
        assert_eq!(desk.paper().waits[tries - 1].0, pause);
        assert!(!signup.press(true), "a press in a pause sends nothing");
        wait_over(&mut signup, &desk);
        assert_eq!(desk.paper().sent.len(), tries + 1);
    }
    reply(&mut signup, &desk, answer(503, None, ""));
    assert_eq!(desk.paper().waits.len(), 2);
    assert!(desk.paper().face.said.starts_with("The service says that"));
    assert!(desk.paper().face.again);
}

#[test]
fn a_service_says_when_to_come_back() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    reply(&mut signup, &desk, answer(429, Some(3), ""));
    assert_eq!(desk.paper().waits[0].0, 3_000);
    wait_over(&mut signup, &desk);
    reply(&mut signup, &desk, answer(429, Some(120), ""));
    assert_eq!(
        desk.paper().waits.len(),
        1,
        "nobody is kept waiting so long"
    );
    let said = desk.paper().face.said.clone();
    assert!(said.ends_with("Try again in 2 minutes."), "{said}");
}

#[test]
fn without_a_readable_answer_the_person_decides() {
    for (reply_, begin) in [
        (Reply::Nothing, "No answer came"),
        (Reply::Opaque, "Sent. But"),
    ] {
        let (mut signup, desk) = filled(Mode::Json);
        signup.press(true);
        reply(&mut signup, &desk, reply_);
        assert!(desk.paper().face.said.starts_with(begin));
        assert!(desk.paper().waits.is_empty(), "it may have arrived");
        assert_eq!(desk.paper().face.stage, SignupStage::Open);
    }
}

#[test]
fn nothing_is_sent_without_a_network() {
    let (mut signup, desk) = filled(Mode::Json);
    desk.write().offline = true;
    signup.press(true);
    assert!(desk.paper().sent.is_empty());
    assert!(desk.paper().face.said.starts_with("You are offline"));
    desk.write().offline = false;
    signup.hear(&Event::Online);
    assert_eq!(desk.paper().face.said, words::ONLINE);
    assert!(desk.paper().face.again && desk.paper().sent.is_empty());
    signup.press(true);
    assert_eq!(desk.paper().sent.len(), 1);
    signup.hear(&Event::Online);
    assert_eq!(
        desk.paper().face.said,
        words::SENDING,
        "not offline, so no news"
    );
}

#[test]
fn who_is_faster_than_people_waits() {
    let (mut signup, desk) = filled(Mode::Json);
    desk.write().age = 1_000;
    signup.press(true);
    assert!(desk.paper().sent.is_empty());
    assert_eq!(desk.paper().face.said, words::SENDING);
    assert_eq!(desk.paper().waits[0].0, 2_000);
    wait_over(&mut signup, &desk);
    assert_eq!(desk.paper().sent.len(), 1);
}

#[test]
fn the_trap_lets_people_out() {
    let (mut signup, desk) = filled(Mode::Json);
    desk.write().trap = "https://spam.example".to_owned();
    signup.press(true);
    assert_eq!(desk.paper().face.said, words::TRAP);
    assert!(desk.paper().sent.is_empty());
    signup.press(true);
    assert_eq!(desk.paper().sent.len(), 1);
}

#[test]
fn the_trap_lets_people_out_of_a_browser_that_fills_it_in_each_time() {
    for mode in [Mode::Json, Mode::Navigate] {
        let (mut signup, desk) = filled(mode);
        desk.write().trap = "https://example.org".to_owned();
        assert!(!signup.press(true));
        assert_eq!(desk.paper().face.said, words::TRAP);
        desk.write().trap = "https://example.org".to_owned();
        let goes = signup.press(true);
        assert!(goes || desk.paper().sent.len() == 1, "{mode:?}");
        assert_eq!(desk.paper().trap, "", "it is sent empty");
    }
}

#[test]
fn forgetting_ends_what_is_under_way_and_old_news_is_not_heard() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    let turn = desk.paper().sent[0].0;
    signup.forget();
    assert_eq!((desk.paper().email.as_str(), desk.paper().hung_up), ("", 1));
    assert_eq!(desk.paper().face.said, words::FORGOTTEN);
    signup.hear(&Event::Replied(turn, answer(200, None, r#"{"ok":true}"#)));
    assert_eq!(desk.paper().face.said, words::FORGOTTEN);
}

#[test]
fn an_answer_is_heard_once_and_in_its_turn() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    let turn = desk.paper().sent[0].0;
    signup.hear(&Event::Replied(turn + 1, Reply::Nothing));
    signup.hear(&Event::Waited(turn + 1));
    assert_eq!(desk.paper().face.stage, SignupStage::Busy);
    signup.hear(&Event::Replied(turn, Reply::Nothing));
    signup.hear(&Event::Replied(turn, answer(200, None, r#"{"ok":true}"#)));
    assert_eq!(desk.paper().face.stage, SignupStage::Open, "heard once");
}

#[test]
fn the_browser_sends_once_for_a_double_click() {
    let (mut signup, desk) = filled(Mode::Navigate);
    assert!(signup.press(true));
    assert!(desk.paper().face.said.starts_with("A new tab"));
    desk.write().age += 300;
    assert!(!signup.press(true));
    desk.write().age += 2_000;
    assert!(signup.press(true), "who asks again later means it");
    assert!(
        desk.paper().sent.is_empty(),
        "the client sends nothing itself"
    );
    desk.write().age += 10_000;
    desk.write().offline = true;
    assert!(!signup.press(true));
    assert!(desk.paper().face.said.starts_with("You are offline"));
}

#[test]
fn what_the_browser_may_not_submit_is_not_sent() {
    let (mut signup, desk) = filled(Mode::Navigate);
    assert!(!signup.press(false));
    let said = desk.paper().face.said.clone();
    assert!(said.contains("nothing was sent"), "{said}");
    // It counts for no press: the same form in a tab of its own is sent at once.
    assert!(signup.press(true));
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(false);
    assert_eq!(desk.paper().sent.len(), 1, "the client needs no form");
}

#[test]
fn leaving_the_page_ends_what_waits_and_tells_no_words_of_the_service() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    signup.leave();
    assert_eq!(desk.paper().email, "");
    assert_eq!(desk.paper().hung_up, 0, "it was sent, and may arrive");
    let body = r#"{"message":"name@example.com is blocked","errors":{"email":"Not this."}}"#;
    reply(&mut signup, &desk, answer(400, None, body));
    let face = desk.paper().face.clone();
    assert!(
        face.said
            .starts_with("The service did not take this, and gave")
    );
    assert!(face.errors.is_empty());

    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    reply(&mut signup, &desk, answer(503, None, ""));
    signup.leave();
    wait_over(&mut signup, &desk);
    assert_eq!(desk.paper().sent.len(), 1, "nobody is there to send for");
    assert_eq!(desk.paper().face, SignupFace::default());

    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    signup.leave();
    reply(&mut signup, &desk, answer(503, None, ""));
    assert!(
        desk.paper().waits.is_empty(),
        "there is nothing to send again"
    );

    let (mut signup, desk) = filled(Mode::Json);
    desk.write().offline = true;
    signup.press(true);
    signup.leave();
    signup.hear(&Event::Online);
    assert_eq!(desk.paper().face, SignupFace::default());
}

#[test]
fn forgetting_between_two_tries_says_what_may_have_arrived() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    reply(&mut signup, &desk, answer(503, None, ""));
    signup.forget();
    assert_eq!(desk.paper().face.said, words::FORGOTTEN);
    wait_over(&mut signup, &desk);
    assert_eq!(desk.paper().sent.len(), 1, "it is not tried again");
    // Before the first try there was nothing that could arrive.
    let (mut signup, desk) = filled(Mode::Json);
    desk.write().age = 0;
    signup.press(true);
    signup.forget();
    assert_eq!(desk.paper().face, SignupFace::default());
}

#[test]
fn forgetting_twice_says_it_all_the_same() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press(true);
    signup.forget();
    signup.forget();
    assert_eq!(desk.paper().face.said, words::FORGOTTEN);
    assert_eq!(desk.paper().hung_up, 1);
    signup.leave();
    assert_eq!(desk.paper().face.said, "");
}

#[test]
fn a_cut_answer_is_no_success() {
    let cut = |status| {
        Reply::Answer(Answer {
            status,
            after: None,
            body: None,
        })
    };
    for (status, begin) in [(201, "No answer came"), (422, "The service did not take")] {
        let (mut signup, desk) = filled(Mode::Json);
        signup.plan.rules.subscribed.push(Rule {
            status: Some(201),
            value: None,
        });
        signup.press(true);
        reply(&mut signup, &desk, cut(status));
        let said = desk.paper().face.said;
        assert!(said.starts_with(begin), "{status}: {said}");
    }
}

#[test]
fn one_second_is_one_second() {
    let said = |after| words::face(&Outcome::TooMany { after: Some(after) }, false).said;
    assert!(said(1).ends_with("in 1 second."));
    assert!(said(90).ends_with("in 90 seconds."));
    assert!(said(91).ends_with("in 2 minutes."));
    assert!(said(5_401).ends_with("in 2 hours."));
    assert!(said(2 * 86_400).ends_with("in 48 hours."));
    assert!(said(2 * 86_400 + 1).ends_with("in 3 days."));
    assert!(said(30 * 86_400).ends_with("in 30 days."));
    assert!(said(30 * 86_400 + 1).ends_with("Try again later."));
    assert!(said(u32::MAX).ends_with("Try again later."));
}
