//! Whatever arrives, nothing breaks, and only what is meant is done. Changed messages:
//! `tests/mutation/embed.rs`.

use super::LONGEST;
use super::own::Place;
use super::talk::Size;
use super::talk::Talk;

const HOST: &str = "https://school.example";

fn started() -> Talk {
    let mut talk = Talk::new("#?secret=a1B2c3D4e5");
    let _ = talk.measure(Size {
        height: 900,
        width: 300,
        at: 0,
    });
    let _ = talk.tell(Place::default());
    talk
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
