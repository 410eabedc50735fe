//! Which trials take long.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How many trials are told of.
const TOLD: usize = 10;
/// How many trials a run has of which somebody may want to know: in a short one it is seen.
const LONG_RUN: usize = 50;

/// How long the trials of a run took.
#[derive(Debug, Default)]
pub(super) struct Slow(Mutex<Vec<(Duration, String)>>);

impl Slow {
    /// Notes how long this trial took at its first try.
    pub(super) fn took(&self, trial: String, time: Duration) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((time, trial));
    }

    /// The lines about the trials that took longest; none after a short run.
    pub(super) fn report(&self) -> Vec<String> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() < LONG_RUN {
            return Vec::new();
        }
        all.sort_unstable_by(|one, other| other.cmp(one));
        let line =
            |(time, trial): &(Duration, String)| format!("  {:4.1} s  {trial}", time.as_secs_f64());
        all.iter().take(TOLD).map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_come_first() {
        let slow = Slow::default();
        for seconds in 1..=60 {
            slow.took(format!("trial {seconds}"), Duration::from_secs(seconds));
        }
        let lines = slow.report();
        assert_eq!(lines.len(), TOLD);
        assert_eq!(lines.first().unwrap(), "  60.0 s  trial 60");
        assert_eq!(lines.last().unwrap(), "  51.0 s  trial 51");
    }

    #[test]
    fn a_short_run_needs_no_such_list() {
        let slow = Slow::default();
        slow.took("alone".to_owned(), Duration::from_secs(9));
        assert!(slow.report().is_empty());
    }
}
