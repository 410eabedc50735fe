//! What the build fills the page's slots with.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::Markup;
use maud::html;

use super::prose;
use crate::app;
use crate::components::group;
use crate::components::section;
use crate::components::slot::Filling;
use crate::domain::module::Group;
use crate::domain::module::Module;
use crate::domain::module::Section;
use crate::domain::module::SectionKind;
use crate::domain::prose::Block;
use crate::domain::prose::push_words;

/// How many words a minute a young reader reads, rounded down from the 150 to 200 of eleven- to
/// fourteen-year-olds in Hasbrouck and Tindal's oral reading norms (2017).
const WORDS_A_MINUTE: usize = 150;

/// Returns the HTML of every slot of `module`.
#[must_use]
pub fn fill(module: &Module) -> Filling {
    let mut slots = BTreeMap::new();
    slots.insert(app::HEAD.to_owned(), head(module).into_string());
    slots.insert(app::FOOT.to_owned(), foot(module).into_string());
    for group in &module.groups {
        let name = group::heading_slot(&group.id);
        slots.insert(name.clone(), group_heading(&name, group).into_string());
        for section in &group.sections {
            let [title, about, text] = section::slots(&section.id);
            slots.insert(title.clone(), section_title(&title, section).into_string());
            slots.insert(about.clone(), section_about(&about, section).into_string());
            slots.insert(
                text.clone(),
                section_text(&text, module, section).into_string(),
            );
        }
    }
    Filling(Arc::new(move |name| {
        slots.get(name).cloned().unwrap_or_default()
    }))
}

fn head(module: &Module) -> Markup {
    let minutes: usize = module
        .sections()
        .filter(|s| s.kind != SectionKind::Adults)
        .map(minutes)
        .sum();
    html! {
        div class="head" data-slot=(app::HEAD) {
            h1 class="head__title" { (module.title) }
            p class="head__summary" { (module.summary) }
            p class="head__facts" {
                "About " (minutes) " minutes. Read it in any order."
            }
            @if let Some(first) = module.groups.first() {
                p class="head__now" {
                    a class="head__link" href={ "#" (first.id) } { (first.title) }
                }
            }
            noscript {
                p class="note" {
                    "JavaScript is switched off. Every section still opens; this page can't mark "
                    "what you have read or keep your place."
                }
            }
            p class="note" id="page-not-started" hidden {
                "The part of this page that marks what you have read did not start. Every section "
                "still opens; your place is not kept."
            }
        }
    }
}

fn group_heading(slot: &str, group: &Group) -> Markup {
    html! {
        div class="group__head" data-slot=(slot) {
            h2 class="group__title" id=(group.id) tabindex="-1" { (group.title) }
            @if let Some(lead) = &group.lead { p class="group__lead" { (lead) } }
        }
    }
}

fn section_title(slot: &str, section: &Section) -> Markup {
    html! { h3 class="section__title" data-slot=(slot) { (section.title) } }
}

fn section_about(slot: &str, section: &Section) -> Markup {
    let minutes = minutes(section);
    html! {
        span class={ "section__about section__about--" (tone(section.kind)) } data-slot=(slot) {
            span class="section__teaser" { (section.teaser) }
            span class="section__minutes" {
                (minutes) @if minutes == 1 { " minute" } @else { " minutes" }
            }
        }
    }
}

/// Returns the name of a kind's tone in the style sheet.
fn tone(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Help => "help",
        SectionKind::Risk => "risk",
        SectionKind::Law => "law",
        SectionKind::Adults => "adults",
        SectionKind::Plain => "plain",
    }
}

fn section_text(slot: &str, module: &Module, section: &Section) -> Markup {
    html! {
        div class="section__text" data-slot=(slot) {
            (prose::blocks(&section.prose, 3))
            // The client watches this: a section counts as read when its end has been on screen.
            div class="section__end" data-end="" {}
            @if !section.sources.is_empty() { (sources(module, section)) }
        }
    }
}

fn sources(module: &Module, section: &Section) -> Markup {
    let listed = module
        .sources
        .iter()
        .filter(|source| section.sources.contains(&source.id));
    html! {
        details class="sources" {
            summary class="sources__summary" { "Where this comes from" }
            ul class="sources__list" {
                @for source in listed {
                    li {
                        a href=(source.url) rel="noreferrer" { (source.title) }
                        ", " (source.publisher)
                        @if let Some(date) = &source.date { ", " (date) }
                    }
                }
            }
        }
    }
}

fn foot(module: &Module) -> Markup {
    html! {
        div class="foot" data-slot=(app::FOOT) {
            p {
                "This text was last reviewed on "
                time datetime=(module.reviewed) { (module.reviewed.in_words()) }
                "."
            }
        }
    }
}

/// Returns how long a section takes to read, in whole minutes, at least one.
fn minutes(section: &Section) -> usize {
    words(&section.prose).div_ceil(WORDS_A_MINUTE).max(1)
}

/// Returns how many words `blocks` hold.
fn words(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => {
            let mut line = String::new();
            push_words(text, &mut line);
            line.split_whitespace().count()
        }
        Block::List(items) | Block::Steps(items) => items.iter().map(|item| words(item)).sum(),
        Block::Callout { blocks, .. } => words(blocks),
    };
    blocks.iter().map(count).sum()
}
