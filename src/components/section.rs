//! A section: a native disclosure that needs no script to open, with a mark once it was read.

use leptos::prelude::*;

use crate::components::question::Questions;
use crate::components::slot::Slot;
use crate::components::words::Words;
use crate::domain::id::Id;

/// Names the slots of a section: its title, the lines under it, its text.
#[must_use]
pub fn slots(section: &Id) -> [String; 3] {
    ["title", "about", "text"].map(|part| format!("{part}:{section}"))
}

/// A section.
#[component]
pub fn Section(
    /// The names of its [slots].
    slots: [String; 3],
    /// Whether it was read.
    read: RwSignal<bool>,
    /// The names of the slots of the questions under its text.
    questions: Vec<String>,
) -> impl IntoView {
    let mark = Box::new(move || if read.get() { "Already read" } else { "" }.to_owned());
    let [title, about, text] = slots;
    view! {
        <details class="section">
            <summary class="section__summary">
                <Slot name=title/>
                <Slot name=about/>
                <span class="section__mark" class:section__mark--read=read>
                    <Words text=mark/>
                </span>
            </summary>
            <Slot name=text/>
            <Questions slots=questions/>
        </details>
    }
}
