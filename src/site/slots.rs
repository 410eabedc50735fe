//! What the build fills the page's slots with.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::Markup;
use maud::html;

use super::drawings;
use super::exercise;
use super::exit;
use super::help;
use super::journey;
use super::privacy;
use super::prose;
use super::questions;
use super::questions::Place;
use super::reading_time;
use super::share;
use super::signup;
use crate::app;
use crate::components::carry;
use crate::components::group;
use crate::components::question;
use crate::components::section;
use crate::components::slot::Filling;
use crate::domain::module::Group;
use crate::domain::module::Module;
use crate::domain::module::Section;
use crate::domain::module::SectionKind;
use crate::domain::question::Question;
use crate::settings::Config;

/// Returns the HTML of every slot of `module`, with the publisher's settings.
#[must_use]
pub fn fill(module: &Module, config: &Config) -> Filling {
    let mut slots = Slots::default();
    slots.add((app::HEAD.to_owned(), head(module, config)));
    slots.add((carry::SLOT.to_owned(), super::carry::render()));
    slots.add((app::FOOT.to_owned(), foot(module, config)));
    let signup = signup::render(config.signup.as_ref(), &config.publisher);
    slots.add((app::SIGNUP.to_owned(), signup));
    slots.add((app::FINISH.to_owned(), exercise::finish(module)));
    for group in &module.groups {
        let name = group::heading_slot(&group.id);
        slots.add((name.clone(), group_heading(&name, group)));
        for section in &group.sections {
            let [title, about, text] = section::slots(&section.id);
            slots.add((title.clone(), section_title(&title, section)));
            slots.add((about.clone(), section_about(&about, section)));
            slots.add((text.clone(), section_text(&text, module, section)));
            let end = End {
                id: group::summary_id(&section.id),
                of_its_own: true,
            };
            slots.add_questions(module, Some(section), &section.questions, &end);
        }
        if !group.questions.is_empty() {
            let end = End {
                id: group::summary_id(&group.id),
                of_its_own: false,
            };
            slots.add_questions(module, None, &group.questions, &end);
            let name = group::summary_slot(&group.id);
            slots.add((name.clone(), exercise::summary(&name, group)));
        }
    }
    let slots = slots.0;
    Filling(Arc::new(move |name| {
        slots.get(name).cloned().unwrap_or_default()
    }))
}

/// The HTML of slots, by name.
#[derive(Default)]
struct Slots(BTreeMap<String, String>);

impl Slots {
    fn add(&mut self, (name, html): (String, Markup)) {
        self.0.insert(name, html.into_string());
    }

    /// Adds the slots of questions that stand together: in a section, or in a group.
    fn add_questions(
        &mut self,
        module: &Module,
        section: Option<&Section>,
        all: &[Question],
        end: &End,
    ) {
        for (at, question) in all.iter().enumerate() {
            let after = all.get(at + 1).map(|question| question.id.as_str());
            let place = Place {
                module,
                section,
                level: if section.is_some() { 4 } else { 3 },
                next: after.unwrap_or(&end.id),
                ends: after.is_none() && end.of_its_own,
            };
            let name = question::slot(question.id.as_str());
            self.add((name.clone(), questions::question(&name, question, place)));
        }
    }
}

/// What the last of some questions leads to.
struct End {
    id: String,
    /// Whether it has to stand in that question.
    of_its_own: bool,
}

/// Returns how long the module takes to read, in minutes. Adults read their cards besides.
pub(super) fn minutes(module: &Module) -> usize {
    let sections = module.sections();
    reading_time::minutes(sections.filter(|section| section.kind != SectionKind::Adults))
}

/// Returns a number with the word for what it counts.
pub(super) fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// Returns how many questions the module asks of everybody: those that count.
fn asked(module: &Module) -> usize {
    let counted = |group: &&Group| module.completion.groups.contains(&group.id);
    let groups = module.groups.iter().filter(counted);
    groups.map(count_questions).sum()
}

