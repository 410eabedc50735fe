//! What was asked for, and what was sent.

/// One request, as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method, such as `GET`.
    pub method: String,
    /// The path from the root of the server, with the query.
    pub path: String,
    /// The headers that were sent, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, if any was sent.
    pub body: String,
    /// The answer; `None` until it has been made up.
    pub response: Option<Response>,
}

/// What was sent for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The type of the body.
    pub kind: String,
    /// The size of the body as it went over the line.
    pub bytes: usize,
    /// Whether the body was compressed.
    pub compressed: bool,
}

impl Request {
    /// The value of a header, named in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(each, _)| each == name)
            .map(|(_, value)| value.as_str())
    }

    /// The last part of the path, without the query.
    #[must_use]
    pub fn file_name(&self) -> &str {
        let path = self.path.split(['?', '#']).next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default()
    }
}
