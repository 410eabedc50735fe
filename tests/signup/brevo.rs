//! Brevo.

use citizens_academy_player::domain::signup::Field;
use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Mode;

use crate::support::CONSENT;
use crate::support::ROLE;
use crate::support::asks;
use crate::support::check;
use crate::support::check_odd_answers;
use crate::support::extra;
use crate::support::plan;
use crate::support::problems;
use crate::support::refused;
use crate::support::refused_at;
use crate::support::send;

const URL: &str = "https://0a1b2c3d.sibforms.com/serve/MUIFAExample_-Token0123456789";

fn members(preset: &str, more: &str) -> String {
    format!(
        r#""preset": "{preset}", "url": "{URL}",
        "ask": {{"first_name": "optional", "last_name": "optional", {ROLE}}}{more}"#
    )
}

#[test]
fn the_request_is_the_one_of_its_script() {
    let request = send(&plan(&members("brevo", "")));
    assert_eq!(request.url, format!("{URL}?isAjax=1"));
    assert_eq!(request.content_type, "application/x-www-form-urlencoded");
    assert!(request.accept_json && !request.blind);
    assert_eq!(
        request.body,
        "EMAIL=sam%2Bnews%40example.org&FIRSTNAME=Zo%C3%AB&LASTNAME=O%27Neil+%26+Co&ROLE=Teacher\
         &CONSENT=2026-11&locale=en&html_type=simple&email_address_check="
    );
}

#[test]
fn names_and_fields_can_be_the_publishers() {
    let more = r#", "fields": {"first_name": "VORNAME", "consent": "AGREED"},
        "extra": {"locale": "cy", "OPT_IN": "1"}"#;
    assert_eq!(
        send(&plan(&members("brevo", more))).body,
        "EMAIL=sam%2Bnews%40example.org&VORNAME=Zo%C3%AB&LASTNAME=O%27Neil+%26+Co&ROLE=Teacher\
         &AGREED=2026-11&locale=cy&html_type=simple&OPT_IN=1&email_address_check="
    );
}

#[test]
fn every_answer_is_told() {
    let answers = [
        (200, r#"{"success":true}"#, Outcome::Subscribed),
        (
            200,
            r#"{"success":true,"redirect":"https://example.org"}"#,
            Outcome::Subscribed,
        ),
        (200, r#"{"success":false}"#, refused("")),
        (
            200,
            r#"{"success":false,"errors":{"EMAIL":"Not an address","x":"y"}}"#,
            refused_at(&[(Field::Email, "Not an address")], "y"),
        ),
        (
            400,
            r#"{"success":false,"message":"No","errors":{"FIRSTNAME":["Too long"],"EMAIL":[]}}"#,
            refused_at(&[(Field::FirstName, "Too long")], "No"),
        ),
        (400, r#"{"success":true}"#, refused("")),
        (429, "", Outcome::TooMany { after: None }),
        (500, r#"{"success":true}"#, Outcome::Unwell { after: None }),
    ];
    check(&plan(&members("brevo", "")), &answers);
    let email_follows = plan(&members("brevo", r#", "double_opt_in": true"#));
    let answers = [
        (200, r#"{"success":true}"#, Outcome::Confirm),
        (200, r#"{"success":false}"#, refused("")),
    ];
    check(&email_follows, &answers);
}

#[test]
fn other_answers_say_nothing() {
    let plan = plan(&members("brevo", ""));
    check_odd_answers(&plan, r#"{"success":true}"#, r#"{"message":"WORDS"}"#);
}

#[test]
fn its_own_form_can_be_sent_by_the_browser() {
    let plan = plan(&members("brevo-page", ""));
    assert_eq!(plan.mode, Mode::Navigate);
    assert_eq!(plan.url, URL);
    assert_eq!(
        asks(&plan),
        [
            ("email", "EMAIL", true),
            ("first_name", "FIRSTNAME", false),
            ("last_name", "LASTNAME", false),
            ("role", "ROLE", false),
            ("consent", "CONSENT", true)
        ]
    );
    assert_eq!(extra(&plan), r#"[["locale","en"],["html_type","simple"]]"#);
    assert_eq!(plan.trap.as_deref(), Some("email_address_check"));
    assert_eq!(
        send(&plan).body,
        "EMAIL=sam%2Bnews%40example.org&FIRSTNAME=Zo%C3%AB&LASTNAME=O%27Neil+%26+Co&ROLE=Teacher\
         &CONSENT=2026-11&locale=en&html_type=simple&email_address_check="
    );
}

#[test]
fn the_address_is_put_right_or_refused() {
    for (copied, json, page) in [
        ("?isAjax=0", "?isAjax=1", ""),
        ("?isAjax=1", "?isAjax=1", ""),
        ("?a=b", "?a=b&isAjax=1", "?a=b"),
        ("/", "?isAjax=1", ""),
    ] {
        let url = format!("{URL}{copied}");
        let of = |preset| plan(&members(preset, "").replace(URL, &url)).url;
        assert_eq!(of("brevo"), format!("{URL}{json}"));
        assert_eq!(of("brevo-page"), format!("{URL}{page}"));
    }
    for url in [
        "https://0a1b2c3d.sibforms.com/serve/",
        "https://0a1b2c3d.sibforms.com/",
        "https://api.brevo.com/v3/contacts",
        "https://sibforms.com.example/serve/MUIF",
    ] {
        let text = format!(r#"{{"preset": "brevo", "url": "{url}", {CONSENT}}}"#);
        assert_eq!(
            problems(&text),
            [
                "signup.url is not the address of a Brevo form; copy the one after action= in your \
                 form's code, which holds sibforms.com/serve/"
            ]
        );
    }
}
