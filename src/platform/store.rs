//! The device's storage.

use gloo_storage::LocalStorage;
use gloo_storage::Storage as _;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::DomException;

use super::page::window;
use crate::domain::ports::KeyValueStore;
use crate::domain::ports::StoreError;

/// The browser's local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

impl LocalStore {
    /// Returns the storage, where the browser hands it out at this moment.
    ///
    /// `gloo-storage` panics where the browser refuses (the getter throws in a sandboxed frame, or
    /// with cookies blocked), so this asks first, each time: a person can change the setting while
    /// the page is open.
    fn storage() -> Result<web_sys::Storage, StoreError> {
        let allowed = window().and_then(|window| window.local_storage().ok().flatten());
        allowed
            .map(|_| LocalStorage::raw())
            .ok_or(StoreError::Refused)
    }
}

impl KeyValueStore for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Self::storage()?
            .get_item(key)
            .map_err(|_| StoreError::Refused)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        Self::storage()?
            .set_item(key, text)
            .map_err(|error| reason(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Self::storage()?
            .remove_item(key)
            .map_err(|_| StoreError::Refused)
    }
}

/// Returns why the browser did not write: for want of room it throws `QuotaExceededError` (HTML
/// Standard, section 12.2.1, `setItem`).
fn reason(error: &JsValue) -> StoreError {
    let exception: Option<&DomException> = error.dyn_ref();
    match exception.map(DomException::name) {
        Some(name) if name == "QuotaExceededError" => StoreError::Full,
        _ => StoreError::Refused,
    }
}
