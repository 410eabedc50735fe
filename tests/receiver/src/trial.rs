//! The trial: what is typed before the `@` chooses what happens, as with the numbers of test
//! cards.

use std::time::Duration;

use crate::behaviour::Behaviour;

/// What can be typed before the `@`, and what happens then. Every other address is taken.
pub const TRIAL: &[(&str, &str)] = &[
    (
        "confirm",
        "is taken, and has to be confirmed by a mail (none is sent)",
    ),
    ("already", "is on the list already"),
    ("refused", "is refused, in words with HTML in them"),
    ("busy", "too many sign-ups: come back in two minutes"),
    (
        "busy-a-little",
        "too many sign-ups: come back in two seconds, then it is taken",
    ),
    ("broken", "the service is broken"),
    ("html", "a page comes back that says nothing of the sign-up"),
    ("slow", "is taken after 8 seconds"),
    ("late", "is taken after 30 seconds"),
    ("dropped", "is taken, but the answer is lost"),
];

/// What the words of [`TRIAL`] do. `told_to_wait` is whether the last `busy-a-little` was.
pub(crate) fn behaviour_of(word: &str, told_to_wait: &mut bool) -> Behaviour {
    let busy = |seconds: &str| Behaviour::TooMany {
        retry_after: Some(seconds.to_owned()),
    };
    match word {
        "confirm" => Behaviour::Confirm,
        "already" => Behaviour::Already,
        "refused" => Behaviour::Refused,
        "busy" => busy("120"),
        "busy-a-little" => {
            *told_to_wait = !*told_to_wait;
            if *told_to_wait {
                busy("2")
            } else {
                Behaviour::Normal
            }
        }
        "broken" => Behaviour::Broken,
        "html" => Behaviour::Html,
        "slow" => Behaviour::Slow(Duration::from_secs(8)),
        "late" => Behaviour::Slow(Duration::from_secs(30)),
        "dropped" => Behaviour::DropAfter,
        _ => Behaviour::Normal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_does_something_and_nothing_else_does() {
        for (word, _) in TRIAL {
            assert_ne!(behaviour_of(word, &mut false), Behaviour::Normal, "{word}");
        }
        let source = include_str!("trial.rs");
        let arms = source.matches("\" => ").count();
        // The `match` of this test's own text is one of them.
        assert_eq!(arms - 1, TRIAL.len());
    }

    #[test]
    fn who_was_told_to_wait_a_little_is_taken_then() {
        let mut told = false;
        let mut next = || behaviour_of("busy-a-little", &mut told) == Behaviour::Normal;
        assert_eq!([next(), next(), next()], [false, true, false]);
    }
}
