//! Typed settings out of a JSON object; whatever is missing, mistyped or unknown becomes a problem.

use core::fmt::Display;

use serde_json::Map;
use serde_json::Value;

use super::problems::Problems;
use super::secrets;
use crate::suggest::did_you_mean;
use crate::suggest::listed;

/// An object of the settings.
///
/// A getter returns nothing once it has noted why, so the caller reads on and the publisher sees
/// all problems at once.
pub(crate) struct Table<'a> {
    path: String,
    members: &'a Map<String, Value>,
}

impl<'a> Table<'a> {
    /// Opens the object at `path` (empty for the whole file), whose settings are `names`.
    pub(crate) fn open(
        path: &str,
        value: &'a Value,
        names: &[&str],
        problems: &mut Problems,
    ) -> Option<Self> {
        let table = Self::open_any(path, value, problems)?;
        for name in table.members.keys() {
            // A name that looks like a secret has been told of already.
            if names.contains(&name.as_str()) || (!path.is_empty() && secrets::is_name(name)) {
                continue;
            }
            let hint = match did_you_mean(name, names.iter().copied()) {
                hint if hint.is_empty() => format!("; known here are {}", listed(names, "and")),
                hint => hint,
            };
            problems.add(&table.path_of(name), format_args!("is no setting{hint}"));
        }
        Some(table)
    }

    /// Opens the object at `path`, whose names are the publisher's own.
    pub(crate) fn open_any(path: &str, value: &'a Value, problems: &mut Problems) -> Option<Self> {
        let Some(members) = value.as_object() else {
            let path = if path.is_empty() { "the whole" } else { path };
            problems.add(path, "is to stand in braces, as in {\"name\": \"value\"}");
            return None;
        };
        Some(Self {
            path: path.to_owned(),
            members,
        })
    }

    /// Returns the path of the member `name`.
    pub(crate) fn path_of(&self, name: &str) -> String {
        match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        }
    }

    /// Returns the members, in the order of the file.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let members = self.members.iter();
        members.map(|(name, value)| (name.as_str(), value))
    }

    /// Returns whether `name` is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Returns the value of `name`.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Value> {
        self.members.get(name)
    }

    /// Returns the value of `name`; notes that it is missing, and what to do.
    pub(crate) fn needed(
        &self,
        name: &str,
        what_to_do: impl Display,
        problems: &mut Problems,
    ) -> Option<&'a Value> {
        let value = self.get(name);
        if value.is_none() {
            problems.add(
                &self.path_of(name),
                format_args!("is missing; {what_to_do}"),
            );
        }
        value
    }

    /// Returns the text `name`, if it is there.
    pub(crate) fn text(&self, name: &str, problems: &mut Problems) -> Option<String> {
        text(&self.path_of(name), self.get(name)?, problems)
    }

    /// Returns the text `name`, which has to be there.
    pub(crate) fn needed_text(
        &self,
        name: &str,
        what_to_do: impl Display,
        problems: &mut Problems,
    ) -> Option<String> {
        let value = self.needed(name, what_to_do, problems)?;
        text(&self.path_of(name), value, problems)
    }

    /// Returns whether `name` is there and true.
    pub(crate) fn flag(&self, name: &str, problems: &mut Problems) -> bool {
        let Some(value) = self.get(name) else {
            return false;
        };
        value.as_bool().unwrap_or_else(|| {
            problems.add(
                &self.path_of(name),
                "is to be true or false, without quotes",
            );
            false
        })
    }

    /// Returns the texts in the list `name`, each with its path.
    pub(crate) fn texts(&self, name: &str, problems: &mut Problems) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for (path, value) in self.items(name, problems) {
            if let Some(text) = text(&path, value, problems) {
                texts.push((path, text));
            }
        }
        texts
    }

    /// Returns the values in the list `name`, each with its path.
    pub(crate) fn items(&self, name: &str, problems: &mut Problems) -> Vec<(String, &'a Value)> {
        let path = self.path_of(name);
        match self.get(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => {
                let numbered = values.iter().enumerate();
                numbered
                    .map(|(at, value)| (format!("{path}[{at}]"), value))
                    .collect()
            }
            Some(_) => {
                problems.add(&path, "is to be a list in square brackets");
                Vec::new()
            }
        }
    }
}

/// Returns the text `value` without blanks around it.
pub(crate) fn text(path: &str, value: &Value, problems: &mut Problems) -> Option<String> {
    let wrong = match value.as_str().map(str::trim) {
        None => "is to be text in quotes",
        Some("") => "is empty; fill it in or leave it out",
        Some(text) if text.contains(char::is_control) => {
            "holds a line break or a control character; write it on one line"
        }
        Some(text) => return Some(text.to_owned()),
    };
    problems.add(path, wrong);
    None
}
