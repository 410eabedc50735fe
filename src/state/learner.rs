//! What the reader has done, as signals, and what the reader may do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::id::Id;
use crate::domain::outline::Outline;
use crate::domain::ports::Disclosures;
use crate::domain::ports::KeyValueStore;
use crate::domain::progress::Keeping;
use crate::domain::progress::Ledger;

/// What the reader has done with the module in this page. A handle: copies share one state.
#[derive(Clone, Copy)]
pub struct Learner {
    ledger: StoredValue<Ledger>,
    disclosures: StoredValue<Arc<dyn Disclosures>>,
    /// For each section, in reading order, whether it was read, and whether it has to be.
    sections: StoredValue<Vec<(Id, Mark)>>,
    total: usize,
    count: RwSignal<usize>,
    keeping: RwSignal<Keeping>,
}

/// One section's mark.
#[derive(Clone, Copy)]
struct Mark {
    read: RwSignal<bool>,
    counts: bool,
}

impl Learner {
    /// Returns the state of a page that has not looked at the device yet.
    #[must_use]
    pub fn new(
        outline: &Outline,
        store: Arc<dyn KeyValueStore>,
        disclosures: Arc<dyn Disclosures>,
    ) -> Self {
        let mark = |(id, counts): (&Id, bool)| {
            (
                id.clone(),
                Mark {
                    read: RwSignal::new(false),
                    counts,
                },
            )
        };
        let ledger = Ledger::new(store, outline.storage_key(), outline.progress);
        Self {
            keeping: RwSignal::new(ledger.keeping()),
            ledger: StoredValue::new(ledger),
            disclosures: StoredValue::new(disclosures),
            sections: StoredValue::new(outline.sections().map(mark).collect()),
            total: outline.total(),
            count: RwSignal::new(0),
        }
    }

    /// Returns the state that the app provides to its views.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns how many sections have to be read.
    #[must_use]
    pub fn total(self) -> usize {
        self.total
    }

    /// Returns how many of those were read; tracked.
    #[must_use]
    pub fn count(self) -> usize {
        self.count.get()
    }

    /// Returns what happens to progress.
    #[must_use]
    pub fn keeping(self) -> Signal<Keeping> {
        self.keeping.into()
    }

    /// Returns, for each section in reading order, whether it was read.
    #[must_use]
    pub fn marks(self) -> Vec<Signal<bool>> {
        self.sections
            .with_value(|sections| sections.iter().map(|(_, mark)| mark.read.into()).collect())
    }

    /// Brings the page and the device to the same state.
    pub fn sync(self) {
        self.change(Ledger::sync);
    }

    /// Obeys what another page did to the store; `None` when it removed everything.
    pub fn store_changed(self, text: Option<&str>) {
        self.change(|ledger| ledger.store_changed(text));
    }

    /// Records that the end of an open section was on the screen.
    pub fn reached_end(self, section: Id) {
        self.change(|ledger| ledger.record_read(section));
    }

    /// Does what the button beside the line about keeping says.
    pub fn press_keeping(self) {
        match self.keeping.get_untracked() {
            Keeping::Asking => self.change(Ledger::agree),
            _ => self.change(Ledger::forget),
        }
    }

    /// Opens or closes every section.
    pub fn show_all(self, open: bool) {
        self.disclosures
            .with_value(|disclosures| disclosures.set_all(open));
    }

    /// Changes the ledger and tells the views what came of it.
    fn change(self, act: impl FnOnce(&mut Ledger)) {
        self.ledger.update_value(act);
        self.ledger.with_value(|ledger| {
            self.sections
                .with_value(|sections| self.show(ledger, sections));
        });
    }

    fn show(self, ledger: &Ledger, sections: &[(Id, Mark)]) {
        let mut count = 0;
        let mut lost = false;
        for (id, mark) in sections {
            let read = ledger.progress().has_read(id);
            count += usize::from(read && mark.counts);
            lost |= mark.read.get_untracked() && !read;
            set(mark.read, read);
        }
        if lost {
            self.disclosures
                .with_value(|disclosures| disclosures.set_aside());
        }
        set(self.count, count);
        set(self.keeping, ledger.keeping());
    }
}

/// Sets a signal where that changes it, so that nothing is drawn again for nothing.
fn set<T: PartialEq + Copy + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}
