//! The fields of a sign-up, whatever it is written in.

use std::fmt;

use crate::json::Json;
use crate::multipart;

/// Names and values, in order; a name can stand there several times.
pub(crate) type Fields = Vec<(String, String)>;

/// Why a body has no fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// No service takes this type.
    Type(String),
    /// It says that it is JSON, and is not, or is no object.
    Json,
    /// It says that it is `multipart/form-data`, and is not.
    Multipart,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(kind) if kind.is_empty() => write!(f, "the body has no type"),
            Self::Type(kind) => write!(f, "`{kind}` is not a type that is read here"),
            Self::Json => write!(f, "the body is not a JSON object"),
            Self::Multipart => write!(f, "the body is not multipart/form-data"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// What a body is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Urlencoded,
    /// `multipart/form-data`.
    Multipart,
    /// Anything else, or nothing said.
    Other,
}

impl Kind {
    /// The kind that a content type names.
    pub(crate) fn of(content_type: &str) -> Self {
        let name = content_type.split(';').next().unwrap_or_default().trim();
        match name.to_ascii_lowercase().as_str() {
            "application/json" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Urlencoded,
            "multipart/form-data" => Self::Multipart,
            _ => Self::Other,
        }
    }
}

/// The fields of a body.
pub(crate) fn parse(content_type: &str, body: &str) -> Result<Fields, Unreadable> {
    match Kind::of(content_type) {
        Kind::Urlencoded => Ok(urlencoded(body)),
        Kind::Json => json(body).ok_or(Unreadable::Json),
        Kind::Multipart => multipart::boundary(content_type)
            .and_then(|boundary| multipart::parse(boundary, body))
            .ok_or(Unreadable::Multipart),
        Kind::Other if body.is_empty() => Ok(Vec::new()),
        Kind::Other => Err(Unreadable::Type(content_type.to_owned())),
    }
}

/// The members of an object; a list gives its name to each of its items.
fn json(body: &str) -> Option<Fields> {
    let Json::Object(members) = Json::parse(body)? else {
        return None;
    };
    let mut fields = Vec::new();
    for (name, value) in members {
        match value {
            Json::List(items) => {
                fields.extend(items.iter().map(|item| (name.clone(), item.plain())));
            }
            other => fields.push((name, other.plain())),
        }
    }
    Some(fields)
}

/// The pairs of a form's body or of a query.
pub(crate) fn urlencoded(text: &str) -> Fields {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// Text without `+` and `%20`. What is no escape stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escape = || {
            let [b'%', high, low, after @ ..] = rest else {
                return None;
            };
            let byte = hex(*high)? * 16 + hex(*low)?;
            Some((byte, after))
        };
        let plain = if *first == b'+' { b' ' } else { *first };
        let (byte, after) = escape().unwrap_or((plain, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(fields: &Fields) -> Vec<(&str, &str)> {
        fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect()
    }

    #[test]
    fn a_form_is_read() {
        let fields = parse(
            "application/x-www-form-urlencoded;charset=UTF-8",
            "EMAIL=a%2Bb%40c.example&l=1&l=2&name=S+%C3%B6&&empty=&bare&odd=%2&odd=%zz",
        );
        assert_eq!(
            pairs(&fields.unwrap()),
            [
                ("EMAIL", "a+b@c.example"),
                ("l", "1"),
                ("l", "2"),
                ("name", "S ö"),
                ("empty", ""),
                ("bare", ""),
                ("odd", "%2"),
                ("odd", "%zz"),
            ]
        );
    }

    #[test]
    fn json_is_read_flat() {
        let body = r#"{"email":"a@b.example","l":["1",2],"yes":true,"in":{"x":1},"none":[]}"#;
        assert_eq!(
            pairs(&parse("Application/JSON", body).unwrap()),
            [
                ("email", "a@b.example"),
                ("l", "1"),
                ("l", "2"),
                ("yes", "true"),
                ("in", "{\"x\":1}"),
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let plain = "text/plain".to_owned();
        for (kind, body, why) in [
            ("application/json", "email=a", Unreadable::Json),
            ("application/json", "[]", Unreadable::Json),
            ("multipart/form-data", "a=b", Unreadable::Multipart),
            ("text/plain", "{}", Unreadable::Type(plain)),
        ] {
            assert_eq!(parse(kind, body), Err(why));
        }
        assert_eq!(parse("", ""), Ok(Vec::new()));
    }
}
