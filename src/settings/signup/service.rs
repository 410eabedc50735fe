//! What a service takes, before the publisher's own names and fields come in.

use serde_json::Value;

use super::brevo;
use super::buttondown;
use super::formspree;
use super::generic;
use super::kind::Kind;
use super::listmonk;
use super::mailchimp;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rule;
use crate::domain::signup::rule::Rules;
use crate::settings::address::Address;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// What a field is called where it is sent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wire {
    /// This, and nothing else: the service's own form knows it by this name alone.
    Fixed(&'static str),
    /// This, unless the publisher has another name for it.
    Name(&'static str),
    /// The publisher has to say; the words say why.
    Unknown(&'static str),
    /// The service has no place for it; the words say why.
    Never(&'static str),
}

/// What a service takes, and what its answers mean.
pub(super) struct Service {
    /// How it is sent to.
    pub(super) mode: Mode,
    /// Where to; `None` once the problems say what is wrong with it.
    pub(super) url: Option<String>,
    /// What it calls the fields.
    pub(super) wire: fn(Field) -> Wire,
    /// What it has to get besides.
    pub(super) fixed: Vec<(&'static str, Value)>,
    /// What it usually gets besides; the publisher may have another value for it.
    pub(super) usual: Vec<(&'static str, Value)>,
    /// Its field for programs that fill in everything.
    pub(super) trap: Option<String>,
    /// How its answers are read.
    pub(super) rules: Rules,
}

impl Service {
    /// Returns a service that gets the fields alone, and whose answers say nothing.
    pub(super) fn new(mode: Mode, url: Option<String>, wire: fn(Field) -> Wire) -> Self {
        Self {
            mode,
            url,
            wire,
            fixed: Vec::new(),
            usual: Vec::new(),
            trap: None,
            rules: Rules::default(),
        }
    }

    /// Returns the service of `kind`.
    pub(super) fn read(kind: Kind, table: &Table<'_>, problems: &mut Problems) -> Self {
        match kind {
            Kind::Json => generic::read(Mode::Json, table, problems),
            Kind::Form => generic::read(Mode::Form, table, problems),
            Kind::Listmonk => listmonk::programs(table, problems),
            Kind::ListmonkPage => listmonk::page(table, problems),
            Kind::Mailchimp => mailchimp::page(table, problems),
            Kind::Brevo => brevo::programs(table, problems),
            Kind::BrevoPage => brevo::page(table, problems),
            Kind::Buttondown => buttondown::page(table, problems),
            Kind::Formspree => formspree::programs(table, problems),
            _ => generic::page(table, problems),
        }
    }
}

/// Reads `signup.url`, of which `what` says which address is meant. `fit` makes of it what is sent
/// to, or says what is wrong with it as the end of a sentence.
pub(super) fn url(
    table: &Table<'_>,
    what: &str,
    fit: impl FnOnce(Address) -> Result<Address, &'static str>,
    problems: &mut Problems,
) -> Option<String> {
    let text = table.needed_text("url", what, problems)?;
    match Address::to_send(&text).and_then(fit) {
        Ok(address) => Some(address.to_string()),
        Err(wrong) => {
            problems.add("signup.url", wrong);
            None
        }
    }
}

/// Returns whether `host` is `domain` or below it.
pub(super) fn is_below(host: &str, domain: &str) -> bool {
    let below = |rest: &str| rest.is_empty() || rest.ends_with('.');
    host.strip_suffix(domain).is_some_and(below)
}

/// Returns the rule that `value` stands at `place`, whatever the status.
pub(super) fn says(place: &str, value: impl Into<Value>) -> Rule {
    Rule {
        status: None,
        value: Some((place.to_owned(), value.into())),
    }
}

/// Moves what says "subscribed" to what says "confirm", where the publisher knows that an email
/// follows.
pub(super) fn follow_by_email(rules: &mut Rules) {
    rules.confirm.append(&mut rules.subscribed);
}
