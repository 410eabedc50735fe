//! Scenarios: steps whose choices lead on to later steps, or to the end.

use super::body::{Asked, Body};
use super::choices;
use super::option::Draft;
use crate::content::page::Page;
use crate::domain::exercise::{Task, Turn};
use crate::domain::id::Id;
use crate::domain::question::QuestionKind;
use crate::suggest::did_you_mean;
use core::ops::RangeInclusive;

/// How many steps a story has: more are a maze.
const STEPS: RangeInclusive<usize> = 2..=4;

/// What a choice leads to that ends the story.
const END: &str = "end";

/// Makes the task of a scenario; `None` once it has noted why there is none.
pub(super) fn task(page: &mut Page, body: &Body) -> Option<Task> {
    let steps = &body.steps;
    check_steps(page, body.line, steps);
    for step in steps {
        choices::check_number(page, QuestionKind::Scenario, step);
        check_help(page, step);
    }
    let names: Vec<&str> = steps.iter().map(|step| step.name.value.as_str()).collect();
    let turns: Vec<Vec<Option<Turn>>> = steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let turn = |option| turn(page, &names, at, option);
            step.options.iter().map(turn).collect()
        })
        .collect();
    // A choice whose target could not be read may be the one that leads to a step.
    let turns: Option<Vec<Vec<Turn>>> = turns
        .into_iter()
        .map(|turns| turns.into_iter().collect())
        .collect();
    let turns = turns?;
    check_reached(page, steps, &turns);
    check_branches(page, steps, &turns);
    Some(Task::Story { steps: turns })
}

/// Notes a wrong number of steps after the line `start`, and names that cannot be told apart.
fn check_steps(page: &mut Page, start: usize, steps: &[Asked]) {
    let number = steps.len();
    if !STEPS.contains(&number) {
        let wanted = choices::in_words(&STEPS);
        let surplus = steps.get(*STEPS.end()).or(steps.last());
        let (line, rest) = match surplus {
            None => (start, "this one has none".to_owned()),
            Some(step) => (step.name.line, format!("this one has {number}")),
        };
        page.error(
            line,
            format!(
                "a scenario has {wanted} steps, each under a line of # and its name, and {rest}"
            ),
        );
    }
    for (at, step) in steps.iter().enumerate() {
        let name = &step.name;
        let earlier = steps.iter().take(at);
        let first = earlier
            .map(|step| &step.name)
            .find(|first| first.value == name.value);
        if name.value == END {
            page.error(
                name.line,
                "\"end\" is where a story ends; give the step another name",
            );
        } else if let Some(first) = first {
            let message = format!(
                "\"{}\" is the step on line {} already; choose another name",
                name.value, first.line
            );
            page.error(name.line, message);
        }
    }
}

/// Notes a step in which nothing helps.
fn check_help(page: &mut Page, step: &Asked) {
    let known = step.options.iter().all(|option| option.mark.is_some());
    let helps = step.options.iter().any(Draft::is_right);
    if known && !helps && !step.options.is_empty() {
        page.error(
            step.name.line,
            "none of the choices of this step helps; write one that does, with [x] before it",
        );
    }
}

/// Reads where a choice of the step `at` leads; `None` where that is nowhere.
fn turn(page: &mut Page, names: &[&str], at: usize, option: &Draft) -> Option<Turn> {
    let target = option.target.as_deref()?;
    let helps = option.is_right();
    if target == END {
        return Some(Turn { helps, to: None });
    }
    let Some(to) = names.iter().position(|name| *name == target) else {
        let known = names.iter().copied().chain([END]);
        let hint = match did_you_mean(target, known) {
            hint if hint.is_empty() => "; write the name of a later step, or end".to_owned(),
            hint => hint,
        };
        let message = format!("there is no step \"{target}\"{hint}");
        page.error(option.line, message);
        return None;
    };
    if to <= at {
        let place = if to == at { "its own" } else { "an earlier" };
        let message = format!(
            "this choice leads back to {place} step, and a story only goes on; write the name of \
             a later step, or end"
        );
        page.error(option.line, message);
    }
    Some(Turn {
        helps,
        to: Some(to),
    })
}

/// Notes the steps to which no choice leads.
fn check_reached(page: &mut Page, steps: &[Asked], turns: &[Vec<Turn>]) {
    for (at, step) in steps.iter().enumerate().skip(1) {
        let mut before = turns.iter().take(at).flatten();
        let reached = before.any(|turn| turn.to == Some(at));
        // A name to which nothing can lead has its own problem.
        let mut earlier = steps.iter().take(at);
        let taken = earlier.any(|other| other.name.value == step.name.value);
        let nameable = step.name.value != END && Id::new(&step.name.value).is_ok();
        if !reached && !taken && nameable {
            let message = format!(
                "no choice of an earlier step leads to \"{}\"; write -> {} after one",
                step.name.value, step.name.value
            );
            page.error(step.name.line, message);
        }
    }
}

/// Warns of a story that goes the same way whatever is chosen.
fn check_branches(page: &mut Page, steps: &[Asked], turns: &[Vec<Turn>]) {
    let straight = |turns: &Vec<Turn>| turns.iter().all(|turn| turn.to == turns[0].to);
    // What cannot be published yet has worse problems.
    if page.is_sound()
        && turns.iter().all(straight)
        && let Some(first) = steps.first()
    {
        page.warning(
            first.name.line,
            "nothing that is chosen in this story changes where it leads; let one choice lead to \
             another step than the rest, or to end",
        );
    }
}
