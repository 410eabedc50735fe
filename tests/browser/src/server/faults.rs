//! The ways in which a host fails.

use std::time::Duration;

use axum::body::Bytes;

use super::site::{Draft, Stop};

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not there: 404.
    Missing,
    /// The server answers with this status instead.
    Status(u16),
    /// Only so many bytes were ever uploaded; the answer is otherwise in order.
    Truncated(usize),
    /// The connection breaks after so many bytes.
    Cut(usize),
    /// It stops for half a second after so many bytes, as on a bad line.
    Pause(usize),
    /// It is served as this type.
    WrongType(String),
    /// It arrives after so many milliseconds.
    Delay(u64),
    /// It holds something else.
    ReplacedBy(Vec<u8>),
    /// It holds something more, at its end.
    FollowedBy(Vec<u8>),
    /// The server takes the request and never answers.
    Hang,
}

impl Fault {
    /// How long the answer waits for this fault; `None` is for ever.
    pub(super) fn delay(&self) -> Option<Duration> {
        match self {
            Self::Delay(milliseconds) => Some(Duration::from_millis(*milliseconds)),
            Self::Hang => None,
            _ => Some(Duration::ZERO),
        }
    }

    /// Does its harm to an answer.
    pub(super) fn spoil(&self, draft: &mut Draft) {
        match self {
            Self::Missing => *draft = Draft::failed(404),
            Self::Status(status) => *draft = Draft::failed(*status),
            Self::Truncated(length) => draft.body.truncate(*length),
            Self::Cut(length) => draft.stop = Some(Stop::Broken(*length)),
            Self::Pause(length) => draft.stop = Some(Stop::Paused(*length)),
            Self::WrongType(kind) => draft.kind.clone_from(kind),
            Self::ReplacedBy(bytes) => draft.body = Bytes::from(bytes.clone()),
            Self::FollowedBy(bytes) => {
                draft.body = Bytes::from([&draft.body, bytes.as_slice()].concat());
            }
            Self::Delay(_) | Self::Hang => {}
        }
    }
}

/// Whether `pattern`, in which `*` stands for anything, fits all of `text`.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((before, after)) => text.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len())
                .filter(|&start| rest.is_char_boundary(start))
                .any(|start| fits(after, &rest[start..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_anything() {
        for pattern in ["*.wasm", "client*", "*", "c*_bg.*", "client_bg.wasm", "**"] {
            assert!(fits(pattern, "client_bg.wasm"), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_fits_the_whole_name() {
        for pattern in ["*.js", "client", "wasm", "*.wasm?", ""] {
            assert!(!fits(pattern, "client_bg.wasm"), "{pattern}");
        }
    }
}
