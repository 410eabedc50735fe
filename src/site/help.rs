//! Who can help, as it stands in a page.

use maud::Markup;
use maud::html;

use crate::domain::help::Contact;
use crate::domain::help::Help;
use crate::domain::help::Service;
use crate::domain::prose::Target;

/// The id of the list, which links lead to.
pub const LIST: &str = "page-help";

/// What leads to the list, on every page in the same words.
pub const WORDS: &str = "Get help now";

/// Returns the topics with their services.
#[must_use]
pub fn topics(help: &Help) -> Markup {
    html! {
        ul class="help__topics" {
            @for topic in help.topics() {
                li class="help__topic" {
                    p class="help__title" { (topic.title) }
                    ul class="help__services" {
                        @for service in &topic.services { (self::service(service)) }
                    }
                }
            }
        }
    }
}

fn service(service: &Service) -> Markup {
    html! {
        li class="help__service" {
            p { strong { (service.name) } " " span class="help__who" { (service.who) } }
            p { (service.what) }
            p class="help__ways" {
                @for one in &service.contacts { (contact(one, service.free)) " " }
            }
            @if let Some(then) = &service.then { p class="help__then" { (then) } }
        }
    }
}

/// Returns a link that does what it says: calls, writes, or opens the other site, which is told
/// nothing of this one.
fn contact(contact: &Contact, free: bool) -> Markup {
    let (does, rel) = match contact.target {
        Target::Tel(_) => ("Call ", None),
        Target::Sms(_) => ("Text ", None),
        Target::Mail(_) => ("Email ", None),
        Target::Web(_) | Target::Here(_) => ("", Some("noreferrer")),
    };
    let free = free && matches!(contact.target, Target::Tel(_) | Target::Sms(_));
    html! {
        a href=(contact.target.href()) rel=[rel] { (does) (contact.shown) }
        @if free { " " span class="help__free" { "free" } }
    }
}

/// Returns how old the lists are: a card lies on a desk for years.
#[must_use]
pub fn age(help: &Help) -> Markup {
    let mut times: Vec<&str> = help
        .lists
        .iter()
        .map(|list| list.sourced.as_str())
        .collect();
    times.dedup();
    html! { p class="help__age" { "From lists of " (times.join(" and ")) "." } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(target: Target, free: bool) -> String {
        let shown = "it & more".to_owned();
        contact(&Contact { target, shown }, free).into_string()
    }

    #[test]
    fn a_link_says_what_it_does_and_only_what_is_free_says_so() {
        let number = || "116".to_owned();
        for (target, html) in [
            (
                Target::Tel(number()),
                "<a href=\"tel:116\">Call it &amp; more</a> <span class=\"help__free\">free</span>",
            ),
            (
                Target::Sms(number()),
                "<a href=\"sms:116\">Text it &amp; more</a> <span class=\"help__free\">free</span>",
            ),
            (
                Target::Mail("a@b.example".to_owned()),
                "<a href=\"mailto:a@b.example\">Email it &amp; more</a>",
            ),
            (
                Target::Web("https://b.example".to_owned()),
                "<a href=\"https://b.example\" rel=\"noreferrer\">it &amp; more</a>",
            ),
        ] {
            assert_eq!(drawn(target, true), html);
        }
        assert!(!drawn(Target::Tel(number()), false).contains("free"));
    }
}
