//! The self-check: how an answer is judged, and what a reader's attempt at a question can be.
//!
//! Nothing here is a mark. An answer is [settled](Verdict::Settled) or not, so that the page can
//! say which explanation helps now; a [standing] is what is kept, and it names no pick.
//!
//! [standing]: Standing

mod attempt;
mod codec;
#[cfg(test)]
mod properties;
mod task;
mod trail;

pub use attempt::Attempt;
pub use task::Picked;
pub use task::Task;
pub use task::Turn;
pub use task::Verdict;
pub use trail::Trail;

/// What is kept of a question that was answered. The greater one is the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It was answered.
    Answered,
    /// It was answered, and settled at the first try.
    FirstTry,
}

impl Standing {
    /// Returns what a first answer with this verdict is kept as.
    #[must_use]
    pub fn of_first(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Settled => Self::FirstTry,
            Verdict::Partly | Verdict::Otherwise => Self::Answered,
        }
    }
}
