//! The questions of the module, and what the reader is doing with them.
//!
//! Fields, buttons and words of a question stand in the page from the start; the client draws none
//! of them. After each change this says, through [`AnswerSheet`], what is to be seen of them now.
//! (Drawn by views, with a signal for each, they made the client a quarter larger.)

use core::ops::Range;
use std::sync::Arc;

use super::question::Question;
use crate::domain::exercise::Attempt;
use crate::domain::exercise::Standing;
use crate::domain::id::Id;
use crate::domain::outline::Outline;
use crate::domain::ports::AnswerSheet;
use crate::domain::ports::Summary;
use crate::domain::progress::Progress;

/// What a reader asks of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// To look at what is picked now, which is not what was picked before.
    Pick,
    /// To check what is picked.
    Check,
    /// To go on in a story.
    GoOn,
    /// To go back in a story.
    GoBack,
}

/// The questions of the module.
pub(super) struct Exercise {
    sheet: Arc<dyn AnswerSheet>,
    questions: Vec<Question>,
    groups: Vec<Group>,
}

/// A group with questions of its own.
struct Group {
    id: Id,
    /// Where they are among all.
    range: Range<usize>,
    /// What is shown of where the reader stands with them.
    shown: Summary,
}

impl Exercise {
    /// Returns the questions of a page that has not looked at the device yet.
    pub(super) fn new(outline: &Outline, sheet: Arc<dyn AnswerSheet>) -> Self {
        let mut questions = Vec::new();
        let mut groups = Vec::new();
        for group in &outline.groups {
            for section in &group.sections {
                questions.extend(section.questions.iter().cloned().map(Question::new));
            }
            let start = questions.len();
            questions.extend(group.questions.iter().cloned().map(Question::new));
            if questions.len() > start {
                groups.push(Group {
                    id: group.id.clone(),
                    range: start..questions.len(),
                    shown: Summary::default(),
                });
            }
        }
        Self {
            sheet,
            questions,
            groups,
        }
    }

    /// Does what the reader asks of a question. Returns what is to be kept, if anything.
    pub(super) fn act(&mut self, id: &Id, act: Act) -> Option<Standing> {
        let question = find(&mut self.questions, id)?;
        let attempt = core::mem::take(&mut question.attempt);
        let task = &question.outline.task;
        let (attempt, standing) = match act {
            Act::Check => {
                let picks = self.sheet.picked(id, attempt.step(task));
                attempt.check(task, picks)
            }
            Act::Pick => (attempt.pick(), None),
            Act::GoOn => (attempt.go_on(task), None),
            Act::GoBack => (attempt.go_back(), None),
        };
        question.attempt = attempt;
        if standing.is_some() {
            question.settled = question.attempt.settled(question.task());
        }
        if act == Act::Check {
            question.hush(&*self.sheet);
        }
        question.show(&*self.sheet);
        if act == Act::GoOn || act == Act::GoBack {
            self.sheet.lead_to(id, question.step());
        }
        standing
    }

    /// Takes over what is kept. Returns whether something that was kept is gone.
    pub(super) fn take_over(&mut self, progress: &Progress) -> bool {
        let mut lost = false;
        for question in &mut self.questions {
            let standing = progress.standing(&question.outline.id);
            lost |= question.standing.is_some() && standing.is_none();
            question.standing = standing;
        }
        lost
    }

    /// Forgets what the reader is doing with the questions, and what is picked in them.
    pub(super) fn forget(&mut self) {
        for question in &mut self.questions {
            question.attempt = Attempt::default();
            question.settled = false;
            question.ends = false;
            self.sheet.clear(&question.outline.id);
        }
    }

    /// Shows what has changed.
    pub(super) fn show(&mut self) {
        for question in &mut self.questions {
            question.show(&*self.sheet);
        }
        for group in &mut self.groups {
            let questions = self.questions.get(group.range.clone());
            let summary = sum(questions.unwrap_or_default());
            // Words that a translation tool changed stay, until there is something else to say.
            if summary != group.shown {
                self.sheet.sum_up(&group.id, &summary);
                group.shown = summary;
            }
        }
    }

    /// Shows that an answer to this question has brought the reader to the end of the module.
    pub(super) fn end_at(&mut self, id: &Id) {
        if let Some(question) = find(&mut self.questions, id) {
            question.ends = true;
            question.show(&*self.sheet);
        }
    }

    /// Shows the end of the module, or hides it, and says `said` of it.
    pub(super) fn show_end(&self, finished: bool, said: &'static str) {
        self.sheet.finish(finished, said);
    }
}

/// Returns the question with this id.
fn find<'q>(questions: &'q mut [Question], id: &Id) -> Option<&'q mut Question> {
    questions
        .iter_mut()
        .find(|question| question.outline.id == *id)
}

/// Returns where the reader stands with these questions.
fn sum(questions: &[Question]) -> Summary {
    let ids = |wanted: fn(&Question) -> bool| {
        let found = questions.iter().filter(|question| wanted(question));
        found.map(|question| question.outline.id.clone()).collect()
    };
    Summary {
        total: questions.len(),
        open: ids(|question| question.standing.is_none()),
        again: ids(Question::is_to_see_again),
    }
}
