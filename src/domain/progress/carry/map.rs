//! The short form of what is known: a place for each section and question of one version of the
//! module.

use super::Refusal;
use super::items::EDITION;
use super::items::edition;

/// How many bits a group has.
const GROUP: u32 = 24;

/// Returns the groups of a map, the first of which is `head`. `None` if something is `known` of what
/// is none of these items.
pub(super) fn write(head: u32, items: &[u32], known: &[u32]) -> Option<Vec<u32>> {
    let mut bits = Bits::new(vec![head]);
    bits.push(edition(items), EDITION);
    let mut told = 0;
    for item in items {
        let it = known.iter().find(|known| *known >> 2 == item >> 1);
        told += usize::from(it.is_some());
        bits.push(it.map_or(0, |it| it & 3), width(*item));
    }
    (told == known.len()).then_some(bits.groups)
}

/// Reads the groups of a map. Returns what is known, as it stands in a list.
pub(super) fn read(items: &[u32], groups: Vec<u32>) -> Result<Vec<u32>, Refusal> {
    let mut bits = Bits::new(groups);
    if bits.take(EDITION) != edition(items) {
        return Err(Refusal::OtherVersion);
    }
    let mut known = Vec::new();
    for item in items {
        let it = bits.take(width(*item));
        if it > 0 {
            known.push((item >> 1 << 2) | it);
        }
    }
    // The same progress has one code only: what is left is the rest of the last group, and zero.
    let rest = (GROUP - bits.at % GROUP) % GROUP;
    if bits.take(rest) == 0 && bits.at as usize == bits.groups.len() * GROUP as usize {
        Ok(known)
    } else {
        Err(Refusal::Mistaken)
    }
}

/// Returns how many bits say what is known of an item.
fn width(item: u32) -> u32 {
    1 + (item & 1)
}

/// A row of bits in groups, and a place in it, counted from the first bit of the first group.
struct Bits {
    groups: Vec<u32>,
    at: u32,
}

impl Bits {
    /// Returns what follows the first group.
    fn new(groups: Vec<u32>) -> Self {
        Self { groups, at: GROUP }
    }

    /// Adds the lowest `width` bits of `value`.
    fn push(&mut self, value: u32, width: u32) {
        for bit in (0..width).rev() {
            if self.at.is_multiple_of(GROUP) {
                self.groups.push(0);
            }
            if let Some(group) = self.groups.last_mut() {
                *group |= ((value >> bit) & 1) << (GROUP - 1 - self.at % GROUP);
            }
            self.at += 1;
        }
    }

    /// Takes the next `width` bits; zeros where there are no more.
    fn take(&mut self, width: u32) -> u32 {
        let mut value = 0;
        for _ in 0..width {
            let group = self.groups.get((self.at / GROUP) as usize);
            let group = group.copied().unwrap_or_default();
            value = (value << 1) | ((group >> (GROUP - 1 - self.at % GROUP)) & 1);
            self.at += 1;
        }
        value
    }
}
