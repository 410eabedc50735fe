//! Answers that nobody would write: they never crash anything, and never pass for a success.

use citizens_academy_player::domain::signup::outcome::Outcome;
use serde_json::Value;
use serde_json::json;

use crate::oracle;
use crate::oracle::Oracle;
use crate::oracle::Said;
use crate::support::hear;
use crate::support::plan;

/// How many mutations of the answers of each service.
const ROUNDS: usize = 30_000;

/// Rules of a publisher's own.
pub(crate) const OWN: &str = r#""mode": "json", "url": "https://a.example/", "answer": {
    "subscribed": [{"at": "/data/state", "is": "in"}],
    "confirm": [{"status": 202}],
    "already": [{"at": "/code", "is": "known"}],
    "refused": []}"#;

const LISTMONK: &str = r#""preset": "listmonk", "url": "https://l.example",
    "lists": ["16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e"]"#;
const BREVO: &str = r#""preset": "brevo", "url": "https://x.sibforms.com/serve/a""#;

/// Answers: the status and the body.
type Answers = &'static [(u16, &'static str)];

const FROM_LISTMONK: Answers = &[
    (200, r#"{"data":true}"#),
    (200, r#"{"data":{"has_optin":true}}"#),
    (200, r#"{"data":{"has_optin":false}}"#),
    (
        400,
        r#"{"message":"No valid lists selected to subscribe."}"#,
    ),
];

const FROM_BREVO: Answers = &[
    (200, r#"{"success":true}"#),
    (200, r#"{"success":true,"redirect":"https://x.example"}"#),
    (400, r#"{"success":false,"errors":{"EMAIL":["No"]}}"#),
];

const FROM_FORMSPREE: Answers = &[
    (200, r#"{"next":"/thanks","ok":true}"#),
    (
        422,
        r#"{"error":"No","errors":[{"code":"TYPE_EMAIL","field":"email","message":"<b>No</b>"}]}"#,
    ),
];

const FROM_OTHERS: Answers = &[
    (201, ""),
    (204, ""),
    (409, ""),
    (200, r#"{"ok":true}"#),
    (200, r#"{"success":true,"message":"Hi"}"#),
    (200, r#"{"result":"success","ok":true}"#),
    (200, r#"{"status":"ok"}"#),
    (200, r#"{"result":"error","msg":"No"}"#),
    (422, r#"{"errors":{"email":["No"]},"detail":"x"}"#),
];

const FROM_OWN: Answers = &[
    (200, r#"{"data":{"state":"in"}}"#),
    (202, ""),
    (400, r#"{"code":"known","message":"x"}"#),
];

/// A service: its settings, what its answers mean, and answers to begin with.
type Service = (String, Oracle, Answers);

fn services() -> Vec<Service> {
    let follows = |members: &str| format!("{members}, \"double_opt_in\": true");
    let mode =
        |mode: &str, more: &str| format!(r#""mode": "{mode}", "url": "https://a.example/"{more}"#);
    vec![
        (LISTMONK.to_owned(), oracle::listmonk, FROM_LISTMONK),
        (follows(LISTMONK), oracle::listmonk_by_email, FROM_LISTMONK),
        (BREVO.to_owned(), oracle::brevo, FROM_BREVO),
        (follows(BREVO), oracle::brevo_by_email, FROM_BREVO),
        (
            r#""preset": "formspree", "url": "https://formspree.io/f/a""#.to_owned(),
            oracle::formspree,
            FROM_FORMSPREE,
        ),
        (mode("json", ""), oracle::generic, FROM_OTHERS),
        (mode("form", ""), oracle::generic, FROM_OTHERS),
        (OWN.to_owned(), oracle::own, FROM_OWN),
        (
            mode("form", r#", "answer": {"hidden": true}"#),
            oracle::silent,
            FROM_OTHERS,
        ),
        (mode("navigate", ""), oracle::silent, FROM_OTHERS),
    ]
}

/// A small generator (Steele and others, "Fast splittable pseudorandom number generators", 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).expect("a number");
        usize::try_from(self.roll() % end).expect("a number")
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// Changes an answer in one way.
fn change(dice: &mut Dice, status: &mut u16, body: &mut String) {
    let mut bytes = body.clone().into_bytes();
    let at = dice.below(bytes.len());
    match dice.below(8) {
        0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.truncate(at),
        2 if !bytes.is_empty() => {
            bytes.remove(at);
        }
        3 => bytes.insert(at, dice.pick(b"{}[]\",:0123456789 \n\\<ae\xff\x00")),
        4 => {
            let words: [&[u8]; 6] = [
                b"true",
                b"false",
                b"null",
                b"\"ok\"",
                b"<p>",
                b"{\"ok\":true}",
            ];
            let word = dice.pick(&words);
            bytes.splice(at..at, word.iter().copied());
        }
        5 => {
            *status = dice.pick(&[
                200, 200, 201, 202, 204, 299, 300, 400, 408, 409, 429, 500, 0,
            ]);
        }
        _ => {
            if let Ok(mut json) = serde_json::from_slice(&bytes) {
                exchange(dice, &mut json);
                bytes = json.to_string().into_bytes();
            }
        }
    }
    *body = String::from_utf8_lossy(&bytes).into_owned();
}

/// Puts another value, or another name, somewhere into JSON.
fn exchange(dice: &mut Dice, json: &mut Value) {
    let inner = match json {
        Value::Object(members) if !members.is_empty() => {
            let at = dice.below(members.len());
            if dice.below(6) == 0 {
                let names = [
                    "ok", "success", "data", "status", "result", "code", "Ok", "",
                ];
                let (name, _) = members.iter().nth(at).expect("a member");
                let value = members.remove(&name.clone()).expect("its value");
                members.insert(dice.pick(&names).to_owned(), value);
                return;
            }
            members.values_mut().nth(at)
        }
        Value::Array(items) if !items.is_empty() => {
            let at = dice.below(items.len());
            items.get_mut(at)
        }
        _ => None,
    };
    match inner {
        Some(inner) if dice.below(4) > 0 => exchange(dice, inner),
        _ => {
            let old = json.take();
            *json = dice.pick(&[
                json!(true),
                json!(false),
                json!(null),
                json!("true"),
                json!("success"),
                json!("in"),
                json!(1),
                json!([old]),
                json!({"has_optin": old}),
                json!({"ok": true, "success": false}),
                json!({"data": old, "code": "known"}),
            ]);
        }
    }
}

/// Returns what an outcome says that ends the matter.
fn said(outcome: &Outcome) -> Option<Said> {
    match outcome {
        Outcome::Subscribed => Some(Said::Subscribed),
        Outcome::Confirm => Some(Said::Confirm),
        Outcome::Already => Some(Said::Already),
        _ => None,
    }
}

#[test]
fn a_changed_answer_says_what_it_says_and_nothing_else() {
    let mut dice = Dice(20_261_124);
    let (mut rounds, mut settled, mut changed) = (0, 0, 0);
    for (members, oracle, answers) in services() {
        let plan = plan(&members);
        for (status, body) in answers {
            assert_eq!(said(&hear(&plan, *status, body)), oracle(*status, body));
        }
        for _ in 0..ROUNDS {
            let (before, words) = dice.pick(answers);
            let (mut status, mut body) = (before, words.to_owned());
            for _ in 0..=dice.below(4) {
                change(&mut dice, &mut status, &mut body);
            }
            let told = said(&hear(&plan, status, &body));
            assert_eq!(told, oracle(status, &body), "{members}\n{status} {body}");
            rounds += 1;
            settled += usize::from(told.is_some());
            changed += usize::from(told != oracle(before, words));
        }
    }
    assert!(rounds >= 100_000, "{rounds} mutations");
    // The mutations reach both sides, or they would prove little.
    assert!(settled > rounds / 20, "{settled} of {rounds} settle");
    assert!(
        changed > rounds / 10,
        "{changed} of {rounds} say something else"
    );
}
