//! The content pipeline from outside: folders of cases, and texts that nobody would write.
//!
//! Every folder of `tests/content` is a module that shows one thing, with what the pipeline says
//! of it in `expected.txt`. `UPDATE=1 cargo test --test content` writes those files anew; read the
//! difference before you keep it.

#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "content/dump.rs"]
mod dump;
#[path = "content/mutation.rs"]
mod mutation;
#[path = "content/readme.rs"]
mod readme;

use citizens_academy_player::content::{JOURNEYS, QUESTIONS, Report, Severity, load, read};
use citizens_academy_player::domain::date::Date;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The day on which the cases take place.
fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}

/// The folders of cases, in order.
fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/content");
    let entries = fs::read_dir(root).expect("the folder of cases");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a case").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(
        cases.len() >= 25,
        "only {} cases: the folder has moved",
        cases.len()
    );
    cases
}

/// The module that shows that the player is not made for one text.
#[test]
fn another_module_has_nothing_wrong() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/modules/bees");
    let report = load(&folder, today());
    assert_eq!(report.problems.len(), 0, "{}", show(&report));
    assert!(report.module.is_some());
}

/// What `expected.txt` holds: the problems, then the module if there is one.
fn show(report: &Report) -> String {
    let mut out = String::new();
    for problem in &report.problems {
        writeln!(out, "{problem}").expect("text");
    }
    if let Some(module) = &report.module {
        out.push_str("ok\n");
        out.push_str(&dump::module(module));
    }
    for reading in &report.reading_ages {
        writeln!(out, "{} reads at age {:.1}", reading.file, reading.age).expect("text");
    }
    out
}

#[test]
fn each_case_gives_what_it_expects() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = String::new();
    for case in cases() {
        let file = case.join("expected.txt");
        let actual = show(&load(&case, today()));
        if update {
            fs::write(&file, &actual).expect("expected.txt can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if actual != expected {
            writeln!(
                failures,
                "{}\n  expected:\n{expected}\n  got:\n{actual}",
                case.display()
            )
            .expect("text");
        }
    }
    assert!(
        failures.is_empty(),
        "run UPDATE=1 cargo test --test content if this is right\n{failures}"
    );
}

#[test]
fn there_is_a_module_exactly_when_there_is_no_error() {
    for case in cases() {
        let report = load(&case, today());
        let errors = report
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        assert_eq!(report.module.is_none(), errors, "{}", case.display());
    }
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    for case in cases() {
        let (slug, mut files) = files_of(&case);
        let forwards = read(&slug, &files, today());
        files.reverse();
        assert_eq!(read(&slug, &files, today()), forwards, "{}", case.display());
    }
}

#[test]
fn a_folder_that_is_not_there_is_a_problem() {
    let report = load(Path::new("tests/content/nowhere"), today());
    let problem = report.problems.first().expect("a problem").to_string();
    assert!(
        problem.starts_with("nowhere:1: error: the module's folder cannot be read"),
        "{problem}"
    );
    assert_eq!(report.module, None);
}

/// The folder's name, and the names and bytes of its files.
fn files_of(case: &Path) -> (String, Vec<(String, Vec<u8>)>) {
    let name = |path: &Path| {
        path.file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    };
    let files_in = |folder: &Path, prefix: &str| -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.is_file())
            .map(|path| {
                let bytes = fs::read(&path).expect("a file that can be read");
                (format!("{prefix}{}", name(&path)), bytes)
            })
            .collect()
    };
    let mut files = files_in(case, "");
    for part in [QUESTIONS, JOURNEYS] {
        let folder = case.join(part);
        if folder.is_dir() {
            files.extend(files_in(&folder, &format!("{part}/")));
        }
    }
    (name(case), files)
}
