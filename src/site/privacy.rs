//! The privacy notice: what a reader can know of what is kept, in words for a ten-year-old.
//!
//! Its text stands in `public/privacy`, in pieces; the publisher's settings say which of them are
//! true. It is a page of its own that works without a script.

use std::fs;
use std::path::Path;

use maud::DOCTYPE;
use maud::Markup;
use maud::html;

use super::bar;
use super::csp::Destinations;
use super::exit;
use super::page;
use super::prose;
use crate::content::Severity;
use crate::content::notice;
use crate::content::notice::Piece;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::domain::progress::ProgressMode;
use crate::settings::Config;
use crate::settings::contact::Contact;
use crate::settings::signup::Signup;
use crate::settings::signup::Way;

/// The name of its file in the site's folder.
pub const FILE: &str = "privacy.html";

/// The folder of its pieces, from the project's.
const FOLDER: &str = "public/privacy";

/// What is said of leaving where the device keeps no reader's place.
pub(super) const LEAVE_OFF: &str = "leave-off.md";

/// What a publisher is told who names nobody to ask.
const NOBODY: &str = "public/config.json: contact is missing, so the privacy notice names nobody to \
                      ask; write your email address, or the https address of a page";

/// The notice for a site with these settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Privacy {
    /// Its pieces, in reading order.
    pub pieces: Vec<Piece>,
    /// What its text would be better without.
    pub warnings: Vec<String>,
}

impl Privacy {
    /// Reads the pieces in the project's folder `source` that are true of these settings.
    ///
    /// # Errors
    /// Sentences, each with file and line.
    pub fn read(source: &Path, module: &Module, config: &Config) -> Result<Self, Vec<String>> {
        let names = names(config, "others.md");
        Self::of(&names, source, &module.language, config)
    }

    /// The same, for the module as [one file](super::single), which no server sends.
    ///
    /// # Errors
    /// Sentences, each with file and line.
    pub fn of_single(source: &Path, module: &Module, config: &Config) -> Result<Self, Vec<String>> {
        let names = names(config, "file.md");
        Self::of(&names, source, &module.language, config)
    }

    /// Reads the pieces of these names, for a page in this language.
    pub(super) fn of(
        names: &[&str],
        source: &Path,
        language: &str,
        config: &Config,
    ) -> Result<Self, Vec<String>> {
        let english = language.starts_with("en");
        let service = config.signup.as_ref().and_then(Signup::origin);
        let service = service.unwrap_or_default();
        let service = service.split_once("://").map_or("", |(_, host)| host);
        let values = [("publisher", &*config.publisher), ("service", service)];
        let (mut pieces, mut warnings, mut errors) = (Vec::new(), Vec::new(), Vec::new());
        for name in names {
            let bytes = match fs::read(source.join(FOLDER).join(name)) {
                Ok(bytes) => bytes,
                Err(error) => {
                    errors.push(format!("{FOLDER}/{name}: {error}"));
                    continue;
                }
            };
            let (mut piece, problems) = notice::piece(FOLDER, name, &bytes, english);
            for problem in problems {
                match problem.severity {
                    Severity::Error => errors.push(problem.to_string()),
                    Severity::Warning => warnings.push(problem.to_string()),
                }
            }
            if let Err(name_of_value) = piece.fill(&values) {
                errors.push(format!(
                    "{FOLDER}/{name}:1: error: {{{name_of_value}}} has no meaning; write {{publisher}} \
                     or {{service}}, or no braces"
                ));
            }
            pieces.push(piece);
        }
        if config.contact.is_none() {
            warnings.push(NOBODY.to_owned());
        }
        if errors.is_empty() {
            Ok(Self { pieces, warnings })
        } else {
            Err(errors)
        }
    }

    /// Returns the page.
    #[must_use]
    pub fn render(&self, module: &Module, help: &Help, config: &Config, style: &str) -> String {
        let named = Module {
            document_title: format!("Privacy - {}", module.document_title),
            ..module.clone()
        };
        let head = page::head(&named, config, style, Destinations::default());
        let bar = bar::with_help(help, &config.exit, module, "./index.html");
        self.document(&module.language, &head, &bar, "the module", config)
    }

    /// Returns the page in this language, with this head and bar, as a page beside `home`.
    pub(super) fn document(
        &self,
        language: &str,
        head: &Markup,
        bar: &Markup,
        home: &str,
        config: &Config,
    ) -> String {
        html! {
            (DOCTYPE)
            html lang=(language) {
                (head)
                body {
                    a class="skip" href="#page-main" { "Skip to the text" }
                    (bar)
                    (page::header(config))
                    main id="page-main" tabindex="-1" {
                        (self.words(config, "./index.html", home))
                        div class="foot" { (exit::words(&config.exit)) }
                    }
                }
            }
        }
        .into_string()
    }

    /// Returns what stands in the page, with the address of the module, or what else it belongs to.
    pub(super) fn words(&self, config: &Config, back: &str, home: &str) -> Markup {
        let (first, others) = self.pieces.split_at(self.pieces.len().min(1));
        let last = others.len().saturating_sub(1);
        html! {
            @for piece in first {
                div class="head" {
                    h1 class="head__title" { (prose::inlines(&piece.title)) }
                    (prose::blocks(&piece.blocks, 1))
                    p class="head__now" { a href=(back) { "Back to " (home) } }
                }
            }
            @for (at, piece) in others.iter().enumerate() {
                (card(piece, config.contact.as_ref().filter(|_| at == last)))
            }
        }
    }
}

/// Returns the pieces that are true of these settings, in reading order. What `others` may see, and
/// whom to ask, comes last.
fn names(config: &Config, others: &'static str) -> Vec<&'static str> {
    let device = match config.progress {
        ProgressMode::On => "progress-on.md",
        ProgressMode::Ask => "progress-ask.md",
        ProgressMode::Off => "progress-off.md",
    };
    let news = config.signup.as_ref().map(|signup| match signup.way {
        Way::Form(_) => "form.md",
        Way::Link(_) | Way::Mail(_) => "elsewhere.md",
    });
    // Beside other modules, this one is not all that the device keeps.
    let leave = match (config.progress, config.exit.forget, config.listed) {
        (ProgressMode::Off, _, _) => LEAVE_OFF,
        (_, true, false) => "leave-forgets.md",
        (_, true, true) => "listed-leave-forgets.md",
        (_, false, _) => "leave-keeps.md",
    };
    let offline = if config.listed {
        "listed-offline.md"
    } else {
        "offline.md"
    };
    let mut names = vec!["start.md", device, "carry.md", leave];
    names.extend(config.offline.then_some(offline));
    names.extend(news);
    names.extend([others, "rights.md"]);
    names
}

/// Returns a piece under its heading; the last one with whom to ask.
fn card(piece: &Piece, contact: Option<&Contact>) -> Markup {
    html! {
        div class="group" {
            div class="group__head" {
                h2 class="group__title" { (prose::inlines(&piece.title)) }
            }
            div class="section" {
                div class="section__text" {
                    (prose::blocks(&piece.blocks, 1))
                    @if let Some(contact) = contact { (ask(contact)) }
                }
            }
        }
    }
}

/// Returns where to ask.
fn ask(contact: &Contact) -> Markup {
    html! {
        p {
            @match contact {
                Contact::Page(address) => {
                    "To ask us, use "
                    a href=(address) rel="noreferrer" { "our own page for questions" }
                    "."
                },
                Contact::Mail(address) => {
                    "To ask us, write to " a href={ "mailto:" (address) } { (address) } "."
                },
            }
        }
    }
}
