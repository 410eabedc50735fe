//! Ids that authors may not choose, because the page has elements of that name.

/// The ids of the page's own elements.
pub const RESERVED: [&str; 6] = [
    "academy-data",
    "app",
    "main",
    "progress",
    "start-failed",
    "top",
];

/// What the ids of the page's other elements start with.
pub const RESERVED_PREFIX: &str = "page-";

/// Returns whether the page keeps `id` for itself.
#[must_use]
pub fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id) || id.starts_with(RESERVED_PREFIX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_names_of_the_page() {
        for (id, reserved) in [
            ("app", true),
            ("page-header", true),
            ("apply", false),
            ("my-page", false),
        ] {
            assert_eq!(is_reserved(id), reserved, "{id}");
        }
    }
}
