//! A code as letters, with its check.
//!
//! Five letters hold 24 bits (30⁵ is a little more than 2²⁴), so a code is a row of groups of five.
//! It has neither A, E, I, O nor U, so that hardly any code spells a word. A last group checks the
//! others: the CRC-24 of RFC 9580, section 6.1.1, which finds every mistake that stays within one
//! group, and all others but one in 16 million.

use super::Refusal;

/// The letters by their value. Those that people mix up with digits are left out.
const LETTERS: &str = "0123456789BCDFGHJKMNPQRSTVWXYZ";

/// How many values a letter can have.
const BASE: u32 = 30;

/// How many letters make a group.
const SIZE: u32 = 5;

/// What the first letter of a group counts.
const FIRST: u32 = BASE.pow(SIZE - 1);

/// The greatest value of a group.
const GREATEST: u32 = 0xFF_FFFF;

/// The longest text that is looked at, in bytes: some five thousand sections and questions.
pub const LONGEST: u16 = 1 << 15;

/// Returns the code that holds these groups of 24 bits, with `between` between those of letters.
pub(super) fn write(mut groups: Vec<u32>, between: &str) -> String {
    groups.push(check(&groups));
    let mut code = String::new();
    for group in groups {
        if !code.is_empty() {
            code.push_str(between);
        }
        let mut place = FIRST;
        while place > 0 {
            let value = (group / place % BASE) as usize;
            // Always there: the remainder is less than the number of letters.
            code.push_str(LETTERS.get(value..=value).unwrap_or_default());
            place /= BASE;
        }
    }
    code
}

/// Returns the groups that a code holds.
///
/// Large and small letters are alike, what people write for a 0 or a 1 is taken for it, and all
/// other signs are passed over. Of a link, only what follows the last "=" is read.
pub(super) fn read(text: &str) -> Result<Vec<u32>, Refusal> {
    if text.len() > LONGEST.into() {
        return Err(Refusal::TooLong);
    }
    let mut code = Reading::default();
    for sign in text.bytes() {
        if sign == b'=' {
            code = Reading::default();
        } else if sign.is_ascii_alphanumeric() {
            code.take(sign);
        }
    }
    code.end()
}

/// A code as far as it was read.
#[derive(Default)]
struct Reading {
    groups: Vec<u32>,
    /// The value of the last group, as far as it was read.
    group: u32,
    /// How many letters there were.
    letters: u32,
    /// Whether there was a letter that no code has.
    is_none: bool,
    /// Whether there was a group that is too great.
    is_mistaken: bool,
}

impl Reading {
    /// Takes in a letter or digit.
    fn take(&mut self, sign: u8) {
        let letter = match sign.to_ascii_uppercase() {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            letter => letter,
        };
        let value = (0..BASE).zip(LETTERS.bytes()).find(|(_, it)| *it == letter);
        self.is_none |= value.is_none();
        let value = value.map_or(0, |(value, _)| value);
        self.group = self.group * BASE + value;
        self.letters += 1;
        if self.letters.is_multiple_of(SIZE) {
            self.is_mistaken |= self.group > GREATEST;
            self.groups.push(self.group);
            self.group = 0;
        }
    }

    /// Returns the groups but for the last one, which checks them.
    fn end(mut self) -> Result<Vec<u32>, Refusal> {
        let last = self.groups.pop();
        if self.letters == 0 {
            Err(Refusal::Empty)
        } else if self.is_none {
            Err(Refusal::NoCode)
        } else if !self.letters.is_multiple_of(SIZE) || self.groups.is_empty() {
            Err(Refusal::Cut)
        } else if self.is_mistaken || last != Some(check(&self.groups)) {
            Err(Refusal::Mistaken)
        } else {
            Ok(self.groups)
        }
    }
}

/// Returns the CRC-24 of these groups.
fn check(groups: &[u32]) -> u32 {
    let mut sum = 0xB7_04CE;
    for group in groups {
        sum ^= group;
        for _ in 0..24 {
            sum <<= 1;
            if sum > GREATEST {
                sum ^= 0x186_4CFB;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_as_the_standard_says() {
        // The check value of CRC-24/OPENPGP, for the nine digits.
        assert_eq!(check(&[0x31_3233, 0x34_3536, 0x37_3839]), 0x21_CF02);
    }

    #[test]
    fn what_is_written_is_read() {
        for groups in [vec![0], vec![GREATEST, 0, 1], vec![0x12_3456; 40]] {
            let code = write(groups.clone(), " ");
            assert_eq!(code.len(), 6 * groups.len() + 5, "{code}");
            assert_eq!(read(&code), Ok(groups), "{code}");
        }
        assert!(write(vec![GREATEST], "-").starts_with("PQCBH-"));
    }

    #[test]
    fn people_may_write_it_as_they_like() {
        let groups = vec![30 + 2, 0, 0xAB_CDEF];
        let code = write(groups.clone(), " ");
        assert!(code.starts_with("00012 00000 "), "{code}");
        for told in [
            code.to_lowercase(),
            code.replace(' ', ""),
            code.replace(' ', "\u{2013}"),
            code.replacen("00012", "oOoi2", 1),
            code.replacen("00012", "oOol2", 1),
            format!("\"{}\".\r\n", code.replace(' ', "\n")),
            format!("https://a.example/x?y=AEU#carry={}", code.replace(' ', "-")),
        ] {
            assert_eq!(read(&told), Ok(groups.clone()), "{told}");
        }
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        let code = write(vec![1, 2, 3], " ");
        let (cut, _) = code.rsplit_once(' ').unwrap();
        for (text, refusal) in [
            ("", Refusal::Empty),
            (" - \u{1F512} = ", Refusal::Empty),
            ("{\"v\":1,\"read\":[]}", Refusal::NoCode),
            (&"[".repeat(LONGEST.into()), Refusal::Empty),
            (&"[".repeat(usize::from(LONGEST) + 1), Refusal::TooLong),
            (&code[..code.len() - 1], Refusal::Cut),
            (&code[..5], Refusal::Cut),
            (&code[..3], Refusal::Cut),
            (&format!("{code}0"), Refusal::Cut),
            (cut, Refusal::Mistaken),
            ("ZZZZZ ZZZZZ", Refusal::Mistaken),
        ] {
            let told: String = text.chars().take(40).collect();
            assert_eq!(read(text), Err(refusal), "{told}");
        }
    }

    /// Every letter in the place of every other one, and every two letters of a group swapped.
    #[test]
    fn no_mistake_within_a_group_goes_unnoticed() {
        let code = write(vec![0x2A_81D3, 7, 0, GREATEST], " ").into_bytes();
        let mut tried = 0;
        let mut is_refused = |told: &[u8]| {
            let told = core::str::from_utf8(told).unwrap();
            assert_eq!(read(told), Err(Refusal::Mistaken), "{told}");
            tried += 1;
        };
        let places = (0..code.len()).filter(|place| code[*place] != b' ');
        for place in places {
            let mut told = code.clone();
            for letter in LETTERS.bytes().filter(|letter| *letter != code[place]) {
                told[place] = letter;
                is_refused(&told);
            }
            told.copy_from_slice(&code);
            for other in (place + 1..code.len()).take_while(|other| code[*other] != b' ') {
                if code[place] != code[other] {
                    told.swap(place, other);
                    is_refused(&told);
                    told.swap(place, other);
                }
            }
        }
        assert!(tried > 700, "{tried}");
    }
}
