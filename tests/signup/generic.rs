//! Services without a preset.

use citizens_academy_player::domain::signup::Field;
use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Mode;
use citizens_academy_player::domain::signup::rule::Rules;
use citizens_academy_player::settings::signup::Role;

use crate::support::ROLE;
use crate::support::asks;
use crate::support::check;
use crate::support::check_odd_answers;
use crate::support::extra;
use crate::support::form;
use crate::support::plan;
use crate::support::refused;
use crate::support::refused_at;
use crate::support::send;
use crate::support::signup;

const URL: &str = "\"url\": \"https://a.example/join?list=2\"";

fn all(kind: &str) -> String {
    format!(
        r#"{kind}, {URL}, "ask": {{"first_name": "required", "last_name": "required",
        "role": {{"label": " I am a ", "choices": ["Parent", "Teacher"], "required": true}}}},
        "fields": {{"email": "mail", "consent": "agreed to"}},
        "extra": {{"source": "module", "tags": ["a&b", "ü"]}}, "honeypot": "website""#
    )
}

const BODY: &str = "mail=sam%2Bnews%40example.org&first_name=Zo%C3%AB&last_name=O%27Neil+%26+Co\
    &role=Teacher&agreed+to=2026-11&source=module&tags=a%26b&tags=%C3%BC&website=";

#[test]
fn json_is_sent_as_json() {
    for kind in ["\"mode\": \"json\"", "\"preset\": \"generic-json\""] {
        let request = send(&plan(&all(kind)));
        assert_eq!(request.url, "https://a.example/join?list=2");
        assert_eq!(request.content_type, "application/json");
        assert!(request.accept_json && !request.blind);
        assert_eq!(
            request.body,
            concat!(
                r#"{"mail":"sam+news@example.org","first_name":"Zoë","last_name":"O'Neil & Co","#,
                r#""role":"Teacher","agreed to":"2026-11","source":"module","#,
                r#""tags":["a&b","ü"],"website":""}"#
            )
        );
    }
}

#[test]
fn a_form_is_sent_as_a_form() {
    for kind in ["\"mode\": \"form\"", "\"preset\": \"generic-form\""] {
        let request = send(&plan(&all(kind)));
        assert_eq!(request.content_type, "application/x-www-form-urlencoded");
        assert!(request.accept_json && !request.blind);
        assert_eq!(request.body, BODY);
    }
}

