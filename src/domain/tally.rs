//! How far a reader is.

use crate::domain::outline::Outline;
use crate::domain::progress::Progress;

/// How far a reader is, by the module's own rule: counts of what finishes it, not marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many sections have to be read.
    pub sections: usize,
    /// How many of those were.
    pub read: usize,
    /// How many questions have to be answered.
    pub questions: usize,
    /// How many of those were.
    pub answered: usize,
}

impl Tally {
    /// Counts what `progress` holds of the module with this outline.
    #[must_use]
    pub fn of(outline: &Outline, progress: &Progress) -> Self {
        let mut tally = Self::default();
        for (section, _) in outline.sections().filter(|(_, counts)| *counts) {
            tally.sections += 1;
            tally.read += usize::from(progress.has_read(&section.id));
        }
        for (question, _) in outline.questions().filter(|(_, counts)| *counts) {
            tally.questions += 1;
            tally.answered += usize::from(progress.standing(&question.id).is_some());
        }
        tally
    }

    /// Returns whether everything was read and answered that the module asks for.
    #[must_use]
    pub fn finished(self) -> bool {
        self.read == self.sections && self.answered == self.questions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::Standing;
    use crate::domain::exercise::Task;
    use crate::domain::id::Id;
    use crate::domain::outline::GroupOutline;
    use crate::domain::outline::QuestionOutline;
    use crate::domain::outline::SectionOutline;
    use crate::domain::progress::ProgressMode;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn question(text: &str) -> QuestionOutline {
        QuestionOutline {
            id: id(text),
            task: Task::One {
                right: 0,
                options: 2,
            },
        }
    }

    fn group(name: &str, counts: bool) -> GroupOutline {
        GroupOutline {
            id: id(name),
            counts,
            sections: vec![SectionOutline {
                id: id(&format!("{name}-section")),
                questions: vec![question(&format!("{name}-in-section"))],
            }],
            questions: vec![question(&format!("{name}-question"))],
        }
    }

    #[test]
    fn what_counts_is_read_and_answered() {
        let outline = Outline {
            id: id("m"),
            progress: ProgressMode::On,
            groups: vec![group("young", true), group("adults", false)],
        };
        let mut progress = Progress::of_section(id("adults-section"));
        progress.merge(&Progress::of_question(
            id("adults-question"),
            Standing::FirstTry,
        ));
        let tally = Tally::of(&outline, &progress);
        let expected = Tally {
            sections: 1,
            read: 0,
            questions: 2,
            answered: 0,
        };
        assert_eq!(tally, expected, "what adults did does not count");
        progress.merge(&Progress::of_section(id("young-section")));
        progress.merge(&Progress::of_question(
            id("young-in-section"),
            Standing::Answered,
        ));
        assert!(!Tally::of(&outline, &progress).finished());
        progress.merge(&Progress::of_question(
            id("young-question"),
            Standing::Answered,
        ));
        assert!(Tally::of(&outline, &progress).finished());
    }
}
