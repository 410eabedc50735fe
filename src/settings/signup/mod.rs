//! The sign-up to the publisher's mailing list, as the settings describe it.
//!
//! Services are known here and nowhere else: a preset becomes a [`Plan`], which names no brand.
//! Each of the files `brevo`, `buttondown`, `formspree`, `generic`, `listmonk`, `mailchimp` and
//! `mailman` says what one service takes and what its answers mean.

mod answer;
mod ask;
mod brevo;
mod buttondown;
mod consent;
mod elsewhere;
mod extra;
mod form;
mod formspree;
mod generic;
mod kind;
mod listmonk;
mod mailchimp;
mod mailman;
pub mod names;
mod prose;
mod service;
mod trial;
mod wire;

use serde_json::Value;

use super::address::Address;
use super::problems::Problems;
use super::secrets;
use super::table::Table;
use crate::domain::signup::plan::Plan;
use kind::Kind;

/// The sign-up to a mailing list.
#[derive(Clone, Debug, PartialEq)]
pub struct Signup {
    /// What a person gets, in a sentence.
    pub lead: Option<String>,
    /// How a person signs up.
    pub way: Way,
}

/// How a person signs up.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a build has one of it")]
pub enum Way {
    /// By a form in the page.
    Form(Form),
    /// On another page, with this address (`https`).
    Link(String),
    /// By writing to this email address.
    Mail(String),
}

/// A form in the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// How it is sent, and how its answer is read.
    pub plan: Plan,
    /// What a person agrees to.
    pub consent: Consent,
    /// What the plan's [`Role`](crate::domain::signup::Field::Role) asks, where it does.
    pub role: Option<Role>,
}

/// What a person agrees to. Its version is the plan's [`consent`](Plan::consent).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The wording beside the box to tick, as plain text.
    pub text: String,
    /// The address of the privacy notice (`https`).
    pub notice: String,
}

/// The question about what a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The question, as plain text.
    pub label: String,
    /// The answers, each another.
    pub choices: Vec<String>,
}

impl Signup {
    /// Returns the origin that a form is sent to, for the page's content policy (CSP Level 3,
    /// section 2.3.1): scheme and host, and the port where it is not the scheme's own. A link and
    /// a mail need none.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let Way::Form(form) = &self.way else {
            return None;
        };
        Address::parse(&form.plan.url)
            .ok()
            .map(|address| address.origin())
    }

    /// Returns the settings that lead a visitor to the visitor's own machine, each with its address:
    /// they are for trying, and not to be published.
    #[must_use]
    pub fn leads_back(&self) -> Vec<(&'static str, &str)> {
        let mut addresses = match &self.way {
            Way::Form(form) => vec![
                ("signup.url", form.plan.url.as_str()),
                ("signup.consent.notice", form.consent.notice.as_str()),
            ],
            Way::Link(url) => vec![("signup.url", url.as_str())],
            Way::Mail(_) => Vec::new(),
        };
        addresses.retain(|(_, url)| Address::parse(url).is_ok_and(|url| url.is_loopback()));
        addresses
    }

    /// Reads the setting `signup`; `None` where it is switched off, or once the problems say why.
    pub(crate) fn read(value: &Value, problems: &mut Problems) -> Option<Self> {
        secrets::scan("signup", value, problems);
        let table = Table::open("signup", value, names::SIGNUP, problems)?;
        let Some(kind) = kind::read(&table, problems) else {
            // What does not hang on the way of sending is looked at all the same.
            form::check(&table, problems);
            return None;
        };
        if kind == Kind::Off {
            return None;
        }
        kind.check(&table, problems);
        let lead = table.get("lead");
        let lead = lead.and_then(|value| prose::read("signup.lead", value, 300, problems));
        let way = match kind {
            Kind::Link => elsewhere::link(&table, problems).map(Way::Link),
            Kind::Mail => elsewhere::mail(&table, problems).map(Way::Mail),
            Kind::Mailman => mailman::page(&table, problems).map(Way::Link),
            Kind::MailmanMail => mailman::mail(&table, problems).map(Way::Mail),
            _ => form::read(kind, &table, problems).map(Way::Form),
        };
        Some(Self { lead, way: way? })
    }
}
