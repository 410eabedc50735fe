//! Who is inside: the open connections, and the end of them all.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Lets so many connections in, until it closes.
#[derive(Debug)]
pub(crate) struct Gate {
    inside: Mutex<Inside>,
    changed: Condvar,
    at_once: usize,
}

#[derive(Debug, Default)]
struct Inside {
    closed: bool,
    next: u64,
    open: BTreeMap<u64, TcpStream>,
}

/// A connection that was let in; it goes out when this is dropped.
#[derive(Debug)]
pub(crate) struct Pass {
    gate: Arc<Gate>,
    number: u64,
}

impl Gate {
    /// A gate for so many at once.
    pub(crate) fn new(at_once: usize) -> Arc<Self> {
        Arc::new(Self {
            inside: Mutex::default(),
            changed: Condvar::new(),
            at_once,
        })
    }

    /// Lets a connection in, if there is room.
    pub(crate) fn admit(self: &Arc<Self>, stream: &TcpStream) -> Option<Pass> {
        let mut inside = self.lock();
        if inside.closed || inside.open.len() >= self.at_once {
            return None;
        }
        let number = inside.next;
        inside.next += 1;
        inside.open.insert(number, stream.try_clone().ok()?);
        Some(Pass {
            gate: Arc::clone(self),
            number,
        })
    }

    /// Waits so long, and tells whether the gate is open still.
    pub(crate) fn pause(&self, time: Duration) -> bool {
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), time, |inside| !inside.closed);
        let (inside, _) = waited.unwrap_or_else(PoisonError::into_inner);
        !inside.closed
    }

    /// Whether nobody is let in any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// Lets nobody in any more, and ends every connection.
    pub(crate) fn close(&self) {
        let mut inside = self.lock();
        inside.closed = true;
        for stream in inside.open.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        self.changed.notify_all();
    }

    /// Waits until everybody is out, or for so long.
    pub(crate) fn wait_until_empty(&self, time: Duration) {
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), time, |inside| !inside.open.is_empty());
        drop(waited);
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass {
    /// The gate that it was let in by.
    pub(crate) fn gate(&self) -> &Gate {
        &self.gate
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.gate.lock().open.remove(&self.number);
        self.gate.changed.notify_all();
    }
}
