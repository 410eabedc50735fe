//! The sign-up to the publisher's mailing list, as it stands in the page.

use maud::Markup;
use maud::html;
use serde_json::Value;

use crate::app;
use crate::components::signup;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Ask;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::plan::Plan;
use crate::settings::signup::Consent;
use crate::settings::signup::Form;
use crate::settings::signup::Role;
use crate::settings::signup::Signup;
use crate::settings::signup::Way;

/// What an address has to look like where the browser checks it: without the client.
const ROUGHLY_AN_ADDRESS: &str = r"\s*\S+@\S+\s*";

/// Returns the sign-up, or an empty place where the publisher has none.
#[must_use]
pub fn render(settings: Option<&Signup>, publisher: &str) -> Markup {
    let Some(settings) = settings else {
        return html! { div data-slot=(app::SIGNUP) hidden {} };
    };
    let lead = settings.lead.clone();
    let lead = lead.unwrap_or_else(|| format!("New modules and news from {publisher}, by email."));
    html! {
        div class="group" data-slot=(app::SIGNUP) {
            div class="group__head" {
                h2 class="group__title" id="page-news" tabindex="-1" { "News by email" }
                p class="group__lead" { (lead) }
            }
            div class="signup" { (self::card(&settings.way)) }
        }
    }
}

/// Returns the card: for whom it is, and how to sign up.
fn card(way: &Way) -> Markup {
    html! {
        p {
            "This is for adults: parents, carers and teachers. If you are younger, you miss "
            "nothing by not signing up, and you can ask a grown-up to."
        }
        @match way {
            Way::Form(form) => (self::form(form)),
            Way::Link(url) => p {
                a href=(url) target="_blank" rel="noopener noreferrer" {
                    "Sign up on the page of the mailing list (opens in a new tab)"
                }
            },
            Way::Mail(address) => p {
                "To sign up, send an email to "
                a href={ "mailto:" (address) } { (address) }
                ". It may be empty."
            },
        }
    }
}

/// Returns the form, and what is said where it cannot work.
fn form(form: &Form) -> Markup {
    let plan = &form.plan;
    let navigates = plan.mode == Mode::Navigate;
    let fields = html! {
        (errors(plan))
        p { "Fields with * have to be filled in." }
        @for ask in &plan.asks { (field(ask, form)) }
        // In the order of a request that the client sends.
        @if navigates { (extra(plan)) }
        (trap(plan))
        button class="button signup__send" id=(signup::BUTTON) type="submit" { (signup::SEND) }
    };
    html! {
        p class="signup__said" id=(signup::END) tabindex="-1" {}
        @if navigates {
            form class="signup__form" id=(signup::FORM) method="post" action=(plan.url)
                target="_blank" rel="noopener noreferrer" { (fields) }
        } @else {
            // Without its client this form would put what is typed into the address.
            form class="signup__form" id=(signup::FORM) method="dialog" data-needs-client=""
                hidden { (fields) }
            p class="note signup__without" {
                "Signing up needs a part of this page that is not working now."
            }
        }
        p class="signup__said" id=(signup::SAID) role="status" {}
    }
}

/// Returns the list of what is wrong, for the client to fill.
fn errors(plan: &Plan) -> Markup {
    html! {
        div class="signup__errors" id=(signup::ERRORS) tabindex="-1" hidden {
            // Told when it appears, beside the focus that comes to it.
            div role="alert" {
                h3 { "There is a problem" }
                p id=(signup::REASON) {}
                ul {
                    @for ask in &plan.asks {
                        li hidden {
                            a id=(signup::link_id(ask.field))
                                href={ "#" (signup::id(ask.field)) } {}
                        }
                    }
                }
            }
        }
    }
}

/// Returns a field with its label, and the place for what is wrong with it.
fn field(ask: &Ask, form: &Form) -> Markup {
    html! {
        div class="signup__field" {
            @match (ask.field, &form.role) {
                (Field::Consent, _) => (consent(ask, &form.plan.consent, &form.consent)),
                (Field::Role, Some(role)) => (choice(ask, role)),
                _ => (line(ask)),
            }
        }
    }
}

