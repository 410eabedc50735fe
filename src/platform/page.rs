//! Small questions to the page.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::Document;
use web_sys::Element;
use web_sys::HtmlElement;
use web_sys::Window;

/// Returns the window, if the client runs in one.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Returns the document.
#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the element with this id, if it is one that people see.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Returns the elements that match `selector`, in document order.
#[must_use]
pub fn all(selector: &str) -> Vec<Element> {
    let root = document().and_then(|document| document.document_element());
    root.map_or_else(Vec::new, |root| all_in(&root, selector))
}

/// Returns the elements in `root` that match `selector`, in document order.
#[must_use]
pub fn all_in(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|at| list.item(at)?.dyn_into().ok())
        .collect()
}

/// Marks the start or the end of the client's own start, so that a browser's tools and the bench
/// show how long it took: as the measure `academy-start` (User Timing, Level 3).
pub fn clock(begins: bool) {
    const NAME: &str = "academy-start";
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // Without the clock the page is the same.
        let _ = if begins {
            performance.mark(NAME)
        } else {
            performance.measure_with_start_mark(NAME, NAME)
        };
    }
}

/// Returns the milliseconds since the page began to load (High Resolution Time, section 7.1).
#[must_use]
pub fn age() -> u32 {
    let performance = window().and_then(|window| window.performance());
    // A page is not open for the seven weeks that would fit.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    performance.map_or(u32::MAX, |performance| performance.now() as u32)
}

/// Calls `act` once, after some milliseconds.
pub fn after(milliseconds: u32, act: impl FnOnce() + 'static) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    // Frees itself: there are many.
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        // Fails for no function.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            act.unchecked_ref(),
            milliseconds,
        );
    }
}

/// The attribute of the root element that says how the client is doing.
const STATE: &str = "data-client";

/// The client is at work.
pub const READY: &str = "ready";

/// The client cannot go on, in this page, ever again.
pub const FAILED: &str = "failed";

/// Says on the root element how the client is doing: [`READY`] or [`FAILED`]. What needs the client
/// is shown while it is ready. A client that failed stays so: what it had planned before may still
/// run, and must not claim that all is well.
pub fn say(state: &str) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let failed = root.get_attribute(STATE).as_deref() == Some(FAILED);
    let state = if failed { FAILED } else { state };
    for part in all("[data-needs-client]") {
        // By the attribute: in a form, a field called "hidden" would stand in place of the property.
        // Neither fails for a name that is one.
        let _ = if state == READY {
            part.remove_attribute("hidden")
        } else {
            part.set_attribute("hidden", "")
        };
    }
    // Setting an attribute with a valid name cannot fail.
    let _ = root.set_attribute(STATE, state);
}
