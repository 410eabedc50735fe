//! Ways to sign up outside of the page.

use citizens_academy_player::settings::signup::Way;

use crate::support::CONSENT;
use crate::support::problems;
use crate::support::read;

#[test]
fn a_link_is_an_address() {
    let text = r#"{"mode": "link", "url": "https://Example.org/join", "lead": "Get news."}"#;
    let signup = read(text).expect("settings").expect("a sign-up");
    assert_eq!(signup.lead.as_deref(), Some("Get news."));
    assert_eq!(signup.origin(), None);
    assert_eq!(signup.way, Way::Link("https://example.org/join".to_owned()));
}

#[test]
fn a_mail_goes_to_an_address() {
    let text = r#"{"mode": "mailto", "url": "mailto:news@example.org"}"#;
    let signup = read(text).expect("settings").expect("a sign-up");
    assert_eq!(signup.lead, None);
    assert_eq!(signup.way, Way::Mail("news@example.org".to_owned()));
    for url in [
        "news",
        "news@example.org?subject=x",
        "a%b@example.org",
        "a&b@example.org",
        "https://example.org",
    ] {
        let text = format!(r#"{{"mode": "mailto", "url": "{url}"}}"#);
        assert_eq!(
            problems(&text),
            ["signup.url is to be an email address alone, such as news@example.org"]
        );
    }
}

#[test]
fn what_only_a_form_has_is_refused() {
    let url = "news@example.org";
    for kind in [
        "\"mode\": \"link\"",
        "\"mode\": \"mailto\"",
        "\"preset\": \"mailman\"",
        "\"preset\": \"mailman-mail\"",
    ] {
        let url = if kind.contains("link") || kind.contains("mailman\"") {
            "https://example.org/lists/a.b/"
        } else {
            url
        };
        let text = format!(
            r#"{{{kind}, "url": "{url}", "lists": [], "ask": {{}}, "fields": {{}}, "extra": {{}},
            "honeypot": "x", "double_opt_in": true, "answer": {{}}, {CONSENT}}}"#
        );
        let nothing = "means nothing here, since the page asks nothing itself; leave it out";
        assert_eq!(
            problems(&text),
            [
                "signup.lists is for the presets \"listmonk\" and \"listmonk-page\"; leave it out",
                &format!("signup.consent {nothing}"),
                &format!("signup.ask {nothing}"),
                &format!("signup.fields {nothing}"),
                &format!("signup.extra {nothing}"),
                &format!("signup.honeypot {nothing}"),
                "signup.double_opt_in means nothing here, since the page asks nothing or sees no \
                 answer; leave it out",
                "signup.answer is for the modes \"json\" and \"form\"; leave it out",
            ]
        );
    }
}

#[test]
fn none_is_none() {
    assert_eq!(read(r#"{"mode": "none"}"#), Ok(None));
    assert_eq!(read(r#"{"mode": "none", "url": 7}"#), Ok(None));
    let text = r#"{"mode": "none", "extra": {"api_key": "1"}, "urls": 7}"#;
    assert_eq!(problems(text).len(), 2);
}
