//! The words about an answer, and what else changes of a question.

use crate::domain::exercise::Attempt;
use crate::domain::exercise::Task;
use crate::domain::exercise::Verdict;
use crate::domain::ports::Face;

/// Returns what is to be seen of a question; `answered` says whether it ever was.
pub(super) fn of(attempt: &Attempt, task: &Task, answered: bool) -> Face {
    Face {
        step: attempt.step(task),
        said: said(attempt, task),
        explained: attempt.explained(task),
        more: more(attempt, task),
        mark: match (answered, attempt) {
            (false, _) => "",
            (true, Attempt::Untouched) => "Answered before",
            (true, _) => "Answered",
        },
        can_go_on: attempt.can_go_on(task),
        can_go_back: attempt.can_go_back(),
        at_end: false,
    }
}

/// Returns the first words about an answer: never a mark, and never a "no".
fn said(attempt: &Attempt, task: &Task) -> &'static str {
    if let Attempt::Unpicked(_) = attempt {
        return match task {
            Task::Order { .. } => "Move something first, or skip this one.",
            _ => "Pick an answer first, or skip this one.",
        };
    }
    match (task, attempt.verdict(task)) {
        (_, None) => "",
        (Task::Story { .. }, Some(_)) => "Here is what can come of it.",
        (Task::One { .. }, Some(Verdict::Settled)) => "Yes, that is what we would say too.",
        (Task::Several { .. }, Some(Verdict::Settled)) => "Yes, we would pick the same ones.",
        (Task::Several { .. }, Some(Verdict::Partly)) => {
            "Some of this is what we would say too. There may be more to find, or to leave out."
        }
        (Task::Order { .. }, Some(Verdict::Settled)) => "Yes, we would put them in this order too.",
        (Task::Order { .. }, Some(Verdict::Partly)) => {
            "We would start with the same one, and put the rest in another order."
        }
        (Task::Order { .. }, Some(Verdict::Otherwise)) => {
            "We would put them in another order. Here is why."
        }
        // What was picked may be "a myth": that is not what people think, but what they say of it.
        // What was picked stands next, and is not to sound like what we know.
        (Task::One { options: 2, .. }, Some(_)) => "Many people would say so. You picked:",
        (_, Some(_)) => "Many people think so. You picked:",
    }
}

/// Returns the last words about an answer: what the reader can do now.
fn more(attempt: &Attempt, task: &Task) -> &'static str {
    match attempt {
        Attempt::Told(_) if attempt.can_go_on(task) => "",
        Attempt::Told(_) if attempt.settled(task) => "The story ends here.",
        Attempt::Told(_) => "The story ends here. You can go back and try another way.",
        Attempt::Checked(_) if !attempt.settled(task) => {
            "You can change your answer and check again."
        }
        _ => "",
    }
}
