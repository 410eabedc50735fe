//! What the domain needs from the outside, as small traits with in-memory twins.

use core::fmt;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;

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
