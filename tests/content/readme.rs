//! The README's example of a module is one.

use super::today;
use citizens_academy_player::content::{MANIFEST, QUESTIONS, read};
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
    let manifest = blocks(section, "toml").concat();
    let mut files = vec![(MANIFEST.to_owned(), manifest)];
    for block in blocks(section, "markdown") {
        let id = value(block, "id").expect("an id");
        let name = match value(block, "section") {
            Some(_) => format!("{QUESTIONS}/{id}.md"),
            None => format!("{id}.md"),
        };
        files.push((name, block.to_owned()));
    }
    assert_eq!(files.len(), 5, "module.toml, a section and three questions");
    let report = read("readme", &files, today());
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(
        report.module.map(|module| module.questions().count()),
        Some(3)
    );
}
