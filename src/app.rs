//! The tree that the build prerenders and the client takes over.

use leptos::prelude::*;

use crate::components::group::Group;
use crate::components::progress::ProgressStrip;
use crate::components::slot::Slot;
use crate::domain::outline::Outline;
use crate::state::learner::Learner;

/// The slot above the progress strip: what the module is, and what to do now.
pub const HEAD: &str = "head";

/// The slot under the last group.
pub const FOOT: &str = "foot";

/// The module.
#[component]
pub fn App(
    /// The module's skeleton.
    outline: Outline,
    /// What the reader has done, and may do.
    learner: Learner,
) -> impl IntoView {
    provide_context(learner);
    let mut marks = learner.marks().into_iter();
    let groups = outline.groups.into_iter().map(|group| {
        let marks = marks.by_ref().take(group.sections.len()).collect();
        view! { <Group group marks/> }
    });
    // Drawn here, in reading order: the marks are handed out along the way.
    let groups: Vec<_> = groups.collect();
    view! {
        <main id="page-main" tabindex="-1">
            <Slot name=HEAD.to_owned()/>
            <ProgressStrip/>
            {groups}
            <Slot name=FOOT.to_owned()/>
        </main>
    }
}
