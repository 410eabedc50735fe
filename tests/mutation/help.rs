//! The lists of who can help, of which the publisher writes one.

use citizens_academy_player::content::Severity;
use citizens_academy_player::content::help;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::domain::help::List;

/// A short list with every way to get in touch: to read the published one so often takes minutes.
const VALID: &str = r#"sourced = "November 2026"
tried = 2026-11-20
[[topic]]
title = "To talk"
[[topic.service]]
name = "Line"
who = "For anyone"
what = "You can talk."
then = "They listen."
call = "0800 1111"
text = "85258"
word = "HI"
web = "https://a.example/b"
mail = "a@b.example"
free = true
"#;

const WORDS: &[&str] = &[
    "[[topic]]",
    "[[topic.service]]",
    "javascript:",
    "https://",
    "http://",
    "//",
    "999",
    "+44",
    "\"\"\"",
    "\\u0000",
    "2026-12-01",
    "not yet",
    "<a href",
];

/// Checks what holds of every list that was accepted.
fn assert_sound(list: &List) {
    assert!(!list.sourced.trim().is_empty() && !list.topics.is_empty());
    for topic in &list.topics {
        assert!(!topic.title.trim().is_empty());
        for service in &topic.services {
            assert!(!service.contacts.is_empty(), "{} has no way", service.name);
            for contact in &service.contacts {
                let href = contact.target.href();
                let known = ["tel:", "sms:", "mailto:", "https://"];
                assert!(known.iter().any(|start| href.starts_with(start)), "{href}");
                assert!(!href.contains(char::is_whitespace), "{href:?}");
            }
        }
    }
}

#[test]
fn a_list_is_sound_or_refused_by_its_line() {
    let today = Date::new(2026, 11, 23).expect("a day");
    let (mut taken, mut refused) = (0, 0);
    mutator::each("help", &[VALID], WORDS, |bytes| {
        let (list, problems) = help::read("public", "help-local.toml", bytes, today);
        if let Some(list) = list {
            taken += 1;
            assert_sound(&list);
        } else {
            refused += 1;
            let mut problems = problems.iter();
            assert!(problems.any(|problem| problem.severity == Severity::Error));
        }
    });
    assert!(taken > mutator::ROUNDS / 50, "{taken} were taken");
    assert!(refused > mutator::ROUNDS / 20, "{refused} were refused");
}
