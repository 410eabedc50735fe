//! What the page asks of a browser, against what browsers can do.
//!
//! `versions.tsv` lists every feature in use with the first versions of Chrome, Edge, Firefox and
//! Safari that have it, `-` where none has; the numbers are those of MDN's browser compatibility
//! data, version 8.1.9: of a member that several interfaces have, those of the newest that a script
//! could speak to. A feature that is not listed fails here: look it up, add its line, and
//! where it is newer than three years, say in the README how the page works without it.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod contrast;
mod css;
mod html;
mod js;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The first versions of Chrome, Edge, Firefox and Safari, as in `versions.tsv`.
type Versions = [String; 4];

/// The versions of November 2023, three years before the first release.
const THREE_YEARS_AGO: [f32; 4] = [119.0, 119.0, 120.0, 17.1];

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).expect("a file of the project")
}

/// The listed features.
fn listed() -> BTreeMap<String, Versions> {
    let text = text("tests/features/versions.tsv");
    let row = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let name = cells.next().expect("a name");
        let versions: Vec<String> = cells.collect();
        let versions = versions.try_into().expect("four versions");
        (name, versions)
    };
    text.lines().map(row).collect()
}

/// The features that the style, the markup, the scripts and the client use.
fn used() -> BTreeSet<String> {
    let mut used = css::features(&css::sheets());
    used.extend(html::features(&html::page()));
    used.extend(interfaces(&text("Cargo.toml")));
    used.extend(js::features(&js::scripts(Path::new("src"))));
    used
}

/// The interfaces of the browser that the client may speak to: those switched on in `web-sys`.
fn interfaces(manifest: &str) -> Vec<String> {
    let (_, rest) = manifest
        .split_once("[dependencies.web-sys]")
        .expect("web-sys");
    let (_, rest) = rest.split_once("features = [").expect("its features");
    let (names, _) = rest.split_once(']').expect("their end");
    let names = names.split('"').skip(1).step_by(2);
    names.map(|name| format!("interface {name}")).collect()
}

fn is_newer(versions: &Versions) -> bool {
    let pairs = versions.iter().zip(THREE_YEARS_AGO);
    let newer = |(version, then): (&String, f32)| version.parse::<f32>().is_ok_and(|it| it <= then);
    !pairs.into_iter().all(newer)
}

/// The part of the README about browsers.
fn readme() -> String {
    let readme = text("README.md");
    let (_, rest) = readme
        .split_once("## Browsers\n")
        .expect("a part on browsers");
    rest.split("\n## ").next().expect("its text").to_owned()
}

#[test]
fn every_feature_in_use_is_listed_and_no_other() {
    let (used, listed) = (used(), listed());
    let unlisted: Vec<_> = used
        .iter()
        .filter(|name| !listed.contains_key(*name))
        .collect();
    assert!(
        unlisted.is_empty(),
        "not in tests/features/versions.tsv: {unlisted:#?}"
    );
    let unused: Vec<_> = listed.keys().filter(|name| !used.contains(*name)).collect();
    assert!(
        unused.is_empty(),
        "in tests/features/versions.tsv, but not in use: {unused:#?}"
    );
}

#[test]
fn the_readme_names_what_is_newer_than_three_years() {
    let readme = readme();
    for (name, versions) in listed() {
        // What is said of a property holds for its values.
        let property = name.split(": ").next().unwrap_or_default();
        let mut names = [name.as_str(), property].into_iter();
        let said = names.any(|name| readme.contains(&format!("`{name}`")));
        assert!(
            said || !is_newer(&versions),
            "the README does not say how the page works without `{name}`: {versions:?}"
        );
    }
}

#[test]
fn the_readme_and_the_list_give_the_same_versions() {
    let (readme, listed) = (readme(), listed());
    let mut rows = 0;
    for line in readme.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let name = cells[0].trim_matches('`');
        let Some(versions) = listed.get(name) else {
            continue;
        };
        rows += 1;
        let said = cells[1..5].iter().map(|cell| cell.replace("none", "-"));
        assert_eq!(said.collect::<Vec<_>>(), versions, "{name}");
    }
    assert!(rows > 5, "{rows} rows of the README are on the list");
}

/// Where a rule asks whether something is anywhere below an element, browsers look through all of it
/// after each change there: with hundreds of questions, that took most of the time of an answer.
#[test]
fn no_rule_looks_through_a_whole_page() {
    let sheets = css::sheets();
    let wide = css::wide_looks(&sheets);
    let wide: Vec<_> = wide
        .into_iter()
        // Of a drawing, which has some fifty elements.
        .filter(|head| !head.starts_with(".journey:has("))
        .collect();
    assert!(wide.is_empty(), "{wide:#?}");
    let found = css::wide_looks("a:has(> b) { c: d } .e:not(:has(.f)) g { h: i }");
    assert_eq!(found, [".e:not(:has(.f)) g"]);
}

#[test]
fn the_list_is_in_order() {
    let text = text("tests/features/versions.tsv");
    assert!(text.lines().is_sorted(), "sort tests/features/versions.tsv");
}

#[test]
fn what_is_new_and_not_listed_is_seen() {
    let sheet = "@layer a { .b:open { interpolate-size: none; color: light-dark(a, b); } }";
    let features = css::features(sheet);
    let (listed, new) = (listed(), [":open", "interpolate-size", "light-dark()"]);
    for new in new {
        assert!(features.contains(new), "{features:?}");
        assert!(!listed.contains_key(new));
    }
    let fresh = ["130", "130", "130", "18"].map(str::to_owned);
    assert!(is_newer(&fresh));
    assert!(!is_newer(&["1", "12", "1", "17.1"].map(str::to_owned)));
    assert!(is_newer(&["1", "12", "-", "1"].map(str::to_owned)));
}
