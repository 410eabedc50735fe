//! Runs steps one after the other and keeps how they ended.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::project::in_ci;
use crate::step::{Outcome, Step, Verdict};
use crate::summary::Summary;

/// The steps that were run so far.
#[derive(Debug)]
pub(crate) struct Report {
    /// Whether what is left out counts as a failure.
    ci: bool,
    /// How each step ended, in order.
    outcomes: Vec<Outcome>,
}

impl Report {
    /// A report with no steps yet.
    pub(crate) fn new() -> Self {
        let (ci, outcomes) = (in_ci(), Vec::new());
        Self { ci, outcomes }
    }

    /// Runs a step. Tells whether it passed.
    pub(crate) fn run(&mut self, step: Step) -> bool {
        let outcome = step.run(self.ci);
        let passed = outcome.verdict == Verdict::Passed;
        self.outcomes.push(outcome);
        passed
    }

    /// Does work of this program as a step, and hands back what it made.
    pub(crate) fn attempt<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Option<T> {
        println!("\n==> {name}");
        let start = Instant::now();
        let (verdict, made) = match work() {
            Ok(made) => (Verdict::Passed, Some(made)),
            Err(error) => {
                println!("{error}");
                let reason = "the reason is given above".to_owned();
                (Verdict::Failed(reason), None)
            }
        };
        self.note(name, verdict, start.elapsed());
        made
    }

    /// Counts a step as failed that cannot be run because another one failed.
    pub(crate) fn block(&mut self, name: &'static str, reason: &str) {
        let verdict = Verdict::Failed(format!("not run, because {reason}"));
        self.note(name, verdict, Duration::ZERO);
    }

    /// Leaves a step out: in CI that is a failure.
    pub(crate) fn skip(&mut self, name: &'static str, reason: &str) {
        println!("\n==> {name}: skipped, because {reason}");
        let verdict = if self.ci {
            Verdict::Failed
        } else {
            Verdict::Skipped
        };
        self.note(
            name,
            verdict(format!("not run, because {reason}")),
            Duration::ZERO,
        );
    }

    /// Tells of a step that nobody can carry out on this machine. It is no failure, in CI neither,
    /// but never passed over in silence: the summary names it with its reason.
    pub(crate) fn cannot(&mut self, name: &'static str, reason: &str) {
        println!("\n==> {name}: not possible here, because {reason}");
        let verdict = Verdict::Skipped(format!("not possible here, because {reason}"));
        self.note(name, verdict, Duration::ZERO);
    }

    /// Keeps how a step without tests ended.
    fn note(&mut self, name: &'static str, verdict: Verdict, time: Duration) {
        let tally = None;
        self.outcomes.push(Outcome {
            name,
            verdict,
            time,
            tally,
        });
    }

    /// Prints the summary and gives the exit status.
    pub(crate) fn finish(&self) -> ExitCode {
        let summary = Summary(&self.outcomes);
        println!("{summary}");
        if summary.is_good() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(ci: bool) -> Report {
        Report {
            ci,
            outcomes: Vec::new(),
        }
    }

    #[test]
    fn a_step_that_is_left_out_fails_in_ci_alone() {
        for (ci, expected) in [(false, ExitCode::SUCCESS), (true, ExitCode::FAILURE)] {
            let mut report = report(ci);
            report.skip("lints", "the target is missing");
            assert_eq!(report.finish(), expected);
        }
    }

    #[test]
    fn a_step_that_nobody_can_carry_out_is_told_and_no_failure() {
        let mut report = report(true);
        report.cannot("known faults", "the list can't be had");
        assert_eq!(report.finish(), ExitCode::SUCCESS);
        let summary = Summary(&report.outcomes).to_string();
        assert!(summary.contains("the list can't be had"), "{summary}");
    }

    #[test]
    fn a_step_that_another_failure_blocks_has_failed() {
        let mut report = report(false);
        report.block("browser tests", "a site was not built");
        assert_eq!(report.finish(), ExitCode::FAILURE);
    }

    #[test]
    fn work_that_succeeds_hands_back_what_it_made() {
        let mut report = report(true);
        assert_eq!(report.attempt("set-up", || Ok(3)), Some(3));
        assert_eq!(report.finish(), ExitCode::SUCCESS);
        let problem = "no".to_owned();
        assert_eq!(
            report.attempt("more", || Err::<u8, _>(Error::Usage { problem })),
            None
        );
        assert_eq!(report.finish(), ExitCode::FAILURE);
    }
}
