//! Links of a page within another page: out of it into new tabs, within it to where they lead.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::Element;
use web_sys::HtmlAnchorElement;
use web_sys::MouseEvent;

use super::face;
use super::news;
use super::page;

/// Matches links, but for those that `src/site/exit.js` sees to: the way out, which leads the whole tab
/// away if it can, and those that are copied.
const LINKS: &str = "a[href]:not([class*=exit], .here)";

/// The attribute of a link that leads into a new tab in a frame alone: the style sheet says so.
const OUT: &str = "data-out";

/// What a link begins with that leads to no other page. One that holds a file is saved.
const STAYS: [&str; 5] = ["#", "tel:", "sms:", "mailto:", "data:"];

/// Milliseconds after which what a link led to stands where it will: the host has heard how much
/// higher the page is with that section open.
const SETTLED: u32 = 100;

/// Sees to links, for as long as the page lives. Calls `lead` with where the target of a link within
/// the page stands, in CSS pixels from its top, each time one is followed.
pub fn listen(lead: fn(usize)) {
    // Most other pages refuse to be shown in a frame, and none belongs in this one.
    for link in page::all(LINKS) {
        // Where one does so everywhere, its words say it.
        if !stays(&link) && !link.has_attribute("target") {
            face::set(&link, "target", Some("_blank"));
            face::set(&link, OUT, Some(""));
        }
    }
    let Some(document) = page::document() else {
        return;
    };
    news::listen(&document, "click", move |event| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let link = target.and_then(|target| target.closest(LINKS).ok().flatten());
        let Some(link) = link else { return };
        // With such a key, the reader says where it is to open.
        let mouse: &MouseEvent = event.unchecked_ref();
        if mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() {
            return;
        }
        if !stays(&link) {
            event.prevent_default();
            let link: HtmlAnchorElement = link.unchecked_into();
            if open(&link.href()).is_none() {
                say_refused(&link);
            }
        } else if let Some(id) = href(&link).strip_prefix('#') {
            let id = id.to_owned();
            page::after(SETTLED, move || follow(&id, lead));
        }
    });
}

/// Returns where a link leads, as the author wrote it.
fn href(link: &Element) -> String {
    link.get_attribute("href").unwrap_or_default()
}

/// Returns whether a link leads to no other page.
fn stays(link: &Element) -> bool {
    let href = href(link);
    STAYS.iter().any(|start| href.starts_with(start))
}

/// Brings the target of a link within the page onto the screen. Browsers differ in how far they
/// scroll the page around a frame: this has Firefox do it, and lets the host do it where WebKit does
/// not.
fn follow(id: &str, lead: fn(usize)) {
    let Some(target) = page::element(id) else {
        return;
    };
    target.scroll_into_view();
    let root = page::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let top = |element: &Element| element.get_bounding_client_rect().top();
        // A page is no higher than that.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        lead((top(&target) - top(&root)) as usize);
    }
}

/// Opens an address in a new tab; `None` where the browser refuses.
///
/// Not left to the browser, which would refuse in silence.
fn open(address: &str) -> Option<()> {
    // A sandbox may answer with nothing, or throw.
    let opened = page::window()?.open_with_url_and_target(address, "_blank");
    let tab = opened.ok()??;
    // That page is not to reach back into this one. Where it is that page's already, it cannot.
    let _ = tab.set_opener(&JsValue::NULL);
    Some(())
}

/// Says beside a link that it could not be opened, with its address.
fn say_refused(link: &HtmlAnchorElement) -> Option<()> {
    let beside = link.parent_element()?;
    let words = if let Some(words) = beside.query_selector(".refused").ok()? {
        words
    } else {
        let words = page::document()?.create_element("span").ok()?;
        words.set_class_name("refused");
        // Told when it is filled.
        face::set(&words, "role", Some("alert"));
        beside.append_child(&words).ok()?;
        words
    };
    let said = "This link can't be opened from here. You can copy its address: ";
    words.set_text_content(Some(&(said.to_owned() + &link.href())));
    Some(())
}
