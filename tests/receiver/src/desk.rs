//! What all connections share: the orders, the log, and who is told.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::conduct::Conduct;
use crate::limits::Limits;
use crate::received::Received;

/// How many requests are remembered.
const REMEMBERED: usize = 1000;

/// Who is told of what arrives.
type Listener = Arc<dyn Fn(&Received) + Send + Sync>;

/// The state of a receiver.
pub(crate) struct Desk {
    /// What it puts up with.
    pub(crate) limits: Limits,
    conduct: Mutex<Conduct>,
    log: Mutex<VecDeque<Received>>,
    listener: Mutex<Option<Listener>>,
}

impl Desk {
    /// An empty one.
    pub(crate) fn new(limits: Limits, in_trial: bool) -> Self {
        Self {
            limits,
            conduct: Mutex::new(Conduct::new(in_trial)),
            log: Mutex::default(),
            listener: Mutex::default(),
        }
    }

    /// The orders.
    pub(crate) fn conduct(&self) -> MutexGuard<'_, Conduct> {
        locked(&self.conduct)
    }

    /// The requests so far.
    pub(crate) fn log(&self) -> MutexGuard<'_, VecDeque<Received>> {
        locked(&self.log)
    }

    /// Tells this one from now on.
    pub(crate) fn tell(&self, listener: Listener) {
        *locked(&self.listener) = Some(listener);
    }

    /// Notes a request, and tells of it.
    pub(crate) fn note(&self, received: Received) {
        let listener = locked(&self.listener).clone();
        if let Some(listener) = listener {
            listener(&received);
        }
        let mut log = self.log();
        if log.len() == REMEMBERED {
            log.pop_front();
        }
        log.push_back(received);
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

/// What a lock guards; a panic elsewhere left it whole, for nothing panics while it is held.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::head::Head;

    #[test]
    fn the_last_requests_are_remembered() {
        let desk = Desk::new(Limits::default(), false);
        for number in 0..=REMEMBERED {
            let head = Head::parse(&format!("GET /{number} HTTP/1.1")).unwrap();
            desk.note(Received::new(head));
        }
        let log = desk.log();
        assert_eq!(log.len(), REMEMBERED);
        assert_eq!(log.front().unwrap().path, "/1");
        assert_eq!(log.back().unwrap().path, "/1000");
    }
}
