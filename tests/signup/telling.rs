//! What a person is told: a service's words as plain text, pauses between tries, what is missing.

use citizens_academy_player::domain::signup::Field;
use citizens_academy_player::domain::signup::answer::Answer;
use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Ask;
use citizens_academy_player::domain::signup::problem::Problem;
use citizens_academy_player::domain::signup::problem::problem;
use citizens_academy_player::domain::signup::retry::pause;
use citizens_academy_player::domain::signup::retry::seconds;
use citizens_academy_player::domain::signup::text::plain;

use crate::support::plan;

#[test]
fn words_are_plain() {
    for (html, words) in [
        ("Thanks", "Thanks"),
        ("", ""),
        ("  a \n\t b  ", "a b"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("a<br/>b", "a b"),
        ("<a href=\"https://x.example\">Click</a> here", "Click here"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<!-- no --><?php no ?>yes", "yes"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("<3", "<3"),
        ("a <b", "a"),
        (
            "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#039; &apos;e&apos;",
            "<b> & \"c\" 'd' 'e'",
        ),
        ("&amp;lt;", "&lt;"),
        ("a&nbsp;b", "a b"),
        ("\u{202e}evil\u{202c}", "evil"),
        ("a\u{0}b\u{7f}c", "a b c"),
        ("0 - Please enter a value", "0 - Please enter a value"),
    ] {
        assert_eq!(plain(html), words, "{html}");
    }
}

#[test]
fn words_are_short() {
    let count = |text: &str| plain(text).chars().count();
    assert_eq!(count(&"ä".repeat(200)), 200);
    for long in [
        "ä".repeat(201),
        "ä".repeat(100_000),
        format!("{} bcdef", "a".repeat(199)),
        "a ".repeat(300),
    ] {
        let words = plain(&long);
        let rest = words.strip_suffix('…').expect("a mark that it goes on");
        assert!(rest.chars().count() <= 200, "{words}");
        assert!(rest.chars().count() >= 199, "{words}");
    }
    assert_eq!(plain(&"<".repeat(1_000_000)).chars().count(), 201);
    assert_eq!(plain(&"<ab>".repeat(1_000_000)), "");
}

#[test]
fn only_what_was_not_taken_is_sent_again() {
    let too_many = |after| Outcome::TooMany { after };
    for (outcome, tries, expected) in [
        (Outcome::Unwell { after: None }, 0, None),
        (Outcome::Unwell { after: None }, 1, Some(1_500)),
        (Outcome::Unwell { after: None }, 2, Some(5_000)),
        (Outcome::Unwell { after: None }, 3, None),
        (too_many(None), 1, Some(1_500)),
        (too_many(Some(0)), 1, Some(1_500)),
        (too_many(Some(7)), 1, Some(7_000)),
        (too_many(Some(7)), 2, Some(7_000)),
        (too_many(Some(10)), 1, Some(10_000)),
        (too_many(Some(11)), 1, None),
        (too_many(Some(u32::MAX)), 1, None),
        (too_many(Some(1)), 3, None),
        (Outcome::Unsure, 1, None),
        (Outcome::Unseen, 1, None),
        (Outcome::Offline, 1, None),
        (Outcome::Subscribed, 1, None),
        (Outcome::Confirm, 1, None),
        (Outcome::Already, 1, None),
        (crate::support::refused("No"), 1, None),
    ] {
        assert_eq!(pause(&outcome, tries), expected, "{outcome:?} {tries}");
    }
}

#[test]
fn a_wait_is_a_number_of_seconds() {
    for (header, expected) in [
        ("0", Some(0)),
        ("120", Some(120)),
        ("4294967295", Some(u32::MAX)),
        ("4294967296", Some(u32::MAX)),
        ("99999999999999999999999", Some(u32::MAX)),
        ("", None),
        ("-5", None),
        ("+5", None),
        ("1.5", None),
        ("1e3", None),
        ("5 minutes", None),
        ("soon", None),
        ("\u{664}", None),
        ("Sun, 06 Nov 1994 08:49:37 GMT", None),
    ] {
        assert_eq!(seconds(header), expected, "{header:?}");
    }
}

#[test]
fn a_busy_service_says_for_how_long() {
    let plan = plan("\"mode\": \"json\", \"url\": \"https://a.example/\"");
    let answer = Answer {
        status: 429,
        after: Some(30),
        body: Some("{\"ok\":true}".to_owned()),
    };
    assert_eq!(plan.outcome(&answer), Outcome::TooMany { after: Some(30) });
}

#[test]
fn what_is_missing_is_named() {
    let ask = |field, required| Ask {
        field,
        name: "x".to_owned(),
        required,
    };
    for field in Field::ALL {
        for empty in ["", " ", "\u{a0}\n"] {
            assert_eq!(problem(&ask(field, true), empty), Some(Problem::Missing));
            assert_eq!(problem(&ask(field, false), empty), None);
        }
        let malformed = (field == Field::Email).then_some(Problem::Malformed);
        assert_eq!(problem(&ask(field, true), "sam"), malformed);
        assert_eq!(problem(&ask(field, false), "sam"), malformed);
        assert_eq!(problem(&ask(field, true), "sam@example.org"), None);
    }
    let words = Field::ALL.map(|field| Problem::Missing.words(field));
    for (at, one) in words.iter().enumerate() {
        assert!(!words[..at].contains(one), "{one} says two things");
    }
    assert!(
        Problem::Malformed
            .words(Field::Email)
            .contains("name@example.com")
    );
}
