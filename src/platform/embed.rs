//! A page within another page: what it says to that page, and what it hears from it.
//!
//! In a window of its own, nothing of this happens.

use std::cell::Cell;
use std::cell::RefCell;

use js_sys::JSON;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::Element;
use web_sys::HtmlElement;
use web_sys::MessageEvent;
use web_sys::ResizeObserver;
use web_sys::Window;

use super::face;
use super::links;
use super::news;
use super::page;
use crate::components::embed;
use crate::domain::embed::OWN;
use crate::domain::embed::talk;
use crate::domain::embed::talk::Size;
use crate::domain::embed::talk::Talk;
use crate::domain::embed::theme::Theme;
use crate::domain::ports::Audience;
use crate::domain::tally::Tally;

/// Milliseconds in which a host has to apply a height that it was told. One that did not is taken
/// not to do it, and the frame gets its scrollbar back.
const PATIENCE: u32 = 250;

/// The attribute of the root element of a page within another page.
const FRAMED: &str = "data-framed";

/// The attribute of the root element that says that the frame holds all of the page.
const FITS: &str = "data-fits";

/// The attribute of the root element that names the theme that the host wishes.
const THEME: &str = "data-theme";

thread_local! {
    /// The frame that this page is in, once it speaks to the page around it.
    static FRAME: Cell<Option<&'static Frame>> = const { Cell::new(None) };
}

/// A page within another page.
struct Frame {
    window: Window,
    root: Element,
    body: HtmlElement,
    /// The page around this one.
    host: Window,
    talk: RefCell<Talk>,
}

/// The page around this one, if there is one: it is told how far the reader is, if it asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct HostPage;

impl Audience for HostPage {
    fn tell(&self, tally: Tally) {
        if let Some(frame) = FRAME.get() {
            frame.say(&mut |talk| talk.tell(tally));
        }
    }
}

/// Speaks to the page around this one, if there is one, for as long as this page lives. `module` is
/// what it plays.
///
/// Returns `None` where there is none, or no speaking to it.
pub fn listen(module: &str) -> Option<()> {
    let window = page::window()?;
    let host = window.parent().ok()??;
    if JsValue::from(&host) == JsValue::from(&window) {
        return None;
    }
    let location = window.location();
    let document = page::document()?;
    let frame = Frame {
        root: document.document_element()?,
        body: document.body()?,
        window,
        host,
        talk: RefCell::new(Talk::new(&location.hash().ok()?)),
    };
    // Lasts as long as the page.
    let frame: &'static Frame = Box::leak(Box::new(frame));
    FRAME.set(Some(frame));
    frame.set(FRAMED, Some(""));
    frame.wear(Theme::of_query(&location.search().ok()?));
    show(embed::FRAMED);
    links::listen(|below| {
        if let Some(frame) = FRAME.get() {
            frame.say(&mut |talk| talk.lead(below));
        }
    });
    news::listen(&frame.window, "message", |event| {
        frame.hear(event.unchecked_ref());
    });
    news::listen(&frame.window, "resize", |_| {
        frame.measure();
        frame.settle();
    });
    let measure = news::reaction(|_| {
        frame.measure();
    });
    // It tells the first size by itself, and lasts as long as what it watches.
    let observer = ResizeObserver::new(measure.unchecked_ref()).ok()?;
    observer.observe(&frame.body);
    let language = frame.root.get_attribute("lang").unwrap_or_default();
    frame.say(&mut |_| talk::greeting(module, &language));
    Some(())
}

/// Shows words that the build put there for a page within another page.
fn show(id: &str) {
    if let Some(words) = page::element(id) {
        words.set_hidden(false);
    }
}

impl Frame {
    /// Takes in a message, if it is from the page around this one.
    fn hear(&self, event: &MessageEvent) -> Option<()> {
        if JsValue::from(event.source()?) != JsValue::from(&self.host) {
            return None;
        }
        let data = event.data();
        // An object as its JSON; what has none is no message.
        let text = data.as_string();
        let text = text.or_else(|| JSON::stringify(&data).ok()?.as_string())?;
        let origin = event.origin();
        self.say(&mut |talk| {
            let (letters, theme) = talk.hear(&text, &origin);
            if theme.is_some() {
                self.wear(theme);
            }
            if talk.origin().is_some() {
                show(embed::TOLD);
            }
            letters
        });
        Some(())
    }

    /// Measures the content, and tells the host of what is new.
    fn measure(&self) -> Option<()> {
        let size = Size {
            height: self.height(),
            width: seen(self.window.inner_width())?,
            at: page::age(),
        };
        if self.say(&mut |talk| talk.measure(size)) {
            page::after(PATIENCE, || {
                if let Some(frame) = FRAME.get() {
                    frame.settle();
                }
            });
        }
        Some(())
    }

    /// Returns the height of the content, in CSS pixels: that of the body's box, which shrinks with
    /// what is in it, as the height of the document does not.
    fn height(&self) -> usize {
        let height = self.body.get_bounding_client_rect().height();
        // A page is no higher than that, and no lower than nothing.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let height = height.ceil() as usize;
        height
    }

    /// Takes the scrollbar away where the frame holds all of the page, and gives it back where it
    /// does not.
    ///
    /// Not while the content is being measured: a scrollbar that comes or goes changes its width.
    fn settle(&self) {
        let seen = seen(self.window.inner_height());
        let fits = seen.is_some_and(|seen| talk::fits(self.height(), seen));
        self.set(FITS, fits.then_some(""));
    }

    /// Wears the theme that the host wishes.
    fn wear(&self, theme: Option<Theme>) {
        self.set(THEME, theme.and_then(Theme::word));
    }

    fn set(&self, attribute: &str, value: Option<&str>) {
        face::set(&self.root, attribute, value);
    }

    /// Sends what `turn` makes of the conversation to the page around this one. Returns whether it
    /// is anything.
    fn say(&self, turn: &mut dyn FnMut(&mut Talk) -> Vec<String>) -> bool {
        let mut talk = self.talk.borrow_mut();
        let letters = turn(&mut talk);
        // Nothing can be addressed to an origin that is none.
        let own = talk.origin().filter(|origin| *origin != "null");
        for letter in &letters {
            let message = if letter.starts_with('{') {
                JSON::parse(letter).unwrap_or_default()
            } else {
                JsValue::from_str(letter)
            };
            let to = own.filter(|_| letter.starts_with(OWN)).unwrap_or("*");
            // Fails only for an origin that is none; then nobody is to read it.
            let _ = self.host.post_message(&message, to);
        }
        !letters.is_empty()
    }
}

/// Returns a length of what the frame shows, in CSS pixels.
fn seen(length: Result<JsValue, JsValue>) -> Option<usize> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |length: f64| length as usize;
    length.ok()?.as_f64().map(whole)
}
