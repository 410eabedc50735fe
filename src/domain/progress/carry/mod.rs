//! Progress as a code that a person takes to another browser or device.
//!
//! A code is a row of groups of 24 bits, written as letters, the last of which is a check. The
//! first one holds a version (3 bits), the form (1 bit) and the module (20 bits of a hash). There are
//! two forms, both with [marks](mark) in the place of ids:
//!
//! - a *list* (form 0): for each section that was read and each question that was answered a group
//!   with its mark (22 bits) and what is known of it (2 bits: 1 read, 2 answered, 3 settled at the
//!   first try), in rising order. It fits every version of the module; what a version does not have,
//!   it leaves out.
//! - a *map* (form 1): what stands for the set of all the module's sections and questions (16 bits),
//!   then, in the order of their marks, 1 bit for each section and 2 bits for each question, 0 where
//!   nothing is known, and zeros up to the end of the group. It is short enough to be typed, and
//!   fits only where that set is the same.
//!
//! What all versions have in common is the letters, the groups, the check, and the first three bits.
//! The same progress gives the same code. Fields of a later player are not in it.

#[cfg(test)]
mod forged;
mod items;
mod letters;
mod map;
mod refusal;
#[cfg(test)]
mod tests;

pub use items::mark;
pub use items::module;
pub use letters::LONGEST;
pub use refusal::Refusal;

use super::Ledger;
use super::Progress;
use crate::domain::outline::Outline;

/// The version of the codes that this player writes, and the greatest one that it reads: 1 to 7.
const VERSION: u32 = 1;

/// What is known of a section that was read.
const READ: u32 = 1;

/// The codes for some progress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// One to be typed: the shorter of both forms, as long as nothing is lost by it.
    pub typed: String,
    /// One to be kept, which fits every version of the module.
    pub kept: String,
}

/// What a code holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// What a reader has done.
    pub progress: Progress,
    /// Whether it tells of something that this version of the module does not have.
    pub more: bool,
}

/// What came of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Whether anything in it was not known before.
    pub new: bool,
    /// Whether it tells of something that this version of the module does not have.
    pub more: bool,
}

/// Returns the codes for `progress`.
#[must_use]
pub fn write(outline: &Outline, progress: &Progress) -> Codes {
    let known = known(progress);
    let mut list = vec![head(outline, false)];
    list.extend(&known);
    let map = map::write(head(outline, true), &items::all(outline), &known);
    let typed = map.filter(|map| map.len() < list.len());
    Codes {
        typed: letters::write(typed.unwrap_or_else(|| list.clone()), " "),
        kept: letters::write(list, "-"),
    }
}

/// Reads a code, or a link that holds one.
///
/// # Errors
/// [`Refusal`] where it is none that this page can use.
pub fn read(outline: &Outline, text: &str) -> Result<Carried, Refusal> {
    let mut groups = letters::read(text)?;
    let first = groups.first().copied().unwrap_or_default();
    match first >> 21 {
        VERSION => {}
        0 => return Err(Refusal::Mistaken),
        _ => return Err(Refusal::Newer),
    }
    let is_map = first == head(outline, true);
    if is_map {
        groups = map::read(&items::all(outline), groups)?;
    } else if first == head(outline, false) {
        groups = groups.split_off(1);
    } else {
        return Err(Refusal::Foreign);
    }
    let mut carried = Carried::default();
    let mut last = 0;
    for known in groups {
        let fits = items::learn(&mut carried.progress, outline, known);
        carried.more |= !fits;
        // The same progress has one code only: each thing once, with something known of it.
        let again = last > 0 && known >> 2 <= last >> 2;
        if again || known.is_multiple_of(4) || is_map && !fits {
            return Err(Refusal::Mistaken);
        }
        last = known;
    }
    if carried.more && carried.progress.is_empty() {
        return Err(Refusal::Unknown);
    }
    Ok(carried)
}

/// Adds what a code holds to what is known. Returns what came of it.
///
/// # Errors
/// [`Refusal`] where the code is none that this page can use; then nothing is changed.
pub fn bring(ledger: &mut Ledger, outline: &Outline, text: &str) -> Result<Brought, Refusal> {
    let carried = read(outline, text)?;
    Ok(Brought {
        new: ledger.bring(&carried.progress),
        more: carried.more,
    })
}

/// Returns the first group.
fn head(outline: &Outline, is_map: bool) -> u32 {
    (VERSION << 21) | (u32::from(is_map) << 20) | module(&outline.id)
}

/// Returns what is known, as it stands in a list.
fn known(progress: &Progress) -> Vec<u32> {
    let mut list = Vec::new();
    for section in &progress.read {
        items::insert(&mut list, (mark(section) << 2) | READ);
    }
    for (question, standing) in &progress.answered {
        items::insert(&mut list, (mark(question) << 2) | items::of(*standing));
    }
    list
}
