//! Names on the wire: two things never share one.

use crate::support::CONSENT;
use crate::support::problems;

fn told(members: &str) -> Vec<String> {
    problems(&format!(
        r#"{{"mode": "json", "url": "https://a.example/", {members}, {CONSENT}}}"#
    ))
}

#[test]
fn two_asks_never_share_a_name() {
    assert_eq!(
        told(r#""ask": {"first_name": "optional"}, "fields": {"first_name": "email"}"#),
        [
            "signup.fields.first_name is called \"email\" where it is sent, as \
             signup.fields.email is; give one of the two another name"
        ]
    );
}

#[test]
fn an_extra_never_hides_an_ask() {
    assert_eq!(
        told(r#""extra": {"consent": "yes"}"#),
        [
            "signup.extra.consent is called \"consent\" where it is sent, as \
             signup.fields.consent is; give one of the two another name"
        ]
    );
}

#[test]
fn a_honeypot_has_a_name_of_its_own() {
    for (members, first) in [
        (r#""honeypot": "email""#, "signup.fields.email"),
        (r#""honeypot": "x", "extra": {"x": "1"}"#, "signup.extra.x"),
    ] {
        let name = if members.contains("email") {
            "email"
        } else {
            "x"
        };
        assert_eq!(
            told(members),
            [format!(
                "signup.honeypot is called \"{name}\" where it is sent, as {first} is; give one of \
                 the two another name"
            )]
        );
    }
}

#[test]
fn a_presets_own_names_count_too() {
    let text = format!(
        r#"{{"preset": "brevo", "url": "https://x.sibforms.com/serve/a",
        "fields": {{"email": "locale", "consent": "email_address_check"}}, {CONSENT}}}"#
    );
    assert_eq!(
        problems(&text),
        [
            "signup.extra.locale is called \"locale\" where it is sent, as signup.fields.email is; \
             give one of the two another name",
            "signup.honeypot is called \"email_address_check\" where it is sent, as \
             signup.fields.consent is; give one of the two another name",
        ]
    );
}

#[test]
fn names_are_sound() {
    let long = "x".repeat(101);
    for (members, said) in [
        (
            r#""fields": {"last_name": "x"}"#.to_owned(),
            "signup.fields.last_name names what is not asked; ask it in signup.ask, or leave it out"
                .to_owned(),
        ),
        (
            r#""fields": {"email": ""}"#.to_owned(),
            "signup.fields.email is empty; fill it in or leave it out".to_owned(),
        ),
        (
            format!(r#""fields": {{"email": "{long}"}}"#),
            "signup.fields.email is longer than 100 characters; shorten it".to_owned(),
        ),
        (
            format!(r#""honeypot": "{long}""#),
            "signup.honeypot is longer than 100 characters; shorten it".to_owned(),
        ),
        (
            format!(r#""extra": {{"{long}": ""}}"#),
            format!("signup.extra.{long} is longer than 100 characters; shorten it"),
        ),
        (
            r#""extra": {"a": 1}"#.to_owned(),
            "signup.extra.a is to be text in quotes, or a list of texts".to_owned(),
        ),
        (
            r#""extra": {"a": []}"#.to_owned(),
            "signup.extra.a is to be text in quotes, or a list of texts".to_owned(),
        ),
        (
            r#""extra": {"a": ["b", 1]}"#.to_owned(),
            "signup.extra.a is to be text in quotes, or a list of texts".to_owned(),
        ),
        (
            r#""extra": {" ": "b"}"#.to_owned(),
            "signup.extra.  has an empty name, or one with a control character; name it".to_owned(),
        ),
    ] {
        assert_eq!(told(&members), [said], "{members}");
    }
}
