//! How far the reader is, what of it is kept, the buttons that open and close everything, and the
//! way to carry on elsewhere.

use leptos::prelude::*;

use crate::components::carry;
use crate::components::slot::Slot;
use crate::components::words::Words;
use crate::domain::progress::Keeping;
use crate::domain::tally::Tally;
use crate::state::learner::Learner;

/// How far the reader is.
///
/// The strip is prerendered with its place reserved, and shown once the client has started: until
/// then, and without it, no sentence in it would be true.
#[component]
pub fn ProgressStrip() -> impl IntoView {
    let learner = Learner::expect();
    let tally = move || learner.status().tally;
    let all = untrack(tally);
    let count = Box::new(move || count(tally()));
    view! {
        <div class="progress" data-needs-client="" hidden="">
            // Becomes a link at the end (`AnswerSheet::finish`), of which the words stand far below.
            <label class="progress__count" for="page-progress">
                <a id="page-count"><Words text=count/></a>
            </label>
            <progress
                class="progress__bar"
                id="page-progress"
                max=(all.sections + all.questions).to_string()
                value=move || (tally().read + tally().answered).to_string()
            ></progress>
            <div class="progress__all">
                <button type="button" class="button" on:click=move |_| learner.show_all(true)>
                    "Show all"
                </button>
                <button type="button" class="button" on:click=move |_| learner.show_all(false)>
                    "Hide all"
                </button>
            </div>
            <KeepingLine/>
            <Slot name=carry::SLOT.to_owned()/>
        </div>
    }
}

fn count(tally: Tally) -> String {
    let Tally {
        sections,
        read,
        questions,
        answered,
    } = tally;
    match (sections, questions) {
        (_, 0) => format!("{read} of {sections} read"),
        (0, _) => format!("{answered} of {questions} answered"),
        _ if tally.finished() => {
            format!("All done: {sections} read, {questions} answered")
        }
        _ => format!("{read} of {sections} read, {answered} of {questions} answered"),
    }
}

/// What is kept, in one line, and the button that changes it.
#[component]
fn KeepingLine() -> impl IntoView {
    let learner = Learner::expect();
    let keeping = move || learner.status().keeping;
    let line = Box::new(move || sentence(keeping()).to_owned());
    // Read by the scripts for offline use (what is not kept would go with the page) and for reading
    // (what is chosen there goes with the reader's place).
    let kept = move || match keeping() {
        Keeping::Kept => Some("yes"),
        Keeping::Forgotten | Keeping::NotForgotten => Some("no"),
        _ => None,
    };
    let label = Box::new(move || button(keeping()).unwrap_or_default().to_owned());
    view! {
        <div class="progress__keeping">
            <p role="status" data-kept=kept><Words text=line/></p>
            <button
                type="button"
                class="button button--quiet"
                hidden=move || button(keeping()).is_none()
                on:click=move |event| {
                    // The second click of a double click would take the first one back.
                    if event.detail() < 2 {
                        learner.press_keeping();
                    }
                }
            >
                <Words text=label/>
            </button>
        </div>
    }
}

/// Returns what the reader is told.
fn sentence(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Kept => {
            "This device remembers what you have read and answered, and what to look at again."
        }
        Keeping::Asking => {
            "This device can remember what you read and answer, and what to look at again, if you want."
        }
        Keeping::Off => {
            "Your place is not kept. It lasts until you close this page. You can still take it along: \
             see below."
        }
        Keeping::Forgotten => "Forgotten. This device keeps nothing about you from this module.",
        Keeping::NotForgotten => {
            "This browser did not let the page forget. Clear this site's data in its settings."
        }
        Keeping::Refused => {
            "Your place can't be saved here: this browser does not allow it. It lasts until you \
             close this page. You can still take it along: see below."
        }
        Keeping::Full => {
            "Your place can't be saved now: this browser has no room left. What was saved before \
             stays."
        }
        Keeping::Unreadable => {
            "Your place can't be saved here: something is stored that this page can't read. It is \
             left as it is."
        }
        Keeping::Newer => {
            "Your place can't be saved here: a newer version of this page keeps it. Open that \
             version to go on."
        }
    }
}

/// Returns the words on the button, or `None` where there is nothing to press.
fn button(keeping: Keeping) -> Option<&'static str> {
    match keeping {
        Keeping::Asking => Some("Remember my place"),
        // Pressing it once more does no harm, and a button that vanished would take the focus along.
        Keeping::Kept
        | Keeping::Forgotten
        | Keeping::NotForgotten
        | Keeping::Full
        | Keeping::Unreadable
        | Keeping::Newer => Some("Forget it"),
        Keeping::Off | Keeping::Refused => None,
    }
}
