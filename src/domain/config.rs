//! The publisher's settings: `public/config.json`, read when the site is built.

use serde::Deserialize;

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Who publishes the module; shown in the page's header.
    pub publisher: String,
    /// Whether progress is kept on the device.
    #[serde(default)]
    pub progress: ProgressMode,
}

impl Config {
    /// Reads the settings from the text of `public/config.json`.
    ///
    /// # Errors
    /// A sentence that names the setting, its line and what is expected.
    pub fn read(text: &str) -> Result<Self, String> {
        let config: Self = serde_json::from_str(text)
            .map_err(|error| format!("public/config.json: {error}; correct the setting"))?;
        if config.publisher.trim().is_empty() {
            return Err(
                "public/config.json: \"publisher\" is empty; write who publishes the \
                        module"
                    .to_owned(),
            );
        }
        Ok(config)
    }
}

/// Whether progress is kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProgressMode {
    /// Kept from the first section on; the page says so and offers to forget it.
    #[default]
    On,
    /// Kept once the reader has agreed; nothing is stored before.
    Ask,
    /// Never kept.
    Off,
}

impl ProgressMode {
    /// Returns the word for the mode in settings and data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Ask => "ask",
            Self::Off => "off",
        }
    }

    /// Returns the mode that `word` names.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        [Self::On, Self::Ask, Self::Off]
            .into_iter()
            .find(|mode| mode.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_progress_unless_told_otherwise() {
        let read = |text| Config::read(text).map(|config| config.progress);
        assert_eq!(read(r#"{"publisher": "P"}"#), Ok(ProgressMode::On));
        assert_eq!(
            read(r#"{"publisher": "P", "progress": "ask"}"#),
            Ok(ProgressMode::Ask)
        );
        assert_eq!(
            read(r#"{"publisher": "P", "progress": "off"}"#),
            Ok(ProgressMode::Off)
        );
    }

    #[test]
    fn names_the_setting_that_is_wrong() {
        for (text, named) in [
            (r#"{"publisher": "P", "progres": "on"}"#, "progres"),
            (r#"{"publisher": "P", "progress": "maybe"}"#, "maybe"),
            (r#"{"publisher": " "}"#, "publisher"),
            ("{}", "publisher"),
            ("{", "line 1"),
        ] {
            let error = Config::read(text).err().unwrap_or_default();
            assert!(
                error.contains(named) && error.contains("public/config.json"),
                "{error}"
            );
        }
    }
}
