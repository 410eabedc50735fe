//! Sizes and timings of a site, in Chromium.
//!
//! Each visit is a first one: a new browser, a new server, nothing kept. Sizes are bodies as they
//! go over the line, in brotli; 1 KB is 1000 bytes. Sizes and layout shift come out the same
//! every time, so being over their budget is an error; times depend on the machine, and are told.

mod answer;
mod bare;
mod embed;
mod figure;
mod first_click;
mod lighthouse;
mod line;
mod recorder;
mod series;
mod single;
mod sizes;
mod visit;

pub use answer::answers;
pub use embed::embedding;
pub use figure::{Figure, Kind, json, table};
pub use lighthouse::lighthouse;
pub use line::Line;
pub use series::{long_pages, timings};
pub use single::single;
pub use sizes::Sizes;
pub use visit::{Visit, visit, visit_at};
