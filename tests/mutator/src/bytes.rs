//! Changes that know nothing of what the bytes mean.

use crate::dice::Dice;

/// Signs that mean something in most formats, and some that mean nothing anywhere.
const SIGNS: &[u8] = b"{}[]()<>\"':;,.=#&%+-_*/\\|~^`!?@0123456789aeZ \t\r\n\0\x7f\xc3\xef\xff";

/// How many bytes go at most where a piece is cut.
const CUT: usize = 40;

/// How often a word is repeated at most.
const TIMES: usize = 60;

/// Changes `bytes` in one way.
pub(crate) fn change(dice: &mut Dice, words: &[&str], bytes: &mut Vec<u8>, other: &[u8]) {
    let at = dice.below(bytes.len());
    let end = bytes.len().min(at + dice.below(CUT));
    let new = match dice.below(9) {
        0 => return flip(dice, bytes),
        1 => return bytes.truncate(at),
        2 => Vec::new(),
        3 => vec![dice.pick(SIGNS)],
        4 => number(dice),
        5 => piece(dice, other),
        6 if !words.is_empty() && dice.below(4) == 0 => {
            let times = dice.below(TIMES);
            return insert(bytes, at, &dice.pick(words).as_bytes().repeat(times));
        }
        7 => return insert(bytes, at, &piece(dice, &bytes.clone())),
        _ if !words.is_empty() => return insert(bytes, at, dice.pick(words).as_bytes()),
        _ => vec![dice.pick(SIGNS)],
    };
    bytes.splice(at..end, new);
}

/// Turns one bit over.
fn flip(dice: &mut Dice, bytes: &mut [u8]) {
    let at = dice.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << dice.below(8);
    }
}

/// Returns a number as few people write it.
fn number(dice: &mut Dice) -> Vec<u8> {
    let numbers = [
        "-1",
        "0",
        "1e999",
        "4294967296",
        "18446744073709551615",
        "18446744073709551616",
        "0.1",
        "00",
    ];
    dice.pick(&numbers).into()
}

/// Returns a piece of `from`.
fn piece(dice: &mut Dice, from: &[u8]) -> Vec<u8> {
    let start = dice.below(from.len());
    let end = from.len().min(start + dice.below(CUT * 2));
    from[start..end].into()
}

fn insert(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    bytes.splice(at..at, new.iter().copied());
}
