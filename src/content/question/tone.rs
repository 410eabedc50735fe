//! Explanations that explain nothing, and words that scold. English only.
//!
//! The lists are short on purpose: a check that takes a good sentence for a bad one teaches authors
//! to write around it.

/// Words at the start of a text that tell a reader off.
const SCOLDS: [&str; 2] = ["wrong", "incorrect"];

/// The fewest words that say something beside a judgement.
const ENOUGH: usize = 4;

/// Words that judge an answer.
const JUDGING: &str = "\
    absolutely afraid agree bad bravo brilliant congratulations correct correctly excellent \
    exactly false fantastic good great incorrect indeed job luck mistake nice no nope not oops \
    perfect precisely quite right rubbish sadly silly sorry spot super sure true unfortunately \
    untrue well wrong wrongly yay yeah yep yes";

/// Words that say nothing beside those. Articles are not among them: what has some says something.
const FILLING: &str = "\
    again almost and answer answered are attempt be better but choice chose completely course \
    d did didn do doing don done got guess have here i is isn it keep ll m more next of on one \
    option pick picked please re really s so t that think this time totally try ve very was \
    work you";

/// Returns the words of a text in small letters; `don't` is two.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Returns whether a text judges an answer and says next to nothing else.
pub(super) fn only_judges(text: &str) -> bool {
    let among = |words: &str, word: &String| words.split(' ').any(|other| other == word);
    let judging = |word: &String| among(JUDGING, word);
    let saying = |word: &String| !judging(word) && !among(FILLING, word);
    // Without a judgement, few words can be all that there is to say: "Tell an adult."
    let said = words(text).filter(saying).count();
    said == 0 || (said < ENOUGH && words(text).any(|word| judging(&word)))
}

/// Returns the word with which a text scolds its reader. A quotation mark in front makes it
/// somebody's words, which may be that.
pub(super) fn scold(text: &str) -> Option<&'static str> {
    let text = text.trim_start().to_lowercase();
    if text.starts_with("no!") {
        return Some("no!");
    }
    SCOLDS.into_iter().find(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_only_judges() {
        for (text, expected) in [
            ("Wrong.", true),
            ("No, that's not right, try again!", true),
            ("Correct! Well done.", true),
            ("That’s right. You got it!", true),
            ("Yes. Tell an adult.", true),
            ("…", true),
            ("It stays on the phone.", false),
            ("Tell an adult.", false),
            ("Not quite: a screenshot keeps the picture.", false),
            ("You can say no at any time.", false),
        ] {
            assert_eq!(only_judges(text), expected, "{text}");
        }
    }

    #[test]
    fn knows_what_scolds() {
        for (text, expected) in [
            ("Wrong. It stays.", Some("wrong")),
            ("incorrect", Some("incorrect")),
            ("NO! Never do that.", Some("no!")),
            ("No, it can be copied.", None),
            ("Wrongly shared pictures can be taken down.", None),
            ("“No!” is an answer.", None),
            ("It is wrong to share it.", None),
        ] {
            assert_eq!(scold(text), expected, "{text}");
        }
    }
}
