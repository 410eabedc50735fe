//! What is said when: the conversation of a framed page with the page around it.
//!
//! A machine without a clock or a browser: it is told what was heard, how large the content is and
//! how far the reader is, and returns what is to be said. Each event has few letters as its answer,
//! and most have none.

use std::mem;

use serde_json::Value;

use super::LONGEST;
use super::canvas;
use super::h5p;
use super::open;
use super::own;
use super::own::Place;
use super::resizer;
use super::theme::Theme;
use super::wordpress;

/// How large the content is, at some moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// The height of the content, in CSS pixels; 0 where it was not measured yet.
    pub height: usize,
    /// The width of the frame, in CSS pixels.
    pub width: usize,
    /// When it was measured, in milliseconds since any moment that stays the same.
    pub at: u32,
}

impl Size {
    /// Returns whether it is as large as the other.
    fn is_as(self, other: Self) -> bool {
        self.height == other.height && self.width == other.width
    }
}

/// How soon a width has to come back to be taken for a loop, in milliseconds. A host whose frames change
/// their size slowly takes its time; a reader who turns a phone to and fro is slower.
const SOON: u32 = 1_500;

/// How often a width may come back before a lower height is held.
const RETURNS: u8 = 2;

/// How much of the content may lie outside of a frame that holds it, in CSS pixels: where a page is
/// zoomed, both are rounded.
const ROUNDING: usize = 1;

/// The hosts that answered.
#[derive(Debug, Default)]
struct Hosts {
    /// The origin of the project's own element.
    own: Option<String>,
    h5p: bool,
    open: bool,
    resizer: Option<resizer::Host>,
    /// The secret of WordPress, which stands in the address. It asks for nothing else.
    wordpress: Option<String>,
}

impl Hosts {
    fn have_answered(&self) -> bool {
        self.own.is_some() || self.h5p || self.open || self.resizer.is_some()
    }
}

/// How the width of the frame goes to and fro.
#[derive(Debug, Default)]
struct Turns {
    /// The width now, in CSS pixels.
    width: usize,
    /// The one before.
    before: usize,
    /// When it changed, in milliseconds.
    at: u32,
    /// How often in a row it came back.
    returns: u8,
}

/// A conversation with the page around this one.
#[derive(Debug, Default)]
pub struct Talk {
    hosts: Hosts,
    /// The last size that was told.
    told: Size,
    turns: Turns,
    /// How far the reader is, once it is known.
    place: Option<Place>,
}

/// Greets, in every language in which the page begins: it plays `module` in `language`.
#[must_use]
pub fn greeting(module: &str, language: &str) -> Vec<String> {
    vec![
        own::ready(module, language),
        resizer::READY.to_owned(),
        h5p::HELLO.to_owned(),
    ]
}

impl Talk {
    /// Returns the conversation of a page of whose address `fragment` is the last part.
    #[must_use]
    pub fn new(fragment: &str) -> Self {
        let hosts = Hosts {
            wordpress: wordpress::secret(fragment).map(str::to_owned),
            ..Hosts::default()
        };
        Self {
            hosts,
            ..Self::default()
        }
    }

