//! A question as HTML: native fields, and every answer explained in a native disclosure.
//!
//! It reads without its client: the fields are then the items of a list. On paper their boxes are
//! for a pencil, and the explanations come after all questions.

use maud::Markup;
use maud::html;

use super::answers;
use super::exercise;
use super::prose;
use crate::domain::module::Module;
use crate::domain::module::Section;
use crate::domain::question::Choice;
use crate::domain::question::Question;
use crate::domain::question::QuestionKind;
use crate::domain::question::Step;

/// Where a question stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The module.
    pub module: &'a Module,
    /// The section that asks it, if one does.
    pub section: Option<&'a Section>,
    /// The level of the question's heading, 1 to 6.
    pub level: u8,
    /// What comes after the question: the id of the next one, or of the end of them all.
    pub next: &'a str,
    /// Whether that end has to stand in the question itself, because nothing comes after it.
    pub ends: bool,
}

/// Returns `question` as HTML, in the slot of this name.
#[must_use]
pub fn question(slot: &str, question: &Question, place: Place<'_>) -> Markup {
    html! {
        // Without "off", a browser would fill in what was picked before the page was loaded again.
        // "dialog" sends nothing anywhere, also before the client listens: there is no dialog here
        // to close (HTML Standard, section 4.10.21.3, step "If method is dialog").
        form class="question" id=(question.id) data-slot=(slot) data-at="0" method="dialog"
            autocomplete="off" {
            (prose::heading(place.level, None, Some("question__title"), &html! { (question.title) }))
            (prose::blocks(&question.intro, place.level))
            @for (at, step) in question.steps.iter().enumerate() {
                (self::step(question, at, step, place.level))
            }
            (check(question.kind))
            // A live region, there before it is filled: what is put into it is told.
            div class="result" role="status" {
                p class="result__said" {}
                div class="result__why" {}
                p class="result__more" {}
            }
            // Shown once, where an answer finishes the module: its end stands far below. Not told:
            // the end itself is.
            p class="result__end" hidden {
                a href={ "#" (exercise::END) } { (exercise::END_WORDS) }
            }
            @if question.kind == QuestionKind::Scenario { (walk()) }
            (answers::links(question, place))
            (answers::all(question, place.level))
            @if place.ends { p class="unseen" id=(place.next) tabindex="-1" { "End of the questions" } }
        }
    }
}

/// Returns what is asked at a step, with the fields to answer it.
fn step(question: &Question, at: usize, step: &Step, level: u8) -> Markup {
    let part = (question.steps.len() > 1).then(|| format!("Part {}", at + 1));
    html! {
        // The focus goes to a part of a story when the reader goes on to it, and is told its name.
        div class="step" data-step=(at) tabindex="-1" role=[part.as_ref().map(|_| "group")]
            aria-label=[part.as_deref()] {
            @if let Some(part) = &part { p class="step__part" { (part) } }
            (prose::blocks(&step.context, level))
            fieldset class="options" {
                legend class="options__ask" { (prose::inlines(&step.ask)) }
                @if question.kind == QuestionKind::Order {
                    (order(step))
                } @else {
                    @for (option, choice) in step.options.iter().enumerate() {
                        (field(question, (at, option), choice))
                    }
                }
            }
        }
    }
}

fn field(question: &Question, (step, option): (usize, usize), choice: &Choice) -> Markup {
    let kind = match question.kind {
        QuestionKind::Several => "checkbox",
        _ => "radio",
    };
    html! {
        label class="option" {
            // Each question is a form of its own: so the names need not tell them apart.
            input class="option__box" type=(kind) name=(step) value=(option);
            span class="option__label" { (prose::inlines(&choice.label)) }
        }
    }
}

/// Returns the items of a step that belong in an order, with the buttons that move them.
fn order(step: &Step) -> Markup {
    html! {
        ol class="order" {
            @for (option, choice) in step.options.iter().enumerate() {
                li class="order__item" data-option=(option) {
                    span class="order__label" { (prose::inlines(&choice.label)) }
                    span class="order__moves" data-needs-client="" hidden {
                        (mover("up", "Move up: ", choice, option == 0))
                        (mover("down", "Move down: ", choice, option + 1 == step.options.len()))
                    }
                }
            }
        }
        // Says where an item went.
        p class="order__told" role="status" {}
    }
}

/// Returns the button that moves an item; at the `end` of the list it stays, so that the focus stays
/// on it, and says that there is nowhere to go.
fn mover(way: &str, words: &str, choice: &Choice, end: bool) -> Markup {
    html! {
        button class={ "button order__move order__move--" (way) } type="button" data-move=(way)
            aria-disabled=[end.then_some("true")] {
            span class="unseen" { (words) (prose::inlines(&choice.label)) }
        }
    }
}

/// Returns the button that checks, and the place of what is said of a question that was answered.
fn check(kind: QuestionKind) -> Markup {
    html! {
        div class="question__acts" data-needs-client="" hidden {
            button class="button" type="submit" {
                @if kind == QuestionKind::Scenario { "See what happens" } @else { "Check" }
            }
            p class="question__mark" {}
        }
    }
}

/// Returns the buttons that lead through a story, after what came of the last choice.
fn walk() -> Markup {
    html! {
        div class="question__walk" {
            button class="button" type="button" data-act="go-on" hidden { "Go on" }
            button class="button button--quiet" type="button" data-act="go-back" hidden {
                "Try another way"
            }
        }
    }
}
