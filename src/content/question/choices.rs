//! Questions of which one or several options are right, and how many options each kind has.

use super::body::Asked;
use super::head;
use super::option::Draft;
use super::signs::Mark;
use crate::content::page::Page;
use crate::domain::exercise::Task;
use crate::domain::question::QuestionKind;
use core::ops::RangeInclusive;

/// How many options a question of the kind has; for a scenario, each of its steps.
fn number_of_options(kind: QuestionKind) -> RangeInclusive<usize> {
    match kind {
        QuestionKind::Single => 2..=6,
        QuestionKind::Several | QuestionKind::Order => 3..=6,
        QuestionKind::MythOrFact => 2..=2,
        QuestionKind::Scenario => 2..=4,
    }
}

/// Notes a step with too few or too many options.
pub(super) fn check_number(page: &mut Page, kind: QuestionKind, step: &Asked) {
    let range = number_of_options(kind);
    let number = step.options.len();
    if range.contains(&number) {
        return;
    }
    let owner = if kind == QuestionKind::Scenario {
        "a step of a scenario".to_owned()
    } else {
        format!("a question of the kind \"{}\"", head::name(kind))
    };
    let wanted = in_words(&range);
    let (line, rest) = match step.options.last() {
        None => (
            step.name.line,
            "this one has none; write each under a line that starts with ##".to_owned(),
        ),
        Some(last) if number < *range.start() => {
            (last.line, format!("this one has {number}; write more"))
        }
        Some(last) => {
            let surplus = step.options.get(*range.end()).unwrap_or(last);
            (
                surplus.line,
                format!("this one has {number}; take some away"),
            )
        }
    };
    page.error(line, format!("{owner} has {wanted} options, and {rest}"));
}

/// Returns the numbers as a sentence names them.
pub(super) fn in_words(range: &RangeInclusive<usize>) -> String {
    if range.start() == range.end() {
        range.start().to_string()
    } else {
        format!("{} to {}", range.start(), range.end())
    }
}

/// Makes the task of a question with right options; `None` once it has noted why there is none.
pub(super) fn task(page: &mut Page, kind: QuestionKind, step: &Asked) -> Option<Task> {
    check_number(page, kind, step);
    let first = step.options.first()?;
    // Where a mark could not be read, nobody knows how many are right.
    let marks: Option<Vec<Mark>> = step.options.iter().map(|option| option.mark).collect();
    let right: Vec<bool> = marks?.iter().map(|mark| *mark == Mark::Right).collect();
    let rights: Vec<&Draft> = step.options.iter().filter(|o| o.is_right()).collect();
    if kind == QuestionKind::Several {
        return several(page, first.line, &rights, right);
    }
    match rights.as_slice() {
        [] => {
            page.error(
                first.line,
                "none of the options is right; write [x] before the one that is",
            );
            None
        }
        [_] => Some(Task::One {
            right: right.iter().position(|right| *right)?,
            options: right.len(),
        }),
        [one, other, ..] => {
            let remedy = match kind {
                QuestionKind::Single => "leave one, or write kind = \"several\"",
                _ => "leave one",
            };
            let message = format!(
                "this is right, and so is the option on line {}; {remedy}",
                one.line
            );
            page.error(other.line, message);
            None
        }
    }
}

fn several(page: &mut Page, line: usize, rights: &[&Draft], right: Vec<bool>) -> Option<Task> {
    match rights {
        [] => page.error(
            line,
            "none of the options is right; write [x] before each that is, at least two",
        ),
        [one] => page.error(
            one.line,
            "this is the only right option; mark another with [x], or write kind = \"single\"",
        ),
        all if all.len() == right.len() => page.error(
            line,
            "all of the options are right; add one with [ ] that is not",
        ),
        _ => return Some(Task::Several { right }),
    }
    None
}
