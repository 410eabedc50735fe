//! Reads a request off a connection, within bounds.

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::Instant;

use crate::answer::Answer;
use crate::head::{Head, Length};
use crate::limits::Limits;

/// Why a request was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Nobody is there any more, or nobody said anything.
    Gone,
    /// It took too long.
    TimedOut,
    /// The head is too long.
    LongHead,
    /// The body is too long.
    LongBody,
    /// The body comes in chunks.
    Chunked,
    /// It is no request.
    Malformed,
}

impl Trouble {
    /// What is answered, if anybody is there to be answered.
    pub(crate) fn answer(self) -> Option<Answer> {
        let status = match self {
            Self::Gone => return None,
            Self::TimedOut => 408,
            Self::LongHead => 431,
            Self::LongBody => 413,
            Self::Chunked => 411,
            Self::Malformed => 400,
        };
        Some(Answer::empty(status))
    }
}

/// A connection that is read from.
pub(crate) struct Wire<'a> {
    stream: &'a TcpStream,
    limits: Limits,
    deadline: Instant,
    arrived: Vec<u8>,
}

impl<'a> Wire<'a> {
    /// The time starts now.
    pub(crate) fn new(stream: &'a TcpStream, limits: Limits) -> Self {
        Self {
            stream,
            limits,
            deadline: Instant::now() + limits.time,
            arrived: Vec::new(),
        }
    }

    /// Reads the head.
    pub(crate) fn head(&mut self) -> Result<Head, Trouble> {
        let end = loop {
            let found = self.arrived.windows(4).position(|end| end == b"\r\n\r\n");
            let length = found.unwrap_or(self.arrived.len());
            if length > self.limits.head {
                return Err(Trouble::LongHead);
            }
            if let Some(end) = found {
                break end;
            }
            match self.more() {
                // A browser opens connections ahead of need.
                Err(Trouble::TimedOut) if self.arrived.is_empty() => return Err(Trouble::Gone),
                outcome => outcome?,
            }
        };
        let body = self.arrived.split_off(end + 4);
        let head = std::mem::replace(&mut self.arrived, body);
        Head::parse(&String::from_utf8_lossy(&head[..end])).ok_or(Trouble::Malformed)
    }

    /// Reads the body that belongs to the head.
    pub(crate) fn body(&mut self, head: Length) -> Result<Vec<u8>, Trouble> {
        let length = match head {
            Length::Known(length) => length,
            Length::Chunked => return Err(Trouble::Chunked),
            Length::Nonsense => return Err(Trouble::Malformed),
        };
        if length > self.limits.body {
            return Err(Trouble::LongBody);
        }
        while self.arrived.len() < length {
            self.more()?;
        }
        self.arrived.truncate(length);
        Ok(std::mem::take(&mut self.arrived))
    }

    /// Reads what there is.
    fn more(&mut self) -> Result<(), Trouble> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Trouble::TimedOut);
        }
        let mut part = [0; 4096];
        let read = self
            .stream
            .set_read_timeout(Some(left))
            .and_then(|()| self.stream.read(&mut part));
        match read {
            Ok(0) => Err(Trouble::Gone),
            Ok(count) => {
                self.arrived.extend_from_slice(&part[..count]);
                Ok(())
            }
            Err(error) => match error.kind() {
                ErrorKind::Interrupted => Ok(()),
                ErrorKind::WouldBlock | ErrorKind::TimedOut => Err(Trouble::TimedOut),
                _ => Err(Trouble::Gone),
            },
        }
    }
}
