//! An answer, and how it is written.

use std::fmt::Write as _;

/// What is sent for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The headers, but for those of every answer.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Only a status.
    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// A body of some type.
    pub(crate) fn of(kind: &str, status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", kind.to_owned())],
            body: body.into(),
        }
    }

    /// JSON, which is given as text.
    pub(crate) fn json(status: u16, text: impl Into<Vec<u8>>) -> Self {
        Self::of("application/json", status, text)
    }

    /// A small page. Its words are written as HTML.
    pub(crate) fn page(status: u16, title: &str, words: &str) -> Self {
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\
             <title>{title}</title></head>\n<body><h1>{title}</h1><p>{words}</p></body>\n</html>\n"
        );
        Self::of("text/html; charset=utf-8", status, page)
    }

    /// The answer with one more header.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The head as it goes over the line.
    pub(crate) fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        // An answer of this status ends with its head.
        if self.status != 204 {
            let _ = write!(head, "Content-Length: {}\r\n", self.body.len());
        }
        head + "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    }
}

/// The words after a status.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        411 => "Length Required",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        _ => "Status",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_written_with_its_length() {
        let answer = Answer::json(200, "{}").with("Vary", "Origin");
        assert_eq!(
            answer.head(),
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nVary: Origin\r\n\
             Content-Length: 2\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        );
        assert!(!Answer::empty(204).head().contains("Content-Length"));
        assert!(Answer::empty(418).head().starts_with("HTTP/1.1 418 "));
    }
}
