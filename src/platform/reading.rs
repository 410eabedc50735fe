//! Whether the end of a section has been on the screen.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;
use web_sys::IntersectionObserver;
use web_sys::IntersectionObserverEntry;

use super::page;
use crate::domain::id::Id;

/// Matches the end of each section's text.
const ENDS: &str = "[data-end]";

/// Calls `reached` with a section's id each time its end comes onto the screen.
///
/// A closed section's end has no place on the screen, so what is reported was open. What a person
/// opened before the client started is reported at once.
pub fn watch(reached: impl Fn(Id) + 'static) {
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
    if let Ok(observer) = IntersectionObserver::new(react.as_ref().unchecked_ref()) {
        for end in page::all(ENDS) {
            observer.observe(&end);
        }
        // Both last as long as the page.
        react.forget();
    }
}

/// Returns the id of the section that `end` closes.
fn section_of(end: &Element) -> Option<Id> {
    let text = end.closest("[id]").ok()??;
    Id::new(&text.id()).ok()
}
