//! What the receiver puts up with.

use std::time::Duration;

/// The bounds of a receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of a request's head; more is answered with 431.
    pub head: usize,
    /// The bytes of a request's body; more is answered with 413.
    pub body: usize,
    /// The time in which a whole request has to arrive, however slowly its bytes come.
    pub time: Duration,
    /// The connections at once; another one is answered with 503.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: 16 * 1024,
            body: 64 * 1024,
            time: Duration::from_secs(10),
            at_once: 32,
        }
    }
}
