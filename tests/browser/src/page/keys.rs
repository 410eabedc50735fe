//! Real keys: the browser cannot tell them from a person's.

use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use super::Page;
use crate::failure::{Failure, Outcome};

/// The keys that have names, with the characters by which WebDriver knows them.
const NAMED: [(&str, char); 23] = [
    ("Tab", '\u{E004}'),
    ("Enter", '\u{E007}'),
    ("Escape", '\u{E00C}'),
    ("Space", ' '),
    ("Backspace", '\u{E003}'),
    ("Delete", '\u{E017}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowRight", '\u{E014}'),
    ("ArrowDown", '\u{E015}'),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("End", '\u{E010}'),
    ("Home", '\u{E011}'),
    ("Shift", '\u{E008}'),
    ("ShiftRight", '\u{E050}'),
    ("Control", '\u{E009}'),
    ("Alt", '\u{E00A}'),
    ("Meta", '\u{E03D}'),
    ("F1", '\u{E031}'),
    ("F5", '\u{E035}'),
    ("F6", '\u{E036}'),
    ("F7", '\u{E037}'),
];

impl Page {
    /// Presses one combination of keys, such as `Enter`, `Shift+Tab` or `Control+f`.
    pub async fn press(&self, combination: &str) -> Outcome {
        let keys = parse(combination)?;
        let down = keys.iter().map(|key| stroke("keyDown", *key));
        let up = keys.iter().rev().map(|key| stroke("keyUp", *key));
        self.perform(down.chain(up).collect()).await
    }

    /// Presses Tab.
    pub async fn tab(&self) -> Outcome {
        self.press("Tab").await
    }

    /// Types into whatever has the focus, and waits until that is drawn. By then Firefox brings the
    /// place in the text into view; where a case has scrolled on, which no person does within a frame,
    /// it would scroll back beneath the pointer.
    pub async fn type_text(&self, text: &str) -> Outcome {
        let strokes = text
            .chars()
            .flat_map(|key| [stroke("keyDown", key), stroke("keyUp", key)])
            .collect();
        self.perform(strokes).await?;
        self.is_drawn().await
    }

    async fn perform(&self, strokes: Vec<Value>) -> Outcome {
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        let command = Command::PerformActions(Actions::from(actions));
        self.driver().await?.cmd(command).await?;
        Ok(())
    }
}

fn stroke(kind: &str, key: char) -> Value {
    json!({ "type": kind, "value": key })
}

/// The keys of a combination, in the order in which they go down.
fn parse(combination: &str) -> Outcome<Vec<char>> {
    combination.split('+').map(key).collect()
}

fn key(name: &str) -> Outcome<char> {
    if let Some((_, key)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Ok(*key);
    }
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(Failure::new(format!("there is no key named `{name}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn combinations_are_read_in_order() {
        assert_eq!(parse("Shift+Tab").unwrap(), ['\u{E008}', '\u{E004}']);
        assert_eq!(parse("x").unwrap(), ['x']);
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(parse("Shift+Tabulator").is_err());
    }
}
