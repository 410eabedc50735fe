//! What pages around the module say to it, as no host would say it.

use citizens_academy_player::domain::embed::own::Place;
use citizens_academy_player::domain::embed::talk::Size;
use citizens_academy_player::domain::embed::talk::Talk;
use serde_json::Value;

/// The origin of the page around the module.
const HOST: &str = "https://school.example";

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

const WORDS: &[&str] = &[
    "academy",
    "type",
    "hello",
    "theme",
    "light",
    "context",
    "h5p",
    "action",
    "ready",
    "resize",
    "iframe-child-init",
    "message",
    "secret",
    "[iFrameSizer]",
    ":true:",
    "\\u202e",
    "\0",
];

/// A conversation that has begun.
fn begun() -> Talk {
    let mut talk = Talk::new("#?secret=a1B2c3D4e5");
    let _ = talk.measure(Size {
        height: 900,
        width: 300,
        at: 0,
    });
    let _ = talk.tell(Place { done: 3, total: 3 });
    talk
}

/// Fails unless these letters are few, short, and of the module's own making.
fn are_our_own(letters: &[String]) {
    assert!(letters.len() <= LETTERS, "{letters:?}");
    for letter in letters {
        assert!(letter.len() <= LETTER, "{letter}");
        let value: Option<Value> = letter.parse().ok();
        let object = value.is_some_and(|value| value.is_object());
        assert!(object || letter.starts_with("[iFrameSizer]"), "{letter}");
    }
}

#[test]
fn a_changed_message_does_no_harm() {
    let (mut answered, mut round) = (0, 0);
    let mut talk = begun();
    mutator::each("embed", &MESSAGES, WORDS, |bytes| {
        let letters = talk.hear(&String::from_utf8_lossy(bytes), HOST).0;
        are_our_own(&letters);
        answered += usize::from(!letters.is_empty());
        // What it made of the conversation shows in what is told next.
        round += 1;
        let next = talk.measure(Size {
            height: 100 + usize::from(round % 2 == 0),
            width: 300,
            at: round,
        });
        assert!(next.len() <= 5, "{next:?}");
        if round % 50 == 0 {
            talk = begun();
        }
    });
    assert!(answered > mutator::ROUNDS / 50, "{answered} were answered");
}

/// A message can change nothing but who is spoken to: whoever asked hears a height, and the numbers
/// in it are the module's.
#[test]
fn no_message_makes_the_module_say_another_number() {
    mutator::each("embed", &MESSAGES, WORDS, |bytes| {
        let mut talk = begun();
        let text = String::from_utf8_lossy(bytes);
        for letter in talk.hear(&text, HOST).0 {
            if letter.starts_with("[iFrameSizer]") {
                assert!(letter.contains(":900:300:"), "{letter}");
            }
            let value: Value = letter.parse().unwrap_or_default();
            for (name, true_one) in [
                ("height", 900),
                ("scrollHeight", 900),
                ("value", 900),
                ("width", 300),
                ("done", 3),
                ("total", 3),
            ] {
                let said = value[name].as_u64();
                assert!(said.is_none_or(|said| said == true_one), "{letter}");
            }
        }
    });
}
