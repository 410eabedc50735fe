//! Why a case failed: one sentence for the person who reads the run.

use std::error::Error;
use std::fmt;

/// A sentence that says what was not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// What a fallible step of a case gives.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure that is told by `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The same failure, with what was being done put before it.
    #[must_use]
    pub fn during(self, what: &str) -> Self {
        Self(format!("{what}: {}", self.0))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// `Failure` is no `Error` itself: that is what lets `?` turn every error into one.
impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut told = essence(&error.to_string());
        let mut source = error.source();
        while let Some(cause) = source {
            let cause_told = essence(&cause.to_string());
            if !told.contains(&cause_told) {
                told = format!("{told}: {cause_told}");
            }
            source = cause.source();
        }
        Self(told)
    }
}

/// What an error says, on one line and without what drivers add to it: the status, the kind of
/// error once more, and their own stack.
fn essence(told: &str) -> String {
    const ADDED: [&str; 4] = ["Status:", "Additional info:", "Error:", "(Session info"];
    let lines: Vec<&str> = told
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Stacktrace:"))
        .filter(|line| !line.is_empty() && !ADDED.iter().any(|added| line.starts_with(added)))
        .collect();
    lines.join(" ")
}

/// Fails with `sentence` unless `holds`.
pub fn check(holds: bool, sentence: impl Into<String>) -> Outcome {
    if holds {
        Ok(())
    } else {
        Err(Failure::new(sentence))
    }
}

/// Fails, showing both, unless `found` is `expected`; `what` names the thing compared.
#[allow(
    clippy::needless_pass_by_value,
    reason = "what is compared is mostly worked out in the call"
)]
pub fn same<A, B>(what: &str, found: A, expected: B) -> Outcome
where
    A: PartialEq<B> + fmt::Debug,
    B: fmt::Debug,
{
    check(
        found == expected,
        format!("{what} is {found:?}, not {expected:?}"),
    )
}

#[cfg(test)]
mod tests {
    use std::io::Error;

    use super::*;

    #[test]
    fn a_drivers_error_becomes_a_sentence() {
        let told = "The click was intercepted:\n    Status: 400\n    Additional info:\n        \
            summary is not clickable\n  (Session info: chrome=1)\n    Error: intercepted\n    \
            Stacktrace:\n        #0 0x1 <unknown>\n";
        assert_eq!(
            Failure::from(Error::other(told)).to_string(),
            "The click was intercepted: summary is not clickable"
        );
    }
}
