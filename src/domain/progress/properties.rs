//! What has to hold for any progress, and for any number of open pages.

use std::collections::VecDeque;
use std::sync::Arc;

use proptest::collection::btree_map;
use proptest::collection::btree_set;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Map;
use serde_json::Value;

use super::Ledger;
use super::Progress;
use super::join;
use crate::domain::exercise::Standing;
use crate::domain::id::Id;
use crate::domain::ports::KeyValueStore as _;
use crate::domain::ports::MemoryStore;
use crate::domain::progress::ProgressMode;

fn section(n: usize) -> Id {
    Id::new(&format!("s{n}")).unwrap()
}

/// Any JSON, small enough to be readable in a failure.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..3_i32).prop_map(Value::from),
        "[a-c]{0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec(("[p-r]", inner), 0..3).prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

fn progress() -> impl Strategy<Value = Progress> {
    let answered = btree_map(0..6_usize, standing(), 0..6);
    let unknown = vec(("[p-r]", json()), 0..3);
    (btree_set(0..6_usize, 0..6), answered, unknown).prop_map(|(read, answered, unknown)| {
        // Sorted as numbers, and as text too: they have one digit.
        Progress {
            read: read.into_iter().map(section).collect(),
            answered: answered
                .into_iter()
                .map(|(n, standing)| (section(n), standing))
                .collect(),
            unknown: unknown.into_iter().collect(),
        }
    })
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![Just(Standing::Answered), Just(Standing::FirstTry)]
}

/// Returns what a player that does not know of questions would carry along.
fn as_unknown(progress: &Progress) -> Map<String, Value> {
    let only_answered = Progress {
        answered: progress.answered.clone(),
        ..Progress::default()
    };
    serde_json::from_str(&only_answered.encode()).unwrap()
}

fn merged(mut a: Progress, b: &Progress) -> Progress {
    a.merge(b);
    a
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn merge_is_commutative(a in progress(), b in progress()) {
        prop_assert_eq!(merged(a.clone(), &b), merged(b, &a));
    }

    #[test]
    fn merge_is_associative(a in progress(), b in progress(), c in progress()) {
        let left = merged(merged(a.clone(), &b), &c);
        prop_assert_eq!(left, merged(a, &merged(b, &c)));
    }

    #[test]
    fn merge_is_idempotent(a in progress()) {
        prop_assert_eq!(merged(a.clone(), &a), a);
    }

    #[test]
    fn merge_loses_no_section(a in progress(), b in progress()) {
        let both = merged(a.clone(), &b);
        prop_assert!(a.read.iter().chain(&b.read).all(|id| both.has_read(id)));
    }

    #[test]
    fn merge_keeps_the_better_standing(a in progress(), b in progress()) {
        let both = merged(a.clone(), &b);
        for n in 0..6 {
            let question = section(n);
            // `None` is less than any standing.
            let better = a.standing(&question).max(b.standing(&question));
            prop_assert_eq!(both.standing(&question), better);
        }
    }

    #[test]
    fn a_player_that_knows_no_questions_merges_them_alike(a in progress(), b in progress()) {
        let (mut old, new) = (as_unknown(&a), merged(a, &b));
        join::maps(&mut old, &as_unknown(&b));
        let text = Value::Object(old).to_string();
        prop_assert_eq!(Progress::decode(&text).map(|both| both.answered), Ok(new.answered));
    }

    #[test]
    fn text_comes_back_as_it_was(a in progress()) {
        prop_assert_eq!(Progress::decode(&a.encode()), Ok(a));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}") {
        let _ = Progress::decode(&text);
    }

    #[test]
    fn pages_agree_and_nothing_forgotten_comes_back(steps in vec(step(), 1..40)) {
        let mut device = Device::with_pages(3);
        for step in steps {
            device.take(&step);
        }
        device.deliver_all();
        device.check();
    }
}

