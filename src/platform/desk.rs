//! The form of the sign-up, as it stands in the page, and the line to the service.

use std::sync::Arc;

use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlFormElement;
use web_sys::HtmlInputElement;

use super::line;
use super::news;
use super::page;
use super::signup as face;
use crate::components::signup;
use crate::domain::ports::desk::SignupDesk;
use crate::domain::ports::desk::SignupFace;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Plan;
use crate::domain::signup::plan_codec;
use crate::domain::signup::request::Request;
use crate::state::learner::Learner;
use crate::state::learner::Sending;
use crate::state::signup::Event;

/// Returns how a sign-up is sent, by the page's data, and the form for it.
#[must_use]
pub fn of(data: &Value) -> Option<Sending> {
    let plan = Plan::from_json(&data[plan_codec::KEY])?;
    Some((plan, Arc::new(PageDesk)))
}

/// The page's form.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageDesk;

impl SignupDesk for PageDesk {
    fn value(&self, field: Field) -> String {
        let Some(field_of_page) = input(&signup::id(field)) else {
            return String::new();
        };
        // The value of a box is there whether it is ticked or not.
        if field == Field::Consent && !field_of_page.checked() {
            return String::new();
        }
        field_of_page.value()
    }

    fn set_email(&self, address: &str) {
        if let Some(input) = input(&signup::id(Field::Email)) {
            input.set_value(address);
        }
    }

    fn empty_trap(&self) -> bool {
        let trap = input(signup::TRAP);
        trap.is_some_and(|trap| {
            let filled = !trap.value().is_empty();
            trap.set_value("");
            filled
        })
    }

    fn clear(&self) {
        if let Some(form) = form() {
            form.reset();
        }
    }

    fn age(&self) -> u32 {
        page::age()
    }

    fn online(&self) -> bool {
        page::window().is_some_and(|window| window.navigator().on_line())
    }

    fn send(&self, request: &Request, turn: u32) {
        line::send(request, turn);
    }

    fn wait(&self, milliseconds: u32, turn: u32) {
        line::wait(milliseconds, turn);
    }

    fn hang_up(&self) {
        line::hang_up();
    }

    fn show(&self, face: &SignupFace) {
        if let Some(form) = form() {
            face::show(&form, face);
        }
    }
}

fn form() -> Option<HtmlFormElement> {
    page::element(signup::FORM)?.dyn_into().ok()
}

/// Returns a field. A choice is no input, but has a value all the same.
fn input(id: &str) -> Option<HtmlInputElement> {
    Some(page::element(id)?.unchecked_into())
}

/// Listens to the form, for as long as the page lives.
pub fn listen(learner: Learner) {
    let (Some(form), Some(window)) = (form(), page::window()) else {
        return;
    };
    // The browser's own words would come one at a time, in its own language, and go again.
    form.set_no_validate(true);
    line::listen(learner);
    news::listen(&form, "submit", move |event| {
        if !learner.press_signup() {
            event.prevent_default();
        }
    });
    news::listen(&window, "online", move |_| {
        learner.hear_signup(&Event::Online)
    });
    // A page that is left must not be found again with somebody's details in it.
    news::listen(&window, "pagehide", move |_| learner.leave_signup());
}
