//! A form of paper: what is sent, how often, and what a person is told.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;

use serde_json::json;

use super::Event;
use super::Signup;
use super::words;
use crate::domain::ports::desk::Lead;
use crate::domain::ports::desk::Reply;
use crate::domain::ports::desk::SignupDesk;
use crate::domain::ports::desk::SignupFace;
use crate::domain::ports::desk::SignupStage;
use crate::domain::signup::Field;
use crate::domain::signup::answer::Answer;
use crate::domain::signup::plan::Ask;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::plan::Plan;
use crate::domain::signup::request::Request;
use crate::domain::signup::rule::Rule;
use crate::domain::signup::rule::Rules;

/// What is on the paper, and what was done with it.
#[derive(Clone, Debug, Default)]
struct Paper {
    email: String,
    consent: String,
    trap: String,
    age: u32,
    offline: bool,
    sent: Vec<(u32, String)>,
    waits: Vec<(u32, u32)>,
    hung_up: usize,
    face: SignupFace,
}

#[derive(Debug, Default)]
struct Desk(Mutex<Paper>);

impl Desk {
    /// A copy, so that two looks at it in one line do not wait for each other.
    fn paper(&self) -> Paper {
        self.0.lock().unwrap().clone()
    }

    fn write(&self) -> MutexGuard<'_, Paper> {
        self.0.lock().unwrap()
    }
}

impl SignupDesk for Desk {
    fn value(&self, field: Field) -> String {
        match field {
            Field::Email => self.paper().email.clone(),
            Field::Consent => self.paper().consent.clone(),
            _ => String::new(),
        }
    }

    fn set_email(&self, address: &str) {
        self.write().email = address.to_owned();
    }

    fn empty_trap(&self) -> bool {
        !core::mem::take(&mut self.write().trap).is_empty()
    }

    fn clear(&self) {
        let mut paper = self.write();
        (paper.email, paper.consent) = (String::new(), String::new());
    }

    fn age(&self) -> u32 {
        self.paper().age
    }

    fn online(&self) -> bool {
        !self.paper().offline
    }

    fn send(&self, request: &Request, turn: u32) {
        self.write().sent.push((turn, request.body.clone()));
    }

    fn wait(&self, milliseconds: u32, turn: u32) {
        self.write().waits.push((milliseconds, turn));
    }

    fn hang_up(&self) {
        self.write().hung_up += 1;
    }

    fn show(&self, face: &SignupFace) {
        self.write().face = face.clone();
    }
}

fn plan(mode: Mode) -> Plan {
    let ask = |field: Field| Ask {
        field,
        name: field.as_str().to_owned(),
        required: true,
    };
    let rule = |value| Rule {
        status: None,
        value: Some(("/ok".to_owned(), value)),
    };
    Plan {
        mode,
        url: "https://lists.example.org/".to_owned(),
        asks: vec![ask(Field::Email), ask(Field::Consent)],
        consent: "v1".to_owned(),
        extra: Vec::new(),
        trap: None,
        accept_json: false,
        rules: Rules {
            subscribed: vec![rule(json!(true))],
            confirm: vec![rule(json!("inbox"))],
            message: vec!["/message".to_owned()],
            fields: Some("/errors".to_owned()),
            ..Rules::default()
        },
    }
}

/// A form that is filled in rightly, long after the start.
fn filled(mode: Mode) -> (Signup, Arc<Desk>) {
    let desk = Arc::new(Desk::default());
    {
        let mut paper = desk.write();
        paper.email = "name@example.com".to_owned();
        paper.consent = "v1".to_owned();
        paper.age = 60_000;
    }
    (Signup::new(plan(mode), desk.clone()), desk)
}

fn answer(status: u16, after: Option<u32>, body: &str) -> Reply {
    let body = body.to_owned();
    Reply::Answer(Answer {
        status,
        after,
        body,
    })
}

/// Replies to what was sent last.
fn reply(signup: &mut Signup, desk: &Desk, reply: Reply) {
    let turn = desk.paper().sent.last().unwrap().0;
    signup.hear(&Event::Replied(turn, reply));
}

/// Lets the last wait end.
fn wait_over(signup: &mut Signup, desk: &Desk) {
    let turn = desk.paper().waits.last().unwrap().1;
    signup.hear(&Event::Waited(turn));
}

