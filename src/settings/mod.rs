//! The publisher's settings: `public/config.json`, read when the site is built. Native only.
//!
//! Knows the domain and nothing else of this crate. Every problem of the file is told at once, each
//! as a sentence that names the setting by its path.
//!
//! ```text
//! text ─► json ─► secrets ─► table ─► config ─► Config
//!                                └──► signup ─► Signup, with a domain::signup::plan::Plan
//! ```

mod address;
mod config;
pub mod contact;
pub mod exit;
mod json;
mod problems;
mod secrets;
pub mod signup;
mod table;

pub use config::Config;
