//! Whether the end of a section has been on the screen.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;
use web_sys::Event;
use web_sys::IntersectionObserver;
use web_sys::IntersectionObserverEntry;

use super::disclosures::ASIDE;
use super::disclosures::SECTIONS;
use super::page;
use crate::domain::id::Id;

/// Matches the end of a section's text.
const END: &str = "[data-end]";

/// Calls `reached` with a section's id each time its end comes onto the screen.
///
/// What a person opened before the client started is reported at once. A section that was
/// [set aside](ASIDE) counts again once it was closed.
///
/// Returns `None` where the browser cannot watch.
pub fn watch(reached: impl Fn(Id) + 'static) -> Option<()> {
    let react = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            if entry.is_intersecting()
                && let Some(section) = section_of(&entry.target())
            {
                reached(section);
            }
        }
    });
    let observer = IntersectionObserver::new(react.as_ref().unchecked_ref()).ok()?;
    // Both last as long as the page.
    react.forget();
    for section in page::all(SECTIONS) {
        follow(&observer, &section);
    }
    let react = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target();
        if let Some(section) = target.and_then(|target| target.dyn_into::<Element>().ok())
            && section.matches(SECTIONS).unwrap_or(false)
        {
            follow(&observer, &section);
        }
    });
    let react = react.into_js_value();
    // A `toggle` event does not bubble; on its way down it passes every ancestor.
    page::document()?
        .add_event_listener_with_callback_and_bool("toggle", react.unchecked_ref(), true)
        .ok()
}

/// Watches the end of an open section, and not that of a closed one.
///
/// WebKit was seen to miss an end that it had watched since before its section was opened.
fn follow(observer: &IntersectionObserver, section: &Element) {
    let Ok(Some(end)) = section.query_selector(END) else {
        return;
    };
    if section.has_attribute("open") {
        observer.observe(&end);
    } else {
        observer.unobserve(&end);
        // Fails only for a name that is none.
        let _ = section.remove_attribute(ASIDE);
    }
}

/// Returns the id of the section that `end` closes, unless it is set aside.
fn section_of(end: &Element) -> Option<Id> {
    let text = end.closest("[id]").ok()??;
    let counts = !text.parent_element()?.has_attribute(ASIDE);
    counts.then(|| Id::new(&text.id()).ok()).flatten()
}
