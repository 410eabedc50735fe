//! Counts tests from what a test program prints.

use std::ops::AddAssign;

/// How many tests ran, and how they ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u32,
    /// Tests that failed.
    pub(crate) failed: u32,
    /// Tests that were left out.
    pub(crate) skipped: u32,
}

impl Tally {
    /// Reads the line that closes a test program's output, such as
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`.
    pub(crate) fn from_line(line: &str) -> Option<Self> {
        let (_, counts) = line.split_once("test result: ")?;
        let words: Vec<&str> = counts.split_whitespace().collect();
        let mut tally = Self::default();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse() else {
                continue;
            };
            match pair[1].trim_end_matches(';') {
                "passed" => tally.passed = number,
                "failed" => tally.failed = number,
                "ignored" => tally.skipped = number,
                _ => {}
            }
        }
        Some(tally)
    }

    /// How many tests ran.
    pub(crate) fn ran(self) -> u32 {
        self.passed + self.failed
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_closing_line_of_each_kind_of_test_program() {
        let expected = Tally {
            passed: 3,
            failed: 1,
            skipped: 2,
        };
        for line in [
            "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 9 filtered out; \
             finished in 0.01s",
            "test result: FAILED. 3 passed; 1 failed; 2 ignored; 9 filtered out; finished in 0s",
        ] {
            assert_eq!(Tally::from_line(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(Tally::from_line("test sections::open ... ok"), None);
        assert_eq!(Tally::from_line("12 passed, 0 failed"), None);
    }

    #[test]
    fn several_programs_add_up() {
        let mut sum = Tally::default();
        sum += Tally {
            passed: 1,
            failed: 2,
            skipped: 3,
        };
        sum += Tally {
            passed: 1,
            failed: 0,
            skipped: 0,
        };
        assert_eq!(
            sum,
            Tally {
                passed: 2,
                failed: 2,
                skipped: 3
            }
        );
        assert_eq!(sum.ran(), 4);
    }
}
