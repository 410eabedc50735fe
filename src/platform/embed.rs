//! A page within another page: what it says to that page, and what it hears from it.
//!
//! A client of its own (`src/bin/frame.rs`), which only a page in a frame fetches. It shares nothing
//! with the client of the module but the page: so it works where that one fails, and nobody else
//! pays for it.

use std::cell::Cell;
use std::cell::RefCell;

use js_sys::JSON;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use web_sys::MessageEvent;
use web_sys::ResizeObserver;
use web_sys::Window;

use super::framed;
use super::links;
use super::news;
use super::page;
use crate::domain::embed::OWN;
use crate::domain::embed::talk;
use crate::domain::embed::talk::Size;
use crate::domain::embed::talk::Talk;
use crate::domain::embed::theme::Theme;

/// Milliseconds in which a host has to apply a height that it was told. One that did not is taken
/// not to do it, and the frame gets its scrollbar back.
const PATIENCE: u32 = 250;

/// The longest time after which it is still looked at whether a slow host did, in milliseconds. A
/// browser tells when the frame's size has changed; of a busy machine it was seen not to.
const LATEST: u32 = 8_000;

thread_local! {
    /// The frame that this page is in, once it speaks to the page around it.
    static FRAME: Cell<Option<&'static Frame>> = const { Cell::new(None) };
}

/// A page within another page.
struct Frame {
    window: Window,
    body: HtmlElement,
    /// The page around this one.
    host: Window,
    talk: RefCell<Talk>,
    /// The theme that the page around this one wishes.
    theme: Cell<Theme>,
}

/// Speaks to the page around this one, if there is one, for as long as this page lives.
///
/// Returns `None` where there is none, or no speaking to it.
#[must_use]
pub fn start() -> Option<()> {
    let window = page::window()?;
    let host = window.parent().ok()??;
    if JsValue::from(&host) == JsValue::from(&window) {
        return None;
    }
    let location = window.location();
    let theme = Theme::of_query(&location.search().ok()?);
    let frame = Frame {
        body: page::document()?.body()?,
        host,
        talk: RefCell::new(Talk::new(&location.hash().ok()?)),
        theme: Cell::new(theme),
        window,
    };
    // Lasts as long as the page.
    let frame: &'static Frame = Box::leak(Box::new(frame));
    FRAME.set(Some(frame));
    framed::show();
    framed::wear(theme);
    links::listen(|below| {
        if let Some(frame) = FRAME.get() {
            frame.say(&mut |talk| talk.lead(below));
        }
    });
    frame.listen()
}

impl Frame {
    /// Listens to the page, to the one around it, and to the reader's progress.
    fn listen(&'static self) -> Option<()> {
        news::listen(&self.window, "message", |event| {
            self.hear(event.unchecked_ref());
        });
        news::listen(&self.window, "resize", |_| {
            self.measure();
            self.settle();
        });
        let measure = news::reaction(|_| {
            self.measure();
        });
        // It tells the first size by itself, and lasts as long as what it watches.
        let observer = ResizeObserver::new(measure.unchecked_ref()).ok()?;
        observer.observe(&self.body);
        let (module, language) = framed::played()?;
        self.say(&mut |_| talk::greeting(&module, &language));
        framed::watch(|| framed::wear(self.theme.get()), || self.look());
        self.look();
        Some(())
    }

    /// Looks at what the client of the module, or the reader, has changed.
    fn look(&self) {
        if let Some(place) = framed::place() {
            self.say(&mut |talk| talk.tell(place));
        }
    }

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
            if let Some(theme) = theme {
                self.theme.set(theme);
                framed::wear(theme);
            }
            letters
        });
        Some(())
    }

    /// Measures the content, and tells the host of what is new.
    fn measure(&'static self) -> Option<()> {
        let size = Size {
            height: self.height(),
            width: seen(self.window.inner_width())?,
            at: page::age(),
        };
        if self.say(&mut |talk| talk.measure(size)) {
            self.settle_after(PATIENCE);
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
    /// does not. Returns whether it holds all.
    ///
    /// Not while the content is being measured: a scrollbar that comes or goes changes its width.
    fn settle(&self) -> bool {
        let seen = seen(self.window.inner_height());
        let fits = seen.is_some_and(|seen| talk::fits(self.height(), seen));
        framed::fit(fits);
        fits
    }

    /// Settles after some milliseconds, and where the host is late, later once more.
    fn settle_after(&'static self, milliseconds: u32) {
        page::after(milliseconds, move || {
            if !self.settle() && milliseconds < LATEST {
                self.settle_after(milliseconds * 2);
            }
        });
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
