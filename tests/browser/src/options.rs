//! What a browser session is set up for.

/// How the browser of a session is set up, as a person might have set theirs.
///
/// ```
/// use browser_tests::options::Options;
///
/// let narrow_and_dark = Options::new().size(320, 640).dark();
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the browser's settings; none depends on another"
)]
pub struct Options {
    pub(crate) java_script: bool,
    pub(crate) size: (u32, u32),
    pub(crate) dark: bool,
    pub(crate) reduced_motion: bool,
    pub(crate) forced_colors: bool,
    pub(crate) storage_refused: bool,
    pub(crate) waits_for_load: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            java_script: true,
            size: (1280, 800),
            dark: false,
            reduced_motion: false,
            forced_colors: false,
            storage_refused: false,
            waits_for_load: true,
        }
    }
}

impl Options {
    /// A browser as it comes, with a page of 1280 by 800.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether a browser is started for the other options as for these; its size can be changed.
    pub(crate) fn same_start(&self, other: &Self) -> bool {
        let size = self.size;
        *self
            == Self {
                size,
                ..other.clone()
            }
    }

    /// JavaScript is switched off. [`Page::exec`](crate::page::Page::exec) still works.
    #[must_use]
    pub fn without_java_script(self) -> Self {
        Self {
            java_script: false,
            ..self
        }
    }

    /// The size of the page (not of the window) in CSS pixels.
    #[must_use]
    pub fn size(self, width: u32, height: u32) -> Self {
        Self {
            size: (width, height),
            ..self
        }
    }

    /// The person prefers dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The person prefers reduced motion.
    #[must_use]
    pub fn reduced_motion(self) -> Self {
        Self {
            reduced_motion: true,
            ..self
        }
    }

    /// Colours are forced, as by Windows' contrast themes. WebKit has no such mode.
    #[must_use]
    pub fn forced_colors(self) -> Self {
        Self {
            forced_colors: true,
            ..self
        }
    }

    /// The browser refuses storage. Reading `localStorage` throws in Chromium and Firefox; in
    /// WebKit `localStorage` is null, which is its way to refuse.
    #[must_use]
    pub fn storage_refused(self) -> Self {
        Self {
            storage_refused: true,
            ..self
        }
    }

    /// [`Page::goto`](crate::page::Page::goto) comes back as soon as the navigation has begun.
    #[must_use]
    pub fn without_waiting(self) -> Self {
        Self {
            waits_for_load: false,
            ..self
        }
    }
}
