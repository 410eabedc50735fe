//! The pages of the list, and the files of its folder.

use std::path::Path;

use maud::DOCTYPE;
use maud::Markup;
use maud::html;

use super::card;
use super::place;
use super::reading;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::domain::progress::ProgressMode;
use crate::settings::Config;
use crate::site::bar;
use crate::site::build;
use crate::site::csp::Destinations;
use crate::site::drawings;
use crate::site::exit;
use crate::site::files::Files;
use crate::site::files::PAGE;
use crate::site::help_card;
use crate::site::integrity;
use crate::site::offline;
use crate::site::offline::webmanifest;
use crate::site::offline::worker;
use crate::site::offline::worker::Folder;
use crate::site::page;
use crate::site::privacy;
use crate::site::privacy::Privacy;
use crate::site::share;
use crate::site::single;

/// The language of the list: the player's own words are English.
const LANGUAGE: &str = "en-GB";

/// The style sheets of what stands in modules alone.
const OF_MODULES: [&str; 16] = [
    single::STYLE,
    share::STYLE,
    build::SIGNUP_STYLE,
    super::LINK_STYLE,
    "answer.css",
    "carry.css",
    "finish.css",
    "journey.css",
    "late.css",
    "option.css",
    "order.css",
    "question.css",
    "result.css",
    "sources.css",
    "steps.css",
    "summary.css",
];

/// The list of some modules.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    modules: &'a [Module],
    help: &'a Help,
    config: &'a Config,
}

impl<'a> Library<'a> {
    /// The list of `modules`, in their order, with the publisher's settings.
    #[must_use]
    pub fn new(modules: &'a [Module], help: &'a Help, config: &'a Config) -> Self {
        Self {
            modules,
            help,
            config,
        }
    }

    /// Returns the files of its folder, these pictures among them, with what is told of them.
    ///
    /// # Errors
    /// Sentences that say what could not be read, or is wrong with it.
    pub fn files(
        &self,
        source: &Path,
        pictures: &Files,
    ) -> Result<(Files, Vec<String>), Vec<String>> {
        let style = build::load_style(source, &OF_MODULES)?;
        let (mut files, told) = self.pages(source, &style)?;
        files.extend(pictures);
        // Pages that embedded the module which the site was, when it was but one, ask for it here.
        files.add(share::SCRIPT, share::element_script());
        let manifest = offline::manifest([self.title(); 2], LANGUAGE, &style);
        files.add(
            webmanifest::FILE,
            manifest.map_err(|sentence| vec![sentence])?,
        );
        // Last: the browser keeps what the others are.
        worker::sealed(&mut files, Folder::List(&self.ids("|")))
            .map_err(|error| vec![error.to_string()])?;
        Ok((files, told))
    }

    /// Returns its pages in this style with their scripts, and what is told of them.
    ///
    /// # Errors
    /// Sentences that say what could not be read, or is wrong with it.
    pub fn pages(&self, source: &Path, style: &str) -> Result<(Files, Vec<String>), Vec<String>> {
        let mut files = Files::default();
        files.add(PAGE, self.page(style));
        let (name, text) = self.script();
        files.add(name, text);
        let (name, text) = exit::script_of_list();
        files.add(name, text);
        files.add(exit::BLANK, exit::blank(LANGUAGE));
        files.add(help_card::FILE, self.card(style));
        let notice = Privacy::of(&self.pieces(), source, LANGUAGE, self.config)?;
        files.add(privacy::FILE, self.notice(&notice, style));
        Ok((files, notice.warnings))
    }

