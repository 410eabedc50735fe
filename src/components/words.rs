//! Words that change while they are looked at.

use leptos::prelude::*;

/// Words that change.
///
/// They are set on the element, not on a text node: a translation tool replaces text nodes by
/// elements of its own, and a view that went on writing to the old node would leave an outdated
/// sentence standing.
#[component]
pub fn Words(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let element: NodeRef<leptos::html::Span> = NodeRef::new();
    Effect::new(move |shown: Option<String>| {
        let now = text.get();
        if let (Some(element), true) = (element.get(), shown.is_some_and(|shown| shown != now)) {
            element.set_text_content(Some(&now));
        }
        now
    });
    view! { <span node_ref=element>{text.get_untracked()}</span> }
}
