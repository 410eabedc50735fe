//! What a code can speak of: the sections and questions of a module, each by a mark.

use super::READ;
use crate::domain::exercise::Standing;
use crate::domain::hash::Fnv;
use crate::domain::id::Id;
use crate::domain::outline::Outline;
use crate::domain::progress::Progress;

/// How many bits a mark has.
const MARK: u32 = 22;

/// How many bits name a module.
const MODULE: u32 = 20;

/// How many bits stand for the set of a module's sections and questions.
pub(super) const EDITION: u32 = 16;

/// Returns the mark that stands for a section or question in codes: 22 bits of a hash of its id,
/// which say nothing to whoever does not have the module. The build refuses a module in which two
/// are alike.
#[must_use]
pub fn mark(id: &Id) -> u32 {
    hash(id).folded(MARK)
}

/// Returns what stands for the module of this id in codes: 20 bits of a hash. The build refuses a
/// list of modules in which two are alike.
#[must_use]
pub fn module(id: &Id) -> u32 {
    hash(id).folded(MODULE)
}

fn hash(id: &Id) -> Fnv {
    let mut hash = Fnv::default();
    id.as_str().bytes().for_each(|byte| hash.add(byte));
    hash
}

/// Puts a number into its place in a rising row, once.
pub(super) fn insert(row: &mut Vec<u32>, number: u32) {
    if let Err(place) = row.binary_search(&number) {
        row.insert(place, number);
    }
}

/// Shows every section and question of the module, with whether it is a question.
///
/// By hand and not generic: with the outline's own iterators, the client would be a third of a
/// kilobyte larger.
fn visit(outline: &Outline, visitor: &mut dyn FnMut(&Id, bool)) {
    for group in &outline.groups {
        for section in &group.sections {
            visitor(&section.id, false);
            for question in &section.questions {
                visitor(&question.id, true);
            }
        }
        for question in &group.questions {
            visitor(&question.id, true);
        }
    }
}

/// Returns the marks of the module's sections and questions, each followed by a bit that says
/// whether it is a question, in rising order: whatever an editor moves, this order stays.
pub(super) fn all(outline: &Outline) -> Vec<u32> {
    let mut items = Vec::new();
    visit(outline, &mut |id, asks| {
        insert(&mut items, (mark(id) << 1) | u32::from(asks));
    });
    items
}

/// Returns what stands for exactly these items: a code in which each has a place fits no others.
pub(super) fn edition(items: &[u32]) -> u32 {
    let mut hash = Fnv::default();
    for item in items {
        item.to_be_bytes()
            .into_iter()
            .for_each(|byte| hash.add(byte));
    }
    hash.folded(EDITION)
}

/// Adds to `progress` what a group of a list says is known. Returns whether the module has such an
/// item, of which that can be known.
pub(super) fn learn(progress: &mut Progress, outline: &Outline, group: u32) -> bool {
    let (it, known) = (group >> 2, group & 3);
    let mut fits = false;
    visit(outline, &mut |id, asks| {
        if mark(id) == it && known > 0 && asks == (known > READ) {
            fits = true;
            if asks {
                progress.answer(id, standing(known));
            } else {
                progress.insert(id);
            }
        }
    });
    fits
}

/// Returns what is known of a question with this standing.
pub(super) fn of(standing: Standing) -> u32 {
    match standing {
        Standing::Answered => 2,
        Standing::FirstTry => 3,
    }
}

/// Returns the standing of which that is known.
fn standing(known: u32) -> Standing {
    if known == of(Standing::FirstTry) {
        Standing::FirstTry
    } else {
        Standing::Answered
    }
}
