//! The way out of every page.

use citizens_academy_player::domain::outline::Outline;
use citizens_academy_player::domain::progress::ProgressMode;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::exit;

use super::document_of;
use super::dom::Dom;
use super::help::others;
use super::module;
use super::page;

/// Every page, by the name of its file.
fn pages() -> Vec<(&'static str, Dom)> {
    let mut pages = others();
    pages.push(("index.html", page()));
    pages
}

/// The page with these settings under `exit`.
fn with(exit: &str) -> Dom {
    let text = format!(r#"{{"publisher": "P", "exit": {exit}}}"#);
    Dom::parse(&document_of(&module(), &Config::read(&text).unwrap()))
}

#[test]
fn every_page_has_two_ways_out_that_are_plain_links() {
    for (name, page) in pages() {
        let bar = &page.with_class("aside", "bar")[0];
        let parts = bar.children();
        let first = &parts[0];
        assert_eq!(first.attribute("class"), "skip exit-twin", "{name}");
        let seen = &bar.with_class("a", "exit")[0];
        for link in [first, seen] {
            assert_eq!(
                link.attribute("href"),
                "https://www.bbc.co.uk/weather",
                "{name}"
            );
            assert_eq!(link.attribute("rel"), "noreferrer", "{name}");
            assert_eq!(link.text().trim(), "Leave quickly", "{name}");
            assert!(!link.has("target") && !link.has("tabindex"), "{name}");
        }
        // The stops before it: the way to the text, and nothing else.
        let links = page.first("body").all("a");
        assert_eq!(links[0].attribute("href"), "#page-main", "{name}");
        assert_eq!(links[1].attribute("class"), "skip exit-twin", "{name}");
    }
}

#[test]
fn the_script_comes_before_all_that_takes_time() {
    for (name, page) in pages() {
        let head = page.first("head").children();
        let place = |tag: &str| head.iter().position(|part| part.name() == tag).unwrap();
        assert!(place("script") < place("style"), "{name}");
        // After the one that stands in the page, and asks for nothing.
        let script = &page.all("script")[1];
        assert_eq!(script.attribute("src"), format!("./{}", exit::script().0));
        assert!(
            script.has("async"),
            "{name}: nothing is painted while it is waited for"
        );
        let again = &page.all("script")[2];
        assert_eq!(again.attribute("src"), script.attribute("src"));
        assert!(again.has("defer"), "{name}: it may wait for a client");
    }
}

#[test]
fn the_count_is_told_where_the_way_out_is() {
    for (name, page) in pages() {
        let count = &page.with_class("p", "exit__count")[0];
        assert_eq!(count.attribute("role"), "status", "{name}");
        assert!(count.text().is_empty(), "{name}");
        for words in ["data-twice", "data-once", "data-over"] {
            assert!(!count.attribute(words).is_empty(), "{name}: {words}");
        }
    }
}

#[test]
fn the_publisher_says_where_to_and_whether_to_forget() {
    let link = |page: &Dom| {
        let link = &page.with_class("a", "exit")[0];
        [link.attribute("href"), link.attribute("data-forget")]
    };
    let words = |page: &Dom| page.with_class("p", "exit-words")[0].text();
    let key = Outline::new(&module(), ProgressMode::On).storage_key();
    let away = "https://school.example/home";
    let page = with(r#"{"url": "https://school.example/home"}"#);
    assert_eq!(link(&page), [away.to_owned(), key]);
    assert!(words(&page).contains("This device then forgets"));
    let page = with(r#"{"url": "https://school.example/home", "forget": false}"#);
    assert_eq!(link(&page), [away.to_owned(), String::new()]);
    assert!(!words(&page).contains("forgets"));
}

#[test]
fn every_page_says_what_leaving_cannot_do() {
    for (name, page) in pages() {
        let words = page.with_class("p", "exit-words")[0].text();
        for part in [
            "can't clear your browser's history",
            "files that it stores",
            "may still know",
            "program that watches this device",
            "empty page without internet",
        ] {
            assert!(words.contains(part), "{name}: {words}");
        }
    }
}

#[test]
fn the_blank_page_is_blank() {
    let page = Dom::parse(&exit::blank("en-GB"));
    assert_eq!(page.complaints(), Vec::<String>::new());
    assert_eq!(page.first("title").text(), "Blank page");
    assert!(page.first("body").text().is_empty());
    assert!(page.all("link").is_empty() && page.all("script").is_empty());
}
