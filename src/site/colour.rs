//! The colours of the style sheet that are needed elsewhere, too: the window of an installed module
//! and its icons are to go with the page.

use core::fmt;

/// A colour: its parts of red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// Some colours of a page (`style/tokens.css`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub ground: Colour,
    /// What lies on it, such as the band at the top of the page.
    pub surface: Colour,
    /// The same, where a person prefers dark colours.
    pub dark_surface: Colour,
    /// Links, and the ground of the icon.
    pub accent: Colour,
}

impl Colours {
    /// Finds the colours in a style sheet that defines them as `--name: #rrggbb`, once for
    /// everybody and then once more for who prefers dark ones.
    ///
    /// # Errors
    /// A sentence that names the colour that is not there.
    pub fn of(style: &str) -> Result<Self, String> {
        let [ground, surface, accent] = ["ground", "surface", "accent"].map(|name| {
            let sign = format!("--{name}: #");
            let mut found = style.split(&*sign).skip(1).map(Colour::read);
            let colours = (found.next().flatten(), found.next().flatten());
            colours.0.zip(colours.1).ok_or_else(|| {
                format!(
                    "style/tokens.css has no two {sign}rrggbb, light and dark; write them there"
                )
            })
        });
        let (ground, _) = ground?;
        let (surface, dark_surface) = surface?;
        Ok(Self {
            ground,
            surface,
            dark_surface,
            accent: accent?.0,
        })
    }
}

impl Colour {
    /// Reads the six digits that a text begins with.
    fn read(text: &str) -> Option<Self> {
        let digits = text.get(..6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_colours_of_the_page() {
        let style = ":root{--accent: #010203;--ground: #0a0B0c;--surface: #111111;}
            .b{--accent: var(--ground);}
            @media x{--accent: #222222;--ground: #222222;--surface: #fedcba;}";
        let colours = Colours::of(style).unwrap();
        let told = [
            colours.ground,
            colours.surface,
            colours.dark_surface,
            colours.accent,
        ];
        let told = told.map(|colour| colour.to_string());
        assert_eq!(told, ["#0a0b0c", "#111111", "#fedcba", "#010203"]);
    }

    #[test]
    fn says_which_colour_is_not_there() {
        for style in ["", "--ground: #fff;", "--ground: #00000g;--ground: #000000"] {
            let told = Colours::of(style).unwrap_err();
            assert!(told.contains("has no two --ground: #rrggbb"), "{told}");
        }
    }
}
