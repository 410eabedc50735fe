//! Who may read an answer from another origin, and who says so.

use crate::answer::Answer;
use crate::received::Received;

/// What a service allows pages of other origins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cors {
    /// Nothing: a page can post, and cannot read the answer.
    None,
    /// To read the answer of a plain form.
    Readable {
        /// Further headers that the page may read, or nothing.
        exposed: &'static str,
    },
    /// To post JSON too, which a browser asks for first.
    Asked {
        /// The methods that are allowed.
        methods: &'static str,
        /// The headers that may be sent.
        headers: &'static str,
        /// Further headers that the page may read, or nothing.
        exposed: &'static str,
        /// Whether only origins that were named to the service may.
        trusted_only: bool,
    },
}

impl Cors {
    /// Whether the origin has to be among those that were named to the service.
    pub(crate) fn wants_trust(self) -> bool {
        matches!(
            self,
            Self::Asked {
                trusted_only: true,
                ..
            }
        )
    }

    /// Lets the origin that asks read the answer.
    pub(crate) fn allow(self, request: &Received, answer: &mut Answer) {
        let (Self::Readable { exposed } | Self::Asked { exposed, .. }) = self else {
            return;
        };
        answer.headers.push(("Vary", "Origin".to_owned()));
        let Some(origin) = request.header("origin") else {
            return;
        };
        let allowed = ("Access-Control-Allow-Origin", origin.to_owned());
        answer.headers.push(allowed);
        if !exposed.is_empty() {
            let exposed = ("Access-Control-Expose-Headers", exposed.to_owned());
            answer.headers.push(exposed);
        }
    }

    /// Answers a browser that asks whether a page may post.
    pub(crate) fn preflight(self, request: &Received) -> Answer {
        match self {
            Self::Asked {
                methods, headers, ..
            } if request.is_preflight() => {
                let mut answer = Answer::empty(204)
                    .with("Access-Control-Allow-Methods", methods)
                    .with("Access-Control-Allow-Headers", headers)
                    // A browser would otherwise remember it for some seconds, and so not ask
                    // in the next test.
                    .with("Access-Control-Max-Age", "0");
                let readable = Self::Readable { exposed: "" };
                readable.allow(request, &mut answer);
                answer
            }
            _ => not_allowed(),
        }
    }
}

/// A service takes posts only.
pub(crate) fn not_allowed() -> Answer {
    Answer::empty(405).with("Allow", "POST")
}
