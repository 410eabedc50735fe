//! The README's example of a module is one.

use super::today;
use citizens_academy_player::content::{JOURNEYS, MANIFEST, QUESTIONS, read};
use std::fs;
use std::path::Path;

/// The blocks of code in a language, in their order.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    let after = text.split(&fence).skip(1);
    after
        .map(|rest| rest.split("```").next().expect("the end of a block"))
        .collect()
}

/// The words of `key = "…"`.
fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(&format!("\n{key} = \""))?;
    Some(rest.split_once('"')?.0)
}

#[test]
fn the_example_in_the_readme_is_a_module() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(file).expect("the README");
    let (_, section) = readme
        .split_once("\n## Write a module\n")
        .expect("the section");
    let (section, _) = section
        .split_once("\n## Before a release\n")
        .expect("the next section");
    // A journey has places, and its name in the front matter of the section.
    let is_journey = |block: &&str| block.contains("[[place]]");
    let (journeys, manifest): (Vec<&str>, Vec<&str>) =
        blocks(section, "toml").into_iter().partition(is_journey);
    let mut files = vec![(MANIFEST.to_owned(), manifest.concat())];
    let name = value(section, "journey").expect("the name of the journey");
    for journey in journeys {
        files.push((format!("{JOURNEYS}/{name}.toml"), journey.to_owned()));
    }
    for block in blocks(section, "markdown") {
        let id = value(block, "id").expect("an id");
        let name = match value(block, "section") {
            Some(_) => format!("{QUESTIONS}/{id}.md"),
            None => format!("{id}.md"),
        };
        files.push((name, block.to_owned()));
    }
    assert_eq!(
        files.len(),
        6,
        "module.toml, a journey, a section and three questions"
    );
    let report = read("readme", &files, today());
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    let module = report.module.expect("a module");
    assert_eq!(module.questions().count(), 3);
    let journeys = module.sections().filter_map(|one| one.journey.as_ref());
    assert_eq!(journeys.count(), 1);
}
