//! What the reader has done, as signals, and what the reader may do.

use std::mem;
use std::sync::Arc;

use leptos::prelude::*;

use super::carry::Carry;
use super::carry::Carrying;
use super::exercise::Act;
use super::exercise::Exercise;
use super::signup::Event;
use super::signup::Signup;
use crate::domain::id::Id;
use crate::domain::outline::Outline;
use crate::domain::ports::AnswerSheet;
use crate::domain::ports::Disclosures;
use crate::domain::ports::KeyValueStore;
use crate::domain::ports::carry::CarryDesk;
use crate::domain::ports::desk::SignupDesk;
use crate::domain::progress::Keeping;
use crate::domain::progress::Ledger;
use crate::domain::signup::plan::Plan;
use crate::domain::tally::Tally;

/// What the learner's state needs from the page.
pub struct Ports {
    /// The device's storage.
    pub store: Arc<dyn KeyValueStore>,
    /// The sections that open and close.
    pub disclosures: Arc<dyn Disclosures>,
    /// The fields of the questions.
    pub sheet: Arc<dyn AnswerSheet>,
    /// Where a place is taken along, and brought.
    pub carry: Arc<dyn CarryDesk>,
    /// How a sign-up is sent, where the page has a form for one, and that form.
    pub signup: Option<Sending>,
}

/// Whether there can be a sign-up: in every build but a client for settings without one (see
/// `build.rs`).
const HAS_SIGNUP: bool = cfg!(any(signup, feature = "ssr"));

/// How a sign-up is sent, and the form for it.
pub type Sending = (Plan, Arc<dyn SignupDesk>);

/// What the reader has done with the module in this page. A handle: copies share one state.
#[derive(Clone, Copy)]
pub struct Learner {
    held: StoredValue<Held>,
    status: RwSignal<Status>,
}

/// What the views show of it all.
///
/// One signal: each type of signal costs the client half a kilobyte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// How far the reader is.
    pub tally: Tally,
    /// What happens to progress.
    pub keeping: Keeping,
}

/// What is held behind the handle.
struct Held {
    /// Whether the reader wants all to be forgotten; until that is done.
    forgotten: bool,
    outline: Outline,
    ledger: Ledger,
    disclosures: Arc<dyn Disclosures>,
    /// For each section, in reading order, whether it was read.
    sections: Vec<(Id, RwSignal<bool>)>,
    exercise: Exercise,
    carrying: Carrying,
    signup: Option<Signup>,
}

impl Learner {
    /// Returns the state of a page that has not looked at the device yet.
    #[must_use]
    pub fn new(outline: &Outline, ports: Ports) -> Self {
        let ledger = Ledger::new(ports.store, outline.storage_key(), outline.progress);
        let status = Status {
            tally: Tally::of(outline, ledger.progress()),
            keeping: ledger.keeping(),
        };
        let sections = outline.sections();
        let sections = sections.map(|(section, _)| (section.id.clone(), RwSignal::new(false)));
        let held = Held {
            forgotten: false,
            sections: sections.collect(),
            exercise: Exercise::new(outline, ports.sheet),
            carrying: Carrying::new(ports.carry),
            signup: ports.signup.map(|(plan, desk)| Signup::new(plan, desk)),
            disclosures: ports.disclosures,
            outline: outline.clone(),
            ledger,
        };
        Self {
            held: StoredValue::new(held),
            status: RwSignal::new(status),
        }
    }

    /// Returns the state that the app provides to its views.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns what the views show; tracked.
    #[must_use]
    pub fn status(self) -> Status {
        self.status.get()
    }

    /// Returns, for each section in reading order, whether it was read.
    #[must_use]
    pub fn marks(self) -> Vec<RwSignal<bool>> {
        self.held
            .with_value(|held| held.sections.iter().map(|(_, read)| *read).collect())
    }

    /// Brings the page and the device to the same state.
    pub fn sync(self) {
        self.change(&mut |held| held.ledger.sync());
    }

    /// Obeys what another page did to the store; `None` when it removed everything.
    pub fn store_changed(self, text: Option<&str>) {
        self.change(&mut |held| held.ledger.store_changed(text));
    }

