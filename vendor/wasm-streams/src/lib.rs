//! Stands for the crate `wasm-streams`, which joins Rust's streams to those of the browser.
//!
//! Leptos brings that crate along for its server functions. This project has none, but the crate's
//! three JavaScript classes are exported, so that the linker keeps them with all that they call: 5 %
//! of a first load. Here is the part of its interface that Leptos names, without exports. Nothing
//! calls it, and what would get an empty stream.

use futures_util::stream;
use futures_util::stream::Stream;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives the stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Gives what a request takes for no body, whatever `stream` holds.
    #[must_use]
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// Gives an empty stream.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
