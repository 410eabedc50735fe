//! The exercise: every question can be answered, explains itself, and keeps no pick.

use browser_tests::prelude::Case;

mod access;
pub(crate) mod answer;
mod early;
mod finish;
mod forget;
mod keys;
mod links;
mod look;
mod many;
mod order;
mod pick;
mod pointer;
pub(crate) mod quiz;
mod reload;
mod size;
mod story;
mod whole;
mod without;

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    [
        access::cases(),
        early::cases(),
        finish::cases(),
        forget::cases(),
        links::cases(),
        many::cases(),
        order::cases(),
        pick::cases(),
        reload::cases(),
        size::cases(),
        story::cases(),
        whole::cases(),
        without::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
