//! What is sent.

use serde_json::Map;
use serde_json::Value;

use super::Field;
use super::plan::Mode;
use super::plan::Plan;

/// What is sent: a `POST` to the plan's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where to.
    pub url: String,
    /// The header `Content-Type`.
    pub content_type: &'static str,
    /// Whether the header `Accept` asks for JSON.
    pub accept_json: bool,
    /// Whether the answer is not to be read (request mode "no-cors").
    pub blind: bool,
    /// The body.
    pub body: String,
}

impl Plan {
    /// Returns what is sent for these values, each the answer to the
    /// [ask](Plan::asks) in the same place. What was left empty is left out.
    #[must_use]
    pub fn request(&self, values: &[String]) -> Request {
        let mut pairs: Vec<(&str, Value)> = Vec::new();
        for (ask, value) in self.asks.iter().zip(values) {
            let value = if ask.field == Field::Consent && !value.is_empty() {
                &self.consent
            } else {
                value
            };
            if !value.trim().is_empty() {
                pairs.push((&ask.name, Value::String(value.trim().to_owned())));
            }
        }
        let extra = self.extra.iter();
        pairs.extend(extra.map(|(name, value)| (name.as_str(), value.clone())));
        if let Some(trap) = &self.trap {
            pairs.push((trap, Value::String(String::new())));
        }
        let json = self.mode == Mode::Json;
        Request {
            url: self.url.clone(),
            content_type: if json {
                "application/json"
            } else {
                "application/x-www-form-urlencoded"
            },
            accept_json: self.accept_json,
            blind: self.mode == Mode::Blind,
            body: if json {
                object(pairs)
            } else {
                urlencoded(&pairs)
            },
        }
    }
}

/// Returns the pairs as a JSON object.
fn object(pairs: Vec<(&str, Value)>) -> String {
    let members = pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    Value::Object(members.collect::<Map<_, _>>()).to_string()
}

/// Returns the pairs as `application/x-www-form-urlencoded` (URL Standard, section 5.2). A list
/// gives its name once for each of its values.
fn urlencoded(pairs: &[(&str, Value)]) -> String {
    let mut body = String::new();
    let mut pair = |name: &str, value: &str| {
        if !body.is_empty() {
            body.push('&');
        }
        encode(name, &mut body);
        body.push('=');
        encode(value, &mut body);
    };
    for (name, value) in pairs {
        match value {
            Value::Array(values) => {
                for value in values {
                    pair(name, &text(value));
                }
            }
            value => pair(name, &text(value)),
        }
    }
    body
}

/// Returns a value as a form sends it.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Writes `text` with the bytes escaped that a form escapes.
fn encode(text: &str, out: &mut String) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                out.push(DIGITS[usize::from(byte >> 4)]);
                out.push(DIGITS[usize::from(byte & 15)]);
            }
        }
    }
}
