//! Where a reader goes who leaves quickly.

use serde_json::Value;

use super::address::Address;
use super::problems::Problems;
use super::table::Table;

const NAMES: &[&str] = &["url", "forget"];

/// Where to, unless the publisher says otherwise: a page that many people have open, the same for
/// everybody who opens it.
const WEATHER: &str = "https://www.bbc.co.uk/weather";

/// What leaving quickly does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The address that it leads to.
    pub url: String,
    /// Whether the device forgets the module's progress.
    pub forget: bool,
}

impl Default for Exit {
    fn default() -> Self {
        Self {
            url: WEATHER.to_owned(),
            forget: true,
        }
    }
}

impl Exit {
    /// Reads the settings under `exit`, which may be left out.
    pub(super) fn read(value: Option<&Value>, problems: &mut Problems) -> Self {
        let mut exit = Self::default();
        let Some(table) = value.and_then(|value| Table::open("exit", value, NAMES, problems))
        else {
            return exit;
        };
        if let Some(url) = table.text("url", problems) {
            match Address::parse(&url) {
                Ok(address) => exit.url = address.to_string(),
                Err(wrong) => problems.add("exit.url", wrong),
            }
        }
        if table.has("forget") {
            exit.forget = table.flag("forget", problems);
        }
        exit
    }

    /// Returns whether the address leads to every visitor's own machine.
    #[must_use]
    pub fn leads_back(&self) -> bool {
        Address::parse(&self.url).is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Config;

    fn read(exit: &str) -> Result<Exit, Vec<String>> {
        let text = format!(r#"{{"publisher": "P", "exit": {exit}}}"#);
        Config::read(&text).map(|config| config.exit)
    }

    #[test]
    fn leads_to_the_weather_and_forgets_unless_told_otherwise() {
        let exit = |url: &str, forget| {
            let url = url.to_owned();
            Ok(Exit { url, forget })
        };
        let none = Config::read(r#"{"publisher": "P"}"#).map(|config| config.exit);
        assert_eq!(none, exit(WEATHER, true));
        assert_eq!(read("{}"), exit(WEATHER, true));
        assert_eq!(read(r#"{"forget": false}"#), exit(WEATHER, false));
        let other = read(r#"{"url": "https://school.example/home", "forget": true}"#);
        assert_eq!(other, exit("https://school.example/home", true));
    }

    #[test]
    fn names_the_setting_that_is_wrong() {
        for (text, said) in [
            (
                r#"{"url": "javascript://x.example/%0aalert(1)"}"#,
                "exit.url is to begin with https://",
            ),
            (
                r#"{"url": "http://school.example/"}"#,
                "exit.url would travel where others can read it; write https (http is for \
                 127.0.0.1 and localhost alone)",
            ),
            (
                r#"{"forget": "yes"}"#,
                "exit.forget is to be true or false, without quotes",
            ),
            (
                r#"{"forgets": true}"#,
                "exit.forgets is no setting; did you mean \"forget\"?",
            ),
            (
                r#""https://school.example/""#,
                "exit is to stand in braces, as in {\"name\": \"value\"}",
            ),
        ] {
            let expected = format!("public/config.json: {said}");
            assert_eq!(read(text), Err(vec![expected]), "{text}");
        }
    }
}
