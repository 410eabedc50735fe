//! Formspree.

use citizens_academy_player::domain::signup::Field;
use citizens_academy_player::domain::signup::outcome::Outcome;

use crate::support::CONSENT;
use crate::support::ROLE;
use crate::support::check;
use crate::support::check_odd_answers;
use crate::support::plan;
use crate::support::problems;
use crate::support::refused;
use crate::support::refused_at;
use crate::support::send;

fn members(more: &str) -> String {
    format!(
        r#""preset": "formspree", "url": "https://formspree.io/f/abcdefgh",
        "ask": {{"first_name": "optional", "last_name": "optional", {ROLE}}}{more}"#
    )
}

#[test]
fn the_request_is_the_one_of_its_documentation() {
    let request = send(&plan(&members(r#", "extra": {"_subject": "A sign-up"}"#)));
    assert_eq!(request.url, "https://formspree.io/f/abcdefgh");
    assert_eq!(request.content_type, "application/json");
    assert!(request.accept_json && !request.blind);
    assert_eq!(
        request.body,
        concat!(
            r#"{"email":"sam+news@example.org","first_name":"Zoë","last_name":"O'Neil & Co","#,
            r#""role":"Teacher","consent":"2026-11","_subject":"A sign-up","_gotcha":""}"#
        )
    );
}

#[test]
fn every_answer_is_told() {
    let answers = [
        (
            200,
            r#"{"next":"/thanks?language=en","ok":true}"#,
            Outcome::Subscribed,
        ),
        (200, r#"{"next":"/thanks"}"#, Outcome::Unsure),
        (200, r#"{"ok":false}"#, refused("")),
        (
            422,
            r#"{"error":"Validation errors","errors":[{"code":"TYPE_EMAIL","field":"email","message":"should be an email"}]}"#,
            refused_at(&[(Field::Email, "should be an email")], "Validation errors"),
        ),
        (
            400,
            r#"{"errors":[{"code":"REQUIRED_FIELD_MISSING","field":"role","message":"is required"},{"code":"TYPE_TEXT","field":"role","message":"again"},{"field":7,"message":"x"},3]}"#,
            refused_at(&[(Field::Role, "is required")], "is required"),
        ),
        (
            403,
            r#"{"error":"This form is blocked","errors":[{"code":"BLOCKED","message":"Form blocked"}]}"#,
            refused("This form is blocked"),
        ),
        (
            404,
            r#"{"error":"Form not found","errors":[{"code":"FORM_NOT_FOUND","message":"Form not found"}]}"#,
            refused("Form not found"),
        ),
        (400, r#"{"errors":[{"code":"EMPTY"}]}"#, refused("")),
        (429, "", Outcome::TooMany { after: None }),
        (500, r#"{"ok":true}"#, Outcome::Unwell { after: None }),
    ];
    check(&plan(&members("")), &answers);
    let email_follows = plan(&members(r#", "double_opt_in": true"#));
    check(&email_follows, &[(200, r#"{"ok":true}"#, Outcome::Confirm)]);
}

#[test]
fn other_answers_say_nothing() {
    let plan = plan(&members(""));
    check_odd_answers(&plan, r#"{"ok":true}"#, r#"{"error":"WORDS"}"#);
}

#[test]
fn a_slash_at_the_end_is_taken_off() {
    let plan = plan(&members("").replace("/f/abcdefgh", "/f/abcdefgh/"));
    assert_eq!(plan.url, "https://formspree.io/f/abcdefgh");
}

#[test]
fn other_addresses_are_refused() {
    for url in [
        "https://formspree.io/",
        "https://formspree.io/f/",
        "https://formspree.io.example/f/x",
    ] {
        let text = format!(r#"{{"preset": "formspree", "url": "{url}", {CONSENT}}}"#);
        assert_eq!(
            problems(&text),
            [
                "signup.url is not the address of a form at Formspree; copy it from there, such as \
                 https://formspree.io/f/abcdefgh"
            ]
        );
    }
}
