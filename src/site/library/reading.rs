//! How the list is to be read: as its modules are.
//!
//! The list keeps no choice, neither one of its own, which no module could forget, nor one for its
//! modules, which nobody may have opened. It wears the choice of the first of them that keeps one; and
//! what is chosen on the list lasts until the reader leaves it.

use serde_json::json;

use crate::domain::progress::ProgressMode;
use crate::site::reading;

/// Returns the script of the list of the modules whose places have these keys.
pub(super) fn script(keys: &[String], mode: ProgressMode) -> String {
    // Where nothing may be kept, what is there is of another setting, and is not looked at.
    let keys = if mode == ProgressMode::Off { &[] } else { keys };
    let own = include_str!("reading.js")
        .replace("{keys}", &json!(keys).to_string())
        .replace("{keeps}", mode.as_str());
    reading::script_that_keeps_nothing(&own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_writes() {
        for mode in [ProgressMode::On, ProgressMode::Ask, ProgressMode::Off] {
            let script = script(&["academy:bees".to_owned()], mode);
            for word in ["setItem", "removeItem", "clear(", "cookie"] {
                assert!(!script.contains(word), "{word}: {script}");
            }
            for unfilled in ["{key", "{keeps}", "NAME", "place()"] {
                assert!(!script.contains(unfilled), "{unfilled}: {script}");
            }
            let looks = script.contains("const KEYS = [\"academy:bees\"];");
            assert_eq!(looks, mode != ProgressMode::Off, "{script}");
        }
    }
}
