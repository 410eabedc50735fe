//! Whom a reader can turn to.

use crate::domain::date::Date;
use crate::domain::prose::Target;

/// The services that can help, as the page lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The lists, one for each file: what is for everybody first, then what is local.
    pub lists: Vec<List>,
}

/// One file's part of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The time of the sources that it was made from, in words: `November 2026`.
    pub sourced: String,
    /// The day on which a person last tried every number and address; `None` where nobody has.
    pub tried: Option<Date>,
    /// The topics, in their order.
    pub topics: Vec<Topic>,
}

/// Services that are for the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What they are for, in a few words.
    pub title: String,
    /// The services, in their order.
    pub services: Vec<Service>,
}

/// Somebody who helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// What it is called.
    pub name: String,
    /// Who it is for.
    pub who: String,
    /// What it is for.
    pub what: String,
    /// What happens when one gets in touch, where that is known.
    pub then: Option<String>,
    /// Whether calling or texting is free.
    pub free: bool,
    /// How to get in touch: at least one way.
    pub contacts: Vec<Contact>,
}

/// A way to get in touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Where its link leads.
    pub target: Target,
    /// The number or address as people write it; of a text message, the word to send as well.
    pub shown: String,
}

impl Help {
    /// Returns every topic, in the order of the page.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.lists.iter().flat_map(|list| &list.topics)
    }

    /// Returns every service, in the order of the page.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.topics().flat_map(|topic| &topic.services)
    }
}
