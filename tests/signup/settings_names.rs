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
    for (name, first) in [
        ("locale", "signup.extra.locale"),
        ("email_address_check", "signup.honeypot"),
    ] {
        let text = format!(
            r#"{{"preset": "brevo", "url": "https://x.sibforms.com/serve/a",
            "fields": {{"consent": "{name}"}}, {CONSENT}}}"#
        );
        assert_eq!(
            problems(&text),
            [format!(
                "{first} is called \"{name}\" where it is sent, as signup.fields.consent is; give \
                 one of the two another name"
            )]
        );
    }
}

#[test]
fn what_a_service_knows_by_one_name_keeps_it() {
    const LIST: &str = r#""lists": ["b5a1d9c2-3f0e-4c8a-9d6b-7e2f1a4c5d60"]"#;
    for (preset, url, name, trap) in [
        ("listmonk", "https://lists.example.org", "email", ""),
        (
            "listmonk-page",
            "https://lists.example.org",
            "email",
            "nonce",
        ),
        (
            "brevo",
            "https://x.sibforms.com/serve/a",
            "EMAIL",
            "email_address_check",
        ),
    ] {
        let list = if preset.starts_with("listmonk") {
            LIST
        } else {
            r#""extra": {}"#
        };
        let text = format!(
            r#"{{"preset": "{preset}", "url": "{url}", {list}, "fields": {{"email": "mail"}},
            "honeypot": "website", {CONSENT}}}"#
        );
        let mut said = vec![format!(
            "signup.fields.email cannot be changed: the service knows \"{name}\" alone; leave it out"
        )];
        if !trap.is_empty() {
            said.push(format!(
                "signup.honeypot cannot be changed: the service looks at \"{trap}\"; leave it out"
            ));
        }
        assert_eq!(problems(&text), said);
    }
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
