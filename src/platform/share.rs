//! The panel that shows how to share the page or embed it.

use js_sys::JsString;
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use web_sys::HtmlDocument;
use web_sys::HtmlTextAreaElement;

use super::news;
use super::page;
use crate::components::embed;

/// Writes the page's own address into what is to be copied, and has its buttons copy.
///
/// A page that was opened from a folder has no address for others: there the words stay that say
/// where one belongs.
pub fn listen() {
    if let Some(address) = address() {
        for text in page::all(embed::COPIES) {
            // Its text, not its value: nobody has typed anything here.
            let copied = JsString::from(text.text_content().unwrap_or_default());
            let copied = String::from(copied.split(embed::PLACE).join(&address));
            text.set_text_content(Some(&copied));
        }
    }
    let Some(panel) = page::element(embed::PANEL) else {
        return;
    };
    news::listen(&panel, "click", |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        target.as_ref().and_then(copy);
    });
}

/// Returns the page's address, without query and fragment; `None` where it has none for others.
fn address() -> Option<String> {
    let location = page::window()?.location();
    let (origin, path) = (location.origin().ok()?, location.pathname().ok()?);
    let path = path.strip_suffix("index.html").unwrap_or(&path);
    origin.starts_with("http").then(|| origin + path)
}

/// Copies what stands beside the button that was pressed, and says whether that went well.
///
/// By the command that browsers call outdated and keep: unlike its successor, it works in a frame
/// without leave, on pages that did not come over https, and says at once whether it did.
fn copy(pressed: &Element) -> Option<()> {
    let part = pressed.closest("button").ok()??.parent_element()?;
    let text = part.query_selector(embed::COPIES).ok()??;
    let said = part.query_selector("[role=\"status\"]").ok()??;
    text.unchecked_into::<HtmlTextAreaElement>().select();
    let document: HtmlDocument = page::document()?.unchecked_into();
    let copied = document.exec_command("copy").unwrap_or(false);
    said.set_text_content(Some(if copied {
        embed::COPIED
    } else {
        embed::NOT_COPIED
    }));
    Some(())
}
