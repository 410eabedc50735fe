//! A small hash: a number for a text, the same in the build and in the client.

/// 32-bit FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), byte by byte: no defence against
/// intent, and none is needed where it is used.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u32);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Fnv {
    /// Takes in a byte.
    pub fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }

    /// Returns the hash of everything taken in so far.
    #[must_use]
    pub fn value(self) -> u32 {
        self.0
    }

    /// Returns the hash of what was taken in, in `bits` bits (at most 31): the upper ones are folded
    /// into the lower ones, as the authors of the algorithm advise.
    #[must_use]
    pub fn folded(self, bits: u32) -> u32 {
        ((self.0 >> bits) ^ self.0) & ((1 << bits) - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Fnv {
        let mut hash = Fnv::default();
        text.bytes().for_each(|byte| hash.add(byte));
        hash
    }

    #[test]
    fn hashes_as_the_algorithm_says() {
        // Published test vectors of FNV-1a.
        for (text, value) in [
            ("", 0x811c_9dc5),
            ("b", 0xe70c_2de5),
            ("foobar", 0xbf9c_f968),
        ] {
            assert_eq!(of(text).value(), value, "{text:?}");
        }
    }

    #[test]
    fn folds_without_losing_the_upper_bits() {
        assert_eq!(of("foobar").folded(16), 0xbf9c ^ 0xf968);
        assert_eq!(of("foobar").folded(24), 0xbf ^ 0x009c_f968);
    }
}
