//! The signals that views share, and the actions that they may call.

pub mod exercise;
#[cfg(test)]
mod exercise_tests;
mod face;
pub mod learner;
mod question;
pub mod signup;
