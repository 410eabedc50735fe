//! What a reader has done with a module, and how pieces of it come together.
//!
//! Two tabs, two visits and two devices can each hold a piece. [`Progress::merge`] brings them
//! together whatever the order: it is commutative, associative and idempotent, and loses nothing.

pub mod carry;
mod codec;
mod join;
mod ledger;
#[cfg(test)]
mod ledger_tests;
mod mode;
#[cfg(test)]
mod properties;

use serde_json::Map;
use serde_json::Value;

pub use codec::DecodeError;
pub use ledger::Keeping;
pub use ledger::Ledger;
pub use mode::ProgressMode;

use crate::domain::exercise::Standing;
use crate::domain::id::Id;

/// What a reader has done with one module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The sections that were read. Ids that this version of the module does not have stay: an
    /// editor may bring a section back. Sorted, each once: a set of this size needs no tree, and a
    /// tree costs the client kilobytes.
    read: Vec<Id>,
    /// The questions that were answered; never what was picked. Unknown ids stay, as above.
    /// Sorted by id, each once.
    answered: Vec<(Id, Standing)>,
    /// Fields that this version of the player does not know, as they were found.
    unknown: Map<String, Value>,
}

impl Progress {
    /// Returns progress in which just `section` was read.
    #[must_use]
    pub fn of_section(section: Id) -> Self {
        Self {
            read: vec![section],
            ..Self::default()
        }
    }

    /// Returns progress in which just `question` was answered.
    #[must_use]
    pub fn of_question(question: Id, standing: Standing) -> Self {
        Self {
            answered: vec![(question, standing)],
            ..Self::default()
        }
    }

    /// Returns whether `section` was read.
    #[must_use]
    pub fn has_read(&self, section: &Id) -> bool {
        self.read.binary_search(section).is_ok()
    }

    /// Returns what is known of `question`; `None` where it was not answered.
    #[must_use]
    pub fn standing(&self, question: &Id) -> Option<Standing> {
        let place = self.place(question).ok()?;
        Some(self.answered.get(place)?.1)
    }

    /// Returns whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read.is_empty() && self.answered.is_empty() && self.unknown.is_empty()
    }

    /// Adds everything that `other` holds. Of a question that both have answered, the better
    /// standing stays.
    pub fn merge(&mut self, other: &Self) {
        other.read.iter().for_each(|section| self.insert(section));
        for (question, standing) in &other.answered {
            self.answer(question, *standing);
        }
        join::maps(&mut self.unknown, &other.unknown);
    }

    fn insert(&mut self, section: &Id) {
        if let Err(place) = self.read.binary_search(section) {
            self.read.insert(place, section.clone());
        }
    }

    fn answer(&mut self, question: &Id, standing: Standing) {
        match self.place(question) {
            Ok(place) => {
                if let Some((_, known)) = self.answered.get_mut(place) {
                    *known = standing.max(*known);
                }
            }
            Err(place) => self.answered.insert(place, (question.clone(), standing)),
        }
    }

    /// Returns where `question` stands, or where it would.
    fn place(&self, question: &Id) -> Result<usize, usize> {
        self.answered.binary_search_by(|(id, _)| id.cmp(question))
    }
}
