//! Where a question leads, and every answer to it with its explanation.

use maud::Markup;
use maud::html;

use super::prose;
use super::questions::Place;
use crate::domain::exercise::Task;
use crate::domain::module::SectionKind;
use crate::domain::question::Choice;
use crate::domain::question::Question;
use crate::domain::question::QuestionKind;
use crate::domain::question::Step;

/// Returns the links of a question: past it, back to where it comes from, to help, and to itself.
///
/// What helps young people is not what adults are to do: the questions of their sections lead to
/// those.
#[must_use]
pub fn links(question: &Question, place: Place<'_>) -> Markup {
    let module = place.module;
    let own = place.section;
    let own = own.filter(|section| section.kind == SectionKind::Adults);
    let from = module
        .sections()
        .find(|section| section.id == question.section && own != Some(section));
    html! {
        ul class="links" {
            li {
                a class="links__skip" href={ "#" (place.next) } {
                    "Skip" span class="unseen" { " this question" }
                }
            }
            @if let Some(from) = from { li { a href={ "#" (from.id) } { "Read: " (from.title) } } }
            @if let Some(own) = own {
                li { a href={ "#" (own.id) } { "What to do: " (own.title) } }
            } @else if let Some(help) = module.groups.first() {
                li { a href={ "#" (help.id) } { (help.title) } }
            }
            li { (prose::here(&question.id)) }
        }
    }
}

/// Returns every answer to `question`, explained.
#[must_use]
pub fn all(question: &Question, level: u8) -> Markup {
    html! {
        details class="answers" {
            summary class="answers__summary" {
                span { "All answers, explained" span class="answers__of" { ": " (question.title) } }
            }
            @for (at, step) in question.steps.iter().enumerate() {
                @if question.steps.len() > 1 { p class="step__part" { "Part " (at + 1) } }
                @for option in reading_order(&question.task, step) {
                    (answer(question, (at, option), level))
                }
            }
        }
    }
}

/// Returns the options of a step in the order in which their explanations read best: where they
/// belong in an order, in that.
fn reading_order(task: &Task, step: &Step) -> Vec<usize> {
    let mut options: Vec<usize> = (0..step.options.len()).collect();
    if let Task::Order { places } = task {
        options.sort_by_key(|option| places.get(*option));
    }
    options
}

/// Returns an option with its explanation.
fn answer(question: &Question, (step, option): (usize, usize), level: u8) -> Markup {
    let of_step = question.steps.get(step);
    let choice = of_step.and_then(|step| step.options.get(option));
    html! {
        @if let Some(choice) = choice {
            div class="answer" data-explains={ (step) ":" (option) } {
                @if question.kind == QuestionKind::MythOrFact {
                    (resolved(question, choice))
                } @else {
                    p class="answer__label" {
                        (prose::inlines(&choice.label))
                        @if let Some(words) = suggested(&question.task, step, option) {
                            " " span class="answer__mark" { (words) }
                        }
                    }
                }
                (prose::blocks(&choice.explanation, level))
                @if let Some(words) = leads(&question.task, step, option) {
                    p class="answer__leads" { (words) }
                }
            }
        }
    }
}

/// Returns what stands over the explanation of a myth or a fact: how it is, then for which answer
/// the explanation is. The bare label would be read as how it is.
fn resolved(question: &Question, choice: &Choice) -> Markup {
    let right = question.steps.first().and_then(|step| match question.task {
        Task::One { right, .. } => step.options.get(right),
        _ => None,
    });
    html! {
        @if let Some(right) = right {
            p class="answer__label" { "Our answer: " (prose::inlines(&right.label)) }
        }
        p class="answer__picked" { "If you picked: " (prose::inlines(&choice.label)) }
    }
}

/// Returns what marks an option that the author would pick.
fn suggested(task: &Task, step: usize, option: usize) -> Option<String> {
    let marked = |marked: bool, words: &str| marked.then(|| words.to_owned());
    match task {
        Task::One { right, .. } => marked(*right == option, "Our answer"),
        Task::Several { right } => marked(right.get(option) == Some(&true), "One of our answers"),
        Task::Order { places } => Some(format!("Our number {}", places.get(option)? + 1)),
        Task::Story { .. } => marked(task.turn(step, option)?.helps, "This can help"),
    }
}

/// Returns where a choice in a story leads.
fn leads(task: &Task, step: usize, option: usize) -> Option<String> {
    Some(match task.turn(step, option)?.to {
        Some(to) => format!("Goes on with part {}.", to + 1),
        None => "Here the story ends.".to_owned(),
    })
}