/// Something that happens on a device with several open pages.
#[derive(Clone, Debug)]
enum Step {
    Read {
        page: usize,
        section: usize,
    },
    Answer {
        page: usize,
        question: usize,
        standing: Standing,
    },
    Forget {
        page: usize,
    },
    /// The oldest piece of news reaches a page, however late.
    News {
        page: usize,
    },
    Reload {
        page: usize,
    },
    Wake {
        page: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let page = 0..3_usize;
    prop_oneof![
        4 => (page.clone(), 0..4_usize).prop_map(|(page, section)| Step::Read { page, section }),
        3 => (page.clone(), 0..4_usize, standing()).prop_map(|(page, question, standing)| {
            Step::Answer { page, question, standing }
        }),
        1 => page.clone().prop_map(|page| Step::Forget { page }),
        3 => page.clone().prop_map(|page| Step::News { page }),
        1 => page.clone().prop_map(|page| Step::Reload { page }),
        1 => page.prop_map(|page| Step::Wake { page }),
    ]
}

const KEY: &str = "academy:test";

/// A device whose storage works at once, and whose pages hear of changes late.
struct Device {
    store: Arc<MemoryStore>,
    pages: Vec<(Ledger, VecDeque<Option<String>>)>,
    /// Sections that a page newly marked as read since everything was last forgotten.
    expected: std::collections::BTreeSet<Id>,
    /// Sections that anybody looked at since then: only these may be there.
    allowed: std::collections::BTreeSet<Id>,
    /// The best that a page said of each question since then.
    answered: std::collections::BTreeMap<Id, Standing>,
}

impl Device {
    fn with_pages(count: usize) -> Self {
        let store = Arc::new(MemoryStore::default());
        let pages = (0..count)
            .map(|_| (open(&store), VecDeque::new()))
            .collect();
        Self {
            store,
            pages,
            expected: [].into(),
            allowed: [].into(),
            answered: [].into(),
        }
    }

    fn take(&mut self, step: &Step) {
        match *step {
            Step::Read { page, section: n } => {
                let id = section(n);
                if !self.pages[page].0.progress().has_read(&id) {
                    self.expected.insert(id.clone());
                }
                self.allowed.insert(id.clone());
                self.acting(page, |ledger| ledger.record_read(id));
            }
            Step::Answer {
                page,
                question,
                standing,
            } => {
                let id = section(question);
                if self.pages[page].0.progress().standing(&id).is_none() {
                    let known = self.answered.entry(id.clone()).or_insert(standing);
                    *known = standing.max(*known);
                }
                self.acting(page, |ledger| ledger.record_answer(id, standing));
            }
            Step::Forget { page } => {
                self.answered.clear();
                self.expected.clear();
                self.allowed.clear();
                self.acting(page, Ledger::forget);
            }
            Step::News { page } => {
                if let Some(text) = self.pages[page].1.pop_front() {
                    self.acting(page, |ledger| ledger.store_changed(text.as_deref()));
                }
            }
            Step::Reload { page } => self.pages[page] = (open(&self.store), VecDeque::new()),
            Step::Wake { page } => self.acting(page, Ledger::sync),
        }
    }

    /// Lets a page act and sends the news of what it changed to the others.
    fn acting(&mut self, page: usize, act: impl FnOnce(&mut Ledger)) {
        let before = self.store.get(KEY).unwrap();
        act(&mut self.pages[page].0);
        let after = self.store.get(KEY).unwrap();
        if before != after {
            for (other, (_, news)) in self.pages.iter_mut().enumerate() {
                if other != page {
                    news.push_back(after.clone());
                }
            }
        }
    }

    fn deliver_all(&mut self) {
        while let Some(page) = self.pages.iter().position(|(_, news)| !news.is_empty()) {
            self.take(&Step::News { page });
        }
    }

    fn check(&self) {
        let stored = self
            .store
            .get(KEY)
            .unwrap()
            .map(|text| Progress::decode(&text).unwrap());
        let stored = stored.unwrap_or_default();
        for (ledger, _) in &self.pages {
            assert_eq!(
                ledger.progress(),
                &stored,
                "a page disagrees with the device"
            );
        }
        assert!(
            stored.read.iter().all(|id| self.allowed.contains(id)),
            "something forgotten came back"
        );
        for n in 0..4 {
            let question = section(n);
            assert_eq!(
                stored.standing(&question),
                self.answered.get(&question).copied(),
                "{question} is not what the pages said since everything was forgotten"
            );
        }
        assert!(
            self.expected.iter().all(|id| stored.has_read(id)),
            "something read was lost"
        );
    }
}

fn open(store: &Arc<MemoryStore>) -> Ledger {
    let mut ledger = Ledger::new(Arc::clone(store) as _, KEY.to_owned(), ProgressMode::On);
    ledger.sync();
    ledger
}
