//! The tree that the build prerenders and the client takes over.

use leptos::prelude::*;

use crate::components::group::Group;
use crate::components::progress::ProgressStrip;
use crate::components::slot::Slot;
use crate::domain::outline::Outline;
use crate::state::learner::Learner;

/// The slot above the progress strip: what the module is, and what to do now.
pub const HEAD: &str = "head";

/// The slot of the end, after the last group that counts: what is said to a reader who has
/// finished.
pub const FINISH: &str = "finish";

/// The slot of the sign-up, after all groups; empty where the publisher has none.
pub const SIGNUP: &str = "signup";

/// The slot under everything.
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
    // The end stands after the last group that counts, whatever comes besides.
    let last = outline.groups.iter().rposition(|group| group.counts);
    let groups = outline.groups.into_iter().enumerate();
    let groups = groups.map(|(at, group)| {
        let marks = marks.by_ref().take(group.sections.len()).collect();
        let finish = (last == Some(at)).then(|| view! { <Slot name=FINISH.to_owned()/> });
        view! {
            <Group group marks/>
            {finish}
        }
    });
    // Drawn here, in reading order: the marks are handed out along the way.
    let groups: Vec<_> = groups.collect();
    view! {
        <main id="page-main" tabindex="-1">
            <Slot name=HEAD.to_owned()/>
            <ProgressStrip/>
            {groups}
            <Slot name=SIGNUP.to_owned()/>
            <Slot name=FOOT.to_owned()/>
        </main>
    }
}
