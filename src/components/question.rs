//! Questions of the exercise: a slot each.
//!
//! What changes of them is said by the learner's state (`state::exercise`).

use leptos::prelude::*;

use crate::components::slot::Slot;
use crate::domain::outline::QuestionOutline;

/// Names the slot that a question consists of.
#[must_use]
pub fn slot(question: &str) -> String {
    format!("question:{question}")
}

/// Names the slots of questions.
#[must_use]
pub fn slots(questions: &[QuestionOutline]) -> Vec<String> {
    let names = questions.iter().map(|question| slot(question.id.as_str()));
    names.collect()
}

/// Questions that stand together.
#[component]
pub fn Questions(
    /// The names of their slots.
    slots: Vec<String>,
) -> impl IntoView {
    let views = slots.into_iter().map(|name| view! { <Slot name/> });
    views.collect_view()
}
