//! Settings of answers that are wrong.

use crate::support::CONSENT;
use crate::support::problems;

fn told(mode: &str, members: &str) -> Vec<String> {
    problems(&format!(
        r#"{{"mode": "{mode}", "url": "https://a.example/", {members}, {CONSENT}}}"#
    ))
}

/// Checks what is said of the first rule of a list.
fn check(list: &str, rule: &str, said: &str) {
    for mode in ["json", "form"] {
        assert_eq!(
            told(mode, &format!(r#""answer": {{"{list}": [{rule}]}}"#)),
            [format!("signup.answer.{list}[0]{said}")],
            "{rule}"
        );
    }
}

#[test]
fn a_rule_says_something() {
    let place = ".at is to name a place by a slash and a name, as in \"/data/state\"";
    let both = " needs both \"at\" (the place) and \"is\" (the value there)";
    for (rule, said) in [
        (
            "{}",
            " says nothing; give it a \"status\", or \"at\" and \"is\"",
        ),
        ("200", " is to stand in braces, as in {\"name\": \"value\"}"),
        (r#"{"at": "/a"}"#, both),
        (r#"{"status": 200, "is": 1}"#, both),
        (r#"{"at": "a", "is": 1}"#, place),
        (r#"{"at": "/a~2", "is": 1}"#, place),
        (
            r#"{"at": "/a", "is": [1]}"#,
            ".is is to be text, a number, true, false or null",
        ),
    ] {
        for list in ["subscribed", "confirm", "already", "refused"] {
            check(list, rule, said);
        }
    }
}

#[test]
fn a_status_is_one_that_can_come() {
    let unwell = ".status says that the service is unwell or busy; leave it out";
    let status = ".status is to be a status from 200 to 299 or 400 to 499, without quotes";
    let success = ".status is no status of success; write one from 200 to 299";
    for (list, value, said) in [
        ("already", "500", unwell),
        ("already", "429", unwell),
        ("refused", "408", unwell),
        ("refused", "302", status),
        ("refused", "\"200\"", status),
        ("refused", "70000", status),
        ("refused", "200.5", status),
        ("subscribed", "404", success),
        ("confirm", "409", success),
    ] {
        check(list, &format!("{{\"status\": {value}}}"), said);
    }
}

#[test]
fn places_are_places() {
    let place = "is to name a place by a slash and a name, as in \"/data/state\"";
    assert_eq!(
        told(
            "json",
            r#""answer": {"message": ["/a", "b"], "fields": "c", "refused": {}}"#
        ),
        [
            "signup.answer.refused is to be a list in square brackets".to_owned(),
            format!("signup.answer.message[1] {place}"),
            format!("signup.answer.fields {place}"),
        ]
    );
}

#[test]
fn a_hidden_answer_has_no_meaning() {
    let nothing = "means nothing, since the answer is hidden; leave it out";
    assert_eq!(
        told(
            "json",
            r#""double_opt_in": true, "answer": {"hidden": true, "message": []}"#
        ),
        [
            "signup.answer.hidden goes with the mode \"form\" alone: browsers send JSON only to \
             services that let pages see their answers"
                .to_owned(),
            format!("signup.answer.message {nothing}"),
            format!("signup.double_opt_in {nothing}"),
        ]
    );
}

#[test]
fn what_tells_the_cases_apart_stands_alone() {
    assert_eq!(
        told(
            "form",
            r#""double_opt_in": true, "answer": {"confirm": [{"status": 202}]}"#
        ),
        [
            "signup.double_opt_in stands beside signup.answer.confirm, which tells the two cases \
             apart; leave it out"
        ]
    );
}

#[test]
fn some_settings_go_with_some_services_alone() {
    let nothing = "signup.double_opt_in means nothing here, since the page asks nothing or sees no \
                   answer; leave it out";
    let lists = "signup.lists is for the presets \"listmonk\" and \"listmonk-page\"; leave it out";
    let answer = "signup.answer is for the modes \"json\" and \"form\"; leave it out";
    assert_eq!(
        told(
            "navigate",
            r#""answer": {}, "double_opt_in": true, "lists": ["x"]"#
        ),
        [lists, nothing, answer]
    );
    for (preset, url) in [
        (
            "mailchimp",
            "https://a.list-manage.com/subscribe/post?u=1&id=2",
        ),
        ("brevo-page", "https://a.sibforms.com/serve/b"),
        ("buttondown", "sam"),
    ] {
        let text = format!(
            r#"{{"preset": "{preset}", "url": "{url}", "double_opt_in": true, {CONSENT}}}"#
        );
        assert_eq!(problems(&text), [nothing], "{preset}");
    }
    let text = format!(
        r#"{{"preset": "formspree", "url": "https://formspree.io/f/a", "answer": {{}}, {CONSENT}}}"#
    );
    assert_eq!(problems(&text), [answer]);
}
