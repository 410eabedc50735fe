//! News from outside the page: another tab changed what is kept, or a sleeping page woke.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;
use web_sys::EventTarget;
use web_sys::StorageEvent;

use super::page;

/// Calls `changed` when another page of the same origin changes what is kept under `key`: with the
/// new text, or `None` when it is gone.
pub fn of_store(key: String, changed: impl Fn(Option<String>) + 'static) {
    let Some(window) = page::window() else { return };
    listen(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else {
            return;
        };
        let local = page::window().and_then(|window| window.local_storage().ok().flatten());
        if event.storage_area() != local {
            return;
        }
        match event.key() {
            Some(other) if other != key => {}
            Some(_) => changed(event.new_value()),
            // The whole storage was cleared (HTML Standard, section 12.2.1, `clear`).
            None => changed(None),
        }
    });
}

/// Calls `woke` when the page is shown again: from the back-forward cache, or as the tab in front.
/// It may have missed news.
pub fn of_waking(woke: impl Fn() + Clone + 'static) {
    let (Some(window), Some(document)) = (page::window(), page::document()) else {
        return;
    };
    let also = woke.clone();
    listen(&window, "pageshow", move |_| woke());
    listen(&document, "visibilitychange", move |_| also());
}

/// Calls `react` with each event of this name on `target`, for as long as the page lives.
pub fn listen(target: &EventTarget, name: &str, react: impl Fn(Event) + 'static) {
    // Fails only for a target that is no target.
    let _ = target.add_event_listener_with_callback(name, reaction(react).unchecked_ref());
}

/// Returns `react` as a function of the browser's. What calls it without an event, such as a timer,
/// gives nothing to look at.
pub fn reaction(react: impl Fn(Event) + 'static) -> JsValue {
    Closure::<dyn Fn(Event)>::new(react).into_js_value()
}
