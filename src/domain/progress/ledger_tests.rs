//! What one page does with a device that behaves, refuses, fills up or holds something strange.

use std::sync::Arc;
use std::sync::Mutex;

use super::Keeping;
use super::Ledger;
use crate::domain::exercise::Standing;
use crate::domain::id::Id;
use crate::domain::ports::KeyValueStore;
use crate::domain::ports::MemoryStore;
use crate::domain::ports::StoreError;
use crate::domain::progress::ProgressMode;

const KEY: &str = "academy:test";

/// A store that can be made to fail at any moment.
#[derive(Default)]
struct Moody {
    inner: MemoryStore,
    reads: Mutex<Option<StoreError>>,
    writes: Mutex<Option<StoreError>>,
}

impl Moody {
    fn fail(&self, reads: Option<StoreError>, writes: Option<StoreError>) {
        *self.reads.lock().unwrap() = reads;
        *self.writes.lock().unwrap() = writes;
    }

    fn kept(&self) -> Option<String> {
        self.inner.get(KEY).unwrap()
    }
}

impl KeyValueStore for Moody {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mood = *self.reads.lock().unwrap();
        mood.map_or_else(|| self.inner.get(key), Err)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mood = *self.writes.lock().unwrap();
        mood.map_or_else(|| self.inner.set(key, text), Err)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let mood = *self.writes.lock().unwrap();
        mood.map_or_else(|| self.inner.remove(key), Err)
    }
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn page(store: &Arc<Moody>, mode: ProgressMode) -> Ledger {
    let mut ledger = Ledger::new(Arc::clone(store) as _, KEY.to_owned(), mode);
    ledger.sync();
    ledger
}

