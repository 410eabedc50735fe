//! What is to be seen of the sign-up, on the elements that the build put into the page.

use web_sys::Element;

use super::face::set;
use super::face::set_hidden;
use super::page;
use crate::components::signup;
use crate::domain::ports::desk::Lead;
use crate::domain::ports::desk::SignupFace;
use crate::domain::ports::desk::SignupStage;
use crate::domain::signup::Field;

/// Shows `face` on the page.
pub fn show(form: &Element, face: &SignupFace) {
    let busy = face.stage == SignupStage::Busy;
    for field in Field::ALL {
        let error = face.errors.iter().find(|(wrong, _)| *wrong == field);
        mark(field, error.map(|(_, words)| words.as_str()));
        // A line of what is on its way is not for editing. A box or a choice knows no such state:
        // when it is changed, nothing is sent any more.
        if let Some(line) = page::element(&signup::id(field)) {
            set(&line, "readonly", busy.then_some(""));
        }
    }
    if let Some(errors) = page::element(signup::ERRORS) {
        set_hidden(&errors, face.errors.is_empty());
    }
    // By its attribute: a field called "hidden" would stand in place of the form's own property
    // (HTML Standard, section 4.10.3).
    let gone = face.stage == SignupStage::Settled;
    set(form, "hidden", gone.then_some(""));
    if let Some(button) = page::element(signup::BUTTON) {
        // Not `disabled`: that would take the focus away.
        set(&button, "aria-disabled", busy.then_some("true"));
        say(
            &button,
            if face.again {
                signup::AGAIN
            } else {
                signup::SEND
            },
        );
    }
    // What a person is led to is told by that, and is no live region: nothing is told twice.
    let (place, lead) = match face.lead {
        Lead::Nowhere => (signup::SAID, ""),
        Lead::Errors => (signup::REASON, signup::ERRORS),
        Lead::Said => (signup::END, signup::END),
    };
    for id in [signup::SAID, signup::END, signup::REASON] {
        if let Some(words) = page::element(id) {
            say(&words, if id == place { &face.said } else { "" });
        }
    }
    if let Some(element) = page::element(lead) {
        // Fails for no element that is in the page; the person is where the button was.
        let _ = element.focus();
    }
}

/// Says beside a field and in the list of errors what is wrong with it, or takes that back.
fn mark(field: Field, error: Option<&str>) {
    let Some(element) = page::element(&signup::id(field)) else {
        return;
    };
    let invalid = if error.is_some() { "true" } else { "false" };
    set(&element, "aria-invalid", Some(invalid));
    if let Some(beside) = page::element(&signup::error_id(field)) {
        say(&beside, error.unwrap_or_default());
        set_hidden(&beside, error.is_none());
    }
    if let Some(link) = page::element(&signup::link_id(field)) {
        say(&link, error.unwrap_or_default());
        if let Some(item) = link.parent_element() {
            set_hidden(&item, error.is_none());
        }
    }
}

/// Sets the words of an element, where they change: a live region tells what is set.
fn say(element: &Element, words: &str) {
    if element.text_content().as_deref() != Some(words) {
        element.set_text_content(Some(words));
    }
}
