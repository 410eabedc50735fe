//! The table that `check` and `test` end with.

use std::fmt;

use crate::step::{Outcome, Verdict};
use crate::tally::Tally;

/// How each step ended; shown with one line for each, and a count of them at the end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Summary<'a>(pub(crate) &'a [Outcome]);

impl Summary<'_> {
    /// Whether no step failed.
    pub(crate) fn is_good(self) -> bool {
        self.count("FAILED") == 0
    }

    /// How many steps ended in a way.
    fn count(self, word: &str) -> usize {
        let ended_so = |outcome: &&Outcome| words(&outcome.verdict).0 == word;
        self.0.iter().filter(ended_so).count()
    }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nSummary")?;
        let lengths = self.0.iter().map(|outcome| outcome.name.len());
        let width = lengths.max().unwrap_or(0);
        for outcome in self.0 {
            let (word, reason) = words(&outcome.verdict);
            let (name, seconds) = (outcome.name, outcome.time.as_secs_f64());
            write!(f, "  {word:<7}  {name:<width$}  {seconds:>7.1} s")?;
            if let Some(tally) = outcome.tally {
                write_tally(f, tally)?;
            }
            if let Some(reason) = reason {
                write!(f, "  ({reason})")?;
            }
            writeln!(f)?;
        }
        let (passed, failed) = (self.count("ok"), self.count("FAILED"));
        write!(f, "\n{passed} passed, {failed} failed")?;
        match self.count("skipped") {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

/// A verdict in a word, and its reason if there is one.
fn words(verdict: &Verdict) -> (&'static str, Option<&str>) {
    match verdict {
        Verdict::Passed => ("ok", None),
        Verdict::Failed(reason) => ("FAILED", Some(reason)),
        Verdict::Skipped(reason) => ("skipped", Some(reason)),
    }
}

/// Writes how many tests a step ran.
fn write_tally(f: &mut fmt::Formatter<'_>, tally: Tally) -> fmt::Result {
    let ran = tally.ran();
    write!(f, "  {ran} {}", if ran == 1 { "test" } else { "tests" })?;
    for (number, word) in [(tally.failed, "failed"), (tally.skipped, "skipped")] {
        if number > 0 {
            write!(f, ", {number} {word}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn outcome(name: &'static str, verdict: Verdict) -> Outcome {
        let time = Duration::from_millis(1260);
        let tally = None;
        Outcome {
            name,
            verdict,
            time,
            tally,
        }
    }

    #[test]
    fn a_line_for_each_step_and_a_count_alone_at_the_end() {
        let mut tests = outcome("native tests", Verdict::Failed("no".to_owned()));
        tests.tally = Some(Tally {
            passed: 6,
            failed: 1,
            skipped: 2,
        });
        let steps = [outcome("format", Verdict::Passed), tests];
        assert_eq!(
            Summary(&steps).to_string(),
            "\nSummary\n\
             \x20 ok       format            1.3 s\n\
             \x20 FAILED   native tests      1.3 s  7 tests, 1 failed, 2 skipped  (no)\n\
             \n1 passed, 1 failed"
        );
        assert!(!Summary(&steps).is_good());
        assert!(Summary(&steps[..1]).is_good());
    }

    #[test]
    fn what_was_skipped_is_counted_if_there_is_any() {
        let steps = [outcome("lints", Verdict::Skipped("no target".to_owned()))];
        let text = Summary(&steps).to_string();
        assert_eq!(text.lines().last(), Some("0 passed, 0 failed, 1 skipped"));
    }
}
