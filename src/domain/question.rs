//! A question of the self-check, as its author wrote it.
//!
//! Only the native build holds one. The browser gets the prerendered text, and the
//! [task](crate::domain::exercise::Task) by which it judges an answer.

use crate::domain::exercise::Task;
use crate::domain::id::Id;
use crate::domain::prose::Block;
use crate::domain::prose::Inline;

/// A question: something to think about, with options that all explain themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The fragment that leads to the question, and its name in saved progress.
    pub id: Id,
    /// A short name, as a heading and in lists of links.
    pub title: String,
    /// The section that it comes from.
    pub section: Id,
    /// How it is asked.
    pub kind: QuestionKind,
    /// How a story begins; empty for other kinds.
    pub intro: Vec<Block>,
    /// What is asked: one step, and for a scenario two to four, of which the first comes first.
    pub steps: Vec<Step>,
    /// How an answer is judged. It has as many steps and options as stand in `steps`.
    pub task: Task,
}

/// How a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of the options is right.
    Single,
    /// Some of the options are right.
    Several,
    /// A sentence that is true, or is not.
    MythOrFact,
    /// The options belong in an order.
    Order,
    /// A short story in which the reader chooses what somebody does.
    Scenario,
}

/// Something that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What stands before it: a scene, or the next part of a story.
    pub context: Vec<Block>,
    /// The question itself. Never empty.
    pub ask: Vec<Inline>,
    /// What the reader can pick, in the author's order. At least two.
    pub options: Vec<Choice>,
}

/// Something that a reader can pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its words. Never empty.
    pub label: Vec<Inline>,
    /// What a reader who picked it wants to know; in a story, what came of it. Never empty.
    pub explanation: Vec<Block>,
}
