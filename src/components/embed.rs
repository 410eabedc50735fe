//! The names of the parts of the page that are about the page around it, which the build draws and
//! the client finds.

/// The id of the words for a page within another page.
pub const FRAMED: &str = "page-framed";

/// The id of the words that say what the page around this one is told.
pub const TOLD: &str = "page-told";

/// The address that stands in what is to be copied until the page knows its own.
pub const PLACE: &str = "https://example.org/";

/// Matches what is to be copied.
pub const COPIES: &str = ".share__copy";

/// The id of the panel that holds it.
pub const PANEL: &str = "page-share";

/// What is said once it was copied.
pub const COPIED: &str = "Copied.";

/// What is said where the browser refused.
pub const NOT_COPIED: &str =
    "This browser did not let the page copy it. It is selected: copy it as you copy other text.";

/// The name of the file that defines the element for other people's pages; it lies beside the page.
pub const SCRIPT: &str = "embed.js";
