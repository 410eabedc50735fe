//! What is sent besides, the same for everybody.

use serde_json::Value;

use super::service::Service;
use super::wire;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Returns what the service gets besides: what it has to, what it usually does, and what the
/// publisher gives.
pub(super) fn read(
    service: &Service,
    table: &Table<'_>,
    problems: &mut Problems,
) -> Vec<(String, Value)> {
    let mut given = given(table, problems);
    let mut extra = Vec::new();
    for (name, value) in &service.fixed {
        if given.iter().any(|(known, _)| known == name) {
            let path = format!("signup.extra.{name}");
            problems.add(&path, "is what the preset itself sends; leave it out");
        }
        extra.push(((*name).to_owned(), value.clone()));
    }
    for (name, value) in &service.usual {
        let place = given.iter().position(|(known, _)| known == name);
        let own = place.map(|place| given.remove(place));
        extra.push(own.unwrap_or_else(|| ((*name).to_owned(), value.clone())));
    }
    given.retain(|(name, _)| service.fixed.iter().all(|(known, _)| known != name));
    extra.extend(given);
    extra
}

/// Reads the publisher's own.
pub(super) fn given(table: &Table<'_>, problems: &mut Problems) -> Vec<(String, Value)> {
    let extra = table
        .get("extra")
        .and_then(|value| Table::open_any("signup.extra", value, problems));
    let mut given = Vec::new();
    for (name, value) in extra.iter().flat_map(Table::members) {
        let path = format!("signup.extra.{name}");
        let is_text = |value: &Value| {
            let text = value.as_str();
            text.is_some_and(|text| !text.contains(char::is_control))
        };
        let list = value.as_array().filter(|list| !list.is_empty());
        if name.trim().is_empty() || name.contains(char::is_control) {
            problems.add(
                &path,
                "has an empty name, or one with a control character; name it",
            );
        } else if !is_text(value) && !list.is_some_and(|list| list.iter().all(is_text)) {
            problems.add(&path, "is to be text in quotes, or a list of texts");
        } else if wire::is_name(&path, name, problems) {
            given.push((name.to_owned(), value.clone()));
        }
    }
    given
}
