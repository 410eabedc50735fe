//! Answers to any question, worked out from its task: no case knows the module's text.

use citizens_academy_player::domain::exercise::Task;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// As the author would.
    Right,
    /// In another way, at each step.
    Other,
}

/// What is picked at a step; where options belong in an order, all of them, in that order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pick {
    pub(crate) step: usize,
    pub(crate) options: Vec<usize>,
}

impl Pick {
    /// These options of a question that has one step.
    pub(crate) fn of(options: &[usize]) -> Self {
        Self {
            step: 0,
            options: options.to_vec(),
        }
    }

    /// What the page then explains, by the names that the explanations bear.
    pub(crate) fn explained(&self) -> Vec<String> {
        let name = |option| format!("{}:{option}", self.step);
        self.options.iter().map(name).collect()
    }
}

/// What to pick, step by step, to answer a question in this way.
pub(crate) fn answer(task: &Task, way: Way) -> Vec<Pick> {
    let right = way == Way::Right;
    let options = match task {
        Task::One { right: at, options } if right => vec![at % options],
        Task::One { right: at, options } => vec![(at + 1) % options],
        Task::Several { right: fits } => where_it(fits, |fit| *fit == right),
        Task::Order { places } if right => in_order(places),
        Task::Order { places } => in_order(places).into_iter().rev().collect(),
        Task::Story { steps } => return walk(steps.len(), |at| turn(task, at, right)),
    };
    vec![Pick::of(&options)]
}

/// The places of the items for which `holds`.
pub(crate) fn where_it<T>(items: &[T], holds: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..items.len()).filter(|at| holds(&items[*at])).collect()
}

/// The options, each in its place.
fn in_order(places: &[usize]) -> Vec<usize> {
    let mut options: Vec<usize> = (0..places.len()).collect();
    options.sort_by_key(|option| places[*option]);
    options
}

/// The first turn of a step that helps, or that does not, and the step to which it leads.
fn turn(task: &Task, step: usize, helps: bool) -> Option<(usize, Option<usize>)> {
    (0..)
        .map_while(|choice| task.turn(step, choice).map(|turn| (choice, turn)))
        .find(|(_, turn)| turn.helps == helps)
        .map(|(choice, turn)| (choice, turn.to))
}

/// The way through a story of so many steps.
fn walk(steps: usize, turn: impl Fn(usize) -> Option<(usize, Option<usize>)>) -> Vec<Pick> {
    let mut at = Some(0);
    let mut way = Vec::new();
    while let Some(step) = at.filter(|_| way.len() < steps) {
        let Some((choice, to)) = turn(step) else {
            break;
        };
        way.push(Pick {
            step,
            options: vec![choice],
        });
        at = to;
    }
    way
}
