//! A second try of what failed, by itself.
//!
//! Three browsers and what the machine does besides share two processors. A trial may then wait in
//! vain for what comes a moment later, and of hundreds of trials some do. So a trial that failed is
//! tried again while nothing else runs. It never goes unseen: who needed a second try is listed
//! with the first failure, and a run in which many do fails.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::runtime::Runtime;

use super::slow::Slow;
use crate::pool::Pool;

/// How many trials of a run may be tried again: about two in a hundred of all. More than this
/// is no accident.
const MOST: usize = 16;

/// What all trials of a run share.
pub(super) struct Run {
    pub(super) runtime: Runtime,
    /// Read by a trial beside others, written by one that has the machine to itself.
    pub(super) quiet: RwLock<()>,
    pub(super) second_tries: SecondTries,
    pub(super) slow: Slow,
    /// The browsers that wait.
    pub(super) pool: Arc<Pool>,
}

impl Run {
    /// A run on `runtime`, of which no trial has begun.
    pub(super) fn new(runtime: Runtime) -> Self {
        Self {
            runtime,
            quiet: RwLock::default(),
            second_tries: SecondTries::default(),
            slow: Slow::default(),
            pool: Arc::default(),
        }
    }
}

/// The second tries of a run.
#[derive(Debug, Default)]
pub(super) struct SecondTries {
    taken: AtomicUsize,
    lines: Mutex<Vec<String>>,
}

impl SecondTries {
    /// Takes one. Returns whether there was one left.
    pub(super) fn take(&self) -> bool {
        self.taken.fetch_add(1, Ordering::Relaxed) < MOST
    }

    /// Notes that this trial passed at the second try only, and how it failed at the first.
    pub(super) fn needed(&self, trial: &str, first: &str) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.push(format!("  {trial}: {}", first.replace('\n', "\n    ")));
    }

    /// The lines about the trials that passed at the second try only.
    pub(super) fn report(&self) -> Vec<String> {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_an_end_of_them() {
        let tries = SecondTries::default();
        assert!((0..MOST).all(|_| tries.take()));
        assert!(!tries.take());
    }

    #[test]
    fn who_needed_one_is_named_with_the_first_failure() {
        let tries = SecondTries::default();
        assert!(tries.report().is_empty());
        tries.needed("webkit::start::opens", "it stays closed\nThe page: a.png");
        let line = "  webkit::start::opens: it stays closed\n    The page: a.png";
        assert_eq!(tries.report(), [line]);
    }
}
