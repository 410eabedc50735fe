//! The privacy notice, for each of the publisher's choices.

use std::path::Path;

use citizens_academy_player::domain::progress::ProgressMode;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::csp;
use citizens_academy_player::site::privacy;
use citizens_academy_player::site::privacy::Privacy;
use citizens_academy_player::site::style;

use crate::dom::Dom;
use crate::help;
use crate::module;
use crate::page;

/// The age of the youngest readers that the notice is written for.
const AGE: f64 = 10.0;

const CONSENT: &str = r#""consent": {"text": "T", "version": "1", "notice": "https://a.example/"}"#;

/// Ways to sign up, with what the notice says of each and of no other.
fn ways() -> [(String, &'static str); 4] {
    [
        (String::new(), ""),
        (
            format!(
                r#", "signup": {{"mode": "json", "url": "https://lists.example:8443/a", {CONSENT}}}"#
            ),
            "It goes to lists.example:8443.",
        ),
        (
            r#", "signup": {"mode": "link", "url": "https://lists.example/a"}"#.to_owned(),
            "It leads out of this page.",
        ),
        (
            r#", "signup": {"mode": "mailto", "url": "news@lists.example"}"#.to_owned(),
            "It leads out of this page.",
        ),
    ]
}

/// What the notice says of progress, for each mode and for no other.
fn said_of(mode: ProgressMode) -> &'static str {
    match mode {
        ProgressMode::On => "This page keeps your place, so that",
        ProgressMode::Ask => "This page keeps nothing about you until you say yes.",
        ProgressMode::Off => "Nothing about you. This page knows",
    }
}

