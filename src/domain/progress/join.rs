//! Bringing together JSON whose meaning is not known.
//!
//! Fields of a later version have to survive a merge by this one, in any order of merging. So the
//! values form a join-semilattice: objects are joined key by key, and of any two other values the
//! greater one stays, in an order that is total.

use core::cmp::Ordering;

use serde_json::Map;
use serde_json::Value;
use serde_json::map::Entry;

/// Joins `other` into `map`, key by key.
pub(super) fn maps(map: &mut Map<String, Value>, other: &Map<String, Value>) {
    for (key, theirs) in other {
        match map.entry(key.as_str()) {
            Entry::Vacant(place) => {
                place.insert(theirs.clone());
            }
            Entry::Occupied(mut place) => values(place.get_mut(), theirs),
        }
    }
}

/// Joins `theirs` into `ours`.
fn values(ours: &mut Value, theirs: &Value) {
    if let (Value::Object(map), Value::Object(other)) = (&mut *ours, theirs) {
        maps(map, other);
    } else if compare(ours, theirs) == Ordering::Less {
        *ours = theirs.clone();
    }
}

/// Orders values by kind, then by the text of their JSON; objects are above all other kinds.
///
/// Two objects are never compared here, so that this order and the joining of objects together
/// stay associative.
fn compare(a: &Value, b: &Value) -> Ordering {
    rank(a)
        .cmp(&rank(b))
        .then_with(|| a.to_string().cmp(&b.to_string()))
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}