fn head(module: &Module, config: &Config) -> Markup {
    let (minutes, questions) = (minutes(module), asked(module));
    html! {
        div class="head" data-slot=(app::HEAD) {
            h1 class="head__title" { (module.title) }
            p class="head__summary" { (module.summary) }
            p class="head__facts" {
                "About " (counted(minutes, "minute")) ". Read it in any order."
                @if questions == 1 { " Then a question, if you like." }
                @if questions > 1 { " Then " (questions) " questions, if you like." }
                // True of every setting. Where a page around this one is told how far the reader is,
                // platform::framed says so in its place.
                span class="head__told" { " This page tells nobody what you read or answer." }
            }
            @if let Some(first) = module.groups.first() {
                p class="head__now" {
                    a class="head__link" href={ "#" (first.id) } { (first.title) }
                }
            }
            (exit::words(&config.exit))
            svg class="head__art" width="240" height="192" viewBox="0 0 120 96" aria-hidden="true" {
                path d=(drawings::SAID) {}
                path class="head__answer" d=(drawings::ANSWERED) {}
            }
            noscript {
                p class="note" {
                    "JavaScript is switched off. Every section still opens, and every question can "
                    "be read with its answers. This page can't check or mark anything, or keep "
                    "your place."
                }
            }
            // Seen when the client failed, or was not heard of for long: see late.css.
            div class="late" role="status" {
                p class="note" {
                    "Part of this page is not working. Every section still opens, and every "
                    "question can be read with its answers. But nothing is checked, marked or kept "
                    "now."
                }
            }
        }
    }
}

/// Returns how many questions a group asks, those in its sections included.
fn count_questions(group: &Group) -> usize {
    let of_sections = group.sections.iter().map(|section| section.questions.len());
    of_sections.sum::<usize>() + group.questions.len()
}

fn group_heading(slot: &str, group: &Group) -> Markup {
    html! {
        div class="group__head" data-slot=(slot) {
            h2 class="group__title" id=(group.id) tabindex="-1" { (group.title) }
            @if let Some(lead) = &group.lead { p class="group__lead" { (prose::inlines(lead)) } }
            (prose::here(&group.id))
        }
    }
}

fn section_title(slot: &str, section: &Section) -> Markup {
    html! { h3 class="section__title" data-slot=(slot) { (section.title) } }
}

fn section_about(slot: &str, section: &Section) -> Markup {
    let minutes = reading_time::minutes([section]);
    html! {
        span class={ "section__about section__about--" (tone(section.kind)) } data-slot=(slot) {
            // It says in a shape what the title and the teaser say in words.
            svg class="section__icon" width="40" height="40" viewBox="-6 -6 36 36" aria-hidden="true" {
                path d=(drawings::icon(section.kind)) {}
            }
            span class="section__teaser" { (section.teaser) }
            span class="section__minutes" {
                (counted(minutes, "minute"))
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
        // The id is inside the disclosure: a browser that follows a link to it opens what holds it.
        div class="section__text" id=(section.id) data-slot=(slot) {
            (prose::blocks(&section.prose, 3))
            @if let Some(journey) = &section.journey {
                (journey::render(&section.id, journey, 4))
            }
            // The client watches this: a section counts as read when its end has been on screen.
            div class="section__end" data-end="" {}
            @if !section.sources.is_empty() { (sources(module, section)) }
            div { (prose::here(&section.id)) }
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

fn foot(module: &Module, config: &Config) -> Markup {
    html! {
        div class="foot" data-slot=(app::FOOT) {
            // In a frame as tall as the page nothing can stay in reach: the bar is at the top, and
            // this at the end.
            p class="foot__help" {
                a href={ "#" (help::LIST) } { (help::WORDS) }
                a class="exit-again" href=(config.exit.url) rel="noreferrer" { (exit::WORDS) }
            }
            p {
                "This text was last reviewed on "
                time datetime=(module.reviewed) { (module.reviewed.in_words()) }
                ". You may share it under the licence "
                a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer" { "CC BY 4.0" }
                "."
            }
            p { a href={ "./" (privacy::FILE) } { "Your privacy: what is kept, and how to delete it" } }
            (share::link())
        }
    }
}
