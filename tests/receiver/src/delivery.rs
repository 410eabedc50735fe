//! How an answer gets to whoever asked.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use crate::answer::Answer;
use crate::gate::Gate;

/// When and how an answer is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// At once and whole.
    AtOnce,
    /// So much later.
    After(Duration),
    /// Its head at once, its body so much later.
    BodyAfter(Duration),
    /// Half of it, then the connection ends.
    Half,
}

impl fmt::Display for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtOnce => write!(f, "at once"),
            Self::After(time) => write!(f, "after {time:?}"),
            Self::BodyAfter(time) => write!(f, "the body after {time:?}"),
            Self::Half => write!(f, "half of it, then the connection is closed"),
        }
    }
}

/// Sends an answer. What waits stops waiting when the gate closes.
pub(crate) fn deliver(
    mut stream: &TcpStream,
    gate: &Gate,
    answer: &Answer,
    delivery: Delivery,
) -> io::Result<()> {
    let head = answer.head().into_bytes();
    match delivery {
        Delivery::AtOnce => stream.write_all(&[head, answer.body.clone()].concat()),
        Delivery::After(time) => {
            if gate.pause(time) {
                stream.write_all(&[head, answer.body.clone()].concat())?;
            }
            Ok(())
        }
        Delivery::BodyAfter(time) => {
            stream.write_all(&head)?;
            if gate.pause(time) {
                stream.write_all(&answer.body)?;
            }
            Ok(())
        }
        Delivery::Half if answer.body.is_empty() => stream.write_all(&head[..head.len() / 2]),
        Delivery::Half => {
            let half = &answer.body[..answer.body.len() / 2];
            stream.write_all(&[&head, half].concat())
        }
    }
}

/// Ends a connection of which not everything was read. If it were just closed, the system would
/// reset it, and the answer could be lost.
pub(crate) fn linger(mut stream: &TcpStream, time: Duration) {
    let deadline = Instant::now() + time;
    let mut rest = [0; 4096];
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    while Instant::now() < deadline {
        if !matches!(stream.read(&mut rest), Ok(count) if count > 0) {
            return;
        }
    }
}
