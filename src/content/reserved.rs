//! Ids that authors may not choose, because the page has elements of that name.

/// What the ids of the page's own elements start with.
pub const PREFIX: &str = "page-";

/// Returns whether the page keeps `id` for itself.
#[must_use]
pub fn is_reserved(id: &str) -> bool {
    id.starts_with(PREFIX)
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
}
