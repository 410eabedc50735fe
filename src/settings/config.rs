//! The settings of a site.

use serde_json::Value;

use super::address::Address;
use super::contact;
use super::contact::Contact;
use super::exit::Exit;
use super::json;
use super::problems::FILE;
use super::problems::Problems;
use super::signup::Signup;
use super::table::Table;
use crate::domain::progress::ProgressMode;
use crate::suggest::did_you_mean;
use crate::suggest::listed;

/// The names of the settings.
const NAMES: &[&str] = &[
    "publisher",
    "contact",
    "address",
    "progress",
    "offline",
    "exit",
    "signup",
];

/// The settings of a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Who publishes the module; shown in the page's header.
    pub publisher: String,
    /// Where readers ask the publisher about their privacy, if the publisher says.
    pub contact: Option<Contact>,
    /// The address of the published page, which ends in a slash; `None` where the build does not
    /// know it.
    pub address: Option<String>,
    /// Whether progress is kept on the device.
    pub progress: ProgressMode,
    /// Whether browsers keep the module's files, so that it opens without a network.
    pub offline: bool,
    /// What leaving quickly does.
    pub exit: Exit,
    /// The sign-up to a mailing list, if there is one.
    pub signup: Option<Signup>,
    /// The publisher's mark, as an element of the page; `None` for the project's own. The build draws it
    /// from the site's icon, not from the file.
    pub mark: Option<String>,
    /// Whether the page is that of one of several modules, beside a list of them. The build says so,
    /// not the file.
    pub listed: bool,
}

impl Config {
    /// Reads the settings from the text of `public/config.json`.
    ///
    /// # Errors
    /// Every problem, each a sentence that names the setting by its path and says what to do. Of
    /// what is no JSON, the first with its line.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let value = json::read(text).map_err(|error| {
            let problem = format!("{FILE}: {error}; mend it there");
            // It may quote a name, and has to stay on one line all the same.
            vec![problem.replace(char::is_control, " ")]
        })?;
        let mut problems = Problems::default();
        let config = config(&value, &mut problems);
        problems.finish(config)
    }

    /// Returns the origin of the published page, where the build knows its address.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let address = Address::parse(self.address.as_deref()?).ok()?;
        Some(address.origin())
    }

    /// Returns whether its address leads every visitor back to their own machine.
    #[must_use]
    pub fn leads_back(&self) -> bool {
        let address = self.address.as_deref().map(Address::parse);
        address.is_some_and(|address| address.is_ok_and(|address| address.is_loopback()))
    }

    /// Returns the settings of one of several modules, which lies in a folder of this name.
    #[must_use]
    pub fn of_listed(&self, folder: &str) -> Self {
        let address = self.address.as_ref();
        Self {
            address: address.map(|address| format!("{address}{folder}/")),
            listed: true,
            ..self.clone()
        }
    }

    /// Replaces the sign-up by a form to try at `url`, on this machine.
    ///
    /// # Errors
    /// A sentence where `url` is no `http` address of a loopback host (127.0.0.1 or
    /// localhost): a trial sends nothing elsewhere.
    pub fn with_trial(self, url: &str) -> Result<Self, Vec<String>> {
        let signup = Some(Signup::trial(url)?);
        Ok(Self { signup, ..self })
    }
}

fn config(value: &Value, problems: &mut Problems) -> Option<Config> {
    let table = Table::open("", value, NAMES, problems)?;
    let publisher = table.needed_text("publisher", "write who publishes the module", problems);
    let contact = contact::read(&table, problems);
    let address = address(&table, problems);
    let progress = progress(&table, problems);
    let offline = offline(&table, problems);
    let exit = Exit::read(table.get("exit"), problems);
    let signup = table
        .get("signup")
        .and_then(|value| Signup::read(value, problems));
    Some(Config {
        publisher: publisher?,
        contact,
        address,
        progress,
        offline,
        exit,
        signup,
        mark: None,
        listed: false,
    })
}

/// Reads the address of the published page.
fn address(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let text = table.text("address", problems)?;
    match Address::of_folder(&text) {
        Ok(address) => Some(address.to_string()),
        Err(what) => {
            problems.add("address", what);
            None
        }
    }
}

/// Reads whether progress is kept; [`ProgressMode::On`] where nothing is said.
fn progress(table: &Table<'_>, problems: &mut Problems) -> ProgressMode {
    let Some(word) = table.text("progress", problems) else {
        return ProgressMode::default();
    };
    ProgressMode::new(&word).unwrap_or_else(|| {
        let words = ProgressMode::ALL.map(ProgressMode::as_str);
        let hint = did_you_mean(&word, words);
        let words = listed(&words, "or");
        problems.add("progress", format_args!("is to be {words}{hint}"));
        ProgressMode::default()
    })
}