    /// Returns the origin of the project's own element, once it has said hello.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.hosts.own.as_deref()
    }

    /// Takes in what the page around this one said, from `origin`; the caller has made sure that it
    /// was that page. Returns what is to be said, and the theme that the host wishes, if it said so.
    #[must_use]
    pub fn hear(&mut self, message: &str, origin: &str) -> (Vec<String>, Option<Theme>) {
        let mut letters = Vec::new();
        let mut theme = None;
        if message.len() > LONGEST {
        } else if let Some(heard) = resizer::read(message) {
            letters.extend(self.hear_resizer(heard));
        } else if let Ok(message) = message.parse() {
            match own::hello(&message) {
                Some(wish) => theme = self.hear_own(&mut letters, wish, origin),
                None => letters.extend(self.hear_object(&message)),
            }
        }
        (letters, theme)
    }

    fn hear_resizer(&mut self, heard: resizer::Heard) -> Option<String> {
        match heard {
            resizer::Heard::Begin(host) => {
                let letter = self.told_by(|size| host.begin(size));
                self.hosts.resizer = Some(host);
                letter
            }
            resizer::Heard::Ask => {
                let host = self.hosts.resizer.as_ref()?;
                self.told_by(|size| host.size(size))
            }
        }
    }

    fn hear_object(&mut self, message: &Value) -> Option<String> {
        match h5p::read(message) {
            Some(h5p::Heard::Ready) => return Some(h5p::HELLO.to_owned()),
            Some(h5p::Heard::Ask) => {
                self.hosts.h5p = true;
                return self.told_by(h5p::height);
            }
            None => {}
        }
        if open::asks(message) {
            self.hosts.open = true;
            return self.told_by(open::size);
        }
        let secret = self.hosts.wordpress.as_ref()?;
        if !wordpress::asks(message, secret) {
            return None;
        }
        self.told_by(|size| wordpress::height(secret, size))
    }

    /// The first origin that says hello is the one that is spoken to: it is the parent's, and stays
    /// so for as long as this page lives. It may say so again, with another theme, and is not told
    /// anew what it knows.
    fn hear_own(
        &mut self,
        letters: &mut Vec<String>,
        wish: Option<Theme>,
        origin: &str,
    ) -> Option<Theme> {
        match &self.hosts.own {
            Some(known) => return wish.filter(|_| known == origin),
            None => self.hosts.own = Some(origin.to_owned()),
        }
        letters.extend(self.told_by(own::height));
        if let Some(place) = self.place {
            progress(letters, place, false);
        }
        wish
    }

    /// Returns what `letter` makes of the size that was told last, if any was.
    fn told_by(&self, letter: impl FnOnce(Size) -> String) -> Option<String> {
        (self.told.height > 0).then(|| letter(self.told))
    }

    /// Takes in how large the content is. What is new is told to the hosts that answered, and where
    /// none did, in the two languages that need no answer.
    #[must_use]
    pub fn measure(&mut self, size: Size) -> Vec<String> {
        let mut letters = Vec::new();
        if size.height == 0 || size.is_as(self.told) || self.holds(size) {
            return letters;
        }
        self.told = size;
        let hosts = &self.hosts;
        let unanswered = !hosts.have_answered() && hosts.wordpress.is_none();
        if hosts.own.is_some() {
            letters.push(own::height(size));
        }
        if hosts.h5p || unanswered {
            letters.push(h5p::height(size));
        }
        if hosts.open {
            letters.push(open::size(size));
        }
        letters.extend(hosts.resizer.as_ref().map(|host| host.size(size)));
        let wordpress = hosts.wordpress.as_ref();
        letters.extend(wordpress.map(|secret| wordpress::height(secret, size)));
        if unanswered {
            letters.push(canvas::height(size));
        }
        letters
    }

    /// Returns whether a height is to be kept to itself: the host makes the frame narrower when it
    /// is high and wider when it is low, and the two of them would go on for ever. The larger height
    /// stays.
    ///
    /// By the width alone: the height differs with the scrollbar, which comes and goes meanwhile.
    fn holds(&mut self, size: Size) -> bool {
        let turns = &mut self.turns;
        if size.width != turns.width {
            let back = size.width == turns.before && size.at.saturating_sub(turns.at) < SOON;
            turns.returns = if back {
                turns.returns.saturating_add(1)
            } else {
                0
            };
            turns.before = mem::replace(&mut turns.width, size.width);
            turns.at = size.at;
        }
        let goes_on = turns.returns > RETURNS && size.at.saturating_sub(turns.at) < SOON;
        goes_on && size.height < self.told.height
    }

    /// Takes in how far the reader is.
    #[must_use]
    pub fn tell(&mut self, place: Place) -> Vec<String> {
        let mut letters = Vec::new();
        let before = self.place.replace(place);
        if self.hosts.own.is_some() && before != Some(place) {
            progress(&mut letters, place, before.is_some_and(Place::is_end));
        }
        letters
    }

    /// Asks to bring what is so far below the top of the frame onto the screen, in CSS pixels; only
    /// of hosts that can.
    #[must_use]
    pub fn lead(&self, below: usize) -> Vec<String> {
        let letter = match &self.hosts {
            Hosts { own: Some(_), .. } => own::lead(below),
            Hosts {
                resizer: Some(host),
                ..
            } => host.lead(below),
            _ => return Vec::new(),
        };
        vec![letter]
    }
}

/// Adds what is said of how far the reader is; that it is the end, unless that was so `before`.
fn progress(letters: &mut Vec<String>, place: Place, before: bool) {
    letters.push(own::progress(place));
    if place.is_end() && !before {
        letters.push(own::complete());
    }
}

/// Returns whether a frame that shows so many CSS pixels holds content of this height, so that it
/// needs no scrollbar. Only the frame itself says so: a host may promise a height, and not give it.
#[must_use]
pub fn fits(height: usize, seen: usize) -> bool {
    height > 0 && seen + ROUNDING >= height
}
