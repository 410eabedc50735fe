//! Codes whose maker knew how to make the check: whatever stands in one, nothing panics, nothing is
//! lost, and what is refused changes nothing. (`tests/mutation/carry.rs` has those that were only
//! copied badly.)

use std::sync::Arc;

use mutator::Dice;

use super::Refusal;
use super::bring;
use super::letters;
use super::read;
use super::tests::done;
use super::tests::id;
use super::tests::outline;
use super::tests::to_keep;
use super::tests::to_type;
use crate::domain::outline::Outline;
use crate::domain::ports::KeyValueStore as _;
use crate::domain::ports::MemoryStore;
use crate::domain::progress::Ledger;
use crate::domain::progress::Progress;
use crate::domain::progress::ProgressMode;

const KEY: &str = "academy:test";

/// Returns a code that nobody made by reading.
fn forge(dice: &mut Dice, seeds: &[Vec<u32>]) -> String {
    let (mut groups, other) = (dice.pick(seeds), dice.pick(seeds));
    for _ in 0..=dice.below(3) {
        change(dice, &mut groups, &other);
    }
    letters::write(groups, " ")
}

fn change(dice: &mut Dice, groups: &mut Vec<u32>, other: &[u32]) {
    let (at, to) = (dice.below(groups.len() + 1), dice.below(groups.len() + 1));
    let (at, to) = (at.min(to), at.max(to));
    match dice.below(7) {
        0 | 1 => {
            let group = groups.get(at).copied().unwrap_or_default();
            let flipped = group ^ (1 << dice.below(24));
            drop(groups.splice(at..groups.len().min(at + 1), [flipped]));
        }
        2 => drop(groups.drain(at..to)),
        3 => groups[at..to].reverse(),
        4 => groups.truncate(at),
        5 => {
            let times = [2, 2, 2, 2, 2, 2, 2, 400][dice.below(8)];
            let again = groups[at..to.min(at + 20)].repeat(times);
            drop(groups.splice(at..at, again));
        }
        _ => drop(groups.splice(at.., other[dice.below(other.len())..].to_vec())),
    }
}

/// What was done by those who made the codes to begin with.
const DONE: [(usize, usize); 5] = [(0, 0), (1, 0), (2, 1), (7, 4), (14, 21)];

/// The groups of the codes to begin with: of this module in every form, of other versions, of
/// another module.
fn seeds(module: &Outline) -> Vec<Vec<u32>> {
    let longer = outline("in-control", 20, 20);
    let without = outline("in-control", 0, 9);
    let foreign = outline("other", 14, 21);
    let mut codes = Vec::new();
    for (sections, questions) in DONE {
        let progress = done(sections, questions);
        for outline in [module, module, &longer, &without, &foreign] {
            codes.push(to_type(outline, &progress));
            codes.push(to_keep(outline, &progress));
        }
    }
    codes.push(to_keep(module, &Progress::of_section(id("gone", 1))));
    codes
        .iter()
        .map(|code| letters::read(code).unwrap())
        .collect()
}

/// Tries a code on a page on which `here` was done. Returns what it brought there.
fn attempt(module: &Outline, here: &Progress, code: &str) -> Result<Progress, Refusal> {
    let store = Arc::new(MemoryStore::default());
    let mut ledger = Ledger::new(Arc::clone(&store) as _, KEY.to_owned(), ProgressMode::On);
    ledger.bring(here);
    let (before, kept) = (ledger.progress().clone(), store.get(KEY));
    let brought = bring(&mut ledger, module, code);
    let told: String = code.chars().take(200).collect();
    if let Err(refusal) = brought {
        assert_eq!(ledger.progress(), &before, "{told}");
        assert_eq!(store.get(KEY), kept, "{told}");
        return Err(refusal);
    }
    let carried = read(module, code).unwrap().progress;
    let mut both = before;
    both.merge(&carried);
    assert_eq!(ledger.progress(), &both, "{told}");
    let now = store.get(KEY).unwrap().unwrap();
    assert_eq!(Progress::decode(&now), Ok(both), "{told}");
    Ok(carried)
}

#[test]
fn a_code_that_was_made_up() {
    let module = outline("in-control", 14, 21);
    let (seeds, here) = (seeds(&module), done(3, 2));
    let mut dice = Dice::new(5);
    let mut counts = [0; 10];
    for _ in 0..mutator::ROUNDS {
        let code = forge(&mut dice, &seeds);
        let outcome = attempt(&module, &here, &code);
        counts[outcome.map_or_else(|refusal| refusal as usize + 1, |_| 0)] += 1;
    }
    // Otherwise this would show little.
    let only_letters = [Refusal::Empty, Refusal::NoCode, Refusal::Cut];
    for (place, count) in counts.iter().enumerate() {
        let is_of_letters = only_letters.iter().any(|it| *it as usize + 1 == place);
        assert!(is_of_letters || *count > 20, "{counts:?}");
    }
}