/// Reads whether browsers keep the module; they do where nothing is said.
fn offline(table: &Table<'_>, problems: &mut Problems) -> bool {
    let Some(word) = table.text("offline", problems) else {
        return true;
    };
    let words = ["on", "off"];
    if !words.contains(&word.as_str()) {
        let hint = did_you_mean(&word, words);
        let words = listed(&words, "or");
        problems.add("offline", format_args!("is to be {words}{hint}"));
    }
    word != "off"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_progress_unless_told_otherwise() {
        let read = |text: &str| Config::read(text).map(|config| config.progress);
        assert_eq!(read(r#"{"publisher": "P"}"#), Ok(ProgressMode::On));
        for mode in ProgressMode::ALL {
            let text = format!(r#"{{"publisher": "P", "progress": "{}"}}"#, mode.as_str());
            assert_eq!(read(&text), Ok(mode));
        }
    }

    #[test]
    fn browsers_keep_the_module_unless_told_otherwise() {
        let read = |text: &str| Config::read(text).map(|config| config.offline);
        assert_eq!(read(r#"{"publisher": "P"}"#), Ok(true));
        for (word, keep) in [("on", true), ("off", false)] {
            let text = format!(r#"{{"publisher": "P", "offline": "{word}"}}"#);
            assert_eq!(read(&text), Ok(keep));
        }
    }

    #[test]
    fn names_the_setting_that_is_wrong() {
        for (text, said) in [
            (
                r#"{"publisher": "P", "progres": "on"}"#,
                "progres is no setting; did you mean \"progress\"?",
            ),
            (
                r#"{"publisher": "P", "colour": "on"}"#,
                "colour is no setting; known here are \"publisher\", \"contact\", \"address\", \"progress\", \"offline\", \"exit\" and \"signup\"",
            ),
            (
                r#"{"publisher": "P", "progress": "of"}"#,
                "progress is to be \"on\", \"ask\" or \"off\"; did you mean \"off\"?",
            ),
            (
                r#"{"publisher": "P", "offline": "ask"}"#,
                "offline is to be \"on\" or \"off\"",
            ),
            (
                r#"{"publisher": "P", "address": "https://a.example/?m=1"}"#,
                "address has a part after \"?\" or \"#\"; write the address of the folder alone",
            ),
            (
                r#"{"publisher": " "}"#,
                "publisher is empty; fill it in or leave it out",
            ),
            ("{}", "publisher is missing; write who publishes the module"),
            (
                "[]",
                "the whole is to stand in braces, as in {\"name\": \"value\"}",
            ),
            (
                "{",
                "EOF while parsing an object at line 1 column 1; mend it there",
            ),
            (
                r#"{"publisher": "P", "publisher": "Q"}"#,
                "\"publisher\" stands here twice at line 1 column 36; mend it there",
            ),
        ] {
            let expected = format!("public/config.json: {said}");
            assert_eq!(Config::read(text).unwrap_err(), [expected], "{text}");
        }
    }

    #[test]
    fn the_address_is_that_of_a_folder() {
        for (written, read) in [
            ("https://A.example", "https://a.example/"),
            ("https://a.example/m", "https://a.example/m/"),
            ("https://a.example/m/index.html", "https://a.example/m/"),
        ] {
            let text = format!(r#"{{"publisher": "P", "address": "{written}"}}"#);
            let config = Config::read(&text).unwrap();
            assert_eq!(config.address.as_deref(), Some(read));
            assert_eq!(config.origin().as_deref(), Some("https://a.example"));
        }
    }

    #[test]
    fn tells_every_problem_at_once() {
        let problems = Config::read(r#"{"progress": 1, "signup": 2}"#).unwrap_err();
        assert_eq!(problems.len(), 3, "{problems:?}");
    }

    #[test]
    fn each_of_several_modules_has_an_address_of_its_own() {
        let read = |text: &str| Config::read(text).unwrap();
        let known = read(r#"{"publisher": "P", "address": "https://a.example/learn/"}"#);
        let module = known.of_listed("bees");
        let address = Some("https://a.example/learn/bees/".to_owned());
        assert_eq!(module.address, address);
        assert!(module.listed && !known.listed);
        assert_eq!(module.origin(), known.origin());
        let unknown = read(r#"{"publisher": "P"}"#).of_listed("bees");
        assert_eq!(unknown.address, None);
    }
}
