//! A page for a reader who has finished: to print, or to save, and to show.
//!
//! It is the same for everybody and holds nothing of anybody. Like the tab and the address, it does
//! not name the topic, so that it can lie on a desk.

use maud::DOCTYPE;
use maud::Markup;
use maud::html;

use super::bar;
use super::csp::Destinations;
use super::exercise;
use super::exit;
use super::page;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;

/// The name of its file in the site's folder.
pub const FILE: &str = "finished.html";

/// Returns the page.
#[must_use]
pub fn render(module: &Module, help: &Help, config: &Config, style: &str) -> String {
    html! {
        (DOCTYPE)
        html lang=(module.language) {
            (page::head(module, config, style, Destinations::default()))
            body {
                a class="skip" href="#page-main" { "Skip to the text" }
                (bar::with_help(help, &config.exit, module, "./index.html"))
                (page::header(config))
                main class="head" id="page-main" tabindex="-1" {
                    (words(module, "./index.html", "You can print this page, or save it."))
                    (exit::words(&config.exit))
                }
            }
        }
    }
    .into_string()
}

/// Returns what stands in the page: with what can be done with it, and the address of the module.
pub(super) fn words(module: &Module, back: &str, keep: &str) -> Markup {
    html! {
        h1 class="head__title" { (module.document_title) }
        p { "You have finished this module." }
        p { (exercise::words(module)) }
        // What can be done with this page; on paper it has been done.
        p class="head__now" { (keep) " It holds nothing about you." }
        p class="head__now" { a href=(back) { "Back to the module" } }
    }
}
