//! The sign-up: one press sends once, and the page says exactly what happened.

use browser_tests::prelude::Case;

mod access;
pub(crate) mod busy;
mod device;
mod fields;
pub(crate) mod form;
mod guard;
mod keys;
mod line;
mod once;
mod outcomes;
mod policy;
mod services;
mod single;
pub(crate) mod site;
mod tab;
mod without;

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    [
        access::cases(),
        busy::cases(),
        device::cases(),
        fields::cases(),
        guard::cases(),
        keys::cases(),
        line::cases(),
        once::cases(),
        outcomes::cases(),
        policy::cases(),
        services::cases(),
        single::cases(),
        tab::cases(),
        without::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