fn config(mode: ProgressMode, signup: &str) -> Config {
    let mode = mode.as_str();
    let text = format!(r#"{{"publisher": "The <Publisher>", "progress": "{mode}"{signup}}}"#);
    Config::read(&text).unwrap()
}

fn notice(config: &Config) -> (Privacy, Dom) {
    let privacy = Privacy::read(Path::new("."), &module(), config).unwrap();
    let style = style::load(Path::new("style"), &["signup.css"]).unwrap();
    let page = Dom::parse(&privacy.render(&module(), &help(), config, &style));
    (privacy, page)
}

#[test]
fn it_says_what_is_true_of_the_settings_and_nothing_else() {
    for mode in ProgressMode::ALL {
        for (signup, said) in ways() {
            let (_, page) = notice(&config(mode, &signup));
            let text = page.first("main").text();
            for other in ProgressMode::ALL {
                let says = text.contains(said_of(other));
                assert_eq!(says, other == mode, "{mode:?}: {text}");
            }
            for (_, other) in ways().iter().filter(|(_, other)| !other.is_empty()) {
                assert_eq!(text.contains(other), *other == said, "{signup}: {text}");
            }
            assert_eq!(text.contains("news by email"), !signup.is_empty());
        }
    }
}

#[test]
fn it_tells_of_the_copy_where_there_is_one() {
    for (offline, tells) in [("on", true), ("off", false)] {
        let text = format!(r#"{{"publisher": "P", "offline": "{offline}"}}"#);
        let (_, page) = notice(&Config::read(&text).unwrap());
        let text = page.first("main").text();
        assert_eq!(text.contains("Your browser keeps a copy"), tells, "{text}");
    }
}

/// Without the script, the way out is a link and no more.
#[test]
fn it_says_what_leaving_does_and_what_only_a_script_can() {
    for forget in [true, false] {
        let text = format!(r#"{{"publisher": "P", "exit": {{"forget": {forget}}}}}"#);
        let (privacy, page) = notice(&Config::read(&text).unwrap());
        let text = page.first("main").text();
        for part in [
            "It can do all that only if JavaScript is on, and if all of this page has come.",
            "Without internet you get an empty page.",
            "Back button shows this page again",
            "What was typed into this page is gone.",
        ] {
            assert!(text.contains(part), "forget {forget}, {part}: {text}");
        }
        assert_eq!(text.contains("place is deleted at once"), forget, "{text}");
        assert_eq!(text.contains("Nothing is deleted, and"), forget, "{text}");
        for piece in privacy.pieces {
            let age = piece.age.unwrap();
            assert!(age <= AGE, "{:?} reads at age {age}", piece.title);
        }
    }
}

/// Nothing is deleted, or to be deleted first, where nothing is kept.
#[test]
fn it_speaks_of_no_place_where_none_is_kept() {
    for forget in [true, false] {
        let text =
            format!(r#"{{"publisher": "P", "progress": "off", "exit": {{"forget": {forget}}}}}"#);
        let text = notice(&Config::read(&text).unwrap()).1.first("main").text();
        assert!(
            text.contains("What you did on this page is gone."),
            "{text}"
        );
        for untrue in ["keeps of your place", "Forget it", "Nothing is deleted"] {
            assert!(!text.contains(untrue), "{untrue}: {text}");
        }
    }
}

#[test]
fn it_tells_of_programs_that_watch() {
    let config = config(ProgressMode::On, "");
    let single = Privacy::of_single(Path::new("."), &module(), &config).unwrap();
    for privacy in [notice(&config).0, single] {
        let page = privacy.render(&module(), &help(), &config, "");
        let text = Dom::parse(&page).first("main").text();
        assert!(
            text.contains("It can see what you read here, and may tell somebody."),
            "{text}"
        );
    }
}

#[test]
fn a_reader_of_ten_can_follow_each_piece() {
    for mode in ProgressMode::ALL {
        for (signup, _) in ways() {
            let (privacy, _) = notice(&config(mode, &signup));
            for piece in privacy.pieces {
                let age = piece.age.unwrap();
                assert!(age <= AGE, "{:?} reads at age {age}", piece.title);
            }
        }
    }
}

#[test]
fn it_is_a_sound_page_that_needs_no_script() {
    let (_, notice) = notice(&config(ProgressMode::On, &ways()[1].0));
    assert_eq!(notice.complaints(), Vec::<String>::new());
    // One makes it easier to read, one, asked for twice, makes the way out better; nothing else.
    assert_eq!(notice.all("script").len(), 3);
    let style = notice.first("style").text();
    let script = notice.first("script").text();
    let policy = csp::policy(&style, &script, csp::Destinations::default());
    assert_eq!(notice.meta("Content-Security-Policy"), policy);
    assert_eq!(notice.all("h1").len(), 1);
    let levels: Vec<_> = notice.headings().iter().map(Dom::name).collect();
    assert_eq!(levels, ["h1", "h2", "h2", "h2", "h2", "h2", "h2", "h2"]);
    assert!(!notice.first("title").text().is_empty());
    assert!(
        notice
            .first("main")
            .text()
            .contains("The <Publisher> decides")
    );
}

#[test]
fn the_words_on_the_buttons_are_those_of_the_page() {
    // What the strip says: src/components/progress.rs.
    let strip = std::fs::read_to_string("src/components/progress.rs").unwrap();
    for (mode, words) in [
        (ProgressMode::On, "\"Forget it\""),
        (ProgressMode::Ask, "\"Remember my place\""),
    ] {
        let (_, page) = notice(&config(mode, ""));
        assert!(page.first("main").text().contains(words));
        assert!(strip.contains(words), "the button is called otherwise now");
    }
}

#[test]
fn whom_to_ask_is_named_where_the_publisher_says() {
    let base = config(ProgressMode::On, "");
    let (silent, page) = notice(&base);
    assert!(silent.warnings[0].contains("contact is missing"));
    assert!(!page.first("main").text().contains("To ask us"));
    for (contact, href) in [
        ("data@p.example", "mailto:data@p.example"),
        ("https://p.example/ask", "https://p.example/ask"),
    ] {
        let text = format!(r#"{{"publisher": "P", "contact": "{contact}"}}"#);
        let (told, page) = notice(&Config::read(&text).unwrap());
        assert_eq!(told.warnings, Vec::<String>::new());
        let links = page.all("a");
        let asks: Vec<_> = links
            .iter()
            .filter(|link| link.attribute("href") == href)
            .collect();
        assert_eq!(asks.len(), 1, "{contact}");
    }
}

#[test]
fn the_module_leads_to_it_and_back() {
    let page = page();
    let foot = page.with_class("div", "foot");
    let links: Vec<_> = foot[0].all("a");
    let leads = |link: &&Dom| link.attribute("href") == format!("./{}", privacy::FILE);
    assert_eq!(links.iter().filter(leads).count(), 1);
    let (_, notice) = notice(&config(ProgressMode::On, ""));
    let back = notice.with_class("p", "head__now");
    assert_eq!(back[0].first("a").attribute("href"), "./index.html");
}

/// A new thing that is kept on the device has to be told of.
#[test]
fn everything_that_keeps_something_is_told_of() {
    // The places that keep something, and the words of the notice that tell of it.
    let known = [
        ("src/platform/store.rs", "which parts you have read"),
        ("src/site/exit.js", "one note, in this tab alone"),
        ("src/site/offline/none.js", "the old one goes"),
        ("src/site/offline/page.js", "notes which parts are open"),
        ("src/site/offline/worker.js", "keeps a copy of this page"),
        ("src/site/reading.js", "what you chose under \"Reading\""),
    ];
    let keeps = [
        "Storage",
        "caches",
        "indexed_db",
        "set_cookie",
        "IdbFactory",
    ];
    let mut found = Vec::new();
    let folders = ["src/platform", "src/site", "src/site/offline"];
    let entries = folders.map(|folder| std::fs::read_dir(folder).unwrap());
    for entry in entries.into_iter().flatten() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        // News that another tab changed the store keep nothing.
        let code = text.replace("StorageEvent", "");
        if keeps.iter().any(|word| code.contains(word)) {
            found.push(path.to_string_lossy().into_owned());
        }
    }
    found.sort();
    let files = known.map(|(file, _)| file);
    assert_eq!(
        found, files,
        "tell of it in public/privacy, and list it here"
    );
    let (_, page) = notice(&config(ProgressMode::On, ""));
    for (file, words) in known {
        assert!(page.first("main").text().contains(words), "{file}");
    }
}
