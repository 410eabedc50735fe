//! What a publisher is told about the settings.

use core::fmt::Display;

/// The file of the settings, as sentences name it.
pub(crate) const FILE: &str = "public/config.json";

/// What is wrong with the settings, each a sentence.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<String>);

impl Problems {
    /// Notes that the setting at `path` is wrong; `words` say how, and what to do.
    pub(crate) fn add(&mut self, path: &str, words: impl Display) {
        // It may quote what stands in the file, and has to stay on one line all the same.
        let problem = format!("{FILE}: {path} {words}");
        self.0.push(problem.replace(char::is_control, " "));
    }

    /// Returns `value` if nothing was wrong, else everything that was.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<String>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => {
                if self.0.is_empty() {
                    self.add(
                        "this file",
                        "cannot be used; compare it with docs/signup.md",
                    );
                }
                Err(self.0)
            }
        }
    }
}
