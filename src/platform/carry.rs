//! The part of the page from which a place is carried elsewhere: its fields, the clipboard, files,
//! and the page's own address.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;
use web_sys::Event;
use web_sys::EventTarget;
use web_sys::FileReader;
use web_sys::HtmlInputElement;

use super::face::set;
use super::face::set_hidden;
use super::news;
use super::page;
use crate::components::carry;
use crate::domain::ports::carry::CarryDesk;
use crate::domain::progress::carry::Codes;
use crate::domain::progress::carry::LONGEST;
use crate::state::carry::Carry;
use crate::state::learner::Learner;

/// That part of the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageCarryDesk;

impl CarryDesk for PageCarryDesk {
    fn show(&self, codes: &Codes) {
        if put(carry::CODE, &codes.typed) {
            let nothing = codes.typed.is_empty();
            hide(carry::TAKE, nothing);
            hide(carry::NOTHING, !nothing);
            show_link(&codes.kept);
            show_file(&codes.kept);
            say(carry::TAKEN, "");
        }
    }

    fn say(&self, taken: &'static str, brought: &'static str) {
        say(carry::TAKEN, taken);
        say(carry::BROUGHT, brought);
    }

    fn clear(&self) {
        put(carry::TYPED, "");
    }
}

/// Returns a field. One of several lines is no input, but has a value all the same.
fn field(id: &str) -> Option<HtmlInputElement> {
    Some(page::element(id)?.unchecked_into())
}

/// Puts a text into a field. Returns whether that changed it.
fn put(id: &str, text: &str) -> bool {
    field(id).is_some_and(|field| {
        let changes = field.value() != text;
        if changes {
            field.set_value(text);
        }
        changes
    })
}

/// Hides or shows a part.
fn hide(id: &str, hidden: bool) {
    if let Some(part) = page::element(id) {
        set_hidden(&part, hidden);
    }
}

/// Sets the words of a live region, which tells them.
fn say(id: &str, words: &str) {
    if let Some(element) = page::element(id) {
        element.set_text_content(Some(words));
    }
}

/// Returns the page's address.
fn address() -> Option<String> {
    page::window()?.location().href().ok()
}

/// Shows the link that holds `code`. It has the page's address without a query, in which some sites
/// hold who somebody is. There is none for a page that was opened from a file: its address leads
/// nowhere from another device, and may hold somebody's name.
fn show_link(code: &str) {
    let address = address().unwrap_or_default();
    let mut link = String::new();
    if address.starts_with("http") && !code.is_empty() {
        let end = |sign: u8| sign == b'?' || sign == b'#';
        link.push_str(split(&address, end).0);
        link.push('#');
        link.push_str(carry::FRAGMENT);
        link.push_str(code);
    }
    hide(carry::BY_LINK, link.is_empty());
    put(carry::LINK, &link);
}

/// Splits a text at the first of these signs, which are ASCII; what follows is empty without one.
///
/// By hand: the general search for a character would cost the client a third of a kilobyte.
fn split(text: &str, sign: impl Fn(u8) -> bool) -> (&str, &str) {
    let place = text.bytes().position(sign).unwrap_or(text.len());
    let (before, after) = (text.get(..place), text.get(place + 1..));
    (before.unwrap_or_default(), after.unwrap_or_default())
}

/// Has the link to the file hold `code`.
///
/// As an address that holds the file itself, which all browsers save under the name in `download`
/// (HTML Standard, section 4.6.5): there is nothing to make and to drop again.
fn show_file(code: &str) {
    if let Some(link) = page::element(carry::FILE) {
        let file = "data:text/plain,".to_owned() + code;
        set(&link, "href", (!code.is_empty()).then_some(&file));
    }
}

/// Listens to that part of the page and to its address, for as long as the page lives.
pub fn listen(learner: Learner) {
    let (Some(root), Some(window)) = (page::element(carry::ROOT), page::window()) else {
        return;
    };
    for name in ["toggle", "click", "submit", "change"] {
        listen_to(&root, name, learner);
    }
    // Who has begun to read before the client started is not taken away from it.
    let reads = window.scroll_y().is_ok_and(|place| place > 0.0);
    news::listen(&window, "hashchange", move |_| {
        follow(learner, true);
    });
    follow(learner, !reads);
}

/// Does what an event in that part of the page asks for.
fn hear(learner: Learner, event: &Event) -> Option<()> {
    let target: Element = event.target()?.unchecked_into();
    match event.type_().as_str() {
        "toggle" => learner.carry(Carry::Open(target.has_attribute("open"))),
        "submit" => {
            event.prevent_default();
            learner.carry(Carry::Bring(&field(carry::TYPED)?.value()));
        }
        "change" => open_file(learner)?,
        "loadend" => {
            let reader: FileReader = target.unchecked_into();
            let text = reader.result().ok().and_then(|text| text.as_string());
            learner.carry(text.as_deref().map_or(Carry::BadFile, Carry::Bring));
        }
        _ => {
            let button = target.closest("button").ok()??;
            copy(learner, &field(&button.get_attribute(carry::COPIES)?)?)?;
        }
    }
    Some(())
}

/// Has `learner` hear of events of this name in that part of the page.
fn listen_to(target: &EventTarget, name: &str, learner: Learner) {
    news::listen(target, name, move |event| {
        hear(learner, &event);
    });
}

/// Copies what stands in a field. It is selected as well, for where the browser does not copy it.
fn copy(learner: Learner, text: &HtmlInputElement) -> Option<()> {
    text.select();
    let clipboard = page::window()?.navigator().clipboard();
    // There is none where the page does not come over a line that nobody can change (Clipboard API,
    // section 7.1).
    if clipboard.is_undefined() {
        learner.carry(Carry::Copy(false));
        return None;
    }
    let copied = Closure::<dyn FnMut(JsValue)>::new(move |_| learner.carry(Carry::Copy(true)));
    let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| learner.carry(Carry::Copy(false)));
    let _ = clipboard.write_text(&text.value()).then2(&copied, &failed);
    // A few bytes for each press.
    copied.forget();
    failed.forget();
    Some(())
}

/// Reads the file that was opened.
fn open_file(learner: Learner) -> Option<()> {
    let field = field(carry::OPEN)?;
    let file = field.files()?.get(0)?;
    // So that the same file can be opened again.
    field.set_value("");
    let reader = FileReader::new().ok()?;
    listen_to(&reader, "loadend", learner);
    // More than any code has is not read: the text is then too long.
    let start = file.slice_with_i32_and_i32(0, i32::from(LONGEST) + 1);
    reader.read_as_text(&start.ok()?).ok()
}

/// Takes the code out of the page's address, where there is one, and asks what to do with it; if
/// `leads`, the reader is led there. Nothing of it stays in the address.
fn follow(learner: Learner, leads: bool) -> Option<()> {
    let address = address()?;
    let (page, fragment) = split(&address, |sign| sign == b'#');
    let code = fragment.strip_prefix(carry::FRAGMENT)?;
    // Fails for a page in a frame without an origin, whose address nobody sees.
    let _ = page::window()?
        .history()
        .ok()?
        .replace_state_with_url(&JsValue::NULL, "", Some(page));
    put(carry::TYPED, code);
    let root: Element = page::element(carry::ROOT)?.into();
    set(&root, "open", Some(""));
    learner.carry(Carry::Follow(code));
    if leads {
        // The words are told with the button that has the focus. Fails for none that is in the page.
        let _ = page::element(carry::BRING)?.focus();
    }
    Some(())
}
