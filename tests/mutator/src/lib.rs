//! Changes valid inputs in ways that nobody would write, the same every time.
//!
//! Whatever comes from outside of the page meets a parser, and every parser has a test that hands
//! it a hundred thousand changed inputs (`tests/mutation`). [`each`] runs such a test; [`Mutator`]
//! is there for inputs that are more than one text.
//!
//! What was found once is kept: a file in `tests/mutation/finds/<name>/` is an input like the
//! valid ones, so it is met as it is, and changed further.

mod bytes;
mod dice;
mod json;

use std::fs;
use std::path::Path;
use std::thread;

pub use dice::Dice;

/// How many changed inputs each parser meets.
pub const ROUNDS: usize = 100_000;

/// How many changes one input gets at most.
const CHANGES: usize = 4;

/// Where the finds are kept, from the top of the project.
const FINDS: &str = "tests/mutation/finds";

/// Changes inputs.
#[derive(Clone, Debug)]
pub struct Mutator<'w> {
    /// What decides.
    pub dice: Dice,
    words: &'w [&'w str],
}

impl<'w> Mutator<'w> {
    /// Returns a mutator that puts in these words, which mean something to the parser, beside
    /// whatever else it does. The same seed gives the same changes.
    #[must_use]
    pub fn new(seed: u64, words: &'w [&'w str]) -> Self {
        Self {
            dice: Dice::new(seed),
            words,
        }
    }

    /// Changes `input` in one to four ways. Some of them take a piece of `other`.
    pub fn change(&mut self, input: &mut Vec<u8>, other: &[u8]) {
        for _ in 0..=self.dice.below(CHANGES) {
            if self.dice.below(4) > 0 || !json::change(&mut self.dice, self.words, input) {
                bytes::change(&mut self.dice, self.words, input, other);
            }
        }
    }
}

/// Hands `check` the valid `inputs` and what was found once under this name, as they are, and then
/// [`ROUNDS`] changed ones. A check fails by panicking.
///
/// # Panics
/// Where there is nothing to begin with, or a file of finds cannot be read.
pub fn each(name: &str, inputs: &[&str], words: &[&str], mut check: impl FnMut(&[u8])) {
    let mut seeds: Vec<Vec<u8>> = inputs.iter().map(|input| input.as_bytes().into()).collect();
    seeds.extend(finds(name));
    assert!(!seeds.is_empty(), "{name}: there is nothing to change");
    for seed in &seeds {
        meet(name, seed, &mut check);
    }
    let mut mutator = Mutator::new(20_261_124, words);
    for _ in 0..ROUNDS {
        let mut input = mutator.dice.pick(&seeds);
        let other = mutator.dice.pick(&seeds);
        mutator.change(&mut input, &other);
        meet(name, &input, &mut check);
    }
}

/// Hands `check` an input, and tells which it was where the check fails.
pub fn meet(name: &str, input: &[u8], check: &mut impl FnMut(&[u8])) {
    let told = Told { name, input };
    check(input);
    drop(told);
}

/// Tells the input when a check panics.
struct Told<'a> {
    name: &'a str,
    input: &'a [u8],
}

impl Drop for Told<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let (name, input) = (self.name, self.input.escape_ascii());
            eprintln!("{name} met \"{input}\"\nOnce it is mended, keep it in {FINDS}/{name}/.");
        }
    }
}

/// Returns what was found once under this name, in the order of the files' names.
fn finds(name: &str) -> Vec<Vec<u8>> {
    // Tests run in the folder of their crate, and that of every crate with parsers is the top.
    let folder = Path::new(FINDS).join(name);
    let Ok(entries) = fs::read_dir(&folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let read = |file| fs::read(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    files.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const JSON: &str = "{\"name\": [1, true, null], \"other\": {\"a\": \"b\", \"c\": [[], 7]}}";
    const TEXT: &str = "Some words, and some more of them.\n\nAnd others.";

    fn all() -> Vec<Vec<u8>> {
        let mut met = Vec::new();
        each("nothing", &[JSON, TEXT], &["word"], |it| {
            met.push(it.to_owned());
        });
        met
    }

    #[test]
    fn the_valid_ones_come_first_and_then_as_many_as_promised() {
        let met = all();
        assert_eq!(met.len(), 2 + ROUNDS);
        assert_eq!(met[..2], [JSON.as_bytes(), TEXT.as_bytes()]);
    }

    #[test]
    fn the_same_every_time_and_hardly_two_alike() {
        let met = all();
        assert_eq!(met, all());
        let different = met.iter().collect::<BTreeSet<_>>().len();
        assert!(different > ROUNDS / 2, "only {different} differ");
    }

    #[test]
    fn some_are_still_json_and_some_are_no_text() {
        let met = all();
        let json = |it: &&Vec<u8>| serde_json::from_slice::<serde_json::Value>(it).is_ok();
        let json = met.iter().filter(json).count();
        assert!((ROUNDS / 20..ROUNDS).contains(&json), "{json}");
        let no_text = met.iter().filter(|it| core::str::from_utf8(it).is_err());
        assert!(no_text.count() > ROUNDS / 100);
        let with_word = met
            .iter()
            .filter(|it| it.windows(4).any(|it| it == b"word"));
        assert!(with_word.count() > ROUNDS / 20);
    }
}
