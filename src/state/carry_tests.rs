//! What a reader is told who carries a place elsewhere, and what becomes of it there.

use std::sync::Arc;
use std::sync::Mutex;

use leptos::prelude::Owner;

use super::carry::Carry;
use super::learner::Learner;
use super::learner::Ports;
use crate::domain::exercise::Task;
use crate::domain::id::Id;
use crate::domain::outline::GroupOutline;
use crate::domain::outline::Outline;
use crate::domain::outline::QuestionOutline;
use crate::domain::outline::SectionOutline;
use crate::domain::ports::KeyValueStore as _;
use crate::domain::ports::MemoryStore;
use crate::domain::ports::NoAnswers;
use crate::domain::ports::NoAudience;
use crate::domain::ports::NoDisclosures;
use crate::domain::ports::carry::CarryDesk;
use crate::domain::progress::Keeping;
use crate::domain::progress::ProgressMode;
use crate::domain::progress::carry::Codes;

/// A page of paper: what is seen, and what was said.
#[derive(Default)]
struct Paper {
    codes: Mutex<Codes>,
    /// What stands there of what is taken along, and of what is brought.
    words: Mutex<(&'static str, &'static str)>,
    /// Everything that was put there.
    said: Mutex<Vec<&'static str>>,
    cleared: Mutex<usize>,
}

impl CarryDesk for Paper {
    fn show(&self, codes: &Codes) {
        let mut seen = self.codes.lock().unwrap();
        if *seen != *codes {
            seen.clone_from(codes);
            self.words.lock().unwrap().0 = "";
        }
    }

    fn say(&self, taken: &'static str, brought: &'static str) {
        let mut seen = self.words.lock().unwrap();
        for (was, is) in [(seen.0, taken), (seen.1, brought)] {
            if was != is && !is.is_empty() {
                self.said.lock().unwrap().push(is);
            }
        }
        *seen = (taken, brought);
    }

    fn clear(&self) {
        *self.cleared.lock().unwrap() += 1;
    }
}

/// A page on a device.
struct Device {
    store: Arc<MemoryStore>,
    paper: Arc<Paper>,
    learner: Learner,
    _owner: Owner,
}

impl Device {
    fn new(outline: &Outline) -> Self {
        let owner = Owner::new();
        owner.set();
        let (store, paper) = (Arc::new(MemoryStore::default()), Arc::new(Paper::default()));
        let ports = Ports {
            store: Arc::clone(&store) as _,
            disclosures: Arc::new(NoDisclosures),
            sheet: Arc::new(NoAnswers),
            carry: Arc::clone(&paper) as _,
            audience: Arc::new(NoAudience),
            signup: None,
        };
        let learner = Learner::new(outline, ports);
        learner.sync();
        Self {
            store,
            paper,
            learner,
            _owner: owner,
        }
    }

    fn with(mode: ProgressMode) -> Self {
        Self::new(&outline(mode, &["a", "b"]))
    }

    fn read(self, section: &str) -> Self {
        self.learner.reached_end(&id(section));
        self
    }

    fn shown(&self) -> Codes {
        self.paper.codes.lock().unwrap().clone()
    }

    /// Returns what stands there, of what is taken along and of what is brought.
    fn words(&self) -> (&'static str, &'static str) {
        *self.paper.words.lock().unwrap()
    }

    fn kept(&self) -> Option<String> {
        self.store.get("academy:m").unwrap()
    }

    fn said(&self) -> Vec<&'static str> {
        std::mem::take(&mut *self.paper.said.lock().unwrap())
    }

    /// Returns the code to type and the one to keep.
    fn codes(&self) -> (String, String) {
        self.learner.carry(Carry::Open(true));
        let codes = self.shown();
        (codes.typed, codes.kept)
    }
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn outline(progress: ProgressMode, sections: &[&str]) -> Outline {
    let section = |name: &&str| SectionOutline {
        id: id(name),
        questions: Vec::new(),
    };
    let question = QuestionOutline {
        id: id("q"),
        task: Task::One {
            right: 0,
            options: 2,
        },
    };
    Outline {
        id: id("m"),
        progress,
        groups: vec![GroupOutline {
            id: id("g"),
            counts: true,
            sections: sections.iter().map(section).collect(),
            questions: vec![question],
        }],
    }
}

#[test]
fn what_was_done_elsewhere_is_added() {
    let (typed, kept) = Device::with(ProgressMode::On).read("a").codes();
    for code in [typed, kept] {
        let here = Device::with(ProgressMode::On).read("b");
        here.learner.carry(Carry::Bring(&code));
        assert_eq!(here.said(), ["Done. What you did elsewhere is added here."]);
        let both = r#"{"v":1,"read":["a","b"]}"#;
        assert_eq!(here.kept().as_deref(), Some(both));
        assert_eq!(here.learner.status().tally.read, 2);
        here.learner.carry(Carry::Bring(&code));
        let nothing_new = "There is nothing new in it: all of it was here already.";
        assert_eq!(here.said(), [nothing_new]);
        here.learner.carry(Carry::Bring(&code));
        assert_eq!(here.said(), [nothing_new], "said again, and so told again");
    }
}

