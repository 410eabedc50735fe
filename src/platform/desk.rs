//! The form of the sign-up, as it stands in the page, and the line to the service.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use web_sys::HtmlElement;
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

    fn leave_out_empty(&self) {
        let fields = Field::ALL.map(|field| input(&signup::id(field)));
        let empty = |field: &HtmlInputElement| field.value().is_empty();
        // A field without a name is not sent. (Nor is one that is disabled, but that would take the
        // focus away.)
        let take = |field: HtmlInputElement| {
            let name = field.name();
            field.set_name("");
            (field, name)
        };
        let empty = fields.into_iter().flatten().filter(empty);
        let taken: Vec<_> = empty.map(take).collect();
        // Once the browser has read the form.
        page::after(0, move || {
            for (field, name) in &taken {
                field.set_name(name);
            }
        });
    }

    fn clear(&self) {
        // Not by `reset`, in place of which a field of that name would stand (HTML Standard,
        // section 4.10.3, the form's own properties).
        for input in Field::ALL
            .iter()
            .filter_map(|field| input(&signup::id(*field)))
        {
            if input.type_() == "checkbox" {
                input.set_checked(false);
            } else {
                input.set_value("");
            }
        }
        self.empty_trap();
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

fn form() -> Option<HtmlElement> {
    page::element(signup::FORM)
}

/// Returns a field. A choice is no input, but has a value all the same.
fn input(id: &str) -> Option<HtmlInputElement> {
    Some(page::element(id)?.unchecked_into())
}

/// Returns the field that the link leads to which was followed.
fn field_of(event: &web_sys::Event) -> Option<HtmlElement> {
    let clicked: Element = event.target()?.dyn_into().ok()?;
    // A translation puts elements of its own into the link.
    let link = clicked.closest("a").ok()??;
    page::element(link.get_attribute("href")?.strip_prefix('#')?)
}

/// Listens to the form, for as long as the page lives.
pub fn listen(learner: Learner) {
    let (Some(form), Some(window)) = (form(), page::window()) else {
        return;
    };
    // The browser's own words would come one at a time, in its own language, and go again.
    let _ = form.set_attribute("novalidate", "");
    line::listen(learner);
    let submitted = Rc::new(Cell::new(false));
    let seen = Rc::clone(&submitted);
    news::listen(&form, "submit", move |event| {
        submitted.set(true);
        if !learner.press_signup(true) {
            event.prevent_default();
        }
    });
    if let Some(button) = page::element(signup::BUTTON) {
        // In a sandbox that forbids forms, a press submits nothing. What the client sends can be sent
        // all the same; what the browser would send, it does not.
        news::listen(&button, "click", move |_| {
            seen.set(false);
            let seen = Rc::clone(&seen);
            page::after(0, move || {
                if !seen.get() {
                    let _ = learner.press_signup(false);
                }
            });
        });
    }
    if let Some(errors) = page::element(signup::ERRORS) {
        news::listen(&errors, "click", |event| {
            if let Some(field) = field_of(&event) {
                // By itself WebKit moves the focus, but not the caret: nothing could be typed.
                event.prevent_default();
                field.scroll_into_view();
                // Fails for no field that is in the page; the person is where the link was.
                let _ = field.focus();
            }
        });
    }
    news::listen(&window, "online", move |_| {
        learner.hear_signup(&Event::Online);
    });
    // A page that is left must not be found again with somebody's details in it.
    news::listen(&window, "pagehide", move |_| learner.leave_signup());
}
