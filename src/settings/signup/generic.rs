//! A service without a preset: the publisher's own, or one that answers as most do.

use super::answer;
use super::service;
use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rules;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// What is said where the address is missing.
const WHAT: &str = "write the https address that sign-ups are sent to";

/// Returns a service that answers the page, unless its answers are hidden.
pub(super) fn read(mode: Mode, table: &Table<'_>, problems: &mut Problems) -> Service {
    let url = service::url(table, WHAT, Ok, problems);
    let (mode, rules) = match answer::read(mode, table, problems) {
        Some(rules) => (mode, rules),
        None => (Mode::Blind, Rules::default()),
    };
    Service {
        rules,
        ..Service::new(mode, url, wire)
    }
}

/// Returns a service that the browser itself sends to.
pub(super) fn page(table: &Table<'_>, problems: &mut Problems) -> Service {
    Service::new(
        Mode::Navigate,
        service::url(table, WHAT, Ok, problems),
        wire,
    )
}

fn wire(field: Field) -> Wire {
    Wire::Name(field.as_str())
}
