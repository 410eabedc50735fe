//! What a device kept.

use std::sync::Arc;

use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::ports::KeyValueStore;
use citizens_academy_player::domain::ports::MemoryStore;
use citizens_academy_player::domain::progress::DecodeError;
use citizens_academy_player::domain::progress::Keeping;
use citizens_academy_player::domain::progress::Ledger;
use citizens_academy_player::domain::progress::Progress;
use citizens_academy_player::domain::progress::ProgressMode;
use serde_json::Value;

const KEY: &str = "academy:in-control";

const KEPT: &[&str] = &[
    r#"{"v":1,"read":[]}"#,
    r#"{"v":1,"read":["i-sent-one","threats"]}"#,
    r#"{"v":1,"read":["control"],"answered":{"quiz-age":true,"quiz-gone":false}}"#,
    r#"{"v":1,"read":["a"],"later":{"x":[1,25],"y":null},"text":"\u00e9\n"}"#,
    r#"{"v":2,"read":{"a":1}}"#,
];

const WORDS: &[&str] = &[
    "v", "read", "answered", "\"v\":1", "\"v\":2", "a", "quiz-age", "control", "new", "\\u0000",
    "\\ud800", "é", "[", "{\"", "}}",
];

/// Plays a page that finds `text` on the device, and on which one more section is read.
fn visit(text: &str, news: &Id) -> (Ledger, String) {
    let store = Arc::new(MemoryStore::default());
    store.set(KEY, text).expect("room");
    let mut ledger = Ledger::new(store.clone(), KEY.to_owned(), ProgressMode::On);
    ledger.sync();
    ledger.record_read(news.clone());
    let after = store.get(KEY).expect("a look").expect("what was kept");
    (ledger, after)
}

/// Whether there is a number that is not whole, or longer than 64 bits. Progress holds none
/// (`src/domain/progress/codec.rs`).
fn holds_fractions(json: &Value) -> bool {
    match json {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(holds_fractions),
        Value::Object(members) => members.values().any(holds_fractions),
        _ => false,
    }
}

#[test]
fn what_a_device_kept_is_understood_or_left_alone() {
    let news = Id::new("new").expect("an id");
    let (mut read, mut refused) = (0, 0);
    mutator::each("progress", KEPT, WORDS, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let (ledger, after) = visit(&text, &news);
        assert!(ledger.progress().has_read(&news), "the page knows the news");
        match Progress::decode(&text) {
            Ok(kept) => {
                read += 1;
                if !holds_fractions(&text.parse().expect("JSON")) {
                    assert_eq!(Progress::decode(&kept.encode()), Ok(kept.clone()));
                }
                let all = Progress::decode(&after).expect("what this player wrote");
                let mut both = all.clone();
                both.merge(&kept);
                assert_eq!(both, all, "nothing of it is lost");
                assert!(all.has_read(&news), "and the news is kept, too");
                assert_eq!(ledger.keeping(), Keeping::Kept);
            }
            Err(error) => {
                refused += 1;
                assert_eq!(after, text, "what is not understood stays as it is");
                let told = match error {
                    DecodeError::Newer => Keeping::Newer,
                    DecodeError::Unreadable => Keeping::Unreadable,
                };
                assert_eq!(ledger.keeping(), told, "and the reader is told so");
            }
        }
    });
    // The changes reach both sides, or they would prove little.
    assert!(read > mutator::ROUNDS / 50, "{read} were read");
    assert!(refused > mutator::ROUNDS / 20, "{refused} were refused");
}
