//! What stands at an address that is no file: a sign-up endpoint, or somebody else's page.

use std::time::Duration;

/// The answer to every request for one path.
#[derive(Debug, Clone)]
pub struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
    pub(super) delay: Duration,
}

impl Answer {
    /// An empty answer with this status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: String::new(),
            delay: Duration::ZERO,
        }
    }

    /// A page.
    #[must_use]
    pub fn html(body: impl Into<String>) -> Self {
        Self::status(200)
            .header("content-type", "text/html; charset=utf-8")
            .body(body)
    }

    /// JSON with this status.
    #[must_use]
    pub fn json(status: u16, body: impl Into<String>) -> Self {
        Self::status(status)
            .header("content-type", "application/json")
            .body(body)
    }

    /// A redirection.
    #[must_use]
    pub fn see_other(location: &str) -> Self {
        Self::status(303).header("location", location)
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = body.into();
        self
    }

    /// Readable by pages of other origins. A preflight request is answered too.
    #[must_use]
    pub fn for_any_origin(self) -> Self {
        self.header("access-control-allow-origin", "*")
            .header("access-control-allow-headers", "*")
            .header("access-control-allow-methods", "*")
    }

    /// After this many milliseconds.
    #[must_use]
    pub fn after(mut self, milliseconds: u64) -> Self {
        self.delay = Duration::from_millis(milliseconds);
        self
    }
}
