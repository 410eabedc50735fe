//! The page with other settings or another text, around the same client.

use std::path::Path;

use citizens_academy_player::content;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::domain::help::Help;
use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::module::{Completion, Group, Module, Section, SectionKind};
use citizens_academy_player::domain::prose::{Block, Inline};
use citizens_academy_player::domain::question::Question;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::assets::Assets;
use citizens_academy_player::site::build::document;
use citizens_academy_player::site::help_card;
use citizens_academy_player::site::single;

use crate::failure::{Failure, Outcome};
use crate::settings::project;

/// Settings as they come.
pub const PLAIN: &str = r#"{"publisher": "Citizens Academy"}"#;

/// The published module, made with `config` as the publisher's settings, round the client in
/// `site`.
pub fn page(site: &Path, config: &str) -> Outcome<String> {
    make(site, &published()?, config)
}

/// The published module as one file, made with `config` as the publisher's settings, with the client
/// in `site`.
pub fn single(site: &Path, config: &str) -> Outcome<String> {
    let (module, help, config) = (published()?, help()?, read(config)?);
    let file = single::document(&module, &help, &config, site, &project());
    file.map_err(|sentences| Failure::new(sentences.join("\n")))
}

/// The page of the published module with the help alone, made with `config` as the publisher's
/// settings. It takes the style of the page in `site`.
pub fn card(site: &Path, config: &str) -> Outcome<String> {
    let page = page(site, config)?;
    let style = page
        .split_once("<style>")
        .and_then(|(_, rest)| rest.split_once("</style>"));
    let (style, _) = style.ok_or_else(|| Failure::new("the page has no style"))?;
    Ok(help_card::render(
        &published()?,
        &help()?,
        &read(config)?,
        style,
    ))
}

/// The published module with an exercise of `count` questions, round the client in `site`: its own
/// ones over and over, each time with another id and title.
pub fn many_questions(site: &Path, count: usize) -> Outcome<String> {
    let mut module = published()?;
    let exercise = module.groups.iter_mut().find(|g| !g.questions.is_empty());
    let exercise = exercise.ok_or_else(|| Failure::new("the module has no exercise"))?;
    let again = exercise.questions.iter().cycle().zip(1..=count);
    let many: Outcome<_> = again
        .map(|(question, number)| {
            Ok(Question {
                id: id(&format!("question-{number}"))?,
                title: format!("{} {number}", question.title),
                ..question.clone()
            })
        })
        .collect();
    exercise.questions = many?;
    make(site, &module, PLAIN)
}

/// The published module without words on what to do after the exercise, round the client in `site`.
pub fn nothing_next(site: &Path) -> Outcome<String> {
    let mut module = published()?;
    for group in &mut module.groups {
        group.next = None;
    }
    make(site, &module, PLAIN)
}

/// The module in `folder`, round the client in `site`.
pub fn other(site: &Path, folder: &Path) -> Outcome<String> {
    make(site, &load(folder)?, PLAIN)
}

/// The published module.
fn published() -> Outcome<Module> {
    load(&project().join("public/modules/in-control"))
}

/// The module in `folder`.
fn load(folder: &Path) -> Outcome<Module> {
    let module = content::load(folder, far_ahead()?).module;
    module.ok_or_else(|| Failure::new(format!("the module in {} has errors", folder.display())))
}

/// A module of `count` sections of some hundred words, round the client in `site`.
pub fn long_page(site: &Path, count: usize) -> Outcome<String> {
    let sections: Outcome<_> = (1..=count).map(section).collect();
    let group = Group {
        id: id("all")?,
        title: "All of it".to_owned(),
        lead: None,
        sections: sections?,
        questions: Vec::new(),
        next: None,
    };
    let module = Module {
        id: id("long")?,
        title: "A long module".to_owned(),
        document_title: "A long module".to_owned(),
        summary: "As long as a book.".to_owned(),
        audience: None,
        language: "en-GB".to_owned(),
        reviewed: far_ahead()?,
        completion: Completion {
            groups: vec![group.id.clone()],
            finish: None,
        },
        groups: vec![group],
        sources: Vec::new(),
    };
    make(site, &module, PLAIN)
}

fn section(number: usize) -> Outcome<Section> {
    let words = format!("Section {number} says this, and says it again. ").repeat(12);
    Ok(Section {
        id: id(&format!("section-{number}"))?,
        title: format!("Section {number}"),
        teaser: "What the section says.".to_owned(),
        kind: SectionKind::Plain,
        sources: Vec::new(),
        prose: vec![Block::Paragraph(vec![Inline::Text(words)])],
        journey: None,
        questions: Vec::new(),
    })
}

fn make(site: &Path, module: &Module, config: &str) -> Outcome<String> {
    let assets = Assets::find(site).map_err(|error| Failure::new(error.to_string()))?;
    document(module, &help()?, &read(config)?, &assets, &project())
        .map_err(|sentences| Failure::new(sentences.join("\n")))
}

/// The published lists of help.
fn help() -> Outcome<Help> {
    let help = content::help::load(&project().join("public"), far_ahead()?).help;
    help.ok_or_else(|| Failure::new("the published lists of help have errors"))
}

fn read(config: &str) -> Outcome<Config> {
    Config::read(config).map_err(|sentences| Failure::new(sentences.join("\n")))
}

fn id(text: &str) -> Outcome<Id> {
    Id::new(text).map_err(|error| Failure::new(error.to_string()))
}

/// A day on which no review date lies ahead.
fn far_ahead() -> Outcome<Date> {
    Date::new(2100, 1, 1).ok_or_else(|| Failure::new("the calendar has no such day"))
}
