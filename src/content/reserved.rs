//! Ids that authors may not choose, because the page has elements of that name, or because they
//! cannot be the name of a module's folder.

/// What the ids of the page's own elements start with.
pub const PREFIX: &str = "page-";

/// Returns whether the page keeps `id` for itself.
#[must_use]
pub fn is_reserved(id: &str) -> bool {
    id.starts_with(PREFIX)
}

/// Names under which the page keeps notes of its own, beside a reader's place (`src/site/exit.js`,
/// `src/site/offline/page.js`).
const NOTES: [&str; 2] = ["left", "place"];

/// Folders that a web server may have of its own, and devices of Windows, which makes no folder with
/// such a name ("Naming Files, Paths, and Namespaces", Microsoft).
const FOLDERS: [&str; 6] = ["cgi-bin", "icons", "aux", "con", "nul", "prn"];

/// The same, each with a digit behind it.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// Files that the site has beside the modules' folders, without their endings: some servers answer
/// for such an address with the file (`/help` with `help.html`), and the folder is never seen.
const FILES: [&str; 17] = [
    "blank",
    "bom",
    "embed",
    "finished",
    "help",
    "icon",
    "icon-192",
    "icon-512",
    "icon-maskable",
    "icon-touch",
    "index",
    "manifest",
    "oembed",
    "privacy",
    "share",
    "third-party",
    "worker",
];

/// Returns why no module can have the id `id`: half a sentence that says of what it is the name.
#[must_use]
pub fn not_of_module(id: &str) -> Option<&'static str> {
    let numbered = |device: &&str| {
        let rest = id.strip_prefix(*device).unwrap_or_default();
        rest.len() == 1 && rest.bytes().all(|digit| digit.is_ascii_digit())
    };
    if NOTES.contains(&id) {
        Some("the page keeps a note of its own under that name")
    } else if FOLDERS.contains(&id) || NUMBERED.iter().any(numbered) {
        Some("some servers or systems have no such folder to give")
    } else if FILES.contains(&id) {
        Some("the site has a file of that name, which some servers show in place of the folder")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_names_of_the_page() {
        for (id, reserved) in [("page-header", true), ("page", false), ("my-page-2", false)] {
            assert_eq!(is_reserved(id), reserved, "{id}");
        }
    }

    #[test]
    fn some_names_are_no_modules() {
        for id in ["left", "place", "cgi-bin", "con", "com1", "help", "worker"] {
            assert!(not_of_module(id).is_some(), "{id}");
        }
        for id in ["in-control", "com", "com10", "comb", "left-over", "helpers"] {
            assert_eq!(not_of_module(id), None, "{id}");
        }
    }
}
