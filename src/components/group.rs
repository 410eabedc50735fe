//! Sections, or the questions of an exercise, that belong together under a heading of their own.

use leptos::prelude::*;

use crate::components::question;
use crate::components::question::Questions;
use crate::components::section;
use crate::components::section::Section;
use crate::components::slot::Slot;
use crate::domain::id::Id;
use crate::domain::outline::GroupOutline;

/// Names the slot that holds the heading of a group.
#[must_use]
pub fn heading_slot(group: &Id) -> String {
    format!("group:{group}")
}

/// Names the slot that holds the summary of a group's questions.
#[must_use]
pub fn summary_slot(group: &Id) -> String {
    format!("summary:{group}")
}

/// Returns the id of what the last question of a group or section leads to: of a group, the
/// summary.
#[must_use]
pub fn summary_id(part: &Id) -> String {
    format!("page-end-{part}")
}

/// Sections, or questions, that belong together.
#[component]
pub fn Group(
    /// The group's skeleton.
    group: GroupOutline,
    /// For each of its sections, whether it was read.
    marks: Vec<RwSignal<bool>>,
) -> impl IntoView {
    let sections = group.sections.into_iter().zip(marks);
    let sections = sections.map(|(section, read)| {
        let slots = section::slots(&section.id);
        let questions = question::slots(&section.questions);
        view! { <Section slots read questions/> }
    });
    let summary = (!group.questions.is_empty()).then(|| {
        let name = summary_slot(&group.id);
        view! { <Slot name/> }
    });
    view! {
        <div class="group">
            <Slot name=heading_slot(&group.id)/>
            {sections.collect_view()}
            <Questions slots=question::slots(&group.questions)/>
            {summary}
        </div>
    }
}
