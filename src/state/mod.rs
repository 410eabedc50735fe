//! The signals that views share, and the actions that they may call.

pub mod learner;
