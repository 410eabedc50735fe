//! listmonk.

use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Mode;

use crate::support::CONSENT;
use crate::support::ROLE;
use crate::support::asks;
use crate::support::check;
use crate::support::check_odd_answers;
use crate::support::extra;
use crate::support::hear;
use crate::support::plan;
use crate::support::problems;
use crate::support::refused;
use crate::support::send;
use crate::support::signup;

const FORM: &str = r#""preset": "listmonk", "url": "https://lists.example.org/",
    "lists": ["16C08E2C-d46c-4a3f-9f3b-0d5b7a1f6c7e", "00000000-0000-4000-8000-000000000001"],
    "ask": {"first_name": "optional"}"#;

#[test]
fn the_request_is_the_one_of_its_documentation() {
    let request = send(&plan(FORM));
    assert_eq!(
        request.url,
        "https://lists.example.org/api/public/subscription"
    );
    assert_eq!(request.content_type, "application/json");
    assert!(request.accept_json && !request.blind);
    assert_eq!(
        request.body,
        concat!(
            r#"{"email":"sam+news@example.org","name":"Zoë","consent":"2026-11","#,
            r#""list_uuids":["16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e","#,
            r#""00000000-0000-4000-8000-000000000001"]}"#
        )
    );
}

#[test]
fn what_is_left_empty_is_left_out() {
    let values = ["a@b.example", " ", "on"].map(str::to_owned);
    let body = plan(FORM).request(&values).body;
    assert!(
        body.starts_with(r#"{"email":"a@b.example","consent":"2026-11","list_uuids":["#),
        "{body}"
    );
}

#[test]
fn every_answer_is_told() {
    let answers = [
        (200, r#"{"data":{"has_optin":true}}"#, Outcome::Confirm),
        (200, r#"{"data":{"has_optin":false}}"#, Outcome::Subscribed),
        (200, "{\"data\":true}\n", Outcome::Subscribed),
        (201, r#"{"data":true}"#, Outcome::Unsure),
        (200, r#"{"data":false}"#, Outcome::Unsure),
        (
            400,
            r#"{"message":"No valid lists selected to subscribe."}"#,
            refused("No valid lists selected to subscribe."),
        ),
        (
            400,
            r#"{"message":"Invalid email."}"#,
            refused("Invalid email."),
        ),
        (404, r#"{"message":"Not Found"}"#, refused("Not Found")),
        (
            500,
            r#"{"message":"Error processing request. Please retry."}"#,
            Outcome::Unwell { after: None },
        ),
        (
            502,
            "<html>Bad Gateway</html>",
            Outcome::Unwell { after: None },
        ),
        (429, "", Outcome::TooMany { after: None }),
    ];
    check(&plan(FORM), &answers);
}

#[test]
fn older_versions_follow_what_the_publisher_knows() {
    let plan = plan(&format!("{FORM}, \"double_opt_in\": true"));
    let answers = [
        (200, r#"{"data":true}"#, Outcome::Confirm),
        (200, r#"{"data":{"has_optin":true}}"#, Outcome::Confirm),
        (200, r#"{"data":{"has_optin":false}}"#, Outcome::Subscribed),
    ];
    check(&plan, &answers);
}

#[test]
fn other_answers_say_nothing() {
    for more in ["", ", \"double_opt_in\": true"] {
        let plan = plan(&format!("{FORM}{more}"));
        check_odd_answers(&plan, r#"{"data":true}"#, r#"{"message":"WORDS"}"#);
        let without = r#"{"data":{"has_optin":null}}"#;
        assert_eq!(hear(&plan, 200, without), Outcome::Unsure);
    }
}

#[test]
fn any_copied_address_leads_to_the_root() {
    for (url, root) in [
        ("https://l.example", "https://l.example"),
        ("https://l.example:9000/", "https://l.example:9000"),
        ("https://l.example/list//", "https://l.example/list"),
        ("https://l.example/subscription/form", "https://l.example"),
        (
            "https://l.example/m/api/public/subscription",
            "https://l.example/m",
        ),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
    ] {
        let plan = plan(&FORM.replace("https://lists.example.org/", url));
        assert_eq!(plan.url, format!("{root}/api/public/subscription"), "{url}");
    }
}

#[test]
fn an_address_below_the_root_is_refused() {
    for url in [
        "https://l.example/admin",
        "https://l.example/admin/lists/3",
        "https://l.example/m/admin/settings",
        "https://l.example/api/public/lists",
        "https://l.example/subscription/optin/x",
    ] {
        let members = FORM.replace("https://lists.example.org/", url);
        assert_eq!(
            problems(&format!("{{{members}, {CONSENT}}}")),
            [
                "signup.url leads to a page of listmonk's own; write its root address alone, such \
                 as https://lists.example.org"
            ],
            "{url}"
        );
    }
}

#[test]
fn its_own_form_can_be_sent_by_the_browser() {
    let members = FORM.replace("\"listmonk\"", "\"listmonk-page\"");
    let plan = plan(&members);
    assert_eq!(plan.mode, Mode::Navigate);
    assert_eq!(plan.url, "https://lists.example.org/subscription/form");
    assert_eq!(
        asks(&plan),
        [
            ("email", "email", true),
            ("first_name", "name", false),
            ("consent", "consent", true)
        ]
    );
    assert_eq!(
        extra(&plan),
        concat!(
            r#"[["l",["16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e","#,
            r#""00000000-0000-4000-8000-000000000001"]]]"#
        )
    );
    assert_eq!(plan.trap.as_deref(), Some("nonce"));
    assert!(!plan.accept_json);
    assert_eq!(
        send(&plan).body,
        "email=sam%2Bnews%40example.org&name=Zo%C3%AB&consent=2026-11\
         &l=16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e&l=00000000-0000-4000-8000-000000000001&nonce="
    );
    let origin = signup(&members).origin();
    assert_eq!(origin.as_deref(), Some("https://lists.example.org"));
}

#[test]
fn what_it_cannot_keep_is_not_asked() {
    let members = format!(
        r#"{{"preset": "listmonk", "url": "https://l.example/x?y", "lists": ["1", 2],
        "ask": {{"last_name": "required", {ROLE}}}, {CONSENT}}}"#
    );
    assert_eq!(
        problems(&members),
        [
            "signup.lists[1] is to be text in quotes",
            "signup.lists[0] is no UUID; copy it from the list's page in listmonk",
            "signup.url has a part after \"?\"; write the root address alone",
            "signup.ask.last_name cannot be asked: listmonk has one name for a person: ask for the \
             first; leave it out",
            "signup.ask.role cannot be asked: listmonk's public form keeps an address and a name \
             alone; leave it out",
        ]
    );
}

#[test]
fn at_least_one_list_is_named_and_each_once() {
    let uuid = "16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e";
    let what = "name at least one list by its UUID; listmonk shows it on the list's page";
    for (lists, said) in [
        (String::new(), format!("signup.lists is missing; {what}")),
        (
            "\"lists\": [],".to_owned(),
            format!("signup.lists is empty; {what}"),
        ),
        (
            format!("\"lists\": [\"{uuid}\", \"{}\"],", uuid.to_uppercase()),
            "signup.lists[1] stands in the list already; list it once".to_owned(),
        ),
        (
            format!("\"lists\": \"{uuid}\","),
            "signup.lists is to be a list in square brackets".to_owned(),
        ),
    ] {
        let members =
            format!(r#"{{"preset": "listmonk", {lists} "url": "https://l.example", {CONSENT}}}"#);
        assert_eq!(problems(&members), [said]);
    }
}
