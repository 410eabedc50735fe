//! Changes to JSON that leave it JSON.

use serde_json::Value;
use serde_json::json;

use crate::dice::Dice;

/// Changes `bytes` where they are JSON; tells whether they are.
pub(crate) fn change(dice: &mut Dice, words: &[&str], bytes: &mut Vec<u8>) -> bool {
    let Ok(mut value) = serde_json::from_slice(bytes) else {
        return false;
    };
    exchange(dice, words, &mut value);
    *bytes = value.to_string().into_bytes();
    true
}

/// Puts another value, or another name, somewhere into JSON.
fn exchange(dice: &mut Dice, words: &[&str], json: &mut Value) {
    let count = match json {
        Value::Object(members) => members.len(),
        Value::Array(items) => items.len(),
        _ => 0,
    };
    let at = dice.below(count);
    let inner = match json {
        Value::Object(members) if count > 0 => {
            if !words.is_empty() && dice.below(6) == 0 {
                return rename(dice, words, json, at);
            }
            members.values_mut().nth(at)
        }
        Value::Array(items) => items.get_mut(at),
        _ => None,
    };
    match inner {
        Some(inner) if dice.below(4) > 0 => exchange(dice, words, inner),
        _ => *json = replacement(dice, words, json),
    }
}

/// Gives a member another name.
fn rename(dice: &mut Dice, words: &[&str], json: &mut Value, at: usize) {
    let Some(members) = json.as_object_mut() else {
        return;
    };
    if let Some(name) = members.keys().nth(at).cloned()
        && let Some(value) = members.remove(&name)
    {
        members.insert(dice.pick(words).to_owned(), value);
    }
}

/// Returns what stands in the place of `old`.
fn replacement(dice: &mut Dice, words: &[&str], old: &Value) -> Value {
    let word = |dice: &mut Dice| match words {
        [] => String::new(),
        words => dice.pick(words).to_owned(),
    };
    match dice.below(9) {
        0 => json!(true),
        1 => json!(false),
        2 => json!(null),
        3 => json!(1),
        4 => json!([old]),
        5 => json!([]),
        6 => json!({ word(dice): old }),
        7 => json!([old, old]),
        _ => json!(word(dice)),
    }
}
