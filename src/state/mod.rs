//! The signals that views share, and the actions that they may call.

pub mod carry;
#[cfg(test)]
mod carry_tests;
pub mod exercise;
#[cfg(test)]
mod exercise_tests;
mod face;
pub mod learner;
#[cfg(test)]
mod paper;
mod question;
pub mod signup;
