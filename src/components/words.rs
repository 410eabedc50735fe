//! Words that change while they are looked at.

use leptos::prelude::*;

/// Words that change.
///
/// They are set on the element, not on a text node: a translation tool replaces text nodes by
/// elements of its own, and a view that went on writing to the old node would leave an outdated
/// sentence standing.
#[component]
pub fn Words(
    /// Returns the words; tracked.
    text: Box<dyn Fn() -> String>,
) -> impl IntoView {
    let element: NodeRef<leptos::html::Span> = NodeRef::new();
    let drawn = untrack(&text);
    let first = drawn.clone();
    Effect::new(move |shown: Option<String>| {
        // The words may have changed between the drawing and the first run of this effect.
        let shown = shown.unwrap_or_else(|| first.clone());
        let now = text();
        if let (Some(element), true) = (element.get(), shown != now) {
            element.set_text_content(Some(&now));
        }
        now
    });
    view! { <span node_ref=element>{drawn}</span> }
}
