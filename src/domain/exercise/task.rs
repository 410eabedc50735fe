//! How an answer is judged.

/// What the client has to know of a question to judge an answer. Options and steps are counted
/// from 0, in the author's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// One option is right.
    One {
        /// Which one; less than `options`.
        right: usize,
        /// How many there are.
        options: usize,
    },
    /// Some options are right.
    Several {
        /// For each option, whether it is.
        right: Vec<bool>,
    },
    /// The options belong in an order, which is not the one in which readers meet them.
    Order {
        /// For each option, its place: 0 for the first. Each place once.
        places: Vec<usize>,
    },
    /// A story: each step has turns to choose from.
    Story {
        /// The turns of each step. The first step is where the story starts.
        steps: Vec<Vec<Turn>>,
    },
}

/// A choice in a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Whether it helps.
    pub helps: bool,
    /// The step to which it leads, later than its own; `None` where the story ends with it.
    pub to: Option<usize>,
}

/// What a reader picked, in the form of the task that [accepted](Task::accept) it: one option,
/// some options in the author's order, or all of them in the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked(Vec<usize>);

impl Picked {
    /// Returns the options.
    #[must_use]
    pub fn options(&self) -> &[usize] {
        &self.0
    }
}

/// What an answer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is what the author would say.
    Settled,
    /// Some of it is: a right option among others, or the first item in its place.
    Partly,
    /// It is something else.
    Otherwise,
}

impl Task {
    /// Returns what was picked as an answer to this task; `None` where it is none, as when nothing
    /// was picked, or nothing moved. A story is answered by its [trail](super::Trail), never by picks.
    #[must_use]
    pub fn accept(&self, mut picks: Vec<usize>) -> Option<Picked> {
        let options = match self {
            Self::One { options, .. } => *options,
            Self::Several { right } => right.len(),
            Self::Order { places } => places.len(),
            Self::Story { .. } => return None,
        };
        let known = picks.iter().all(|pick| *pick < options);
        let each_once = (1..picks.len()).all(|at| !picks[..at].contains(&picks[at]));
        let number = match self {
            Self::One { .. } => picks.len() == 1,
            Self::Order { .. } => picks.len() == options && (0..options).any(|at| picks[at] != at),
            Self::Several { .. } | Self::Story { .. } => !picks.is_empty(),
        };
        if let Self::Several { right } = self {
            picks = (0..right.len())
                .filter(|option| picks.contains(option))
                .collect();
        }
        (known && each_once && number).then_some(Picked(picks))
    }

    /// Judges an answer that this task accepted.
    #[must_use]
    pub fn judge(&self, picked: &Picked) -> Verdict {
        let (fits, good) = match self {
            Self::One { right, .. } => {
                let fits = picked.0 == [*right];
                (fits, fits)
            }
            Self::Several { right } => {
                let is_right = |option: &usize| right.get(*option) == Some(&true);
                let good = picked.0.iter().filter(|option| is_right(option)).count();
                let wanted = right.iter().filter(|right| **right).count();
                (good == picked.0.len() && good == wanted, good > 0)
            }
            Self::Order { places } => {
                let placed = |(at, option): (usize, &usize)| places.get(*option) == Some(&at);
                (
                    picked.0.iter().enumerate().all(placed),
                    picked.0.iter().enumerate().next().is_some_and(placed),
                )
            }
            Self::Story { .. } => (false, false),
        };
        match (fits, good) {
            (true, _) => Verdict::Settled,
            (false, true) => Verdict::Partly,
            (false, false) => Verdict::Otherwise,
        }
    }

    /// Returns what was picked in the order in which its explanations read best: where the options
    /// belong in an order, in that.
    #[must_use]
    pub fn in_reading_order(&self, picked: &Picked) -> Vec<usize> {
        match self {
            Self::Order { places } => {
                let of_place = |place| places.iter().position(|of_option| *of_option == place);
                (0..places.len()).filter_map(of_place).collect()
            }
            _ => picked.0.clone(),
        }
    }

    /// Returns a turn of a story.
    #[must_use]
    pub fn turn(&self, step: usize, choice: usize) -> Option<Turn> {
        match self {
            Self::Story { steps } => steps.get(step)?.get(choice).copied(),
            Self::One { .. } | Self::Several { .. } | Self::Order { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(task: &Task, picks: &[usize]) -> Option<Verdict> {
        Some(task.judge(&task.accept(picks.to_vec())?))
    }

    #[test]
    fn one_is_right() {
        let task = Task::One {
            right: 1,
            options: 3,
        };
        for (picks, expected) in [
            (&[1][..], Some(Verdict::Settled)),
            (&[0], Some(Verdict::Otherwise)),
            (&[], None),
            (&[3], None),
            (&[0, 1], None),
        ] {
            assert_eq!(judged(&task, picks), expected, "{picks:?}");
        }
    }

    #[test]
    fn several_are_right() {
        let task = Task::Several {
            right: vec![true, false, true],
        };
        for (picks, expected) in [
            (&[0, 2][..], Some(Verdict::Settled)),
            (&[2, 0], Some(Verdict::Settled)),
            (&[0], Some(Verdict::Partly)),
            (&[0, 1, 2], Some(Verdict::Partly)),
            (&[1], Some(Verdict::Otherwise)),
            (&[], None),
            (&[0, 0], None),
            (&[0, 3], None),
        ] {
            assert_eq!(judged(&task, picks), expected, "{picks:?}");
        }
        let picked = task.accept(vec![2, 0]);
        assert_eq!(picked.as_ref().map(Picked::options), Some(&[0, 2][..]));
    }

    #[test]
    fn an_order_is_right() {
        let task = Task::Order {
            places: vec![2, 0, 1],
        };
        for (picks, expected) in [
            (&[1, 2, 0][..], Some(Verdict::Settled)),
            (&[1, 0, 2], Some(Verdict::Partly)),
            (&[0, 2, 1], Some(Verdict::Otherwise)),
            (&[0, 1, 2], None),
            (&[1, 2], None),
            (&[1, 1, 0], None),
            (&[1, 2, 3], None),
        ] {
            assert_eq!(judged(&task, picks), expected, "{picks:?}");
        }
        let picked = task.accept(vec![0, 2, 1]).unwrap();
        assert_eq!(task.in_reading_order(&picked), [1, 2, 0], "by their places");
    }

    #[test]
    fn a_story_has_turns() {
        let end = Turn {
            helps: true,
            to: None,
        };
        let task = Task::Story {
            steps: vec![vec![end]],
        };
        assert_eq!(task.turn(0, 0), Some(end));
        assert_eq!(task.turn(0, 1), None);
        assert_eq!(task.turn(1, 0), None);
        assert_eq!(task.accept(vec![0]), None);
    }
}