#[test]
fn one_press_sends_once_however_often_it_is_pressed() {
    let (mut signup, desk) = filled(Mode::Json);
    for _ in 0..5 {
        assert!(!signup.press());
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
    assert!(!signup.press());
    assert_eq!(desk.paper().sent.len(), 1);
}

#[test]
fn what_is_missing_is_named_and_nothing_is_sent() {
    let (mut signup, desk) = filled(Mode::Form);
    desk.write().email = " name@exa mple\u{a0}".to_owned();
    desk.write().consent = String::new();
    assert!(!signup.press());
    let face = desk.paper().face.clone();
    let fields: Vec<_> = face.errors.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, [Field::Email, Field::Consent]);
    assert_eq!((face.lead, face.stage), (Lead::Errors, SignupStage::Open));
    assert_eq!(desk.paper().email, "name@example");
    assert!(desk.paper().sent.is_empty());
    desk.write().email = "name@example.com".to_owned();
    desk.write().consent = "v1".to_owned();
    signup.press();
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
        signup.press();
        reply(&mut signup, &desk, answer(status, None, body));
        assert_eq!(desk.paper().email, "name@example.com", "{status} {body}");
        assert_eq!(desk.paper().consent, "v1", "{status} {body}");
        assert_eq!(desk.paper().face.stage, SignupStage::Open);
        signup.press();
        assert_eq!(desk.paper().sent.len(), 2, "it can be pressed again");
    }
}

#[test]
fn a_refusal_names_its_field() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press();
    let body = r#"{"errors":[{"field":"email","message":"Not <i>this</i> one."}]}"#;
    reply(&mut signup, &desk, answer(422, None, body));
    let face = desk.paper().face.clone();
    assert_eq!(face.errors, [(Field::Email, "Not this one.".to_owned())]);
    assert_eq!(face.lead, Lead::Errors);
}

#[test]
fn what_was_not_taken_goes_again_and_ends() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press();
    for (tries, pause) in [(1, 1_500), (2, 5_000)] {
        reply(&mut signup, &desk, answer(503, None, ""));
        assert_eq!(desk.paper().waits.len(), tries);
        assert_eq!(desk.paper().waits[tries - 1].0, pause);
        assert!(!signup.press(), "a press in a pause sends nothing");
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
    signup.press();
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
        signup.press();
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
    signup.press();
    assert!(desk.paper().sent.is_empty());
    assert!(desk.paper().face.said.starts_with("You are offline"));
    desk.write().offline = false;
    signup.hear(&Event::Online);
    assert_eq!(desk.paper().face.said, words::ONLINE);
    assert!(desk.paper().face.again && desk.paper().sent.is_empty());
    signup.press();
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
    signup.press();
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
    signup.press();
    assert_eq!(desk.paper().face.said, words::TRAP);
    assert!(desk.paper().sent.is_empty());
    signup.press();
    assert_eq!(desk.paper().sent.len(), 1);
}

#[test]
fn forgetting_ends_what_is_under_way_and_old_news_is_not_heard() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press();
    let turn = desk.paper().sent[0].0;
    signup.forget();
    assert_eq!((desk.paper().email.as_str(), desk.paper().hung_up), ("", 1));
    assert_eq!(desk.paper().face.said, words::FORGOTTEN);
    signup.hear(&Event::Replied(turn, answer(200, None, r#"{"ok":true}"#)));
    assert_eq!(desk.paper().face.said, words::FORGOTTEN);
    signup.forget();
    assert_eq!(
        (desk.paper().hung_up, desk.paper().face.said.as_str()),
        (1, "")
    );
}

#[test]
fn an_answer_is_heard_once_and_in_its_turn() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press();
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
    assert!(signup.press());
    assert!(desk.paper().face.said.starts_with("A new tab"));
    desk.write().age += 300;
    assert!(!signup.press());
    desk.write().age += 2_000;
    assert!(signup.press(), "who asks again later means it");
    assert!(
        desk.paper().sent.is_empty(),
        "the client sends nothing itself"
    );
    desk.write().age += 10_000;
    desk.write().offline = true;
    assert!(!signup.press());
    assert!(desk.paper().face.said.starts_with("You are offline"));
}

#[test]
fn leaving_the_page_empties_it() {
    let (mut signup, desk) = filled(Mode::Json);
    signup.press();
    signup.leave();
    assert_eq!((desk.paper().email.as_str(), desk.paper().hung_up), ("", 0));
    reply(&mut signup, &desk, answer(200, None, r#"{"ok":"inbox"}"#));
    assert!(desk.paper().face.said.starts_with("Almost there"));
}
