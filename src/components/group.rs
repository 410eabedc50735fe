//! Sections that belong together, under a heading of their own.

use leptos::prelude::*;

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

/// Sections that belong together.
#[component]
pub fn Group(
    /// The group's skeleton.
    group: GroupOutline,
    /// For each of its sections, whether it was read.
    marks: Vec<Signal<bool>>,
) -> impl IntoView {
    let sections = group.sections.into_iter().zip(marks);
    let sections = sections.map(|(id, read)| {
        let slots = section::slots(&id);
        view! { <Section slots read/> }
    });
    view! {
        <div class="group">
            <Slot name=heading_slot(&group.id)/>
            {sections.collect_view()}
        </div>
    }
}
