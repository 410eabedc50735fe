//! What the tests of all presets share.

use citizens_academy_player::domain::signup::Field;
use citizens_academy_player::domain::signup::answer::Answer;
use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Plan;
use citizens_academy_player::domain::signup::request::Request;
use citizens_academy_player::settings::Config;
use citizens_academy_player::settings::signup::Form;
use citizens_academy_player::settings::signup::Signup;
use citizens_academy_player::settings::signup::Way;

/// A wording, as every form needs one.
pub(crate) const CONSENT: &str = r#""consent": {
    "text": "Send me news by email.",
    "version": "2026-11",
    "notice": "https://example.org/privacy"
}"#;

/// A question about the role.
pub(crate) const ROLE: &str = r#""role": {"label": "I am a", "choices": ["Parent", "Teacher"]}"#;

/// Reads the settings of a sign-up.
pub(crate) fn read(signup: &str) -> Result<Option<Signup>, Vec<String>> {
    let text = format!(r#"{{"publisher": "P", "signup": {signup}}}"#);
    Config::read(&text).map(|config| config.signup)
}

/// Returns what is wrong with the settings of a sign-up, without the file's name.
pub(crate) fn problems(signup: &str) -> Vec<String> {
    let problems = read(signup).expect_err(signup);
    let bare = |problem: String| {
        let rest = problem.strip_prefix("public/config.json: ");
        rest.expect("the file's name comes first").to_owned()
    };
    problems.into_iter().map(bare).collect()
}

/// Returns a sign-up with the members of an object, and a wording.
pub(crate) fn signup(members: &str) -> Signup {
    let text = format!("{{{members}, {CONSENT}}}");
    read(&text).expect(members).expect("a sign-up")
}

/// Returns the form with these members.
pub(crate) fn form(members: &str) -> Form {
    match signup(members).way {
        Way::Form(form) => form,
        other => panic!("{other:?} is no form"),
    }
}

/// Returns the plan of the form with these members, which survives its way into the page.
pub(crate) fn plan(members: &str) -> Plan {
    let plan = form(members).plan;
    let text = plan.to_json().to_string();
    let read = Plan::from_json(&text.parse().expect("JSON"));
    assert_eq!(read.as_ref(), Some(&plan), "{text}");
    plan
}

/// Returns what is sent when a person fills in everything.
pub(crate) fn send(plan: &Plan) -> Request {
    let value = |field| match field {
        Field::Email => "sam+news@example.org",
        Field::FirstName => "Zoë",
        Field::LastName => "O'Neil & Co",
        Field::Role => "Teacher",
        Field::Consent => "on",
    };
    let values: Vec<String> = plan
        .asks
        .iter()
        .map(|ask| value(ask.field).to_owned())
        .collect();
    plan.request(&values)
}

/// Returns what is asked: word, name on the wire, whether it is required.
pub(crate) fn asks(plan: &Plan) -> Vec<(&str, &str, bool)> {
    let asks = plan.asks.iter();
    asks.map(|ask| (ask.field.as_str(), ask.name.as_str(), ask.required))
        .collect()
}

/// Returns what is sent besides, as JSON.
pub(crate) fn extra(plan: &Plan) -> String {
    serde_json::to_string(&plan.extra).expect("JSON")
}

/// Returns what an answer means.
pub(crate) fn hear(plan: &Plan, status: u16, body: &str) -> Outcome {
    plan.outcome(&Answer {
        status,
        after: None,
        body: Some(body.to_owned()),
    })
}

/// Checks what answers mean.
pub(crate) fn check(plan: &Plan, answers: &[(u16, &str, Outcome)]) {
    for (status, body, expected) in answers {
        assert_eq!(hear(plan, *status, body), *expected, "{status} {body}");
    }
}

/// Returns a refusal with words about the whole.
pub(crate) fn refused(said: &str) -> Outcome {
    Outcome::Refused {
        fields: Vec::new(),
        said: said.to_owned(),
    }
}

/// Returns a refusal that names fields.
pub(crate) fn refused_at(fields: &[(Field, &str)], said: &str) -> Outcome {
    let owned = |(field, words): &(Field, &str)| (*field, (*words).to_owned());
    Outcome::Refused {
        fields: fields.iter().map(owned).collect(),
        said: said.to_owned(),
    }
}

/// Answers that say nothing, whatever the service.
const ODD: &[&str] = &[
    "",
    " ",
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1e999",
    "\"success\"",
    "[]",
    "[true]",
    "{}",
    "ok",
    "<!DOCTYPE html><title>ok</title><p>success: true",
    "{\"data\": null}",
    "{\"data\": {}}",
    "{\"data\": {\"has_optin\": \"true\"}}",
    "{\"data\": [true]}",
    "{\"data\": \"true\"}",
    "{\"data\": 1}",
    "{\"ok\": \"true\"}",
    "{\"ok\": 1}",
    "{\"ok\": null}",
    "{\"OK\": true}",
    "{\"success\": \"true\"}",
    "{\"success\": 1}",
    "{\"success\": {\"success\": true}}",
    "{\"result\": true}",
    "{\"status\": 200}",
];

/// Checks that answers which say nothing are told as nothing, for a service that answers in JSON.
/// `success` is a body that says "subscribed" or "confirm"; `words` are objects around the words
/// of a refusal.
pub(crate) fn check_odd_answers(plan: &Plan, success: &str, message: &str) {
    assert!(hear(plan, 200, success).settles(), "{success}");
    let open = success.strip_suffix('}').expect("an object");
    let long = format!("{open}, \"padding\": \"{}\"}}", "x".repeat(2 << 20));
    let deep = format!("{open}, \"deep\": {}", "[".repeat(200_000));
    let deeper = r#"{"data":"#.repeat(200_000);
    let truncated = open.to_owned();
    let listed = format!("[{success}]");
    let quoted = format!("{success:?}");
    let twice = format!("{success}{success}");
    let made = [long, deep, deeper, truncated, listed, quoted, twice];
    for body in ODD.iter().copied().chain(made.iter().map(String::as_str)) {
        let short: String = body.chars().take(60).collect();
        assert_eq!(hear(plan, 200, body), Outcome::Unsure, "{short}");
        assert_eq!(hear(plan, 302, body), Outcome::Unsure, "{short}");
        assert_eq!(hear(plan, 400, body), refused(""), "{short}");
        assert_eq!(
            hear(plan, 500, body),
            Outcome::Unwell { after: None },
            "{short}"
        );
        assert_eq!(
            hear(plan, 408, body),
            Outcome::Unwell { after: None },
            "{short}"
        );
    }
    let with_mark = format!("\u{feff}{success}");
    assert_eq!(hear(plan, 200, &with_mark), hear(plan, 200, success));
    for status in [300, 301, 302, 304, 400, 404, 429, 500, 503, 0, 999] {
        assert!(!hear(plan, status, success).settles(), "{status}");
    }
    let html = message.replace(
        "WORDS",
        r"<b>No</b>\n<a href='https:\/\/x.example'>way<\/a> &amp; why",
    );
    assert_eq!(hear(plan, 400, &html), refused("No way & why"));
    let long = message.replace("WORDS", &"ä ".repeat(500_000));
    assert_eq!(hear(plan, 400, &long), refused(""));
    let long = message.replace("WORDS", &"ä".repeat(5_000));
    let Outcome::Refused { said, .. } = hear(plan, 400, &long) else {
        panic!("a refusal");
    };
    assert_eq!(said.chars().count(), 201);
}
