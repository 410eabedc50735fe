//! What a service can be told to do.

use std::time::Duration;

/// What happens to a sign-up.
///
/// What a service refuses by itself, such as an address without `@`, it refuses all the same
/// under the first four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behaviour {
    /// It is taken.
    Normal,
    /// It is taken, and has to be confirmed by a mail.
    Confirm,
    /// The address is on the list already. Services that do not say so do not say so here.
    Already,
    /// The service does not want the address. Its message holds HTML.
    Refused,
    /// 429, in the service's own form.
    TooMany {
        /// The value of `Retry-After`, if it is sent: seconds, a date, or nonsense.
        retry_after: Option<String>,
    },
    /// This status, and no body.
    Status(u16),
    /// 500 and a page.
    Broken,
    /// [`Behaviour::Broken`] so many times, then [`Behaviour::Normal`].
    BrokenThenNormal(usize),
    /// 200 and a page that says nothing of the sign-up, as a captcha or a portal does.
    Html,
    /// 200 and no body.
    Empty,
    /// An answer that begins as a success and goes on for two megabytes.
    Huge,
    /// 200 and bytes that say they are JSON and are not even text.
    Garbage,
    /// The normal answer, so much later.
    Slow(Duration),
    /// The head of the normal answer at once, its body so much later.
    SlowBody(Duration),
    /// The connection ends after the head of the request: the sign-up did not arrive.
    DropBefore,
    /// The connection ends in the middle of the normal answer.
    DropDuring,
    /// The sign-up arrives, then the connection ends without an answer.
    DropAfter,
    /// The normal answer, which no other origin may read; a browser that asks first is not
    /// answered either.
    NoCors,
    /// 404 and a page.
    NotFound,
}