#[test]
fn a_visit_finds_what_the_last_one_read() {
    let store = Arc::new(Moody::default());
    page(&store, ProgressMode::On).record_read(id("a"));
    assert_eq!(store.kept().as_deref(), Some(r#"{"v":1,"read":["a"]}"#));
    assert!(page(&store, ProgressMode::On).progress().has_read(&id("a")));
}

#[test]
fn only_a_first_answer_can_be_settled_at_the_first_try() {
    let store = Arc::new(Moody::default());
    let mut first = page(&store, ProgressMode::On);
    first.record_answer(id("a"), Standing::Answered);
    first.record_answer(id("a"), Standing::FirstTry);
    first.record_answer(id("b"), Standing::FirstTry);
    first.record_answer(id("b"), Standing::Answered);
    let text = r#"{"v":1,"read":[],"answered":{"a":false,"b":true}}"#;
    assert_eq!(store.kept().as_deref(), Some(text));
    let mut later = page(&store, ProgressMode::On);
    later.record_answer(id("a"), Standing::FirstTry);
    assert_eq!(store.kept().as_deref(), Some(text), "nor in a later visit");
    assert_eq!(
        later.progress().standing(&id("b")),
        Some(Standing::FirstTry)
    );
    assert_eq!(later.progress().standing(&id("c")), None);
}

#[test]
fn answers_that_are_not_understood_are_left_alone() {
    let store = Arc::new(Moody::default());
    for answered in [r#"["a"]"#, r#"{"a":1}"#, r#"{"A b":true}"#] {
        let text = format!(r#"{{"v":1,"read":[],"answered":{answered}}}"#);
        store.inner.set(KEY, &text).unwrap();
        let mut ledger = page(&store, ProgressMode::On);
        ledger.record_answer(id("b"), Standing::FirstTry);
        assert_eq!(ledger.keeping(), Keeping::Unreadable, "{text}");
        assert_eq!(store.kept(), Some(text));
    }
}

#[test]
fn looking_at_a_page_keeps_nothing() {
    for mode in [ProgressMode::On, ProgressMode::Ask, ProgressMode::Off] {
        let store = Arc::new(Moody::default());
        page(&store, mode);
        assert_eq!(store.kept(), None, "{mode:?}");
        assert_eq!(store.inner.get("academy:test?"), Ok(None), "{mode:?}");
    }
}

#[test]
fn ask_keeps_nothing_until_the_reader_agrees() {
    let store = Arc::new(Moody::default());
    let mut ledger = page(&store, ProgressMode::Ask);
    ledger.record_read(id("a"));
    assert_eq!((ledger.keeping(), store.kept()), (Keeping::Asking, None));
    ledger.agree();
    assert_eq!(ledger.keeping(), Keeping::Kept);
    let mut later = page(&store, ProgressMode::Ask);
    assert!(later.progress().has_read(&id("a")) && later.keeping() == Keeping::Kept);
    later.forget();
    assert_eq!((later.keeping(), store.kept()), (Keeping::Forgotten, None));
    ledger.store_changed(None);
    assert_eq!(ledger.keeping(), Keeping::Asking);
    assert!(ledger.progress().is_empty());
}

#[test]
fn ask_remembers_an_agreement_before_anything_was_read() {
    let store = Arc::new(Moody::default());
    page(&store, ProgressMode::Ask).agree();
    assert_eq!(page(&store, ProgressMode::Ask).keeping(), Keeping::Kept);
}

#[test]
fn off_keeps_nothing_and_still_counts() {
    let store = Arc::new(Moody::default());
    let mut ledger = page(&store, ProgressMode::Off);
    ledger.record_read(id("a"));
    ledger.agree();
    assert!(ledger.progress().has_read(&id("a")));
    assert_eq!((ledger.keeping(), store.kept()), (Keeping::Off, None));
}

#[test]
fn off_clears_what_an_earlier_setting_kept() {
    let store = Arc::new(Moody::default());
    page(&store, ProgressMode::On).record_read(id("a"));
    let mut ledger = page(&store, ProgressMode::Off);
    assert_eq!((ledger.keeping(), store.kept()), (Keeping::Off, None));
    ledger.record_read(id("b"));
    ledger.store_changed(None);
    assert!(
        ledger.progress().has_read(&id("b")),
        "other pages are no news"
    );
}

#[test]
fn agreeing_keeps_what_another_page_kept_meanwhile() {
    for (text, kept) in [
        (r#"{"v":1,"read":["b"]}"#, r#"{"v":1,"read":["a","b"]}"#),
        (r#"{"v":9}"#, r#"{"v":9}"#),
        ("rubbish", "rubbish"),
    ] {
        let store = Arc::new(Moody::default());
        let mut ledger = page(&store, ProgressMode::Ask);
        ledger.record_read(id("a"));
        store.inner.set(KEY, text).unwrap();
        ledger.agree();
        assert_eq!(store.kept().as_deref(), Some(kept));
    }
}

#[test]
fn a_refusal_is_told_and_the_page_goes_on() {
    let store = Arc::new(Moody::default());
    store.fail(Some(StoreError::Refused), Some(StoreError::Refused));
    let mut ledger = page(&store, ProgressMode::On);
    assert_eq!(ledger.keeping(), Keeping::Refused);
    ledger.record_read(id("a"));
    assert!(ledger.progress().has_read(&id("a")));
    store.fail(None, None);
    ledger.sync();
    assert_eq!(ledger.keeping(), Keeping::Kept);
    assert!(
        store.kept().unwrap().contains('a'),
        "what was unsaved is saved once it can be"
    );
}

#[test]
fn a_store_that_only_reads_is_found_out_before_anything_is_promised() {
    let store = Arc::new(Moody::default());
    store.fail(None, Some(StoreError::Full));
    assert_eq!(page(&store, ProgressMode::On).keeping(), Keeping::Full);
}

#[test]
fn a_full_store_keeps_what_it_had() {
    let store = Arc::new(Moody::default());
    page(&store, ProgressMode::On).record_read(id("a"));
    let before = store.kept();
    store.fail(None, Some(StoreError::Full));
    let mut ledger = page(&store, ProgressMode::On);
    ledger.record_read(id("b"));
    assert_eq!((ledger.keeping(), store.kept()), (Keeping::Full, before));
    assert!(ledger.progress().has_read(&id("a")) && ledger.progress().has_read(&id("b")));
    store.fail(None, None);
    ledger.record_read(id("c"));
    assert_eq!(
        store.kept().as_deref(),
        Some(r#"{"v":1,"read":["a","b","c"]}"#)
    );
}

#[test]
fn what_is_not_understood_is_never_overwritten() {
    for (text, keeping) in [
        ("", Keeping::Unreadable),
        ("{", Keeping::Unreadable),
        ("[]", Keeping::Unreadable),
        (r#"{"v":1}"#, Keeping::Unreadable),
        (r#"{"v":1,"read":["a",7]}"#, Keeping::Unreadable),
        (r#"{"v":1,"read":["Not an id"]}"#, Keeping::Unreadable),
        (r#"{"v":0,"read":[]}"#, Keeping::Unreadable),
        (r#"{"v":"1","read":[]}"#, Keeping::Unreadable),
        (r#"{"v":2,"read":{"a":true}}"#, Keeping::Newer),
    ] {
        let store = Arc::new(Moody::default());
        store.inner.set(KEY, text).unwrap();
        let mut ledger = page(&store, ProgressMode::On);
        ledger.record_read(id("b"));
        assert_eq!(
            (ledger.keeping(), store.kept().as_deref()),
            (keeping, Some(text))
        );
        assert!(ledger.progress().has_read(&id("b")));
        ledger.forget();
        assert_eq!(
            (ledger.keeping(), store.kept()),
            (Keeping::Forgotten, None),
            "{text}"
        );
    }
}

#[test]
fn fields_of_a_later_player_survive() {
    let store = Arc::new(Moody::default());
    let text = r#"{"answers":{"q1":"first"},"read":["gone-section"],"v":1}"#;
    store.inner.set(KEY, text).unwrap();
    page(&store, ProgressMode::On).record_read(id("a"));
    let kept = store.kept().unwrap();
    assert_eq!(
        kept,
        r#"{"v":1,"read":["a","gone-section"],"answers":{"q1":"first"}}"#
    );
}

#[test]
fn a_page_that_slept_through_a_forgetting_brings_nothing_back() {
    let store = Arc::new(Moody::default());
    let mut sleeper = page(&store, ProgressMode::On);
    sleeper.record_read(id("a"));
    page(&store, ProgressMode::On).forget();
    page(&store, ProgressMode::On).record_read(id("b"));
    sleeper.record_read(id("c"));
    assert_eq!(store.kept().as_deref(), Some(r#"{"v":1,"read":["b","c"]}"#));
    assert!(!sleeper.progress().has_read(&id("a")));
}

#[test]
fn a_forgetting_that_the_browser_refuses_is_not_claimed() {
    let store = Arc::new(Moody::default());
    let mut ledger = page(&store, ProgressMode::On);
    ledger.record_read(id("a"));
    store.fail(None, Some(StoreError::Refused));
    ledger.forget();
    assert_eq!(ledger.keeping(), Keeping::NotForgotten);
    ledger.record_read(id("b"));
    assert_eq!(ledger.keeping(), Keeping::NotForgotten);
    assert!(!ledger.progress().has_read(&id("a")));
    store.fail(None, None);
    ledger.sync();
    assert_eq!(store.kept().as_deref(), Some(r#"{"v":1,"read":["b"]}"#));
}

#[test]
fn a_forgetting_that_nobody_told_of_is_seen_on_waking() {
    let store = Arc::new(Moody::default());
    let mut writer = page(&store, ProgressMode::On);
    writer.record_read(id("a"));
    let reader = page(&store, ProgressMode::On);
    page(&store, ProgressMode::On).forget();
    for mut sleeper in [writer, reader] {
        sleeper.sync();
        assert!(sleeper.progress().is_empty());
    }
}

#[test]
fn a_forgetting_takes_what_another_page_could_not_write() {
    let store = Arc::new(Moody::default());
    let mut ledger = page(&store, ProgressMode::On);
    ledger.record_read(id("a"));
    store.fail(None, Some(StoreError::Full));
    ledger.record_read(id("b"));
    store.fail(None, None);
    page(&store, ProgressMode::On).forget();
    ledger.store_changed(None);
    assert!(ledger.progress().is_empty());
    assert_eq!(store.kept(), None);
}
