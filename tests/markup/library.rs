//! The list of several modules.

use std::path::Path;

use citizens_academy_player::content;
use citizens_academy_player::domain::module::Module;
use citizens_academy_player::domain::progress::Progress;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::csp;
use citizens_academy_player::site::files::Files;
use citizens_academy_player::site::library::Library;
use citizens_academy_player::site::privacy::Privacy;

use super::document_of;
use super::dom::Dom;
use super::help;
use super::module;
use super::today;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// The age of the youngest readers that the notice is written for.
const AGE: f64 = 10.0;

/// The published module, and another one, in Welsh.
fn modules() -> Vec<Module> {
    let bees = content::load(Path::new("tests/modules/bees"), today());
    let bees = Module {
        language: "cy".to_owned(),
        title: "Gwenyn <yn> yr ardd".to_owned(),
        ..bees.module.unwrap()
    };
    vec![bees, module()]
}

fn config(settings: &str) -> Config {
    Config::read(&format!(r#"{{"publisher": "The <Publisher>"{settings}}}"#)).unwrap()
}

/// The pages of the list and their scripts, with these settings beside the publisher's name.
fn files(settings: &str) -> Files {
    let (modules, help, config) = (modules(), help(), config(settings));
    let list = Library::new(&modules, &help, &config);
    list.pages(Path::new("."), TOKENS).unwrap().0
}

/// Its pages, by the names of their files.
fn pages(settings: &str) -> Vec<(&'static str, Dom)> {
    let files = files(settings);
    let names = ["index.html", "help.html", "privacy.html"];
    let page = |name| (name, Dom::parse(files.text(name).unwrap()));
    names.map(page).into()
}

fn list(settings: &str) -> Dom {
    pages(settings).remove(0).1
}

#[test]
fn its_pages_are_sound_and_strict() {
    for (name, page) in pages("") {
        assert_eq!(page.complaints(), Vec::<String>::new(), "{name}");
        assert_eq!(page.all("h1").len(), 1, "{name}");
        let style = page.first("style").text();
        let script = page.first("script").text();
        let policy = csp::policy(&style, &script, csp::Destinations::default());
        assert_eq!(page.meta("Content-Security-Policy"), policy, "{name}");
        for element in page.all("*") {
            for attribute in element.attribute_names() {
                let inline = attribute.starts_with("on") || attribute == "style";
                assert!(!inline, "{name}: <{} {attribute}>", element.name());
            }
        }
    }
}

#[test]
fn the_window_says_who_publishes_and_nothing_of_the_topics() {
    let titles = pages("").into_iter();
    let titles: Vec<_> = titles.map(|(_, page)| page.first("title").text()).collect();
    let plain = "The <Publisher>";
    assert_eq!(titles, [plain, plain, "Privacy - The <Publisher>"]);
}

#[test]
fn each_module_is_told_of_in_its_own_language() {
    let list = list("");
    assert_eq!(list.first("html").attribute("lang"), "en-GB");
    let cards = list.with_class("li", "library__module");
    assert_eq!(cards.len(), 2);
    for (card, module) in cards.iter().zip(modules()) {
        let [title, summary, audience, facts] = &card.children()[..4] else {
            panic!("a card has {} parts", card.children().len());
        };
        let link = title.first("a");
        assert_eq!(
            link.attribute("href"),
            format!("./{}/index.html", module.id)
        );
        assert_eq!(link.text(), module.title);
        assert_eq!(summary.text(), module.summary);
        assert_eq!(Some(audience.text()), module.audience);
        for part in [title, summary, audience] {
            assert_eq!(part.attribute("lang"), module.language);
        }
        // The player's own words are English.
        assert!(!facts.has("lang") && facts.text().starts_with("About "));
    }
}

#[test]
fn what_counts_stands_in_the_page() {
    let module = module();
    let place = &list("").with_class("p", "library__place")[1];
    assert_eq!(place.attribute("data-key"), "academy:in-control");
    let counts = |group: &&citizens_academy_player::domain::module::Group| {
        module.completion.groups.contains(&group.id)
    };
    let groups = module.groups.iter().filter(counts);
    let parts = groups.flat_map(|group| &group.sections);
    let parts: Vec<_> = parts.map(|part| part.id.as_str()).collect();
    assert_eq!(place.attribute("data-parts"), parts.join(" "));
    assert!(!parts.contains(&"parents"), "it does not count");
    assert_eq!(place.children()[1].text(), "");
}

#[test]
fn leaving_forgets_every_module_where_the_publisher_wants_it() {
    for (name, page) in pages("") {
        let link = &page.with_class("a", "exit")[0];
        let keys = "academy:bees academy:in-control";
        assert_eq!(link.attribute("data-forget"), keys, "{name}");
        let links = page.first("body").all("a");
        assert_eq!(links[0].attribute("href"), "#page-main", "{name}");
        assert_eq!(links[1].attribute("class"), "skip exit-twin", "{name}");
    }
    for (name, page) in pages(r#", "exit": {"forget": false}"#) {
        assert!(
            !page.with_class("a", "exit")[0].has("data-forget"),
            "{name}"
        );
        assert!(
            !page.with_class("p", "exit-words")[0]
                .text()
                .contains("forgets"),
            "{name}"
        );
    }
}

#[test]
fn without_a_place_there_is_none_for_it() {
    let off = r#", "progress": "off", "offline": "off""#;
    let page = list(off);
    assert_eq!(page.with_class("p", "library__place").len(), 0);
    // How it is to be read, and the way out, twice.
    let [_, _, _, script] = &page.all("script")[..] else {
        panic!("the list has other scripts");
    };
    let files = files(off);
    let script = script.attribute("src");
    let script = files.text(script.trim_start_matches("./")).unwrap();
    for word in ["localStorage", "serviceWorker"] {
        assert!(!script.contains(word), "{script}");
    }
}

#[test]
fn the_worker_keeps_the_list_and_no_module() {
    let (modules, help, config) = (modules(), help(), config(""));
    let list = Library::new(&modules, &help, &config);
    let (files, _) = list.files(Path::new("."), &Files::default()).unwrap();
    let worker = files.text("worker.js").unwrap();
    let not_by_name = ["index.html", "worker.js", "embed.js"];
    for (name, _) in files.iter().filter(|(name, _)| !not_by_name.contains(name)) {
        assert!(worker.contains(&format!("[\"{name}\",[")), "{name}");
    }
    for other in ["embed.js", "bees/", "in-control/"] {
        assert!(!worker.contains(other), "{other}");
    }
    assert!(files.text("embed.js").is_ok());
    let page = Dom::parse(files.text("index.html").unwrap());
    assert_eq!(page.with_class("div", "offline").len(), 1);
}

/// What the notice says hangs on what the pages do, of all settings that change either.
#[test]
fn the_notice_says_what_the_pages_do() {
    for progress in ["on", "ask", "off"] {
        for (forget, offline) in [(true, "on"), (false, "on"), (true, "off")] {
            let settings = format!(
                r#", "progress": "{progress}", "offline": "{offline}", "exit": {{"forget": {forget}}}"#
            );
            let pages = pages(&settings);
            let (list, notice) = (&pages[0].1, pages[2].1.first("main").text());
            let has = |tag, class| !list.with_class(tag, class).is_empty();
            let forgets = list.with_class("a", "exit")[0].has("data-forget");
            let keeps = progress != "off";
            assert_eq!(
                notice.contains("is deleted at once, for all"),
                forgets && keeps
            );
            assert_eq!(
                notice.contains("What this device keeps of your place"),
                keeps
            );
            assert_eq!(
                notice.contains("when there is no internet"),
                has("div", "offline")
            );
            let looks = has("p", "library__place");
            assert_eq!(notice.contains("This page looks there"), looks, "{notice}");
            assert_eq!(notice.contains("does not know what you have read"), !looks);
            // Of the menu, on each page that has one, whatever is kept of a choice in a module.
            let lasts = "lasts until you leave this page.";
            assert!(notice.contains(lasts), "{notice}");
            for (name, page) in &pages {
                let said = page.with_class("p", "reading__kept")[0].text();
                assert_eq!(said, format!("It {lasts}"), "{name}");
            }
        }
    }
}

#[test]
fn the_notice_of_a_module_in_a_list_tells_it_from_the_others() {
    let notice = |config: &Config| {
        let privacy = Privacy::read(Path::new("."), &module(), config).unwrap();
        Dom::parse(&privacy.render(&module(), &help(), config, TOKENS))
            .first("main")
            .text()
    };
    let config = config("");
    let [alone, listed] = [notice(&config), notice(&config.of_listed("in-control"))];
    for (words, by_itself) in [
        (
            "What this device keeps of your place is deleted at once",
            true,
        ),
        (
            "What this device keeps of your place in this module is deleted at once",
            false,
        ),
        (
            "It says nothing about you, and not what you have read",
            true,
        ),
        ("can see which modules you opened", false),
    ] {
        assert_eq!(alone.contains(words), by_itself, "{words}");
        assert_eq!(listed.contains(words), !by_itself, "{words}");
    }
}

#[test]
fn a_reader_of_ten_can_follow_the_notices() {
    for entry in std::fs::read_dir("public/privacy").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("list") {
            let bytes = std::fs::read(&path).unwrap();
            let (piece, problems) = content::notice::piece("public/privacy", &name, &bytes, true);
            assert_eq!(problems, [], "{name}");
            let age = piece.age.unwrap();
            assert!(age <= AGE, "{name} reads at age {age}");
        }
    }
}

/// The list reads what is kept with a reader of its own, which is no part of the client: a test in
/// browsers gives it the same texts.
#[test]
fn the_client_and_the_list_refuse_the_same() {
    for text in include_str!("../kept/refused.txt").lines() {
        assert!(Progress::decode(text).is_err(), "{text:?}");
    }
    for text in include_str!("../kept/understood.txt").lines() {
        let progress = Progress::decode(text);
        let progress = progress.unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(progress.encode().contains("\"threats\""), "{text}");
    }
}

#[test]
fn a_module_leads_back_only_where_there_is_a_list() {
    let config = Config::read(r#"{"publisher": "P"}"#).unwrap();
    let links = |config: &Config| {
        let page = Dom::parse(&document_of(&module(), config));
        page.with_class("a", "listed")
    };
    assert_eq!(links(&config).len(), 0);
    let listed = links(&config.of_listed("in-control"));
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].attribute("href"), "./../index.html");
}
