//! The browser: the only place that speaks to it. Implements the domain's
//! [ports](crate::domain::ports), looks at the page, and starts the client.
//!
//! Nothing here may assume that the browser agrees: storage can be refused, the page can have been
//! changed by other programs, and an answer can be missing.

pub mod carry;
#[cfg(signup)]
pub mod desk;
#[cfg(not(signup))]
#[path = "no_desk.rs"]
pub mod desk;
pub mod disclosures;
pub mod embed;
pub mod ends;
pub mod face;
pub mod failure;
pub mod focus;
pub mod framed;
#[cfg(signup)]
pub mod line;
pub mod links;
pub mod news;
pub mod order;
pub mod page;
pub mod sheet;
#[cfg(signup)]
pub mod signup;
pub mod start;
pub mod store;
pub mod tree;
