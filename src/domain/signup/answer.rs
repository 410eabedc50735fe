//! What an answer of the service means.

use serde_json::Value;

use super::Field;
use super::outcome::Outcome;
use super::plan::Plan;
use super::pointer;
use super::rule::Rules;
use super::text;

/// How long an answer may be, in bytes. The answers of mailing lists have some hundred.
pub const LONGEST: usize = 64 * 1024;

/// An answer that the page could read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status (RFC 9110, section 15).
    pub status: u16,
    /// Seconds of the header `Retry-After` (RFC 9110, section 10.2.3), where the page sees it.
    pub after: Option<u32>,
    /// The whole body, whatever the header says that it is; `None` where it was cut off, too long,
    /// or not there in time.
    pub body: Option<String>,
}

impl Plan {
    /// Returns what `answer` means.
    ///
    /// A success is only what a rule of the plan says is one, and what no rule says is a refusal: a
    /// 201 can carry one. What is no JSON has no values, so only a rule on the status alone can hold
    /// for it. An answer that was not read to its end says nothing but that it is no success.
    #[must_use]
    pub fn outcome(&self, answer: &Answer) -> Outcome {
        let (status, after) = (answer.status, answer.after);
        match status {
            408 | 500..=599 => return Outcome::Unwell { after },
            429 => return Outcome::TooMany { after },
            _ => {}
        }
        let body = answer.body.as_deref();
        let body = body.filter(|body| body.len() <= LONGEST);
        if body.is_none() && !(400..500).contains(&status) {
            return Outcome::Unsure;
        }
        let json = body.and_then(json);
        let says = |rules| Rules::any(rules, status, json.as_ref());
        let rules = &self.rules;
        let success = (200..300).contains(&status);
        if says(&rules.already) {
            Outcome::Already
        } else if (400..500).contains(&status) || says(&rules.refused) {
            self.refusal(json.as_ref())
        } else if success && says(&rules.confirm) {
            Outcome::Confirm
        } else if success && says(&rules.subscribed) {
            Outcome::Subscribed
        } else {
            Outcome::Unsure
        }
    }

    /// Returns the refusal that `json` tells of.
    fn refusal(&self, json: Option<&Value>) -> Outcome {
        let at = |place: &String| pointer::find(json?, place);
        let words = |place: &String| first_text(at(place)?);
        let (mut fields, mut said) = (Vec::new(), String::new());
        if let Some(errors) = self.rules.fields.as_ref().and_then(at) {
            self.read_errors(errors, &mut fields, &mut said);
        }
        if let Some(message) = self.rules.message.iter().find_map(words) {
            said = message;
        }
        Outcome::Refused { fields, said }
    }

    /// Notes the fields that `errors` names, each once, and the first words about anything else.
    fn read_errors(&self, errors: &Value, fields: &mut Vec<(Field, String)>, said: &mut String) {
        let mut note = |name: Option<&str>, words: &Value| {
            let Some(words) = first_text(words) else {
                return;
            };
            match name.and_then(|name| self.field_named(name)) {
                Some(field) if fields.iter().all(|(known, _)| *known != field) => {
                    fields.push((field, words));
                }
                None if said.is_empty() => *said = words,
                _ => {}
            }
        };
        if let Some(list) = errors.as_array() {
            for error in list {
                let words = error.get("message").unwrap_or(error);
                note(error["field"].as_str(), words);
            }
        } else if let Some(by_name) = errors.as_object() {
            for (name, words) in by_name {
                note(Some(name), words);
            }
        }
    }
}

/// Returns the JSON of a body, or `None` where it is none.
fn json(body: &str) -> Option<Value> {
    body.trim_start_matches('\u{feff}').parse().ok()
}

/// Returns `value` as plain text, or the first text in it, if there is any to see.
fn first_text(value: &Value) -> Option<String> {
    let text = value.as_str().or_else(|| value[0].as_str())?;
    let text = text::plain(text);
    (!text.is_empty()).then_some(text)
}