#[test]
fn a_link_adds_nothing_unasked() {
    let (_, code) = Device::with(ProgressMode::On).read("a").codes();
    let here = Device::with(ProgressMode::On);
    here.learner.carry(Carry::Follow(&code));
    let said = here.said().concat();
    assert!(
        said.contains("Press \"Carry on here\" to add it."),
        "{said}"
    );
    assert_eq!((here.kept(), here.learner.status().tally.read), (None, 0));
    here.learner.carry(Carry::Bring(&code));
    assert_eq!(here.learner.status().tally.read, 1);
    here.said();
    here.learner.carry(Carry::Follow("rubbish"));
    assert!(here.said().concat().contains("not a code"));
}

#[test]
fn what_the_reader_did_not_agree_to_is_not_stored() {
    let (_, code) = Device::with(ProgressMode::On).read("a").codes();
    let asking = Device::with(ProgressMode::Ask);
    asking.learner.carry(Carry::Follow(&code));
    asking.learner.carry(Carry::Bring(&code));
    let status = asking.learner.status();
    assert_eq!((status.keeping, status.tally.read), (Keeping::Asking, 1));
    assert_eq!(asking.kept(), None);
    asking.learner.press_keeping();
    let kept = r#"{"v":1,"read":["a"]}"#;
    assert_eq!(asking.kept().as_deref(), Some(kept));
    let off = Device::with(ProgressMode::Off);
    off.learner.carry(Carry::Bring(&code));
    let status = off.learner.status();
    assert_eq!((status.keeping, status.tally.read), (Keeping::Off, 1));
    assert_eq!(off.kept(), None);
    assert_eq!(off.codes().1, code, "it can be taken further");
}

#[test]
fn a_code_is_there_only_while_somebody_looks() {
    let device = Device::with(ProgressMode::On);
    assert_eq!(
        device.codes(),
        (String::new(), String::new()),
        "nothing yet"
    );
    let device = device.read("a");
    let (first, _) = device.codes();
    device.learner.carry(Carry::Copy(true));
    assert_eq!(device.words().0, "Copied.");
    let device = device.read("b");
    let second = device.shown().typed;
    assert!(second != first && !second.is_empty(), "it follows");
    assert_eq!(device.words().0, "", "it was said of another code");
    device.learner.carry(Carry::Open(false));
    assert_eq!((device.shown(), device.words()), Default::default());
}

#[test]
fn copied_is_said_only_where_it_was() {
    let device = Device::with(ProgressMode::On).read("a");
    device.learner.carry(Carry::Copy(false));
    let said = device.said().concat();
    assert!(said.contains("did not let the page copy"), "{said}");
    device.learner.carry(Carry::Copy(true));
    device.learner.carry(Carry::Copy(true));
    assert_eq!(device.said(), ["Copied.", "Copied."]);
}

#[test]
fn forgetting_takes_the_code_and_what_was_typed_along() {
    let device = Device::with(ProgressMode::On).read("a");
    let (_, code) = device.codes();
    device.learner.carry(Carry::Bring(&code));
    let cleared = *device.paper.cleared.lock().unwrap();
    device.learner.press_keeping();
    assert_eq!((device.shown(), device.words()), Default::default());
    assert_eq!(*device.paper.cleared.lock().unwrap(), cleared + 1);
    // Elsewhere, too.
    let other = Device::with(ProgressMode::On).read("a");
    other.codes();
    other.store.remove("academy:m").unwrap();
    other.learner.store_changed(None);
    assert_eq!(other.shown(), Codes::default());
}

#[test]
fn every_way_to_go_wrong_has_its_words() {
    let here = Device::with(ProgressMode::On).read("a");
    let kept = here.kept();
    let (typed, code) = here.codes();
    let other = Device::new(&outline(ProgressMode::On, &["a", "b", "c"]));
    let (map, _) = other.read("a").read("b").read("c").codes();
    let mut mistaken = typed.clone();
    mistaken.replace_range(0..1, "Z");
    let long = "0".repeat(40_000);
    for (told, words) in [
        ("", "There is no code there yet"),
        ("hello", "not a code from this page"),
        (&typed[1..], "not whole"),
        (&mistaken, "a mistake in this code"),
        (&long, "too long"),
        (&map, "another version of this page"),
    ] {
        here.said();
        here.learner.carry(Carry::Bring(told));
        let said = here.said().concat();
        assert!(said.contains(words), "{told}: {said}");
        assert_eq!(here.kept(), kept, "{told}");
    }
    here.learner.carry(Carry::BadFile);
    assert!(here.said().concat().contains("can't be read"));
    let _ = code;
}
