//! The names of the parts by which a place is carried elsewhere, which the build draws and the
//! client finds.
//!
//! No view: they are the same whatever happens, so the build writes them into the page.

/// The slot of the whole, in the progress strip.
pub const SLOT: &str = "carry";

/// The id of the whole: a disclosure.
pub const ROOT: &str = "page-carry";

/// The id of the words that there is nothing to take along.
pub const NOTHING: &str = "page-carry-nothing";

/// The id of what a place can be taken along with.
pub const TAKE: &str = "page-carry-take";

/// The id of the field that shows the code.
pub const CODE: &str = "page-carry-code";

/// The id of the part with the link, where there is one.
pub const BY_LINK: &str = "page-carry-by-link";

/// The id of the field that shows the link.
pub const LINK: &str = "page-carry-link";

/// The id of the link that saves the file.
pub const FILE: &str = "page-carry-file";

/// The name under which the file is saved: it says nothing of the topic.
pub const FILE_NAME: &str = "my-place.txt";

/// The id of the words about what is taken along.
pub const TAKEN: &str = "page-carry-taken";

/// The id of the form for what is brought.
pub const FORM: &str = "page-carry-form";

/// The id of the field for a code from elsewhere.
pub const TYPED: &str = "page-carry-typed";

/// The id of the button that takes in what stands in that field.
pub const BRING: &str = "page-carry-bring";

/// The id of the field that opens a file.
pub const OPEN: &str = "page-carry-open";

/// The id of the words about what is brought.
pub const BROUGHT: &str = "page-carry-brought";

/// The attribute of a button that copies what stands in a field; its value is the field's id.
pub const COPIES: &str = "data-copies";

/// What the fragment of a link begins with that carries a place. No id holds a "=", so it leads to
/// no other part of the page.
pub const FRAGMENT: &str = "carry=";