    /// What the window, the tab, the history and a home screen show: who publishes the modules, and
    /// nothing of what they are about.
    fn title(&self) -> &'a str {
        &self.config.publisher
    }

    /// The keys under which the device keeps what readers did with the modules.
    fn keys(&self) -> Vec<String> {
        self.modules.iter().map(exit::key).collect()
    }

    /// The modules' ids, with this sign between them.
    fn ids(&self, sign: &str) -> String {
        let ids: Vec<&str> = self
            .modules
            .iter()
            .map(|module| module.id.as_str())
            .collect();
        ids.join(sign)
    }

    /// Returns the settings of the list's own pages, which keep nothing of how they are read.
    fn quiet(&self) -> Config {
        Config {
            progress: ProgressMode::Off,
            ..self.config.clone()
        }
    }

    /// Returns the page's script, by the name of its file.
    fn script(&self) -> (String, String) {
        place::script(
            self.config.progress != ProgressMode::Off,
            self.config.offline,
        )
    }

    fn head(&self, title: &str, style: &str) -> Markup {
        let (exit, _) = exit::script_of_list();
        let reading = reading::script(&self.keys(), self.config.progress);
        let own = self.config.origin();
        let to = Destinations {
            own: own.as_deref(),
            ..Destinations::default()
        };
        page::head_of(
            title,
            &reading,
            &exit::load_file(&exit),
            style,
            to,
            &html! {},
        )
    }

    fn bar(&self) -> Markup {
        bar::with_list(self.help, &self.config.exit, &self.keys().join(" "), None)
    }

    /// Returns the list itself.
    fn page(&self, style: &str) -> String {
        let (script, text) = self.script();
        html! {
            (DOCTYPE)
            // By the ids the next build knows what it finds (`super::MARK`).
            html lang=(LANGUAGE) data-academy-modules=(self.ids(" ")) {
                (self.head(self.title(), style))
                body {
                    a class="skip" href="#page-main" { "Skip to the text" }
                    (self.bar())
                    (page::header(&self.quiet()))
                    main id="page-main" tabindex="-1" {
                        (welcome())
                        ul class="library" {
                            @for module in self.modules { (card::render(module, self.config.progress)) }
                        }
                        div class="foot" {
                            (exit::words(&self.config.exit))
                            p { a href={ "./" (privacy::FILE) } { "Your privacy: what is kept, and how to delete it" } }
                        }
                    }
                    @if self.config.offline { (offline::place()) }
                    script type="module" src={ "./" (script) } integrity=(integrity::of(&text)) {}
                }
            }
        }
        .into_string()
    }

    /// Returns the card with who can help.
    fn card(&self, style: &str) -> String {
        let head = self.head(self.title(), style);
        help_card::document(
            LANGUAGE,
            &head,
            &self.keys().join(" "),
            ("the list", None),
            self.help,
            &self.quiet(),
        )
    }

    /// Returns the privacy notice.
    fn notice(&self, notice: &Privacy, style: &str) -> String {
        let head = self.head(&format!("Privacy - {}", self.title()), style);
        notice.document(LANGUAGE, &head, &self.bar(), "the list", &self.quiet())
    }

    /// Returns the pieces of the notice that are true of the list.
    fn pieces(&self) -> Vec<&'static str> {
        let device = match self.config.progress {
            ProgressMode::On => "list-on.md",
            ProgressMode::Ask => "list-ask.md",
            ProgressMode::Off => "list-off.md",
        };
        let leave = match (self.config.progress, self.config.exit.forget) {
            (ProgressMode::Off, _) => privacy::LEAVE_OFF,
            (_, true) => "list-leave-forgets.md",
            (_, false) => "list-leave-keeps.md",
        };
        let mut pieces = vec!["start.md", device, leave];
        pieces.extend(self.config.offline.then_some("list-offline.md"));
        pieces.extend(["list-others.md", "rights.md"]);
        pieces
    }
}

/// Returns what stands above the list.
fn welcome() -> Markup {
    html! {
        div class="head" {
            // Shown at the address to which the list's worker leads (`site::offline::worker`).
            p class="note library__missing" id=(worker::MISSING) tabindex="-1" hidden {
                strong { "This module can't be shown just now. " }
                "You seem to be offline, and it is not on this device yet. Open it once while you are \
                 online: then it stays. \"Get help now\" opens without internet, too."
            }
            h1 class="head__title" { "What would you like to read?" }
            p class="head__summary" {
                "Each of these stands by itself. Start where you like, and stop when you like."
            }
            svg class="head__art" width="240" height="192" viewBox="0 0 120 96" aria-hidden="true" {
                path d=(drawings::SAID) {}
                path class="head__answer" d=(drawings::ANSWERED) {}
            }
        }
    }
}
