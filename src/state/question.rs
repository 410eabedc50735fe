//! One question, as the learner's state holds it.

use super::face;
use crate::domain::exercise::Attempt;
use crate::domain::exercise::Standing;
use crate::domain::exercise::Task;
use crate::domain::outline::QuestionOutline;
use crate::domain::ports::AnswerSheet;
use crate::domain::ports::Face;

/// One question, as the learner's state holds it.
pub(super) struct Question {
    /// Its id and its task.
    pub(super) outline: QuestionOutline,
    /// What is kept of it.
    pub(super) standing: Option<Standing>,
    /// What the reader is doing with it.
    pub(super) attempt: Attempt,
    /// Whether the last answer in this page settled it: what the reader does between two answers
    /// changes nothing about that.
    pub(super) settled: bool,
    /// Whether an answer to it brought the reader to the end of the module, in this page.
    pub(super) ends: bool,
    /// What the reader sees of it.
    shown: Face,
}

impl Question {
    /// Returns a question of which nothing is known yet, as the build drew it.
    pub(super) fn new(outline: QuestionOutline) -> Self {
        Self {
            outline,
            standing: None,
            attempt: Attempt::default(),
            settled: false,
            ends: false,
            shown: Face::default(),
        }
    }

    /// Returns the question's task.
    pub(super) fn task(&self) -> &Task {
        &self.outline.task
    }

    /// Returns the step on the screen.
    pub(super) fn step(&self) -> usize {
        self.attempt.step(self.task())
    }

    /// Returns whether a reader may want to look at the question again: it was answered, and not
    /// settled at the first try, nor at the last one in this page.
    pub(super) fn is_to_see_again(&self) -> bool {
        self.standing == Some(Standing::Answered) && !self.settled
    }

    /// Takes what was said of an answer off the page, so that it can be said once more: a reader who
    /// checks again wants to hear an answer.
    pub(super) fn hush(&mut self, sheet: &dyn AnswerSheet) {
        let face = Face {
            said: "",
            explained: Vec::new(),
            ..self.shown
        };
        self.set(sheet, face);
    }

    /// Shows what has changed.
    pub(super) fn show(&mut self, sheet: &dyn AnswerSheet) {
        let mut face = face::of(&self.attempt, self.task(), self.standing.is_some());
        face.at_end = self.ends && !face.said.is_empty();
        self.set(sheet, face);
    }

    /// Has the page show `face`.
    fn set(&mut self, sheet: &dyn AnswerSheet, face: Face) {
        if face != self.shown {
            sheet.show(&self.outline.id, &self.shown, &face);
            self.shown = face;
        }
    }
}
