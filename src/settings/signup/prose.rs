//! Words for people, as plain text.

use serde_json::Value;

use crate::settings::problems::Problems;
use crate::settings::table;

/// Reads words of at most `longest` characters.
pub(super) fn read(
    path: &str,
    value: &Value,
    longest: usize,
    problems: &mut Problems,
) -> Option<String> {
    let words = table::text(path, value, problems)?;
    if words.chars().count() > longest {
        let too_long = format_args!("is longer than {longest} characters; shorten it");
        problems.add(path, too_long);
        return None;
    }
    let is_tag = |rest: &str| rest.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic());
    if words.split('<').skip(1).any(is_tag) {
        problems.add(
            path,
            "is plain text, and a tag would be shown as it stands; take it out",
        );
        return None;
    }
    Some(words)
}
