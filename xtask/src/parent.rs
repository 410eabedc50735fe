//! What runs beside the server ends with it.

/// The program that started this one; it changes when that one ends.
#[cfg(unix)]
pub(crate) fn parent_id() -> u32 {
    std::os::unix::process::parent_id()
}

/// Elsewhere the program itself does what a child does on Unix, until it ends.
#[cfg(not(unix))]
pub(crate) fn parent_id() -> u32 {
    std::process::id()
}
