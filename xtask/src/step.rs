//! One step of `check` or `test`: a command line, run and judged.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::tally::Tally;
use crate::wording::{describe, show};

/// How long the output of a step may still arrive once its program has ended. A program that
/// it left behind may hold the pipe open for ever.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// What a step's output says about tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tests {
    /// The step runs none.
    None,
    /// They are counted.
    Counted,
    /// They are counted, and a step that ran none has failed.
    Required,
}

/// A command line with a name.
#[derive(Debug)]
pub(crate) struct Step {
    /// What the summary calls it.
    pub(crate) name: &'static str,
    /// What is run.
    pub(crate) command: Command,
    /// Whether it runs tests.
    pub(crate) tests: Tests,
}

/// How a step ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As it should.
    Passed,
    /// With a failure, for this reason.
    Failed(String),
    /// It was left out, for this reason.
    Skipped(String),
}

/// What the summary tells of a step.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The step's name.
    pub(crate) name: &'static str,
    /// How it ended.
    pub(crate) verdict: Verdict,
    /// How long it took.
    pub(crate) time: Duration,
    /// Its tests, if it ran any.
    pub(crate) tally: Option<Tally>,
}

impl Step {
    /// Runs the command line, and shows its output as it comes.
    pub(crate) fn run(mut self, ci: bool) -> Outcome {
        println!("\n==> {}\n    {}", self.name, show(&self.command));
        let start = Instant::now();
        let (verdict, tally) = match self.execute() {
            Ok((status, tally)) => (judge(status, tally, self.tests, ci), tally),
            Err(error) => {
                let program = self.command.get_program().display();
                (
                    Verdict::Failed(format!("`{program}` could not be started: {error}")),
                    None,
                )
            }
        };
        if let Verdict::Failed(reason) = &verdict {
            println!("    {} FAILED: {reason}", self.name);
        }
        Outcome {
            name: self.name,
            verdict,
            time: start.elapsed(),
            tally,
        }
    }

    /// Runs the command line, and counts its tests if it has any.
    fn execute(&mut self) -> io::Result<(ExitStatus, Option<Tally>)> {
        self.command.stdin(Stdio::null());
        if self.tests == Tests::None {
            return Ok((self.command.status()?, None));
        }
        let mut child = self.command.stdout(Stdio::piped()).spawn()?;
        let (sender, tallies) = mpsc::channel();
        if let Some(output) = child.stdout.take() {
            thread::spawn(move || copy_and_count(output, &mut io::stdout(), &sender));
        }
        let status = child.wait()?;
        let mut sum = Tally::default();
        while let Ok(tally) = tallies.recv_timeout(LAST_WORDS) {
            sum += tally;
        }
        Ok((status, Some(sum)))
    }
}

/// Copies a test program's output to ours, and sends every tally that it finds.
fn copy_and_count(output: impl Read, ours: &mut impl Write, tallies: &mpsc::Sender<Tally>) {
    let mut lines = BufReader::new(output);
    let mut line = Vec::new();
    while lines
        .read_until(b'\n', &mut line)
        .is_ok_and(|length| length > 0)
    {
        // If nobody reads our output any more, the tests are still to be counted.
        let _ = ours.write_all(&line);
        if let Some(tally) = Tally::from_line(&String::from_utf8_lossy(&line)) {
            let _ = tallies.send(tally);
        }
        line.clear();
    }
}

/// Judges a step by its exit status and its tests.
fn judge(status: ExitStatus, tally: Option<Tally>, tests: Tests, ci: bool) -> Verdict {
    let tally = tally.unwrap_or_default();
    if !status.success() {
        Verdict::Failed(format!("it {}", describe(status)))
    } else if tests == Tests::Required && tally.ran() == 0 && tally.skipped == 0 {
        Verdict::Failed("it ran no test".to_owned())
    } else if ci && tally.skipped > 0 {
        Verdict::Failed(format!(
            "CI may skip no test, and it skipped {}",
            tally.skipped
        ))
    } else {
        Verdict::Passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_counted_to_its_end() {
        let output = "noise\ntest result: ok. 2 passed; 0 failed; 0 ignored\n\
                      test result: ok. 1 passed; 0 failed; 1 ignored";
        let (sender, tallies) = mpsc::channel();
        let mut copy = Vec::new();
        copy_and_count(output.as_bytes(), &mut copy, &sender);
        drop(sender);
        assert_eq!(copy, output.as_bytes());
        let passed: Vec<u32> = tallies.iter().map(|tally| tally.passed).collect();
        assert_eq!(passed, [2, 1]);
    }

    #[test]
    fn a_success_without_a_required_test_has_failed() {
        let judge_success = |tally, tests, ci| judge(ExitStatus::default(), Some(tally), tests, ci);
        let none = Tally::default();
        let skipped = Tally { skipped: 1, ..none };
        let failed = |reason: &str| Verdict::Failed(reason.to_owned());
        assert_eq!(judge_success(none, Tests::Counted, true), Verdict::Passed);
        assert_eq!(
            judge_success(none, Tests::Required, false),
            failed("it ran no test")
        );
        assert_eq!(
            judge_success(skipped, Tests::Required, false),
            Verdict::Passed
        );
        assert_eq!(
            judge_success(skipped, Tests::Required, true),
            failed("CI may skip no test, and it skipped 1")
        );
    }
}