/// Returns the label of a field.
fn label(ask: &Ask, words: &str) -> Markup {
    // Every browser tells that a line has to be filled in, but not that a box has to be ticked.
    let told = ask.field != Field::Consent;
    html! {
        label class="signup__label" for=(signup::id(ask.field)) {
            (words)
            @if ask.required { span aria-hidden=[told.then_some("true")] { " *" } }
        }
    }
}

/// Returns the place for what is wrong with a field.
fn error(field: Field) -> Markup {
    html! { p class="signup__error" id=(signup::error_id(field)) hidden {} }
}

/// Returns a line to type into.
///
/// The address is typed as text: a field of the type "email" refuses addresses that are not
/// written in ASCII, and some browsers change what was typed (HTML Standard, section 4.10.5.1.5).
/// Keyboards and stored addresses come by `inputmode` and `autocomplete` all the same. Phones are
/// told not to correct what is typed: they would make another address of it, or another name.
fn line(ask: &Ask) -> Markup {
    let is_email = ask.field == Field::Email;
    let (words, autocomplete) = match ask.field {
        Field::FirstName => ("First name", "given-name"),
        Field::LastName => ("Last name", "family-name"),
        _ => ("Email address", "email"),
    };
    html! {
        (label(ask, words))
        (error(ask.field))
        input class="field" id=(signup::id(ask.field)) name=(ask.name) type="text"
            autocomplete=(autocomplete) required[ask.required]
            maxlength=(if is_email { 320 } else { 100 })
            inputmode=[is_email.then_some("email")]
            autocapitalize=[is_email.then_some("none")]
            autocorrect="off" spellcheck="false"
            pattern=[is_email.then_some(ROUGHLY_AN_ADDRESS)]
            title=[is_email.then_some("An address like name@example.com")]
            aria-describedby=(signup::error_id(ask.field));
    }
}

/// Returns a choice of the publisher's answers.
fn choice(ask: &Ask, role: &Role) -> Markup {
    html! {
        (label(ask, &role.label))
        (error(ask.field))
        select class="field" id=(signup::id(ask.field)) name=(ask.name)
            required[ask.required] aria-describedby=(signup::error_id(ask.field)) {
            option value="" { "Choose" }
            @for choice in &role.choices { option value=(choice) { (choice) } }
        }
    }
}

/// Returns the box to tick, with the publisher's wording.
fn consent(ask: &Ask, version: &str, consent: &Consent) -> Markup {
    html! {
        (error(ask.field))
        div class="signup__consent" {
            // Not wrong before anybody has tried: some browsers tell that of a box to be ticked.
            input class="option__box" id=(signup::id(ask.field)) name=(ask.name) type="checkbox"
                value=(version) required[ask.required] aria-invalid="false"
                aria-describedby=(signup::error_id(ask.field));
            (label(ask, &consent.text))
        }
        p {
            a href=(consent.notice) target="_blank" rel="noopener noreferrer" {
                "Privacy notice (opens in a new tab)"
            }
        }
    }
}

/// Returns a field that people do not see, and programs fill in. Without a name of the service's it
/// is not sent.
fn trap(plan: &Plan) -> Markup {
    html! {
        p class="signup__trap" aria-hidden="true" {
            label for=(signup::TRAP) { "Leave this empty" }
            input id=(signup::TRAP) name=[plan.trap.as_deref()] type="text"
                tabindex="-1" autocomplete="off";
        }
    }
}

/// Returns what is sent besides, the same for everybody.
fn extra(plan: &Plan) -> Markup {
    let text = |value: &Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    let values = |value: &Value| match value {
        Value::Array(values) => values.iter().map(text).collect(),
        value => vec![text(value)],
    };
    html! {
        @for (name, value) in &plan.extra {
            @for value in values(value) { input type="hidden" name=(name) value=(value); }
        }
    }
}
