//! Carrying on elsewhere: what the reader has done, as a code, and the codes from elsewhere.

use std::sync::Arc;

use crate::domain::outline::Outline;
use crate::domain::ports::carry::CarryDesk;
use crate::domain::progress::Ledger;
use crate::domain::progress::Progress;
use crate::domain::progress::carry;
use crate::domain::progress::carry::Brought;
use crate::domain::progress::carry::Codes;
use crate::domain::progress::carry::Refusal;

/// What the words are where a text was copied.
const COPIED: &str = "Copied.";

/// What the words are where the browser did not copy it.
const SELECTED: &str = "This browser did not let the page copy it. It is selected now: press Ctrl and \
                        C (on a Mac, Command and C), or hold it and choose Copy.";

/// What the words are where a link has brought a code: nothing is added unasked.
const ASKED: &str = "This link holds somebody's place in this page. Is it yours? Press \"Carry on \
                     here\" to add it. If not, leave it. What you did here stays.";

/// What the words are for a file that is no text, or too long.
const NO_FILE: &str =
    "This file can't be read, or it was not saved by this page. Nothing was changed.";

/// What a reader does to carry on elsewhere, or here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry<'a> {
    /// Opens or closes this part of the page.
    Open(bool),
    /// Has copied a text, or tried to.
    Copy(bool),
    /// Followed a link that holds this code.
    Follow(&'a str),
    /// Brings a code, or a link that holds one.
    Bring(&'a str),
    /// Opened a file that is none.
    BadFile,
}

/// That part of the page.
pub(super) struct Carrying {
    desk: Arc<dyn CarryDesk>,
    /// Whether it is open.
    open: bool,
}

impl Carrying {
    /// Returns it as the build draws it.
    pub(super) fn new(desk: Arc<dyn CarryDesk>) -> Self {
        Self { desk, open: false }
    }

    /// Does what the reader wants.
    pub(super) fn act(&mut self, act: Carry<'_>, ledger: &mut Ledger, outline: &Outline) {
        let (taken, brought) = match act {
            Carry::Open(open) => {
                self.open = open;
                return;
            }
            Carry::Copy(true) => (COPIED, ""),
            Carry::Copy(false) => (SELECTED, ""),
            Carry::Follow(code) => {
                let read = carry::read(outline, code);
                ("", read.map_or_else(Refusal::words, |_| ASKED))
            }
            Carry::Bring(code) => ("", words(carry::bring(ledger, outline, code))),
            Carry::BadFile => ("", NO_FILE),
        };
        // Taken away first: what is said twice is told twice.
        self.desk.say("", "");
        self.desk.say(taken, brought);
    }

    /// Shows what there is to take along while somebody looks, and holds nothing of it otherwise.
    pub(super) fn show(&self, outline: &Outline, progress: &Progress) {
        let mut codes = Codes::default();
        if self.open && !progress.is_empty() {
            codes = carry::write(outline, progress);
        }
        self.desk.show(&codes);
    }

    /// Forgets what was brought, and what is said.
    pub(super) fn forget(&self) {
        self.desk.clear();
        self.desk.say("", "");
    }
}

/// Returns what is said of a code that was brought.
fn words(brought: Result<Brought, Refusal>) -> &'static str {
    match brought {
        Ok(Brought {
            new: true,
            more: false,
        }) => "Done. What you did elsewhere is added here.",
        Ok(Brought { new: true, .. }) => {
            "Done, but for what this version of the page does not have. What you did elsewhere is \
             added here."
        }
        Ok(Brought { more: false, .. }) => {
            "There is nothing new in it: all of it was here already."
        }
        Ok(_) => {
            "There is nothing new in it: all that this version of the page has was here already."
        }
        Err(refusal) => refusal.words(),
    }
}
