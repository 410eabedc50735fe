//! A key never gets into the page.

use crate::support::CONSENT;
use crate::support::problems;
use crate::support::read;

const WHY: &str = "and everything in this file is public: whoever opens the page could read it. \
                   Take it out, and have the service make a new one";

fn told(members: &str) -> Vec<String> {
    problems(&format!(r#"{{"mode": "json", {members}, {CONSENT}}}"#))
}

#[test]
fn names_of_secrets_are_refused_wherever_they_stand() {
    let url = r#""url": "https://a.example/""#;
    for (members, path, how) in [
        (
            format!(r#"{url}, "api_key": 1"#),
            "api_key",
            "is called like a secret",
        ),
        (
            format!(r#"{url}, "extra": {{"apiKey": "1"}}"#),
            "extra.apiKey",
            "is called like a secret",
        ),
        (
            format!(r#"{url}, "extra": {{"X-Auth-Token": ["1"]}}"#),
            "extra.X-Auth-Token",
            "is called like a secret",
        ),
        (
            format!(r#"{url}, "fields": {{"email": "access_token"}}"#),
            "fields.email",
            "names a secret",
        ),
        (
            format!(r#"{url}, "honeypot": "password""#),
            "honeypot",
            "names a secret",
        ),
        (
            r#""url": "https://a.example/?list=1&key=2""#.to_owned(),
            "url",
            "has \"key\" in it, which is called like a secret",
        ),
        (
            r#""url": "https://a.example/?access_token=2""#.to_owned(),
            "url",
            "has \"access_token\" in it, which is called like a secret",
        ),
    ] {
        assert_eq!(
            told(&members),
            [format!("signup.{path} {how}, {WHY}")],
            "{members}"
        );
    }
}

/// What keys look like.
const SECRETS: &[&str] = &[
    "xkeysib-0123456789",
    "xsmtpsib-0123456789",
    "sk_live_0123456789",
    "sk-0123456789",
    "Bearer 0123456789",
    "Basic dXNlcjp3b3Jk",
    "Token 0123456789",
    "SG.0123456789.abc",
    "ghp_0123456789",
    "AKIAIOSFODNN7EXAMPLE",
    "AIzaSyA0123456789",
    "glpat-0123456789",
    "rk_live_0123456789",
    "xoxb-0123456789",
    "hooks.slack.com",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "key-0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef-us21",
    "-----BEGIN RSA PRIVATE KEY-----",
];

#[test]
fn forms_of_secrets_are_refused_and_never_repeated() {
    for secret in SECRETS {
        let url = r#""url": "https://a.example/""#;
        for (members, path) in [
            (
                format!(r#"{url}, "extra": {{"x": "{secret}"}}"#),
                "signup.extra.x",
            ),
            (
                format!(r#"{url}, "extra": {{"x": ["a", " {secret}"]}}"#),
                "signup.extra.x[1]",
            ),
            (
                format!(r#"{url}, "extra": {{"x": "api-key:{secret}, b"}}"#),
                "signup.extra.x",
            ),
            (
                format!(r#""url": "https://a.example/p/{secret}""#),
                "signup.url",
            ),
            (
                format!(r#""url": "https://a.example/?a={secret}&b""#),
                "signup.url",
            ),
        ] {
            let told = told(&members);
            assert_eq!(
                told[0],
                format!("{path} looks like a secret, {WHY}"),
                "{members}"
            );
            assert!(!told.concat().contains(secret), "{told:?}");
        }
    }
}

#[test]
fn what_services_mean_to_be_public_passes() {
    for members in [
        r#""preset": "brevo", "url": "https://0a1b2c3d.sibforms.com/serve/MUIFAKx_-0123456789abcdef0123456789abcdef""#,
        r#""preset": "mailchimp", "url": "https://key.us1.list-manage.com/subscribe/post?u=0123456789abcdef0123456789abcdef&id=0123456789""#,
        r#""preset": "listmonk", "url": "https://l.example", "lists": ["16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e"]"#,
        r#""mode": "json", "url": "https://a.example/monkey/keyboard?tokenised=1", "extra": {"key_stage": "3", "keyboard": "1", "locale": "sk-SK"}"#,
        r#""mode": "json", "url": "https://a.example/", "lead": "Basic training for parents.", "ask": {"role": {"label": "Token of thanks", "choices": ["Key Stage 3", "Bearer of news"]}}"#,
    ] {
        let text = format!("{{{members}, {CONSENT}}}");
        assert_eq!(read(&text).err(), None, "{members}");
    }
}
