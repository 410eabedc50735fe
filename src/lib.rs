//! Plays a learning module in the browser.
//!
//! One crate, built twice: natively with the feature `ssr`, which reads the module and prerenders
//! the page, and for WebAssembly with the feature `hydrate`, which takes the page over. Both draw
//! the same [`app`]. `ARCHITECTURE.md` shows the layers and the walk of the data.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]
// A component's function is called by `view!`, which uses what it returns.
#![cfg_attr(
    any(feature = "ssr", feature = "hydrate"),
    allow(clippy::must_use_candidate)
)]
#![cfg_attr(any(feature = "ssr", feature = "hydrate"), recursion_limit = "256")]

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod app;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod components;
#[cfg(feature = "ssr")]
pub mod content;
pub mod domain;
#[cfg(feature = "hydrate")]
pub mod platform;
#[cfg(feature = "ssr")]
pub mod settings;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod state;
#[cfg(feature = "ssr")]
mod suggest;