#[test]
fn what_nobody_answers_is_sent_all_the_same() {
    let members = format!(
        "{}, \"answer\": {{\"hidden\": true}}",
        all("\"mode\": \"form\"")
    );
    let plan = plan(&members);
    assert_eq!(plan.mode, Mode::Blind);
    assert_eq!(plan.rules, Rules::default());
    let request = send(&plan);
    assert!(request.blind && !request.accept_json);
    assert_eq!(request.content_type, "application/x-www-form-urlencoded");
    assert_eq!(request.body, BODY);
    check(
        &plan,
        &[
            (200, r#"{"ok":true}"#, Outcome::Unsure),
            (201, "", Outcome::Unsure),
        ],
    );
}

#[test]
fn a_browser_sends_it_itself() {
    let plan = plan(&all("\"mode\": \"navigate\""));
    assert_eq!(plan.mode, Mode::Navigate);
    assert_eq!(
        asks(&plan),
        [
            ("email", "mail", true),
            ("first_name", "first_name", true),
            ("last_name", "last_name", true),
            ("role", "role", true),
            ("consent", "agreed to", true)
        ]
    );
    assert_eq!(
        extra(&plan),
        r#"[["source","module"],["tags",["a&b","ü"]]]"#
    );
    assert_eq!(plan.trap.as_deref(), Some("website"));
    assert!(!plan.accept_json);
    assert_eq!(plan.rules, Rules::default());
}

#[test]
fn words_and_origin_are_the_publishers() {
    let members = all("\"mode\": \"json\"").replace("a.example/", "A.example:8443/");
    let form = form(&members);
    assert_eq!(form.consent.text, "Send me news by email.");
    assert_eq!(form.consent.notice, "https://example.org/privacy");
    assert_eq!(form.plan.consent, "2026-11");
    assert_eq!(
        form.role,
        Some(Role {
            label: "I am a".to_owned(),
            choices: vec!["Parent".to_owned(), "Teacher".to_owned()],
        })
    );
    assert_eq!(
        signup(&members).origin().as_deref(),
        Some("https://a.example:8443")
    );
}

#[test]
fn little_is_asked_unless_told() {
    let plan = plan(&format!("\"mode\": \"json\", {URL}"));
    assert_eq!(
        asks(&plan),
        [("email", "email", true), ("consent", "consent", true)]
    );
    assert_eq!((extra(&plan).as_str(), plan.trap), ("[]", None));
}

#[test]
fn every_usual_answer_is_told() {
    for kind in ["\"mode\": \"json\"", "\"mode\": \"form\""] {
        let plan = plan(&format!("{kind}, {URL}, \"ask\": {{{ROLE}}}"));
        let answers = [
            (201, "", Outcome::Subscribed),
            (201, "<p>Created", Outcome::Subscribed),
            (204, "", Outcome::Subscribed),
            (200, r#"{"ok":true}"#, Outcome::Subscribed),
            (202, r#"{"success":true}"#, Outcome::Subscribed),
            (200, r#"{"result":"success"}"#, Outcome::Subscribed),
            (200, r#"{"status":"success"}"#, Outcome::Subscribed),
            (200, r#"{"status":"ok"}"#, Outcome::Subscribed),
            (200, "", Outcome::Unsure),
            (200, "ok", Outcome::Unsure),
            (202, "", Outcome::Unsure),
            (200, r#"{"status":"pending"}"#, Outcome::Unsure),
            (409, "", Outcome::Already),
            (409, r#"{"ok":false}"#, Outcome::Already),
            (200, r#"{"ok":false,"error":"No"}"#, refused("No")),
            (200, r#"{"success":false,"msg":"No"}"#, refused("No")),
            (200, r#"{"result":"error","detail":"No"}"#, refused("No")),
            (201, r#"{"success":false,"message":"No"}"#, refused("No")),
            (200, r#"{"status":"error","message":"No"}"#, refused("No")),
            (201, r#"{"status":"fail"}"#, refused("")),
            (200, r#"{"ok":true,"success":false}"#, refused("")),
            (422, r#"{"message":"","error":"No"}"#, refused("No")),
            (422, r#"{"message":["No","x"]}"#, refused("No")),
            (422, r#"{"error":{"message":"No"}}"#, refused("No")),
            (
                422,
                r#"{"errors":{"role":["No"],"other":["x"]}}"#,
                refused_at(&[(Field::Role, "No")], "x"),
            ),
            (403, "<h1>Forbidden</h1>", refused("")),
            (503, r#"{"ok":true}"#, Outcome::Unwell { after: None }),
            (429, r#"{"ok":true}"#, Outcome::TooMany { after: None }),
        ];
        check(&plan, &answers);
    }
}

#[test]
fn an_email_may_follow() {
    let plan = plan(&format!(
        "\"mode\": \"json\", {URL}, \"double_opt_in\": true"
    ));
    let answers = [
        (201, "", Outcome::Confirm),
        (204, "", Outcome::Confirm),
        (200, r#"{"ok":true}"#, Outcome::Confirm),
        (200, r#"{"ok":false}"#, refused("")),
        (409, "", Outcome::Already),
        (200, "", Outcome::Unsure),
    ];
    check(&plan, &answers);
}

#[test]
fn other_answers_say_nothing() {
    for kind in ["\"mode\": \"json\"", "\"mode\": \"form\""] {
        let plan = plan(&format!("{kind}, {URL}"));
        for place in ["message", "error", "msg", "detail"] {
            let message = format!("{{\"{place}\":\"WORDS\"}}");
            check_odd_answers(&plan, r#"{"status":"ok"}"#, &message);
        }
    }
}

#[test]
fn the_publisher_says_what_answers_mean() {
    let plan = plan(&format!(
        r#""mode": "json", {URL}, "answer": {{
            "subscribed": [{{"status": 200, "at": "/data/0/state", "is": "in"}}],
            "confirm": [{{"status": 202}}, {{"at": "/pending", "is": 1}}],
            "already": [{{"at": "/code", "is": "known"}}],
            "refused": [{{"at": "/error", "is": null}}],
            "message": ["/why/text"],
            "fields": "/wrong~1fields"
        }}"#
    ));
    let answers = [
        (200, r#"{"data":[{"state":"in"}]}"#, Outcome::Subscribed),
        (201, r#"{"data":[{"state":"in"}]}"#, Outcome::Unsure),
        (202, "", Outcome::Confirm),
        (200, r#"{"pending":1}"#, Outcome::Confirm),
        (200, r#"{"pending":true}"#, Outcome::Unsure),
        (400, r#"{"code":"known"}"#, Outcome::Already),
        (200, r#"{"code":"known","error":null}"#, Outcome::Already),
        (200, r#"{"error":null,"pending":1}"#, refused("")),
        (201, "", Outcome::Unsure),
        (409, "", refused("")),
        (200, r#"{"ok":true}"#, Outcome::Unsure),
        (
            400,
            r#"{"why":{"text":"No"},"message":"x","wrong/fields":{"email":"Bad"}}"#,
            refused_at(&[(Field::Email, "Bad")], "No"),
        ),
    ];
    check(&plan, &answers);
}
