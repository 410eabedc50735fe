//! How a page is to be read: the size of its text, its spacing, its colours.
//!
//! A browser has all of that in its own settings, but on a school's computer nobody may change them.
//! The style sheet knows the words of the choices (`style/components/reading.css`, `tokens.css`);
//! [`script`] puts them on the root element. It stands in the page itself, in its head: fetched, it
//! would come after the first paint, and light would turn dark, and small text large. Where a
//! server's own policy refuses it, the page has no such menu.

use maud::Markup;
use maud::PreEscaped;
use maud::html;

use super::glue;
use crate::domain::module::Module;
use crate::domain::outline::Outline;
use crate::domain::progress::ProgressMode;
use crate::settings::Config;

/// A name, and what can be chosen: for each word of the style sheet what it is called. The empty
/// word is the page as it is.
type Field = (&'static str, &'static [(&'static str, &'static str)]);

/// What there is to choose.
const FIELDS: [Field; 3] = [
    (
        "Text size",
        &[("", "Normal"), ("large", "Large"), ("larger", "Very large")],
    ),
    ("Spacing", &[("", "Normal"), ("wide", "Wide")]),
    (
        "Colours",
        &[
            ("", "As on this device"),
            ("light", "Light"),
            ("dark", "Dark"),
        ],
    ),
];

/// Returns the script of a page of `module`.
#[must_use]
pub fn script(module: &Module, config: &Config) -> String {
    let keeps = match config.progress {
        ProgressMode::On => "on",
        ProgressMode::Ask => "ask",
        ProgressMode::Off => "off",
    };
    let key = Outline::new(module, config.progress).storage_key();
    glue::without_comments(include_str!("reading.js"))
        .replace("{key}", &key)
        .replace("{keeps}", keeps)
}

/// What begins the lines of the script that only a module's page has.
const OF_MODULE: &str = "// Of a module:";

/// What begins those that every page has.
const OF_ALL: &str = "// Of every page:";

/// Where the lines of a page that keeps nothing go.
const OWN: &str = "// Of the list.";

/// Returns the script of a page that keeps no choice, with lines of its `own`: they call `show` with
/// the choice to begin with.
pub(super) fn script_that_keeps_nothing(own: &str) -> String {
    let mut script = String::new();
    let mut is_of_all = true;
    for line in include_str!("reading.js").lines() {
        match line.trim() {
            OF_MODULE => is_of_all = false,
            OF_ALL => is_of_all = true,
            OWN => script += own,
            _ if is_of_all => script.extend([line, "\n"]),
            _ => {}
        }
    }
    glue::without_comments(&script)
}

/// Returns the script as it stands in a page. Its policy has to allow it.
#[must_use]
pub fn load(script: &str) -> Markup {
    html! { script { (PreEscaped(script)) } }
}

/// Returns the menu.
#[must_use]
pub fn menu(config: &Config) -> Markup {
    html! {
        // Hidden where neither its script nor the style sheet is let in; the style sheet shows it
        // where there is a script.
        details class="reading" hidden {
            summary class="reading__open" { "Reading" }
            // Without "off", a browser would fill in what was chosen before the page was loaded
            // again; "dialog" sends nothing anywhere.
            form class="reading__panel" method="dialog" autocomplete="off" {
                @for (name, choices) in FIELDS {
                    label class="reading__field" {
                        (name)
                        select class="field" {
                            @for (word, choice) in choices { option value=(word) { (choice) } }
                        }
                    }
                }
                p class="reading__kept" { (kept(config.progress)) }
            }
        }
    }
}

/// Returns what becomes of a choice.
fn kept(mode: ProgressMode) -> &'static str {
    match mode {
        ProgressMode::On | ProgressMode::Ask => {
            "It is kept where your place is kept, and forgotten with it."
        }
        ProgressMode::Off => "It lasts until you leave this page.",
    }
}
