//! Light or dark, as the page around this one wishes.

/// Which colours the page around this one wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's device has them.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Returns the theme that `word` names.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// Returns the theme that the query of an address ends with, such as `?embed=h5p&theme=dark`.
    #[must_use]
    pub fn of_query(query: &str) -> Option<Self> {
        if query.ends_with("theme=light") {
            Some(Self::Light)
        } else if query.ends_with("theme=dark") {
            Some(Self::Dark)
        } else {
            None
        }
    }

    /// Returns the word for it; `None` where the reader's device decides.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_names_a_theme_or_none() {
        for (query, theme) in [
            ("?theme=dark", Some(Theme::Dark)),
            ("?embed=h5p&theme=light", Some(Theme::Light)),
            ("?theme=auto", None),
            ("?dark", None),
            ("?theme=", None),
            ("", None),
        ] {
            assert_eq!(Theme::of_query(query), theme, "{query}");
        }
        assert_eq!(Theme::Dark.word(), Some("dark"));
        assert_eq!(Theme::Light.word(), Some("light"));
        assert_eq!(Theme::Auto.word(), None);
    }
}
