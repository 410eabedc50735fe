//! Keeping progress on a device that several open pages share.
//!
//! The store is the truth: a page never writes back what it once read, only what is new since, and
//! adds that to what the store holds at that moment. So a page that slept while the reader pressed
//! "Forget it" elsewhere cannot bring anything back. A key that this page saw and that is gone was
//! forgotten, whether or not the news of it arrived.

use std::sync::Arc;

use super::DecodeError;
use super::Progress;
use crate::domain::exercise::Standing;
use crate::domain::id::Id;
use crate::domain::ports::KeyValueStore;
use crate::domain::ports::StoreError;
use crate::domain::progress::ProgressMode;

/// What happens to progress, as the reader is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept on this device, or will be from the first section on.
    Kept,
    /// It will be kept if the reader agrees.
    Asking,
    /// The publisher chose not to keep it.
    Off,
    /// It was forgotten just now.
    Forgotten,
    /// It is gone from this page, but the browser did not let it be removed from the device.
    NotForgotten,
    /// The browser refuses: it lasts until the page is closed.
    Refused,
    /// There is no room: what was kept earlier stays.
    Full,
    /// Something is kept that this page cannot read; it is left as it is.
    Unreadable,
    /// A newer version of the player keeps it; it is left as it is.
    Newer,
}

impl Keeping {
    /// Returns what is true before the device was asked.
    #[must_use]
    pub fn at_first(mode: ProgressMode) -> Self {
        match mode {
            ProgressMode::On => Self::Kept,
            ProgressMode::Ask => Self::Asking,
            ProgressMode::Off => Self::Off,
        }
    }
}

/// One open page's hold on the progress of one module.
pub struct Ledger {
    store: Arc<dyn KeyValueStore>,
    key: String,
    mode: ProgressMode,
    /// Everything known: what the store held when it was last read, and what is unsaved.
    known: Progress,
    /// What this page has to add and could not yet write.
    unsaved: Progress,
    /// Whether the store has held progress in this page's sight, and not been seen empty since.
    seen: bool,
    /// Whether the reader agreed, in this page, to have progress kept.
    agreed: bool,
    /// Whether the device still has to be made to forget.
    forgetting: bool,
    keeping: Keeping,
}

impl Ledger {
    /// Returns the ledger of a page that has not looked at the device yet.
    #[must_use]
    pub fn new(store: Arc<dyn KeyValueStore>, key: String, mode: ProgressMode) -> Self {
        Self {
            store,
            key,
            mode,
            known: Progress::default(),
            unsaved: Progress::default(),
            seen: false,
            agreed: false,
            forgetting: false,
            keeping: Keeping::at_first(mode),
        }
    }

    /// Returns everything known.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.known
    }

    /// Returns what happens to progress now.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// Brings this page and the device to the same state: at the start, and whenever a sleeping
    /// page wakes.
    pub fn sync(&mut self) {
        if self.forgetting || self.mode == ProgressMode::Off {
            self.forgetting = self.store.remove(&self.key).is_err() && self.forgetting;
        }
        self.keeping = match self.mode {
            _ if self.forgetting => Keeping::NotForgotten,
            // What an earlier setting had kept is gone now: the page says that nothing is kept.
            ProgressMode::Off => Keeping::Off,
            ProgressMode::On | ProgressMode::Ask => {
                self.exchange().unwrap_or_else(|trouble| trouble)
            }
        };
    }

    /// Records that `section` was read.
    pub fn record_read(&mut self, section: Id) {
        if !self.known.has_read(&section) {
            self.record(&Progress::of_section(section));
        }
    }

    /// Records that `question` was answered. Only its first answer says whether it was settled at
    /// the first try; later ones change nothing.
    pub fn record_answer(&mut self, question: Id, standing: Standing) {
        if self.known.standing(&question).is_none() {
            self.record(&Progress::of_question(question, standing));
        }
    }

    /// Adds what the reader has done elsewhere. Returns whether anything of it was not known.
    pub fn bring(&mut self, carried: &Progress) -> bool {
        // What another page has forgotten in the meantime is news again.
        self.sync();
        let before = self.known.clone();
        self.record(carried);
        self.known != before
    }

    fn record(&mut self, news: &Progress) {
        self.known.merge(news);
        self.unsaved.merge(news);
        self.sync();
    }

    /// Records that the reader agreed to have progress kept.
    pub fn agree(&mut self) {
        self.agreed = true;
        self.sync();
    }

    /// Forgets everything, here and on the device.
    pub fn forget(&mut self) {
        self.drop_all();
        self.forgetting = self.store.remove(&self.key).is_err();
        self.keeping = if self.forgetting {
            Keeping::NotForgotten
        } else {
            Keeping::Forgotten
        };
    }

    /// Obeys the news that another page changed the store; `text` is what it wrote, `None` when
    /// it removed everything.
    pub fn store_changed(&mut self, text: Option<&str>) {
        if self.mode != ProgressMode::Off {
            if text.is_none() {
                self.drop_all();
            }
            self.sync();
        }
    }

    fn drop_all(&mut self) {
        self.known = Progress::default();
        self.unsaved = Progress::default();
        self.seen = false;
        self.agreed = false;
    }

    /// Reads the store, adds what is unsaved, and writes if that changes anything. What went
    /// wrong is as good an answer as what went well.
    fn exchange(&mut self) -> Result<Keeping, Keeping> {
        let Some(text) = self.store.get(&self.key)? else {
            return Ok(self.exchange_with_nothing());
        };
        self.seen = true;
        let stored = Progress::decode(&text)?;
        let mut both = stored.clone();
        both.merge(&self.unsaved);
        self.known = both.clone();
        Ok(if both == stored {
            self.unsaved = Progress::default();
            Keeping::Kept
        } else {
            self.write(&both)
        })
    }

    /// Goes on from a store that holds nothing for this module.
    fn exchange_with_nothing(&mut self) -> Keeping {
        if self.seen {
            // Forgotten by another page: what it may have known goes; what came since stays.
            self.seen = false;
            self.agreed = false;
            self.known = self.unsaved.clone();
        }
        match self.mode {
            ProgressMode::Off => Keeping::Off,
            // The agreement is the key itself, so that nothing else needs to be kept.
            ProgressMode::Ask if self.agreed => self.write(&self.unsaved.clone()),
            ProgressMode::Ask => Keeping::Asking,
            ProgressMode::On if self.unsaved.is_empty() => self.probe(),
            ProgressMode::On => self.write(&self.unsaved.clone()),
        }
    }

    /// Finds out whether the store would take anything, so that the page never promises more.
    ///
    /// Some browsers hand out a storage that reads as empty and refuses every write.
    fn probe(&self) -> Keeping {
        let probe = format!("{}?", self.key);
        let outcome = self
            .store
            .set(&probe, "")
            .and_then(|()| self.store.remove(&probe));
        match outcome {
            Ok(()) if self.keeping == Keeping::Forgotten => Keeping::Forgotten,
            Ok(()) => Keeping::Kept,
            Err(error) => error.into(),
        }
    }

    /// Writes `all`, after which nothing is unsaved.
    fn write(&mut self, all: &Progress) -> Keeping {
        match self.store.set(&self.key, &all.encode()) {
            Ok(()) => {
                self.seen = true;
                self.unsaved = Progress::default();
                Keeping::Kept
            }
            Err(error) => error.into(),
        }
    }
}

impl From<StoreError> for Keeping {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused => Self::Refused,
            StoreError::Full => Self::Full,
        }
    }
}

impl From<DecodeError> for Keeping {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Newer => Self::Newer,
            DecodeError::Unreadable => Self::Unreadable,
        }
    }
}
