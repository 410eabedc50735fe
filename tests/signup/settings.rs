//! What a publisher is told of settings that are wrong.

use citizens_academy_player::settings::signup::Way;

use crate::support::CONSENT;
use crate::support::problems;
use crate::support::read;

/// Checks what is said of settings that stand in a form with everything that it needs.
fn check(cases: &[(&str, &[&str])]) {
    for (members, said) in cases {
        let consent = if members.contains("\"consent\":") {
            String::new()
        } else {
            format!(", {CONSENT}")
        };
        let text =
            format!(r#"{{"mode": "json", "url": "https://a.example/", {members}{consent}}}"#);
        assert_eq!(problems(&text), *said, "{members}");
    }
}

#[test]
fn one_way_is_chosen() {
    let modes = r#""json", "form", "navigate", "link", "mailto" or "none""#;
    let presets = r#""listmonk", "listmonk-page", "mailchimp", "brevo", "brevo-page", "buttondown", "formspree", "mailman", "mailman-mail", "generic-json" or "generic-form""#;
    for (text, said) in [
        (
            "{}",
            format!(
                "signup.mode is missing; write a \"mode\" ({modes}) or a \"preset\" ({presets})"
            ),
        ),
        (
            r#"{"mode": "json", "preset": "brevo"}"#,
            "signup.mode stands beside signup.preset; keep one of the two".to_owned(),
        ),
        (
            r#"{"mode": "jsn"}"#,
            format!("signup.mode is to be {modes}; did you mean \"json\"?"),
        ),
        (
            r#"{"mode": "brevo"}"#,
            format!("signup.mode is to be {modes}; \"brevo\" is a preset"),
        ),
        (
            r#"{"preset": "mailchip"}"#,
            format!("signup.preset is to be {presets}; did you mean \"mailchimp\"?"),
        ),
        (
            r#"{"preset": "json"}"#,
            format!("signup.preset is to be {presets}; \"json\" is a mode"),
        ),
        (
            r#"{"mode": 1}"#,
            "signup.mode is to be text in quotes".to_owned(),
        ),
        (
            "[]",
            "signup is to stand in braces, as in {\"name\": \"value\"}".to_owned(),
        ),
        (
            "null",
            "signup is to stand in braces, as in {\"name\": \"value\"}".to_owned(),
        ),
    ] {
        assert_eq!(problems(text), [said], "{text}");
    }
}

#[test]
fn an_unknown_name_is_refused_wherever_it_stands() {
    check(&[
        (
            r#""leed": "x""#,
            &["signup.leed is no setting; did you mean \"lead\"?"],
        ),
        (
            r#""ask": {"firstname": "optional"}"#,
            &["signup.ask.firstname is no setting; did you mean \"first_name\"?"],
        ),
        (
            r#""ask": {"role": {"label": "A", "choises": [], "choices": ["a", "b"]}}"#,
            &["signup.ask.role.choises is no setting; did you mean \"choices\"?"],
        ),
        (
            r#""fields": {"phone": "x"}"#,
            &[concat!(
                "signup.fields.phone is no setting; known here are \"email\", \"first_name\", ",
                "\"last_name\", \"role\" and \"consent\""
            )],
        ),
        (
            r#""answer": {"subscribe": []}"#,
            &["signup.answer.subscribe is no setting; did you mean \"subscribed\"?"],
        ),
        (
            r#""answer": {"refused": [{"statu": 400, "status": 400}]}"#,
            &["signup.answer.refused[0].statu is no setting; did you mean \"status\"?"],
        ),
        (
            r#""consent": {"text": "t", "version": "1", "notice": "https://a.example", "txt": ""}"#,
            &["signup.consent.txt is no setting; did you mean \"text\"?"],
        ),
    ]);
}

#[test]
fn a_form_needs_what_people_agree_to() {
    assert_eq!(
        problems(r#"{"mode": "json", "url": "https://a.example/"}"#),
        [
            "signup.consent is missing; a form needs what people agree to: \"text\", \"version\" \
             and \"notice\""
        ]
    );
    let long = format!(
        r#""consent": {{"text": "{}", "version": "{}", "notice": "http://a.example"}}"#,
        "x".repeat(1_001),
        "1".repeat(41)
    );
    check(&[
        (
            r#""consent": {}"#,
            &[
                "signup.consent.text is missing; write what a person agrees to",
                "signup.consent.version is missing; write which version of the wording this is, such as the date of its last change",
                "signup.consent.notice is missing; write the https address of your privacy notice",
            ],
        ),
        (
            &long,
            &[
                "signup.consent.text is longer than 1000 characters; shorten it",
                "signup.consent.version is longer than 40 characters; a date is enough",
                "signup.consent.notice would travel where others can read it; write https (http is for 127.0.0.1 and localhost alone)",
            ],
        ),
        (
            r#""consent": {"text": "See <a href='x'>this</a>", "version": 1, "notice": "/privacy"}"#,
            &[
                "signup.consent.text is plain text, and a tag would be shown as it stands; take it out",
                "signup.consent.version is to be text in quotes",
                "signup.consent.notice is to begin with https://, as it stands in a browser's address bar",
            ],
        ),
    ]);
    let fragment = CONSENT.replace("/privacy", "/privacy#news");
    let text = format!(r#"{{"mode": "json", "url": "https://a.example/", {fragment}}}"#);
    assert!(read(&text).is_ok(), "a notice may be a part of a page");
}

#[test]
fn words_are_plain_and_short() {
    let lead = format!("\"lead\": \"{}\"", "ä".repeat(301));
    let just = format!("\"lead\": \"{}\", \"leed\": 1", "ä".repeat(300));
    check(&[
        (
            &lead,
            &["signup.lead is longer than 300 characters; shorten it"],
        ),
        (
            &just,
            &["signup.leed is no setting; did you mean \"lead\"?"],
        ),
        (
            r#""lead": " ""#,
            &["signup.lead is empty; fill it in or leave it out"],
        ),
        (
            r#""lead": "a\nb""#,
            &["signup.lead holds a line break or a control character; write it on one line"],
        ),
        (
            r#""lead": "<b>News</b>""#,
            &["signup.lead is plain text, and a tag would be shown as it stands; take it out"],
        ),
    ]);
    let fine = format!(r#"{{"mode": "none", "lead": "a < b <3", {CONSENT}}}"#);
    assert_eq!(read(&fine), Ok(None));
}

#[test]
fn what_is_asked_is_optional_or_required() {
    let thirteen: Vec<String> = (0..13).map(|n| format!("\"{n}\"")).collect();
    let many = format!(
        r#""ask": {{"role": {{"label": "A", "choices": [{}]}}}}"#,
        thirteen.join(",")
    );
    let optional = "is to be \"optional\" or \"required\"; leave it out not to ask";
    let names = format!("signup.ask.first_name {optional}");
    let not_text = "signup.ask.last_name is to be text in quotes";
    check(&[
        (
            r#""ask": {"first_name": "maybe", "last_name": true}"#,
            &[&names, not_text],
        ),
        (
            r#""ask": {"role": {}}"#,
            &[
                "signup.ask.role.label is missing; write the question",
                "signup.ask.role.choices is missing; list the answers",
            ],
        ),
        (
            r#""ask": {"role": {"label": "A", "choices": ["one"], "required": "yes"}}"#,
            &[
                "signup.ask.role.required is to be true or false, without quotes",
                "signup.ask.role.choices is to list two to twelve answers",
            ],
        ),
        (
            &many,
            &["signup.ask.role.choices is to list two to twelve answers"],
        ),
        (
            r#""ask": {"role": {"label": "A", "choices": ["Parent", "Other", " parent "]}}"#,
            &["signup.ask.role.choices[2] stands in the list already; list it once"],
        ),
        (
            r#""ask": {"role": {"label": "A", "choices": "Parent"}}"#,
            &[
                "signup.ask.role.choices is to be a list in square brackets",
                "signup.ask.role.choices is to list two to twelve answers",
            ],
        ),
    ]);
}

#[test]
fn an_address_is_safe() {
    for (url, said) in [
        (
            "a.example",
            "is to begin with https://, as it stands in a browser's address bar",
        ),
        ("ftp://a.example", "is to begin with https://"),
        (
            "http://a.example/",
            "would travel where others can read it; write https (http is for 127.0.0.1 and localhost alone)",
        ),
        (
            "https://sam:word@a.example/",
            "holds a user name or password before its host; everything in this file is public: take it out",
        ),
        (
            "https://a.example/#x",
            "has a part after \"#\", which is never sent; leave it off",
        ),
        (
            "http://[::1]:8081/x",
            "has an IPv6 address for its host, which the content policy of a page cannot name (CSP Level 3, section 2.3.1); write the host's name",
        ),
        ("https:///x", "has no host, or one that is spelt wrongly"),
        (
            "https://a.example:99999/",
            "has a port that is none; write a number up to 65535, or leave it off",
        ),
        (
            "https://a.example/ä",
            "holds a blank, an accented letter or another character that addresses write with %; copy it from a browser's address bar",
        ),
    ] {
        for mode in ["json", "form", "navigate"] {
            let text = format!(r#"{{"mode": "{mode}", "url": "{url}", {CONSENT}}}"#);
            assert_eq!(problems(&text), [format!("signup.url {said}")], "{url}");
        }
        let text = format!(r#"{{"mode": "link", "url": "{url}"}}"#);
        assert_eq!(problems(&text), [format!("signup.url {said}")], "{url}");
    }
}

#[test]
fn an_address_that_was_copied_from_html_is_put_right() {
    let copied = "https://a.example/join?list=1&amp;lang=en";
    let meant = "https://a.example/join?list=1&lang=en";
    let text = format!(r#"{{"mode": "json", "url": "{copied}", {CONSENT}}}"#)
        .replace("/privacy", "/privacy?a=1&amp;b=2");
    let Some(Way::Form(form)) = read(&text).expect("settings").map(|signup| signup.way) else {
        panic!("a form");
    };
    assert_eq!(form.plan.url, meant);
    assert_eq!(form.consent.notice, "https://example.org/privacy?a=1&b=2");
    let text = format!(r#"{{"mode": "link", "url": "{copied}"}}"#);
    let way = read(&text).expect("settings").map(|signup| signup.way);
    assert_eq!(way, Some(Way::Link(meant.to_owned())));
}

#[test]
fn every_problem_is_told_at_once() {
    let text = r#"{"preset": "brevoo", "lead": 1, "consent": {}, "ask": {"x": 1}, "fields": [],
        "extra": {"a": 1}, "zzz": 1}"#;
    let told = problems(text);
    for path in [
        "signup.preset",
        "signup.consent.text",
        "signup.consent.version",
        "signup.consent.notice",
        "signup.ask.x",
        "signup.fields",
        "signup.extra.a",
        "signup.zzz",
    ] {
        let start = format!("{path} is ");
        assert!(
            told.iter().any(|sentence| sentence.starts_with(&start)),
            "{path}: {told:?}"
        );
    }
}
