//! The lists of help from outside: what is published, and folders of cases.
//!
//! Every folder of `tests/help` shows one thing, with what is said of it in `expected.txt`.
//! `UPDATE=1 cargo test --test help` writes those files anew; read the difference before you keep
//! it.

#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use citizens_academy_player::content::Severity;
use citizens_academy_player::content::help::{HelpReport, LOCAL, MAIN, load, read};
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::domain::help::Help;
use citizens_academy_player::domain::help::Service;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The day on which the cases take place.
fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/help")).expect("the folder of cases");
    let paths = entries.map(|entry| entry.expect("a case").path());
    let mut cases: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(cases.len() >= 10, "the folder of cases has moved");
    cases
}

/// What `expected.txt` holds: the problems, then the services if the lists are sound.
fn show(report: &HelpReport) -> String {
    let mut out = String::new();
    for problem in &report.problems {
        writeln!(out, "{problem}").expect("text");
    }
    for list in report.help.iter().flat_map(|help| &help.lists) {
        writeln!(out, "of {}, tried {:?}", list.sourced, list.tried).expect("text");
        for topic in &list.topics {
            writeln!(out, "{}", topic.title).expect("text");
            topic
                .services
                .iter()
                .for_each(|one| show_service(&mut out, one));
        }
    }
    out
}

fn show_service(out: &mut String, service: &Service) {
    let Service {
        name,
        who,
        what,
        then,
        free,
        contacts,
    } = service;
    writeln!(out, "  {name} | {who} | {what} | {then:?} | free: {free}").expect("text");
    for contact in contacts {
        writeln!(out, "    {} as {}", contact.target.href(), contact.shown).expect("text");
    }
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
        "run UPDATE=1 cargo test --test help if this is right\n{failures}"
    );
}

fn published() -> Help {
    let report = load(&root().join("public"), today());
    report.help.expect("the published lists are sound")
}

/// Who is named, with the ways to reach them. A number is checked by a person, not here; this only
/// sees to it that none is changed by accident.
#[test]
fn the_published_lists_name_these_and_no_others() {
    let help = published();
    let found: Vec<String> = help
        .services()
        .map(|service| {
            let ways = service.contacts.iter().map(|one| one.target.href());
            let free = if service.free { " free" } else { "" };
            format!(
                "{}:{free} {}",
                service.name,
                ways.collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    let expected = [
        "Emergency call: tel:999",
        "Childline: free tel:08001111 https://www.childline.org.uk",
        "Shout: free sms:85258",
        "Report Remove: https://www.childline.org.uk",
        "Take It Down: https://takeitdown.ncmec.org",
        "StopNCII: https://stopncii.org",
        "CEOP Safety Centre: https://www.ceop.police.uk/safety-centre",
        "Police: tel:101",
        "NSPCC Helpline: tel:08088005000 mailto:help@nspcc.org.uk",
        "Children's Services: tel:03001234043",
    ];
    assert_eq!(found, expected);
}

/// Until a person has tried the numbers, the build has to say so.
#[test]
fn the_published_lists_say_when_they_were_tried() {
    let report = load(&root().join("public"), today());
    let lists = report.help.iter().flat_map(|help| &help.lists);
    let untried = lists.filter(|list| list.tried.is_none()).count();
    let told = report
        .problems
        .iter()
        .filter(|problem| problem.message.contains("tried"));
    assert_eq!(told.count(), untried);
    assert!(
        report
            .problems
            .iter()
            .all(|one| one.message.contains("tried")),
        "{:?}",
        report.problems
    );
    assert!(
        report
            .problems
            .iter()
            .all(|one| one.severity == Severity::Warning)
    );
}

/// The hours of some services differ from copy to copy, and the card is to lie on a desk.
#[test]
fn the_published_lists_print_no_hours_and_name_no_topic() {
    for service in published().services() {
        let Service {
            name,
            who,
            what,
            then,
            ..
        } = service;
        let words = format!(
            "{name} {who} {what} {}",
            then.as_deref().unwrap_or_default()
        );
        let words = words.to_lowercase();
        for hours in ["am", "pm", "monday", "24", "hours", "o'clock"] {
            let said = words
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == hours);
            assert!(!said, "{name} says {hours:?}");
        }
        for topic in [
            "sext",
            "nude",
            "naked",
            "porn",
            "blackmail",
            "abuse",
            "intimate",
        ] {
            assert!(!words.contains(topic), "{name} says {topic:?}");
        }
    }
}

#[test]
fn a_publisher_needs_no_local_list() {
    let report = load(&root().join("tests/help/no-local-list"), today());
    assert!(!root().join("tests/help/no-local-list").join(LOCAL).exists());
    assert_eq!(report.help.map(|help| help.lists.len()), Some(1));
}

#[test]
fn the_example_in_the_readme_is_a_list() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let (_, section) = readme
        .split_once("\n## Who can help\n")
        .expect("the section");
    let (_, example) = section.split_once("```toml\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let (list, problems) = read("public", MAIN, example.as_bytes(), today());
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let untried = "public/help.toml:2: warning: nobody has tried this list yet; try each number and \
                   address, then write the day, like tried = 2026-11-23";
    assert_eq!(problems, [untried]);
    let contacts = list.map(|list| list.topics[0].services[0].contacts.len());
    assert_eq!(contacts, Some(4));
}
