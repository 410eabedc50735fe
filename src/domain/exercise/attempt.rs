//! What a reader is doing with a question, in this page.

use super::Picked;
use super::Standing;
use super::Task;
use super::Trail;
use super::Verdict;

/// What a reader is doing with a question, in this page. It is kept nowhere else.
///
/// Whether the question was ever answered is not part of it: that is the progress's to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Attempt {
    /// Nothing yet, or nothing any more.
    #[default]
    Untouched,
    /// The reader checked this answer, and reads what it comes to.
    Checked(Picked),
    /// The reader checked this answer, and has picked something else since.
    Changed(Picked),
    /// The reader asked to check, and nothing was picked, or moved. The trail is empty but in a story.
    Unpicked(Trail),
    /// The reader stands before what is asked: in a story, the step to which this trail leads. The
    /// trail is empty but in a story.
    Facing(Trail),
    /// In a story, the reader reads what came of the last choice of this trail.
    Told(Trail),
}

impl Attempt {
    /// The reader asks to check `picks`: options counted from 0, in a story those of the step on
    /// the screen. Returns what comes of it, and what is to be kept, if anything.
    #[must_use]
    pub fn check(&self, task: &Task, picks: Vec<usize>) -> (Self, Option<Standing>) {
        if let Task::Story { .. } = task {
            return self.choose(task, &picks);
        }
        match task.accept(picks) {
            Some(picked) => {
                let standing = Standing::of_first(task.judge(&picked));
                (Self::Checked(picked), Some(standing))
            }
            None => (Self::Unpicked(Trail::default()), None),
        }
    }

    /// The reader chooses, in a story. A choice at the same step replaces the one before.
    fn choose(&self, task: &Task, picks: &[usize]) -> (Self, Option<Standing>) {
        let before = self.before();
        let chosen = match picks {
            [choice] => before.clone().with(task, *choice),
            _ => None,
        };
        let Some(trail) = chosen else {
            return (Self::Unpicked(before), None);
        };
        let ended = trail.leads_to(task).is_none();
        let standing = ended.then(|| trail.standing());
        (Self::Told(trail), standing)
    }

    /// The reader picks something else. What was said of the last answer is said no longer. In a
    /// story, what came of the last choice is not on the screen any more: going on would go on from
    /// a choice that the reader has taken back. A question's explanations stay: they name what they
    /// explain.
    #[must_use]
    pub fn pick(self) -> Self {
        match self {
            Self::Checked(picked) => Self::Changed(picked),
            Self::Unpicked(trail) => Self::Facing(trail),
            Self::Told(trail) => Self::Facing(trail.back()),
            other => other,
        }
    }

    /// In a story, the reader goes on to the next step.
    #[must_use]
    pub fn go_on(self, task: &Task) -> Self {
        match self {
            Self::Told(trail) if trail.leads_to(task).is_some() => Self::Facing(trail),
            other => other,
        }
    }

    /// In a story, the reader goes back, to try another way: from what came of a choice to the
    /// step at which it was made, and from there to the step before.
    #[must_use]
    pub fn go_back(self) -> Self {
        match self {
            Self::Told(trail) => Self::Facing(trail.back()),
            Self::Facing(trail) | Self::Unpicked(trail) if !trail.is_empty() => {
                Self::Facing(trail.back())
            }
            other => other,
        }
    }

    /// Returns whether the reader can go on, in a story.
    #[must_use]
    pub fn can_go_on(&self, task: &Task) -> bool {
        matches!(self, Self::Told(trail) if trail.leads_to(task).is_some())
    }

    /// Returns whether the reader can go back, in a story.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        match self {
            Self::Told(_) => true,
            Self::Facing(trail) | Self::Unpicked(trail) => !trail.is_empty(),
            Self::Untouched | Self::Checked(_) | Self::Changed(_) => false,
        }
    }

    /// Returns the step on the screen: 0 for everything but a story.
    #[must_use]
    pub fn step(&self, task: &Task) -> usize {
        self.before().leads_to(task).unwrap_or(0)
    }

    /// Returns what the reader can read now: steps with options, counted from 0.
    #[must_use]
    pub fn explained(&self, task: &Task) -> Vec<(usize, usize)> {
        match self {
            Self::Checked(picked) | Self::Changed(picked) => {
                let options = task.in_reading_order(picked);
                options.into_iter().map(|option| (0, option)).collect()
            }
            Self::Told(trail) => trail.passed(task).pop().into_iter().collect(),
            Self::Untouched | Self::Unpicked(_) | Self::Facing(_) => Vec::new(),
        }
    }

    /// Returns the verdict on what is picked now; `None` while there is nothing to judge.
    #[must_use]
    pub fn verdict(&self, task: &Task) -> Option<Verdict> {
        match self {
            Self::Checked(picked) => Some(task.judge(picked)),
            Self::Told(trail) => trail.verdict(task),
            Self::Untouched | Self::Changed(_) | Self::Unpicked(_) | Self::Facing(_) => None,
        }
    }

    /// Returns whether the reader's last answer is what the author would say: in a story, whether
    /// it has ended and every choice of the way helped.
    #[must_use]
    pub fn settled(&self, task: &Task) -> bool {
        match self {
            Self::Told(trail) => trail.leads_to(task).is_none() && trail.helps(task),
            other => other.verdict(task) == Some(Verdict::Settled),
        }
    }

    /// Returns the way to the step on the screen.
    fn before(&self) -> Trail {
        match self {
            Self::Facing(trail) | Self::Unpicked(trail) => trail.clone(),
            Self::Told(trail) => trail.clone().back(),
            Self::Untouched | Self::Checked(_) | Self::Changed(_) => Trail::default(),
        }
    }
}
