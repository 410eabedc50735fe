//! The threats of `ARCHITECTURE.md`, and the tests that are named against them.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// The part of the document about threats.
fn threats() -> String {
    let document = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let (_, rest) = document.split_once("## Threats\n").unwrap();
    rest.split("\n## ").next().unwrap().to_owned()
}

/// All code of the project, its tests included.
fn code() -> String {
    let mut code = String::new();
    for folder in ["src", "tests", "xtask/src"] {
        collect(Path::new(folder), &mut code);
    }
    code
}

fn collect(path: &Path, code: &mut String) {
    let kept = |name: &str| name != "node_modules" && !name.ends_with("threats.rs");
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if kept(&path.file_name().unwrap().to_string_lossy()) {
                collect(&path, code);
            }
        }
    } else if path.extension().is_some_and(|it| it == "rs") {
        code.push_str(&fs::read_to_string(path).unwrap());
    }
}

/// The names of tests in a row: those with two colons, in the last column.
fn named(row: &str) -> Vec<&str> {
    let last = row.trim_end_matches('|').rsplit('|').next().unwrap();
    let names = last.split('`').skip(1).step_by(2);
    names.filter(|name| name.contains("::")).collect()
}

/// Whether a test of this name is there: a case of the browser suite, or a test function.
fn exists(name: &str, code: &str) -> bool {
    let function = name.rsplit("::").next().unwrap();
    let test = format!("#[test]\nfn {function}()");
    let inner = format!("#[test]\n    fn {function}()");
    code.contains(&format!("\"{name}\"")) || code.contains(&test) || code.contains(&inner)
}

#[test]
fn every_threat_has_tests_and_every_test_is_there() {
    let (threats, code) = (threats(), code());
    let rows: Vec<&str> = threats
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| ---"))
        .skip(1)
        .collect();
    assert!(rows.len() >= 7, "{} threats", rows.len());
    for row in rows {
        let names = named(row);
        assert!(!names.is_empty(), "no test stands against this: {row}");
        for name in names {
            assert!(exists(name, &code), "there is no test {name}: {row}");
        }
    }
}

#[test]
fn a_test_that_is_gone_is_missed() {
    let code = "#[test]\nfn it_is_here() {\n case(\"file::a_case\", a_case)";
    assert!(exists("unit::it_is_here", code) && exists("file::a_case", code));
    assert!(!exists("unit::it_was_here", code) && !exists("other::a_case", code));
}
