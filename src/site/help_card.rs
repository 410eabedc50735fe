//! The help on a page of its own: a card to print, or to save.
//!
//! Like the tab and the address, it does not name the topic, so that it can lie on a desk.

use maud::DOCTYPE;
use maud::Markup;
use maud::html;

use super::bar;
use super::csp::Destinations;
use super::exit;
use super::help;
use super::page;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;

/// The name of its file in the site's folder.
pub const FILE: &str = "help.html";

/// Returns the page.
#[must_use]
pub fn render(module: &Module, help: &Help, config: &Config, style: &str) -> String {
    let head = page::head(module, config, style, Destinations::default());
    let keys = exit::key(module);
    let first = bar::first(module, "./index.html");
    let home = ("the module", first.as_ref());
    document(&module.language, &head, &keys, home, help, config)
}

/// Returns the page in this language, with this head, as a page beside `home`, with a link to the first
/// thing to do there, if there is one: it has this device forget what is kept under `keys` when it is
/// left.
pub(super) fn document(
    language: &str,
    head: &Markup,
    keys: &str,
    (home, first): (&str, Option<&Markup>),
    help: &Help,
    config: &Config,
) -> String {
    html! {
        (DOCTYPE)
        html lang=(language) {
            (head)
            body {
                a class="skip" href="#page-main" { "Skip to the text" }
                (bar::beside_help(&config.exit, keys))
                (page::header(config))
                main class="head help-card" id="page-main" tabindex="-1" {
                    (words("./index.html", home, "You can print this page, or save it."))
                    div id=(help::LIST) tabindex="-1" { (help::topics(help)) }
                    @if let Some(first) = first { p class="head__now" { (first) } }
                    (help::age(help))
                    (exit::words(&config.exit))
                }
            }
        }
    }
    .into_string()
}

/// Returns what stands above the list: with what can be done with the page, and the address of the
/// module, or what else the page belongs to.
pub(super) fn words(back: &str, home: &str, keep: &str) -> Markup {
    html! {
        h1 class="head__title" { "Who can help" }
        // What can be done with this page; on paper it has been done.
        p class="head__now" { (keep) " It holds nothing about you. Whoever reads it can see that a part of it is about pictures." }
        p class="head__now" { a href=(back) { "Back to " (home) } }
    }
}
