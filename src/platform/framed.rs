//! What is different in a page within another page, on the elements and words of the page.
//!
//! All of it is put in here, not by the build: a page in a window of its own has none of it. It
//! stands outside of the tree that the client of the module takes over.

use js_sys::Array;
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;
use web_sys::Element;
use web_sys::MutationObserver;
use web_sys::MutationObserverInit;

use super::face;
use super::news;
use super::page;
use crate::domain::embed::own::Place;
use crate::domain::embed::theme::Theme;

/// The id of the words for a page within another page.
const WORDS: &str = "page-framed";

/// The attribute of the root element that says that the frame holds all of the page.
const FITS: &str = "data-fits";

/// The attribute of the root element that says how the page is to be read (`src/site/reading.js`).
const READING: &str = "data-reading";

/// The style of what only such a page has. By rules, not by a sheet of its own: the page's policy
/// allows no other.
const STYLE: [&str; 5] = [
    // The page around it says whose it is, and has been shared already. It is also told how far the
    // reader is, and the words for that stand above. Whatever a component says of these.
    "@layer utilities { .header__publisher, .head__told, [href=\"./share.html\"] { display: none } }",
    "@layer components { [data-fits] { overflow-y: hidden } }",
    "@layer components { #page-framed { \
     max-inline-size: min(var(--page), 100% - 2 * var(--gutter)); \
     margin: var(--space-3) auto; padding: var(--space-2) var(--space-4); \
     font-size: var(--text-small) } }",
    // Where links open in new tabs, they say so: the second words are told in place of the sign.
    "@layer components { [data-out]::after { content: \" ↗\"; content: \" ↗\" / \" (new tab)\" } }",
    "@layer components { .refused { display: block; font-weight: 600 } }",
];

fn root() -> Option<Element> {
    page::document()?.document_element()
}

/// Shows what only a page within another page has.
pub fn show() {
    let _ = put_style();
    let _ = put_words();
}

fn put_style() -> Option<()> {
    // None where a server's own policy refuses the page's style: then nothing has a look.
    let sheet = page::document()?.style_sheets().get(0)?;
    let sheet: CssStyleSheet = sheet.dyn_into().ok()?;
    for rule in STYLE {
        let end = sheet.css_rules().ok()?.length();
        // A browser that does not know a rule refuses it; it can do without.
        let _ = sheet.insert_rule_with_index(rule, end);
    }
    Some(())
}

fn put_words() -> Option<()> {
    let header = page::document()?.query_selector(".header").ok()??;
    // A landmark, since it stands outside of the others: whoever goes from one to the next finds it.
    let words = create(
        "aside",
        "You see this inside another page. What is remembered here may be for that website alone. \
         That page can tell how far you are, and could work out what you opened. ",
    )?;
    words.set_id(WORDS);
    words.set_class_name("note");
    face::set(&words, "aria-label", Some("About this frame"));
    let link = create("a", "Open this in a tab of its own")?;
    // Without what the page around it wished.
    face::set(&link, "href", Some("?"));
    words.append_child(&link).ok()?;
    header
        .insert_adjacent_element("afterend", &words)
        .ok()?
        .map(|_| ())
}

/// Returns a new element with these words.
fn create(name: &str, words: &str) -> Option<Element> {
    let element = page::document()?.create_element(name).ok()?;
    element.set_text_content(Some(words));
    Some(element)
}

/// Says to the style sheet whether the frame holds all of the page.
pub fn fit(fits: bool) {
    if let Some(root) = root() {
        face::set(&root, FITS, fits.then_some(""));
    }
}

/// Has the page wear the theme that the page around it wishes, where the reader has chosen none.
pub fn wear(theme: Theme) {
    let Some(root) = root() else { return };
    let reading = root.get_attribute(READING);
    let worn = theme.worn(reading.as_deref().unwrap_or_default());
    // It is looked at each time that it changes.
    if reading.unwrap_or_default() != worn {
        face::set(&root, READING, Some(&worn));
    }
}

/// Returns what the page plays, and in which language.
#[must_use]
pub fn played() -> Option<(String, String)> {
    let language = root()?.get_attribute("lang").unwrap_or_default();
    let data = page::element("page-data")?.text_content()?;
    let data: Value = data.parse().ok()?;
    Some((data["id"].as_str()?.to_owned(), language))
}

/// Returns how far the reader is, as the client of the module shows it; `None` until it does.
#[must_use]
pub fn place() -> Option<Place> {
    if root()?.get_attribute("data-client")? != page::READY {
        return None;
    }
    let bar = page::element("page-progress")?;
    let count = |name| bar.get_attribute(name)?.parse().ok();
    Some(Place {
        done: count("value")?,
        total: count("max")?,
    })
}

/// Calls `wear` before the page is drawn, and `look` after that, where something has changed of how far
/// the reader is, or of how the page is read.
pub fn watch(wear: impl Fn() + 'static, look: impl Fn() + Clone + 'static) -> Option<()> {
    let changed = news::reaction(move |_| {
        wear();
        // Once all of one change is there.
        page::after(0, look.clone());
    });
    let observer = MutationObserver::new(changed.unchecked_ref()).ok()?;
    let of = MutationObserverInit::new();
    // Of everything: the client may put a new tree in the place of the first.
    of.set_subtree(true);
    of.set_attributes(true);
    let names = ["value", "data-client", READING];
    let names: Array = names.into_iter().map(JsValue::from_str).collect();
    of.set_attribute_filter(&names);
    let root = root()?;
    observer.observe_with_options(&root, &of).ok()
}
