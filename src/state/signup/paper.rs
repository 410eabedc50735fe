//! A form of paper.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;

use serde_json::json;

use super::Event;
use super::Signup;
use crate::domain::ports::desk::Reply;
use crate::domain::ports::desk::SignupDesk;
use crate::domain::ports::desk::SignupFace;
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
pub(super) struct Paper {
    pub(super) email: String,
    pub(super) consent: String,
    pub(super) trap: String,
    pub(super) age: u32,
    pub(super) offline: bool,
    pub(super) sent: Vec<(u32, String)>,
    pub(super) waits: Vec<(u32, u32)>,
    pub(super) hung_up: usize,
    pub(super) face: SignupFace,
}

#[derive(Debug, Default)]
pub(super) struct Desk(Mutex<Paper>);

impl Desk {
    /// A copy, so that two looks at it in one line do not wait for each other.
    pub(super) fn paper(&self) -> Paper {
        self.0.lock().unwrap().clone()
    }

    pub(super) fn write(&self) -> MutexGuard<'_, Paper> {
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

    fn leave_out_empty(&self) {}

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

pub(super) fn plan(mode: Mode) -> Plan {
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
pub(super) fn filled(mode: Mode) -> (Signup, Arc<Desk>) {
    let desk = Arc::new(Desk::default());
    {
        let mut paper = desk.write();
        paper.email = "name@example.com".to_owned();
        paper.consent = "v1".to_owned();
        paper.age = 60_000;
    }
    (Signup::new(plan(mode), desk.clone()), desk)
}

pub(super) fn answer(status: u16, after: Option<u32>, body: &str) -> Reply {
    let body = Some(body.to_owned());
    Reply::Answer(Answer {
        status,
        after,
        body,
    })
}

/// Replies to what was sent last.
pub(super) fn reply(signup: &mut Signup, desk: &Desk, reply: Reply) {
    let turn = desk.paper().sent.last().unwrap().0;
    signup.hear(&Event::Replied(turn, reply));
}

/// Lets the last wait end.
pub(super) fn wait_over(signup: &mut Signup, desk: &Desk) {
    let turn = desk.paper().waits.last().unwrap().1;
    signup.hear(&Event::Waited(turn));
}
