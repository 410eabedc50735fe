//! Answers that nobody would write: they never crash anything, and never pass for a success.

use citizens_academy_player::domain::signup::outcome::Outcome;
use mutator::Mutator;

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
pub(crate) type Answers = &'static [(u16, &'static str)];

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
    (200, r#"{"status":"error","message":"No"}"#),
    (422, r#"{"errors":{"email":["No"]},"detail":"x"}"#),
];

const FROM_OWN: Answers = &[
    (200, r#"{"data":{"state":"in"}}"#),
    (202, ""),
    (400, r#"{"code":"known","message":"x"}"#),
];

/// What means something in an answer: to put into it, and as the names and values of its JSON.
const WORDS: &[&str] = &[
    "ok",
    "success",
    "data",
    "status",
    "result",
    "code",
    "Ok",
    "",
    "true",
    "in",
    "known",
    "has_optin",
    "errors",
    "<p>",
    "\"ok\"",
    "{\"ok\":true}",
    "null",
    "false",
];

/// A service: its settings, what its answers mean, and answers to begin with.
pub(crate) type Service = (String, Oracle, Answers);

pub(crate) fn services() -> Vec<Service> {
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

/// Changes the status of an answer, its body, or both.
fn change(mutator: &mut Mutator<'_>, status: &mut u16, body: &mut String) {
    let which = mutator.dice.below(4);
    if which > 0 {
        let mut bytes = body.clone().into_bytes();
        mutator.change(&mut bytes, b"{\"ok\":true}");
        *body = String::from_utf8_lossy(&bytes).into_owned();
    }
    if which < 2 {
        let statuses = [
            200, 200, 201, 202, 204, 299, 300, 400, 408, 409, 429, 500, 0,
        ];
        *status = mutator.dice.pick(&statuses);
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
    let mut mutator = Mutator::new(20_261_124, WORDS);
    let (mut rounds, mut settled, mut changed) = (0, 0, 0);
    for (members, oracle, answers) in services() {
        let plan = plan(&members);
        for (status, body) in answers {
            assert_eq!(said(&hear(&plan, *status, body)), oracle(*status, body));
        }
        for _ in 0..ROUNDS {
            let (before, words) = mutator.dice.pick(answers);
            let (mut status, mut body) = (before, words.to_owned());
            change(&mut mutator, &mut status, &mut body);
            let told = said(&hear(&plan, status, &body));
            assert_eq!(told, oracle(status, &body), "{members}\n{status} {body}");
            rounds += 1;
            settled += usize::from(told.is_some());
            changed += usize::from(told != oracle(before, words));
        }
    }
    assert!(rounds >= mutator::ROUNDS, "{rounds} mutations");
    // The mutations reach both sides, or they would prove little.
    assert!(settled > rounds / 20, "{settled} of {rounds} settle");
    assert!(
        changed > rounds / 10,
        "{changed} of {rounds} say something else"
    );
}
