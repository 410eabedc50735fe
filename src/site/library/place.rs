//! The list's script: how far a reader has got with each module, as far as this device keeps it.
//!
//! JavaScript, since a page that leads elsewhere is not to load a client of two hundred kilobytes for
//! two numbers. It reads what [`Progress::encode`] writes, and only reads. Beside that it has links
//! lead out of a frame, and the browser keep the page.
//!
//! [`Progress::encode`]: crate::domain::progress::Progress::encode

use crate::site::glue;
use crate::site::integrity;
use crate::site::offline;
use crate::site::offline::worker;

/// What the names of the script's files begin with.
pub const PREFIX: &str = "library-";

/// What a module's page says once it is kept.
const READY: &str = "\"Ready to use offline.\"";

/// What the list says: of the modules, it knows nothing.
const READY_LIST: &str =
    "\"This list is ready to use offline. A module is, once you have opened it.\"";

/// Returns the script's file, by its name, which changes with its text: with what tells of the reader's
/// `places`, and with what has the browser `keep` the page, where that is wanted.
pub(super) fn script(places: bool, keep: bool) -> (String, String) {
    let mut text = glue::without_comments(include_str!("framed.js"));
    if places {
        text += &glue::without_comments(include_str!("place.js"));
    }
    if keep {
        let missing = include_str!("missing.js").replace("{missing}", worker::MISSING);
        text += &glue::without_comments(&missing);
        let script = offline::script().replace(READY, READY_LIST);
        text = format!("{text}(() => {{\n{script}}})();\n");
    }
    let name = format!("{PREFIX}{}.js", integrity::short(&text));
    (name, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Progress;

    #[test]
    fn nothing_is_loaded_but_what_there_is_to_do() {
        for (places, keep) in [(false, false), (true, false), (false, true), (true, true)] {
            let (_, text) = script(places, keep);
            assert!(text.contains("parent !== self"));
            assert_eq!(text.contains(".library__place"), places);
            assert_eq!(text.contains("serviceWorker"), keep);
            assert_eq!(text.contains(READY_LIST), keep);
            assert!(!text.contains(READY), "it promises the modules");
        }
    }

    /// The client's own reader is tried in all ways elsewhere; this one must not drift from what it
    /// writes.
    #[test]
    fn it_reads_the_version_that_is_written() {
        let written = Progress::default().encode();
        assert!(written.contains("\"v\":1") && written.contains("\"read\":"));
        let script = include_str!("place.js");
        for part in ["fields.v !== 1", "{ read, answered = {} } = fields"] {
            assert!(script.contains(part), "{part}");
        }
    }

    #[test]
    fn it_never_writes() {
        let script = include_str!("place.js");
        for word in ["setItem", "removeItem", "clear(", "cookie"] {
            assert!(!script.contains(word), "{word}");
        }
    }
}
