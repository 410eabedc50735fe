//! A question's text, taken apart at the lines that start with `#` and `##`.
//!
//! By lines and not by a Markdown parser's headings: each part is read by itself, so no mark-up
//! that is left open in one explanation can swallow the options after it.

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// The text before the first sign.
    Start,
    /// A step of a scenario, under a line `# name`.
    Step,
    /// An option, under a line `## [x] Label`.
    Option,
}

/// A line that starts with `#` or `##`, and the text under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<'t> {
    /// What it is.
    pub(super) sort: Sort,
    /// Whether a space stands after the signs, as it has to.
    pub(super) spaced: bool,
    /// What follows the signs, with the byte of the file at which it starts.
    pub(super) head: (&'t str, usize),
    /// The text under the line, with the byte of the file at which it starts.
    pub(super) body: (&'t str, usize),
}

/// Takes a text apart that starts `base` bytes into its file. The first part is the start.
pub(super) fn split(text: &str, base: usize) -> Vec<Part<'_>> {
    let start = Part {
        sort: Sort::Start,
        spaced: true,
        head: ("", base.saturating_sub(1)),
        body: ("", base),
    };
    let mut parts = vec![(start, 0)];
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if let Some((sort, head)) = sign(line) {
            let at = base + offset + (line.len() - head.len());
            let head = (head, at);
            let body = ("", base + offset + line.len());
            let part = Part {
                sort,
                spaced: head.0.starts_with([' ', '\t', '\n']) || head.0.is_empty(),
                head: trimmed(head),
                body,
            };
            parts.push((part, offset));
        }
        offset += line.len();
    }
    let ends = parts.iter().skip(1).map(|(_, at)| *at);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    parts
        .into_iter()
        .zip(ends)
        .map(|((part, _), end)| Part {
            body: (
                text.get(part.body.1 - base..end).unwrap_or_default(),
                part.body.1,
            ),
            ..part
        })
        .collect()
}

/// Returns what a line starts, with the rest of it. Three signs start nothing: they are a heading,
/// which the text under an option or step has none of.
fn sign(line: &str) -> Option<(Sort, &str)> {
    let (sort, rest) = match line.strip_prefix("##") {
        Some(rest) => (Sort::Option, rest),
        None => (Sort::Step, line.strip_prefix('#')?),
    };
    (!rest.starts_with('#')).then_some((sort, rest))
}

/// Trims a text with its place; one of nothing but space keeps it, and so its line.
pub(super) fn trimmed((text, at): (&str, usize)) -> (&str, usize) {
    if text.trim().is_empty() {
        return ("", at);
    }
    let start = text.trim_start();
    (start.trim_end(), at + (text.len() - start.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_text_apart() {
        let text = "One.\n# step\nTwo.\n\n## [x] é -> end\n###  no\n##\n#tag";
        let found: Vec<_> = split(text, 10)
            .into_iter()
            .map(|part| (part.sort, part.spaced, part.head.0, part.body.0))
            .collect();
        assert_eq!(
            found,
            [
                (Sort::Start, true, "", "One.\n"),
                (Sort::Step, true, "step", "Two.\n\n"),
                (Sort::Option, true, "[x] é -> end", "###  no\n"),
                (Sort::Option, true, "", ""),
                (Sort::Step, false, "tag", ""),
            ]
        );
        for part in split(text, 10).iter().skip(1) {
            for (words, at) in [part.head, part.body] {
                assert_eq!(text.get(at - 10..at - 10 + words.len()), Some(words));
            }
        }
    }

    #[test]
    fn keeps_a_bare_sign_on_its_line() {
        let heads: Vec<_> = split("## \n##\n", 10)
            .iter()
            .map(|part| part.head)
            .collect();
        assert_eq!(heads, [("", 9), ("", 12), ("", 16)]);
    }

    #[test]
    fn starts_even_without_a_text() {
        assert_eq!(split("", 0).len(), 1);
        assert_eq!(split("## a", 0).len(), 2);
    }
}
