//! Whatever arrives, nothing breaks, little is said, and only what is meant is done.

use serde_json::Value;

use super::LONGEST;
use super::talk::Size;
use super::talk::Talk;
use crate::domain::tally::Tally;

const HOST: &str = "https://school.example";

/// How many changed messages are heard.
const MUTATIONS: u32 = 150_000;

/// The most letters that one message is answered by: height, progress, the end.
const LETTERS: usize = 3;

/// The longest of these: iframe-resizer's name for the frame and the frame's size, with room.
const LETTER: usize = 400;

/// A message of each kind, as the hosts send it.
const MESSAGES: [&str; 13] = [
    r#"{"academy":1,"type":"hello","theme":"dark"}"#,
    r#"{"academy":1,"type":"hello"}"#,
    r#"{"context":"h5p","action":"ready"}"#,
    r#"{"context":"h5p","action":"hello"}"#,
    r#"{"context":"h5p","action":"resize"}"#,
    r#"{"type":"iframe-child-init","targetElementSelector":"main"}"#,
    r#"{"type":"iframe-get-child-dimensions"}"#,
    r#"{"message":"ready","secret":"a1B2c3D4e5"}"#,
    "[iFrameSizer]f:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true",
    "[iFrameSizer]f:8:false:false:32:true:true::auto:::0:false:child:auto:true:::true:GPLv3:5.5.9:0::false",
    "[iFrameSizer]resize",
    "[iFrameSizer]reset",
    "[iFrameSizer]pageInfo:{\"iframeHeight\":1}",
];

/// Numbers that look random and are the same in each run (xorshift, by Marsaglia).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }

    /// Changes a message in one to four places.
    fn change(&mut self, message: &str) -> String {
        let mut letters: Vec<char> = message.chars().collect();
        for _ in 0..=self.below(4) {
            let place = self.below(letters.len() + 1);
            let odd = [
                '"', '{', '}', ':', '\\', '\0', 'é', '9', '-', '\u{202e}', ']', ' ',
            ];
            match self.below(6) {
                0 if place < letters.len() => drop(letters.remove(place)),
                1 => letters.insert(place, odd[self.below(odd.len())]),
                2 if place < letters.len() => letters[place] = odd[self.below(odd.len())],
                3 => letters.truncate(place),
                4 => letters.extend_from_within(place..),
                _ => {
                    let other = MESSAGES[self.below(MESSAGES.len())];
                    letters.splice(place..place, other.chars());
                }
            }
        }
        letters.into_iter().collect()
    }
}

fn started() -> Talk {
    let mut talk = Talk::new("#?secret=a1B2c3D4e5");
    let _ = talk.measure(Size {
        height: 900,
        width: 300,
        at: 0,
    });
    let _ = talk.tell(Tally::default());
    talk
}

/// Fails unless these letters are few, short, and of the page's own making.
fn checked(letters: &[String], message: &str) {
    assert!(letters.len() <= LETTERS, "{message}: {letters:?}");
    for letter in letters {
        assert!(letter.len() <= LETTER, "{message}: {letter}");
        let value: Option<Value> = letter.parse().ok();
        let object = value.is_some_and(|value| value.is_object());
        assert!(
            object || letter.starts_with("[iFrameSizer]"),
            "{message}: {letter}"
        );
    }
}

#[test]
fn a_changed_message_does_no_harm() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut talk = started();
    for round in 0..MUTATIONS {
        let message = MESSAGES[dice.below(MESSAGES.len())];
        let message = dice.change(message);
        checked(&talk.hear(&message, HOST).0, &message);
        // What it made of the conversation shows in what is told next.
        let next = talk.measure(Size {
            height: 100 + usize::from(round % 2 == 0),
            width: 300,
            at: round,
        });
        assert!(next.len() <= 5, "{message}: {next:?}");
        if round % 50 == 0 {
            talk = started();
        }
    }
}

/// A host that is none of those, or one that is changed, gets no other answer than before.
#[test]
fn what_is_no_message_changes_nothing() {
    for message in [
        "",
        "null",
        "[]",
        "{}",
        "\"hello\"",
        r#"{"academy":1}"#,
        r#"{"academy":1,"type":"config","endpoint":"https://evil.example"}"#,
        r#"{"context":"h5p","action":"evil"}"#,
        r#"{"context":"H5P","action":"hello"}"#,
        "[iFrameSizer]",
        "[iFrameSizer]:::::::",
        "[iFrameSizer]message:{\"a\":true}",
        "[iFrameSizer]moveToAnchor:#threats",
        "[iframesizer]f:8:false:false:32:true:true",
    ] {
        let mut talk = started();
        assert_eq!(talk.hear(message, HOST), (Vec::new(), None), "{message}");
        let size = Size {
            height: 700,
            width: 300,
            at: 0,
        };
        assert_eq!(talk.measure(size), started().measure(size), "{message}");
    }
}

#[test]
fn an_endless_message_is_not_read() {
    let long = "x".repeat(LONGEST);
    for message in [
        format!(r#"{{"academy":1,"type":"hello","x":"{long}"}}"#),
        format!("{}{}", "[".repeat(LONGEST), "]".repeat(LONGEST)),
        format!("[iFrameSizer]{long}:8:false:false:32:true:true"),
        format!("[iFrameSizer]f:8:false:false:32:true:true{long}"),
    ] {
        assert_eq!(started().hear(&message, HOST), (Vec::new(), None));
    }
}

/// Deep nesting is refused by the reader of JSON, not by the end of the stack.
#[test]
fn a_deep_message_is_not_read() {
    let deep = format!("{}{}", "[".repeat(LONGEST / 2), "]".repeat(LONGEST / 2));
    assert_eq!(started().hear(&deep, HOST), (Vec::new(), None));
}
