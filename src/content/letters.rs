//! The letters of an English word: which are vowels, which are said apart, which are silent.

/// Endings before which an e is silent.
const AFTER_SILENT_E: [&str; 6] = ["ly", "ful", "fully", "less", "ment", "ness"];

/// The letters of a word, with a blank before and after.
pub(super) struct Letters<'a>(&'a str);

impl<'a> Letters<'a> {
    /// Wraps a word of small letters a to z.
    pub(super) fn new(word: &'a str) -> Self {
        Self(word)
    }

    /// Returns the letter at `at`.
    fn at(&self, at: usize) -> u8 {
        self.0.as_bytes().get(at).copied().unwrap_or(b' ')
    }

    /// Returns the letter `back` before `at`.
    fn before(&self, at: usize, back: usize) -> u8 {
        at.checked_sub(back).map_or(b' ', |at| self.at(at))
    }

    /// Returns whether the letter at `at` is said as a vowel.
    pub(super) fn vowel(&self, at: usize) -> bool {
        let (before, next) = (self.before(at, 1), self.at(at + 1));
        match self.at(at) {
            b'a' | b'e' | b'i' | b'o' => true,
            // "queen", "guess"
            b'u' => before != b'q' && !(before == b'g' && b"aei".contains(&next)),
            // "yes", "player"
            b'y' => at > 0 && !(b"aeiou".contains(&before) && b"aeiou".contains(&next)),
            _ => false,
        }
    }

    /// Returns whether the vowels at `at` and after it are said apart, as in `video`.
    pub(super) fn parted(&self, at: usize) -> bool {
        let (earlier, before) = (self.before(at, 2), self.before(at, 1));
        let (this, next, after) = (self.at(at), self.at(at + 1), self.at(at + 2));
        let soft = b"tscxgh".contains(&before); // nation, social, religion, fashion
        match (this, next) {
            (_, b'i') if after == b'n' && self.at(at + 3) == b'g' => this != b'i', // doing
            (b'i', b'a') => !soft || after == b't',                                // initiate
            (b'i', b'o') if after == b'u' => !soft,                                // serious
            (b'i', b'o') => !soft && before != b'n' && (earlier, before) != (b'l', b'l'),
            (b'i', b'u') => !soft, // medium
            (b'i', b'e') if after == b'n' => before != b't' && before != b'c', // audience
            (b'i', b'e') => after == b't', // quiet
            (b'e', b'o') => after != b'p' && before != b'g', // video
            (b'u', b'a') => before != b'g' && b"lrt".contains(&after), // usual
            (b'u', b'o') => after == b'u', // continuous
            (b'u', b'e') => after == b'n', // influence
            _ => false,
        }
    }

    /// Returns how many vowels that seem to count are silent.
    pub(super) fn silent(&self) -> u32 {
        let word = self.0;
        let end = word.len();
        let consonant = |back: usize| end >= back && !self.vowel(end - back);
        let last = if word.ends_with('e') {
            consonant(2) && !(word.ends_with("le") && consonant(3))
        } else if word.ends_with("es") {
            let hissed = b"scgzx".contains(&self.before(end, 3));
            let hushed = word.ends_with("shes") || word.ends_with("ches");
            let syllabic = word.ends_with("les") && consonant(4);
            consonant(3) && !(hissed || hushed || syllabic)
        } else if word.ends_with("ed") {
            let said = b"td".contains(&self.before(end, 3));
            let syllabic = word.ends_with("led") && consonant(4) && !word.ends_with("lled");
            consonant(3) && !(said || syllabic)
        } else {
            false
        };
        u32::from(last) + u32::from(word.ends_with("ically")) + u32::from(self.silent_inside())
    }

    /// Returns whether the word has a silent e before its ending, as in `safely`.
    fn silent_inside(&self) -> bool {
        let word = self.0;
        let singular = word.strip_suffix('s').filter(|word| word.ends_with("ment"));
        let stem = AFTER_SILENT_E.iter().find_map(|ending| {
            singular
                .unwrap_or(word)
                .strip_suffix(ending)?
                .strip_suffix('e')
        });
        stem.is_some_and(|stem| {
            let end = stem.len();
            let element = self.before(end, 1) == b'l' && word.contains("ment");
            let cluster =
                !self.vowel(end.saturating_sub(2)) && b"lr".contains(&self.before(end, 1));
            end > 1 && !self.vowel(end - 1) && !cluster && !element
        })
    }
}
