//! What the domain needs from the outside, as small traits with in-memory twins.

pub mod carry;
pub mod desk;

use core::fmt;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::domain::id::Id;
use crate::domain::tally::Tally;

/// Text kept under keys on the device, shared by every open page of the same origin.
///
/// Each call may fail, at any time, also after earlier calls went well: a browser can refuse
/// storage half-way through a visit.
pub trait KeyValueStore: Send + Sync {
    /// Returns the text under `key`, or `None` where nothing is kept.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where the device does not allow it.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps `text` under `key`, in place of what was there.
    ///
    /// # Errors
    /// [`StoreError`] where the device does not allow it or has no room; what was there stays.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes what is kept under `key`, if anything.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where the device does not allow it.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Why nothing could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page keep anything.
    Refused,
    /// There is no room left.
    Full,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refused => "the browser does not let this page keep anything",
            Self::Full => "the browser has no room left for this page",
        })
    }
}

impl core::error::Error for StoreError {}

/// The in-memory twin of the device's storage: lasts as long as the page.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: Mutex<BTreeMap<String, String>>,
}

impl MemoryStore {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<String, String>) -> T) -> T {
        // A panic elsewhere cannot leave a map of strings half-changed, so a poisoned lock is fine.
        work(&mut self.texts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl KeyValueStore for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.with(|texts| texts.get(key).cloned()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.with(|texts| texts.insert(key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.with(|texts| texts.remove(key));
        Ok(())
    }
}

/// The sections of the page that open and close.
pub trait Disclosures: Send + Sync {
    /// Opens every section, or closes every one.
    fn set_all(&self, open: bool);

    /// Has the sections that are open now count for nothing until they are opened anew: their
    /// reading was forgotten, and scrolling past them must not bring it back.
    fn set_aside(&self);
}

/// The twin for a page that nobody looks at: there is nothing to open.
#[derive(Debug, Default)]
pub struct NoDisclosures;

impl Disclosures for NoDisclosures {
    fn set_all(&self, _open: bool) {}

    fn set_aside(&self) {}
}

/// The page around this one, if it is told how far the reader is.
pub trait Audience: Send + Sync {
    /// Tells how far the reader is now.
    fn tell(&self, tally: Tally);
}

/// The twin for a page that stands alone: nobody is told.
#[derive(Debug, Default)]
pub struct NoAudience;

impl Audience for NoAudience {
    fn tell(&self, _tally: Tally) {}
}

/// The questions of the page. Their fields hold what a reader picks, and nothing else does.
pub trait AnswerSheet: Send + Sync {
    /// Returns what is picked at a step of a question: options counted from 0, in the author's
    /// order; where options belong in an order, all of them, as they stand.
    fn picked(&self, question: &Id, step: usize) -> Vec<usize>;

    /// Takes back everything that is picked in a question.
    fn clear(&self, question: &Id);

    /// Leads the reader to a step of a question.
    fn lead_to(&self, question: &Id, step: usize);

    /// Shows `face` of a question, of which `shown` is seen.
    fn show(&self, question: &Id, shown: &Face, face: &Face);

    /// Shows where the reader stands with the questions of a group.
    fn sum_up(&self, group: &Id, summary: &Summary);

    /// Shows the end of the module, or hides it, and says `said` of it.
    fn finish(&self, finished: bool, said: &'static str);
}

/// What changes of a question while it is looked at. The default is how the build draws it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// The step on the screen, from 0.
    pub step: usize,
    /// The first words about the answer, or none.
    pub said: &'static str,
    /// Which options are explained: steps with options, counted from 0.
    pub explained: Vec<(usize, usize)>,
    /// The last words about the answer, or none.
    pub more: &'static str,
    /// What is said of a question that was answered, or nothing.
    pub mark: &'static str,
    /// Whether there is a next step to go to.
    pub can_go_on: bool,
    /// Whether there is a step to go back to.
    pub can_go_back: bool,
    /// Whether this answer has brought the reader to the end of the module.
    pub at_end: bool,
}

impl Face {
    /// Returns whether nothing is said about an answer, and nothing explained.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.said.is_empty() && self.explained.is_empty()
    }
}

/// Where a reader stands with the questions of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many questions there are.
    pub total: usize,
    /// The questions that were not answered yet, in their order.
    pub open: Vec<Id>,
    /// The questions that the reader may want to look at again, in their order.
    pub again: Vec<Id>,
}

/// The twin for a page that nobody looks at: nothing is picked, nothing is seen.
#[derive(Debug, Default)]
pub struct NoAnswers;

impl AnswerSheet for NoAnswers {
    fn picked(&self, _question: &Id, _step: usize) -> Vec<usize> {
        Vec::new()
    }

    fn clear(&self, _question: &Id) {}

    fn lead_to(&self, _question: &Id, _step: usize) {}

    fn show(&self, _question: &Id, _shown: &Face, _face: &Face) {}

    fn sum_up(&self, _group: &Id, _summary: &Summary) {}

    fn finish(&self, _finished: bool, _said: &'static str) {}
}
