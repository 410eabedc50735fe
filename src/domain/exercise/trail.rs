//! The way of a reader through a story.

use super::Standing;
use super::Task;
use super::Turn;
use super::Verdict;

/// The way of a reader through a story: the choices, one for each step that was passed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    choices: Vec<usize>,
    course: Course,
}

/// What a reader has seen of a story, ways included that were tried and taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Course {
    /// Every choice helped.
    #[default]
    Straight,
    /// Some choice did not.
    Detour,
}

impl Trail {
    /// Returns whether it has no choice yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// Returns the way with one more choice; `None` where the story has no such choice there.
    pub(super) fn with(mut self, task: &Task, choice: usize) -> Option<Self> {
        let turn = task.turn(self.leads_to(task)?, choice)?;
        self.choices.push(choice);
        if !turn.helps {
            self.course = Course::Detour;
        }
        Some(self)
    }

    /// Returns the way without its last choice. What was seen stays seen.
    pub(super) fn back(mut self) -> Self {
        self.choices.pop();
        self
    }

    /// Returns the steps that were passed, each with its choice; counted from 0.
    #[must_use]
    pub fn passed(&self, task: &Task) -> Vec<(usize, usize)> {
        let mut at = Some(0);
        let mut passed = Vec::new();
        for choice in &self.choices {
            let Some(step) = at else { break };
            passed.push((step, *choice));
            at = task.turn(step, *choice).and_then(|turn| turn.to);
        }
        passed
    }

    /// Returns the step to which the choices lead; `None` where the story has ended.
    #[must_use]
    pub fn leads_to(&self, task: &Task) -> Option<usize> {
        match self.last(task) {
            None => Some(0),
            Some(turn) => turn.to,
        }
    }

    /// Returns the verdict on the last choice.
    pub(super) fn verdict(&self, task: &Task) -> Option<Verdict> {
        Some(if self.last(task)?.helps {
            Verdict::Settled
        } else {
            Verdict::Otherwise
        })
    }

    /// Returns whether every choice of the way helped.
    pub(super) fn helps(&self, task: &Task) -> bool {
        let helps = |(step, choice)| task.turn(step, choice).is_some_and(|turn| turn.helps);
        self.passed(task).into_iter().all(helps)
    }

    /// Returns what a first end of the story is kept as.
    pub(super) fn standing(&self) -> Standing {
        match self.course {
            Course::Straight => Standing::FirstTry,
            Course::Detour => Standing::Answered,
        }
    }

    fn last(&self, task: &Task) -> Option<Turn> {
        let (step, choice) = self.passed(task).pop()?;
        task.turn(step, choice)
    }
}