    /// Records that the end of an open section was on the screen.
    pub fn reached_end(self, section: &Id) {
        self.advance(&mut |held| held.ledger.record_read(section.clone()));
    }

    /// Does what the reader asks of a question.
    pub fn act(self, question: &Id, act: Act) {
        let ended = self.advance(&mut |held| {
            if let Some(standing) = held.exercise.act(question, act) {
                held.ledger.record_answer(question.clone(), standing);
            }
        });
        if ended {
            self.held
                .update_value(|held| held.exercise.end_at(question));
        }
    }

    /// Does what the button beside the line about keeping says.
    pub fn press_keeping(self) {
        let asking = self.status.get_untracked().keeping == Keeping::Asking;
        self.change(&mut |held| {
            if asking {
                held.ledger.agree();
            } else {
                held.forgotten = true;
                held.ledger.forget();
            }
        });
    }

    /// Does what the reader wants in order to carry on elsewhere, or here.
    pub fn carry(self, act: Carry<'_>) {
        self.change(&mut |held| held.carrying.act(act, &mut held.ledger, &held.outline));
    }

    /// Does what a press on the button of the sign-up asks for. Returns whether the browser is to
    /// send the form; it can't where it `submits` none.
    #[must_use]
    pub fn press_signup(self, submits: bool) -> bool {
        let mut go = false;
        self.held.update_value(|held| {
            let signup = held.signup.as_mut();
            go = signup.is_some_and(|signup| signup.press(submits));
        });
        go
    }

    /// Forgets what stands in the sign-up: the page is left.
    pub fn leave_signup(self) {
        self.held.update_value(|held| {
            if let Some(signup) = &mut held.signup {
                signup.leave();
            }
        });
    }

    /// Takes in what happened to the sign-up.
    pub fn hear_signup(self, event: &Event) {
        self.held.update_value(|held| {
            if let Some(signup) = &mut held.signup {
                signup.hear(event);
            }
        });
    }

    /// Opens or closes every section.
    pub fn show_all(self, open: bool) {
        self.held.with_value(|held| held.disclosures.set_all(open));
    }

    /// Does something that may finish the module. If it does, that is said once. Returns whether
    /// it did.
    fn advance(self, act: &mut dyn FnMut(&mut Held)) -> bool {
        let before = self.status.get_untracked().tally.finished();
        self.change(act);
        let ended = !before && self.status.get_untracked().tally.finished();
        if ended {
            self.held
                .with_value(|held| held.exercise.show_end(true, "You have come to the end."));
        }
        ended
    }

    /// Changes what is held and tells the views what came of it.
    fn change(self, act: &mut dyn FnMut(&mut Held)) {
        let before = self.status.get_untracked();
        let mut after = before;
        self.held.update_value(|held| {
            act(held);
            after = held.show(before);
        });
        if after != before {
            self.status.set(after);
        }
    }
}

impl Held {
    /// Tells the marks and the questions, and returns what the other views show.
    fn show(&mut self, before: Status) -> Status {
        let progress = self.ledger.progress();
        // Once, whatever is lost by it: what is said of it would be taken back.
        let mut lost = mem::take(&mut self.forgotten);
        for (id, mark) in &self.sections {
            let (was, is) = (mark.get_untracked(), progress.has_read(id));
            lost |= was && !is;
            if was != is {
                mark.set(is);
            }
        }
        lost |= self.exercise.take_over(progress);
        if lost {
            forget(&mut self.exercise, self.signup.as_mut());
            self.carrying.forget();
            self.disclosures.set_aside();
        }
        self.carrying.show(&self.outline, progress);
        self.exercise.show();
        let tally = Tally::of(&self.outline, progress);
        if tally.finished() != before.tally.finished() {
            self.exercise.show_end(tally.finished(), "");
        }
        Status {
            tally,
            keeping: self.ledger.keeping(),
        }
    }
}

/// Forgets what the reader is doing in this page.
fn forget(exercise: &mut Exercise, signup: Option<&mut Signup>) {
    exercise.forget();
    // A constant: a client without a form has no code for it.
    if HAS_SIGNUP && let Some(signup) = signup {
        signup.forget();
    }
}
