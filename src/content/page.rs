//! A file under reading: its lines, and the problems found so far.

use super::problem::{Problem, Severity};

/// A value with the line on which its author wrote it.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    /// The value.
    pub(super) value: T,
    /// The line, from 1.
    pub(super) line: usize,
}

/// A file under reading.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The path from the modules folder.
    path: String,
    /// The byte at which each line starts.
    starts: Vec<usize>,
    /// What is wrong so far.
    problems: Vec<Problem>,
}

impl Page {
    /// Opens a file, and returns its text if it is text.
    ///
    /// A byte order mark is dropped and every line ends in `\n`, because editors on Windows write
    /// both unasked.
    pub(super) fn open(slug: &str, name: &str, bytes: &[u8]) -> (Self, Option<String>) {
        let mut page = Self {
            path: format!("{slug}/{name}"),
            starts: vec![0],
            problems: Vec::new(),
        };
        let text = match core::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(error) => {
                let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + sound.split(|byte| *byte == b'\n').skip(1).count();
                page.error(
                    line,
                    "this is not UTF-8 text from here on; save the file as UTF-8",
                );
                return (page, None);
            }
        };
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        page.starts
            .extend(text.match_indices('\n').map(|(at, _)| at + 1));
        (page, Some(text))
    }

    /// Returns the path from the modules folder.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Returns the line, from 1, that holds the byte at `offset`.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    /// Returns the byte at which `line`, from 1, starts.
    pub(super) fn start(&self, line: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1));
        start.copied().unwrap_or_default()
    }

    /// Notes something that stops the module from being published.
    pub(super) fn error(&mut self, line: usize, message: impl AsRef<str>) {
        self.note(line, Severity::Error, message.as_ref());
    }

    /// Notes something that the module would be better without.
    pub(super) fn warning(&mut self, line: usize, message: impl AsRef<str>) {
        self.note(line, Severity::Warning, message.as_ref());
    }

    fn note(&mut self, line: usize, severity: Severity, message: &str) {
        // A message may quote what the author typed, and has to stay on one line all the same.
        let message = message.replace(char::is_control, " ");
        self.problems.push(Problem {
            file: self.path.clone(),
            line,
            severity,
            message,
        });
    }

    /// Returns how much is wrong so far.
    pub(super) fn count(&self) -> usize {
        self.problems.len()
    }

    /// Returns whether nothing that is wrong so far stops the module from being published.
    pub(super) fn is_sound(&self) -> bool {
        self.problems
            .iter()
            .all(|problem| problem.severity != Severity::Error)
    }

    /// Returns what is wrong, leaving nothing behind.
    pub(super) fn take_problems(&mut self) -> Vec<Problem> {
        core::mem::take(&mut self.problems)
    }

    /// Returns what is wrong.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_whatever_ends_them() {
        for text in [
            "one\ntwo\n\nfour",
            "one\r\ntwo\r\n\r\nfour",
            "\u{feff}one\rtwo\r\rfour",
        ] {
            let (page, text) = Page::open("a", "b.md", text.as_bytes());
            assert_eq!(text.as_deref(), Some("one\ntwo\n\nfour"));
            for (offset, line) in [(0, 1), (3, 1), (4, 2), (8, 3), (9, 4), (99, 4)] {
                assert_eq!(page.line(offset), line, "offset {offset}");
            }
        }
    }

    #[test]
    fn names_the_line_of_the_first_byte_that_is_not_text() {
        let (page, text) = Page::open("a", "b.md", b"one\ntwo \xff");
        assert_eq!(text, None);
        assert_eq!(
            page.into_problems().first().map(|problem| problem.line),
            Some(2)
        );
    }

    #[test]
    fn keeps_a_message_on_one_line() {
        let (mut page, _) = Page::open("a", "b.md", b"");
        page.error(1, "one\ntwo");
        assert_eq!(
            page.into_problems()[0].to_string(),
            "a/b.md:1: error: one two"
        );
    }
}
