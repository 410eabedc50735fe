//! Which of the ways to sign up the publisher chose, and which settings go with it.

use super::names;
use crate::settings::problems::Problems;
use crate::settings::table::Table;
use crate::suggest::did_you_mean;
use crate::suggest::listed;

/// A way to sign up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Json,
    Form,
    Navigate,
    Link,
    Mail,
    Off,
    Listmonk,
    ListmonkPage,
    Mailchimp,
    Brevo,
    BrevoPage,
    Buttondown,
    Formspree,
    Mailman,
    MailmanMail,
}

impl Kind {
    /// Returns the kind that a mode or a preset names.
    fn new(word: &str) -> Option<Self> {
        Some(match word {
            "json" | "generic-json" => Self::Json,
            "form" | "generic-form" => Self::Form,
            "navigate" => Self::Navigate,
            "link" => Self::Link,
            "mailto" => Self::Mail,
            "none" => Self::Off,
            "listmonk" => Self::Listmonk,
            "listmonk-page" => Self::ListmonkPage,
            "mailchimp" => Self::Mailchimp,
            "brevo" => Self::Brevo,
            "brevo-page" => Self::BrevoPage,
            "buttondown" => Self::Buttondown,
            "formspree" => Self::Formspree,
            "mailman" => Self::Mailman,
            "mailman-mail" => Self::MailmanMail,
            _ => return None,
        })
    }

    /// Returns whether the setting `name` means something here.
    fn takes(self, name: &str) -> bool {
        let form = !matches!(
            self,
            Self::Link | Self::Mail | Self::Mailman | Self::MailmanMail
        );
        match name {
            "lists" => matches!(self, Self::Listmonk | Self::ListmonkPage),
            "answer" => matches!(self, Self::Json | Self::Form),
            "double_opt_in" => matches!(
                self,
                Self::Json | Self::Form | Self::Listmonk | Self::Brevo | Self::Formspree
            ),
            "consent" | "ask" | "fields" | "extra" | "honeypot" => form,
            _ => true,
        }
    }

    /// Notes the settings that mean nothing here: somebody expects something of them.
    pub(super) fn check(self, table: &Table<'_>, problems: &mut Problems) {
        for name in names::SIGNUP {
            if table.has(name) && !self.takes(name) {
                problems.add(
                    &table.path_of(name),
                    match *name {
                        "lists" => "is for the presets \"listmonk\" and \"listmonk-page\"; leave it out",
                        "answer" => "is for the modes \"json\" and \"form\"; leave it out",
                        "double_opt_in" => {
                            "means nothing here, since the page asks nothing or sees no answer; leave it out"
                        }
                        _ => "means nothing here, since the page asks nothing itself; leave it out",
                    },
                );
            }
        }
    }
}

/// Reads which way the publisher chose.
pub(super) fn read(table: &Table<'_>, problems: &mut Problems) -> Option<Kind> {
    let (name, known, other) = match (table.has("mode"), table.has("preset")) {
        (true, true) => {
            problems.add(
                "signup.mode",
                "stands beside signup.preset; keep one of the two",
            );
            return None;
        }
        (false, false) => {
            problems.add(
                "signup.mode",
                format_args!(
                    "is missing; write a \"mode\" ({}) or a \"preset\" ({})",
                    listed(names::MODES, "or"),
                    listed(names::PRESETS, "or")
                ),
            );
            return None;
        }
        (true, false) => ("mode", names::MODES, "preset"),
        (false, true) => ("preset", names::PRESETS, "mode"),
    };
    let word = table.text(name, problems)?;
    let kind = Kind::new(&word).filter(|_| known.contains(&word.as_str()));
    if kind.is_none() {
        let hint = if Kind::new(&word).is_some() {
            format!("; \"{word}\" is a {other}")
        } else {
            did_you_mean(&word, known.iter().copied())
        };
        let known = listed(known, "or");
        problems.add(&table.path_of(name), format_args!("is to be {known}{hint}"));
    }
    kind
}
