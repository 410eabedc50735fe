//! The questions of the page, as native fields.

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use web_sys::HtmlElement;
use web_sys::HtmlFormElement;

use super::face;
use super::news;
use super::order;
use super::page;
use crate::components::group;
use crate::domain::id::Id;
use crate::domain::ports::AnswerSheet;
use crate::domain::ports::Face;
use crate::domain::ports::Summary;
use crate::state::exercise::Act;

/// The page's questions. The browser itself keeps what is picked.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageSheet;

impl AnswerSheet for PageSheet {
    fn picked(&self, question: &Id, step: usize) -> Vec<usize> {
        let Some(step) = find(question, step) else {
            return Vec::new();
        };
        // Checked fields, or all items of an order, in the order of the document.
        let option = |field: &Element| {
            let value = field.get_attribute("value");
            let value = value.or_else(|| field.get_attribute("data-option"));
            value?.parse().ok()
        };
        page::all_in(&step, "input:checked, [data-option]")
            .iter()
            .filter_map(option)
            .collect()
    }

    fn clear(&self, question: &Id) {
        let form = page::element(question.as_str());
        if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            form.reset();
            order::restore(&form);
        }
    }

    fn lead_to(&self, question: &Id, step: usize) {
        let step = find(question, step).and_then(|step| step.dyn_into::<HtmlElement>().ok());
        if let Some(step) = step {
            // Fails for no element that is in the page; the reader is where the button was.
            let _ = step.focus();
        }
    }

    fn show(&self, question: &Id, shown: &Face, face: &Face) {
        if let Some(form) = page::element(question.as_str()) {
            face::show(&form, shown, face);
        }
    }

    fn sum_up(&self, group: &Id, summary: &Summary) {
        if let Some(end) = page::element(&group::summary_id(group)) {
            face::sum_up(&end, summary);
        }
    }

    fn finish(&self, finished: bool, said: &'static str) {
        if let Some(finish) = page::element("page-finish") {
            face::finish(&finish, finished, said);
        }
    }
}

/// Returns what a step of a question consists of.
fn find(question: &Id, step: usize) -> Option<Element> {
    let form = page::element(question.as_str())?;
    form.query_selector(&face::step(step)).ok()?
}

/// Calls `acted` with what a reader asks of a question, for as long as the page lives.
pub fn listen(acted: impl Fn(Id, Act) + Clone + 'static) {
    let Some(document) = page::document() else {
        return;
    };
    let picked = acted.clone();
    news::listen(&document, "change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(question) = field.as_ref().and_then(question_of) {
            picked(question, Act::Pick);
        }
    });
    news::listen(&document, "click", move |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into().ok()) else {
            return;
        };
        let act = act_of(&target);
        // An item that moves makes another answer, too.
        let act = act.or_else(|| order::pressed(&target).map(|()| Act::Pick));
        if let (Some(question), Some(act)) = (question_of(&target), act) {
            if act == Act::Check {
                event.prevent_default();
            }
            acted(question, act);
        }
    });
}

/// Returns the question that `target` belongs to.
fn question_of(target: &Element) -> Option<Id> {
    Id::new(&target.closest("form.question").ok()??.id()).ok()
}

/// Returns what the button around `target` asks for.
///
/// To check is heard as a click, which Enter in a field makes, too (HTML Standard, section 4.10.21.2,
/// "Implicit submission"), and not as the submitting of the form: in a sandbox that forbids forms,
/// there is none.
fn act_of(target: &Element) -> Option<Act> {
    let button = target.closest("[data-act], [type=\"submit\"]").ok()??;
    let Some(act) = button.get_attribute("data-act") else {
        return Some(Act::Check);
    };
    match act.as_str() {
        "go-on" => Some(Act::GoOn),
        "go-back" => Some(Act::GoBack),
        _ => None,
    }
}
