//! The bar that stays in reach on every page, in the same place (WCAG 2.2, criterion 3.2.6).
//!
//! It stands outside of what the client draws, and works without any script: the help opens as a
//! native disclosure, over the page and where the reader is, so that nobody loses their place.

use maud::Markup;
use maud::html;

use super::exit;
use super::help;
use super::help_card;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::exit::Exit;

/// Returns the bar of a page of `module`, whose own address, seen from that page, is `home` (empty
/// on the page itself).
#[must_use]
pub fn with_help(help: &Help, exit: &Exit, module: &Module, home: &str) -> Markup {
    with_list(help, exit, &exit::key(module), first(module, home).as_ref())
}

/// Returns a link to the first thing to do in `module`, whose own address is `home`.
pub(super) fn first(module: &Module, home: &str) -> Option<Markup> {
    let first = module.groups.first()?;
    Some(html! { a href={ (home) "#" (first.id) } { (first.title) } })
}

/// Returns the bar of a page that has this device forget what is kept under `keys` when it is left.
/// Beside the list of help there stands a link to the `first` thing to do, where there is one.
pub(super) fn with_list(help: &Help, exit: &Exit, keys: &str, first: Option<&Markup>) -> Markup {
    bar(
        exit,
        keys,
        &html! {
            details class="help" {
                summary class="help__open" { (help::WORDS) }
                div class="help__panel" id=(help::LIST) tabindex="-1" role="group"
                    aria-label="Who can help" {
                    (help::topics(help))
                    p class="help__more" {
                        @if let Some(first) = first { (first) }
                        " " a href={ "./" (help_card::FILE) } { "This list on a page to print" }
                    }
                    (help::age(help))
                }
            }
        },
    )
}

/// Returns the bar of a page on which the help stands open, and that has this device forget what is
/// kept under `keys` when it is left.
#[must_use]
pub fn beside_help(exit: &Exit, keys: &str) -> Markup {
    bar(
        exit,
        keys,
        &html! {
            a class="help__open" href={ "#" (help::LIST) } { (help::WORDS) }
        },
    )
}

fn bar(exit: &Exit, keys: &str, help: &Markup) -> Markup {
    html! {
        aside class="bar" aria-label="Help, and the way out" {
            (exit::twin(exit))
            (help)
            (exit::way_out(exit, keys))
        }
    }
}
