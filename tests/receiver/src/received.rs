//! What arrived, and what was answered.

use std::fmt;

use crate::answer::Answer;
use crate::delivery::Delivery;
use crate::fields::{self, Kind, Unreadable};
use crate::head::Head;

/// How much of an answer's body is remembered.
const REMEMBERED: usize = 1000;

/// One request, as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The method, such as `POST`.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// What follows the `?`, as it was sent.
    pub query: String,
    /// The headers in order, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as text; bytes that are none are replaced.
    pub body: String,
    /// Whether the body was read to its end.
    pub whole: bool,
    /// The fields of the body in order; those of a list bear its name each.
    pub fields: Vec<(String, String)>,
    /// Why there are no fields, if the body could not be read.
    pub unreadable: Option<Unreadable>,
    /// What is answered; `None` if the connection ends without an answer.
    pub answered: Option<Answered>,
}

/// What is sent for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The status.
    pub status: u16,
    /// The body as text, or its beginning if it is long.
    pub body: String,
    /// When and how it is sent, if at all.
    pub delivery: Delivery,
}

impl Received {
    /// A request whose body has not been read.
    pub(crate) fn new(head: Head) -> Self {
        Self {
            method: head.method,
            path: head.path,
            query: head.query,
            headers: head.headers,
            body: String::new(),
            whole: false,
            fields: Vec::new(),
            unreadable: None,
            answered: None,
        }
    }

    /// The request with its body.
    pub(crate) fn with_body(mut self, body: &[u8]) -> Self {
        self.body = String::from_utf8_lossy(body).into_owned();
        self.whole = true;
        match fields::parse(self.header("content-type").unwrap_or_default(), &self.body) {
            Ok(fields) => self.fields = fields,
            Err(why) => self.unreadable = Some(why),
        }
        self
    }

    /// The value of a header, named in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        first(&self.headers, name)
    }

    /// The first value of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        first(&self.fields, name)
    }

    /// Every value of a field.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<&str> {
        let named = self.fields.iter().filter(|(each, _)| each == name);
        named.map(|(_, value)| value.as_str()).collect()
    }

    /// The first value of a name in the query.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        let pairs = fields::urlencoded(&self.query);
        first(&pairs, name).map(str::to_owned)
    }

    /// Whether this is a browser that asks whether it may post.
    #[must_use]
    pub fn is_preflight(&self) -> bool {
        let asks = self.header("access-control-request-method").is_some();
        self.method == "OPTIONS" && self.header("origin").is_some() && asks
    }

    /// What the body is written in.
    pub(crate) fn kind(&self) -> Kind {
        Kind::of(self.header("content-type").unwrap_or_default())
    }
}

impl Answered {
    /// What is remembered of an answer.
    pub(crate) fn new(answer: &Answer, delivery: Delivery) -> Self {
        let beginning = &answer.body[..answer.body.len().min(REMEMBERED)];
        Self {
            status: answer.status,
            body: String::from_utf8_lossy(beginning).into_owned(),
            delivery,
        }
    }
}

/// The status, the body, and what is special about it: `200 {"ok":true} (after 8 s)`.
impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        if !self.body.is_empty() {
            write!(f, " {}", self.body)?;
        }
        match self.delivery {
            Delivery::AtOnce => Ok(()),
            special => write!(f, " ({special})"),
        }
    }
}

/// The first value of a name.
fn first<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let mut named = pairs.iter().filter(|(each, _)| each == name);
    named.next().map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn an_answer_is_told_in_a_line() {
        let told = |delivery| Answered::new(&Answer::json(200, "{}"), delivery).to_string();
        let eight = Duration::from_secs(8);
        assert_eq!(told(Delivery::AtOnce), "200 {}");
        assert_eq!(told(Delivery::After(eight)), "200 {} (after 8s)");
        assert!(told(Delivery::Half).starts_with("200 {} (half of it"));
        let empty = Answered::new(&Answer::empty(204), Delivery::AtOnce);
        assert_eq!(empty.to_string(), "204");
    }

    #[test]
    fn a_long_answer_is_remembered_in_part() {
        let long = Answer::json(200, "a".repeat(2000));
        let answered = Answered::new(&long, Delivery::AtOnce);
        assert_eq!(answered.body.len(), REMEMBERED);
    }
}
