//! The notices that the licences of the client's crates ask for.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use super::Material;
use super::Materials;

/// The name of its file in the site's folder.
pub const FILE: &str = "third-party.txt";

/// The MIT licence, for crates that name it and come without its text.
const MIT: &str = include_str!("mit.txt");

/// How files begin in which a crate says its licence.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// Returns whether a file of this name, in capitals, says a licence.
#[must_use]
pub fn is_notice(name: &str) -> bool {
    NAMES.iter().any(|start| name.starts_with(start))
}

/// Returns the notices: each text once, under the crates that it belongs to.
///
/// # Errors
/// A sentence for each crate that is linked and has no text that could be told.
pub fn render(materials: &Materials) -> Result<String, Vec<String>> {
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut missing = Vec::new();
    let of_others = |material: &&Material| !material.own;
    for material in materials.all.iter().filter(of_others) {
        let texts = texts_of(material);
        if texts.is_empty() {
            missing.push(format!(
                "{} {} is linked into the client and comes without the text of its licence, {}; add \
                 it to src/site/materials/notices.rs",
                material.name, material.version, material.license
            ));
        }
        for text in texts {
            let named = format!(
                "{} {} ({})",
                material.name, material.version, material.license
            );
            by_text.entry(text).or_default().push(named);
        }
    }
    let std = format!(
        "The standard library of Rust {} (MIT OR Apache-2.0)",
        materials.rust
    );
    by_text
        .entry(mit("The Rust Project Contributors"))
        .or_default()
        .push(std);
    if missing.is_empty() {
        Ok(written(&by_text))
    } else {
        Err(missing)
    }
}

/// Returns the texts of a crate's licence, or the text of the one that it names.
fn texts_of(material: &Material) -> Vec<String> {
    if material.texts.is_empty() && material.license.contains("MIT") {
        let authors = material.authors.join(", ");
        let authors = match authors.as_str() {
            "" => format!("the authors of {}", material.name),
            authors => authors.to_owned(),
        };
        return vec![mit(&authors)];
    }
    material.texts.iter().map(|text| tidy(text)).collect()
}

fn mit(holder: &str) -> String {
    tidy(&MIT.replace("{holder}", holder))
}

/// Returns a text without what editors leave: line ends of two characters, blanks at the ends of
/// lines, empty lines around it.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn written(by_text: &BTreeMap<String, Vec<String>>) -> String {
    let mut blocks: Vec<(String, &str)> = by_text
        .iter()
        .map(|(text, names)| (names.join("\n"), text.as_str()))
        .collect();
    blocks.sort();
    let mut out = String::from(
        "The player of this page holds work of others. Here is what, and under which licences.\n",
    );
    for (names, text) in blocks {
        let line = "-".repeat(80);
        let _ = write!(out, "\n{line}\n{names}\n{line}\n\n{text}\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(name: &str, license: &str, texts: &[&str]) -> Material {
        Material {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: license.to_owned(),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
            ..Material::default()
        }
    }

    fn of(all: Vec<Material>) -> Result<String, Vec<String>> {
        let rust = "1.95.0".to_owned();
        render(&Materials { all, rust })
    }

    #[test]
    fn a_text_stands_once_under_all_that_it_belongs_to() {
        let all = vec![
            linked("a", "Zlib", &["The text\r\nof it \n"]),
            linked("b", "Zlib", &["\nThe text\nof it"]),
            linked("c", "MIT", &[]),
        ];
        let notices = of(all).unwrap();
        assert_eq!(notices.matches("The text\nof it").count(), 1, "{notices}");
        assert!(
            notices.contains("\na 1.0.0 (Zlib)\nb 1.0.0 (Zlib)\n"),
            "{notices}"
        );
        assert!(
            notices.contains("Copyright (c) the authors of c\n"),
            "{notices}"
        );
        assert!(notices.contains("The standard library of Rust 1.95.0"));
    }

    #[test]
    fn a_crate_without_a_text_is_told_of() {
        let problems = of(vec![linked("a", "Apache-2.0", &[])]).unwrap_err();
        assert!(
            problems[0].starts_with("a 1.0.0 is linked into the client"),
            "{problems:?}"
        );
        let mut own = linked("a", "Apache-2.0", &[]);
        own.own = true;
        assert!(of(vec![own]).is_ok(), "what is our own needs none");
    }
}
