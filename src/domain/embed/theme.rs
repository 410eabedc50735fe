//! Light or dark, as the page around this one wishes.

use super::cut;

/// Which colours the page around this one wishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's device has them.
    #[default]
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

    /// Returns the theme that the query of an address names first, such as `?embed=h5p&theme=dark`.
    #[must_use]
    pub fn of_query(query: &str) -> Self {
        let mut rest = query.strip_prefix('?').unwrap_or(query);
        while !rest.is_empty() {
            let (pair, after) = cut(rest, b'&');
            if let Some(theme) = pair.strip_prefix("theme=").and_then(Self::new) {
                return theme;
            }
            rest = after;
        }
        Self::Auto
    }

    /// Returns the words by which a page is read, `reading`, with this wish among them; where they
    /// name a theme already, that is the reader's choice, and stays.
    ///
    /// A wish stands at the end, with a space behind it, which no choice of a reader has. So an
    /// earlier one is known, and goes.
    #[must_use]
    pub fn worn(self, reading: &str) -> String {
        let chosen = match reading.strip_suffix(' ') {
            Some(words) => words.rsplit_once(' ').map_or("", |(chosen, _)| chosen),
            None => reading,
        };
        let names_one = |word: &str| word == "light" || word == "dark";
        let wish = match self {
            Self::Light => " light ",
            Self::Dark => " dark ",
            Self::Auto => "",
        };
        if chosen.split(' ').any(names_one) {
            chosen.to_owned()
        } else {
            chosen.to_owned() + wish
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_names_a_theme_or_none() {
        for (query, theme) in [
            ("?theme=dark", Theme::Dark),
            ("?embed=h5p&theme=light", Theme::Light),
            ("?theme=dark&embed=h5p", Theme::Dark),
            ("?theme=blue&theme=light", Theme::Light),
            ("?mytheme=dark&x", Theme::Auto),
            ("?theme=auto", Theme::Auto),
            ("?dark", Theme::Auto),
            ("?theme=", Theme::Auto),
            ("", Theme::Auto),
        ] {
            assert_eq!(Theme::of_query(query), theme, "{query}");
        }
    }

    #[test]
    fn a_wish_is_worn_where_the_reader_has_none() {
        for (reading, wish, worn) in [
            ("", Theme::Dark, " dark "),
            ("large wide", Theme::Light, "large wide light "),
            ("large dark", Theme::Light, "large dark"),
            ("light", Theme::Dark, "light"),
            ("large", Theme::Auto, "large"),
        ] {
            assert_eq!(wish.worn(reading), worn, "{reading}");
            assert_eq!(wish.worn(&wish.worn(reading)), worn, "twice");
        }
    }

    #[test]
    fn another_wish_takes_the_place_of_the_first() {
        let dark = Theme::Dark.worn("large");
        assert_eq!(Theme::Light.worn(&dark), "large light ");
        assert_eq!(Theme::Auto.worn(&dark), "large");
        assert_eq!(Theme::Auto.worn(&Theme::Dark.worn("")), "");
        // The reader chose the same as the host.
        assert_eq!(Theme::Light.worn("dark"), "dark");
    }
}
