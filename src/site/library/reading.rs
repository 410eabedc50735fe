//! How the list is to be read: as the modules are.
//!
//! The list keeps no choice of its own, which a module could not forget. It shows the choice that was
//! made in the first of them that has one; and what is chosen in the list is kept with each module's
//! place, as if it were chosen there, and forgotten with it.

use crate::domain::progress::ProgressMode;
use crate::site::glue;

/// Returns the script of the list of the modules whose places have these `keys`, with blanks between
/// them.
pub(super) fn script(keys: &str, mode: ProgressMode) -> String {
    glue::without_comments(include_str!("reading.js"))
        .replace("{keys}", keys)
        .replace("{keeps}", mode.as_str())
}
