//! What has a browser keep the module, and what it is installed with.

use citizens_academy_player::settings::Config;
use citizens_academy_player::site::finished;
use citizens_academy_player::site::offline;
use serde_json::Value;

use super::document_of;
use super::dom::Dom;
use super::help;
use super::module;
use super::page;

const TOKENS: &str = include_str!("../../style/tokens.css");
const ICON: &str = include_str!("../../public/icon.svg");

/// The element of the page whose attribute has this value.
fn having(element: &str, attribute: &str, value: &str) -> Dom {
    let mut elements = page().all(element).into_iter();
    let found = elements.find(|element| element.attribute(attribute) == value);
    found.unwrap()
}

#[test]
fn nothing_is_said_before_it_is_true() {
    let page = page();
    let place = page.with_class("div", "offline");
    let [place] = &place[..] else {
        panic!("there are {} places", place.len())
    };
    let region = &place.children()[0];
    assert_eq!(region.attribute("role"), "status");
    assert_eq!(region.text(), "");
    for button in place.all("button") {
        assert!(button.has("hidden"), "{:?} is offered", button.text());
    }
}

#[test]
fn a_page_that_is_not_kept_has_no_place_for_it() {
    let off = Config::read(r#"{"publisher": "P", "offline": "off"}"#).unwrap();
    let on = Config::read(r#"{"publisher": "P"}"#).unwrap();
    for html in [
        document_of(&module(), &off),
        finished::render(&module(), &help(), &on, TOKENS),
    ] {
        let places = Dom::parse(&html).with_class("div", "offline");
        assert_eq!(places.len(), 0);
    }
}

#[test]
fn it_is_installed_under_a_name_that_says_nothing_of_the_topic() {
    let module = module();
    let manifest = offline::manifest([&module.document_title, "P"], &module.language, TOKENS);
    let files = offline::pictures(TOKENS, ICON).unwrap();
    let bytes = |name: &str| {
        let mut files = files.iter();
        files.find(|(known, _)| *known == name).unwrap().1.clone()
    };
    let manifest: Value = serde_json::from_str(&manifest.unwrap()).unwrap();
    assert_eq!(manifest["name"], module.document_title);
    assert_eq!(manifest["short_name"], "P");
    assert_eq!(manifest["display"], "standalone");
    assert_eq!(manifest["start_url"], "./");
    let icons = manifest["icons"].as_array().unwrap();
    let of = |key: &str| -> Vec<_> { icons.iter().map(|icon| icon[key].clone()).collect() };
    assert_eq!(of("sizes"), ["192x192", "512x512", "512x512"]);
    assert_eq!(of("purpose"), ["any", "any", "maskable"]);
    for icon in of("src") {
        let name = icon.as_str().unwrap().strip_prefix("./").unwrap();
        assert!(bytes(name).starts_with(b"\x89PNG"), "{name}");
    }
    let touch = having("link", "rel", "apple-touch-icon").attribute("href");
    assert!(bytes(touch.strip_prefix("./").unwrap()).starts_with(b"\x89PNG"));
}

#[test]
fn the_window_goes_with_the_page() {
    let manifest = offline::manifest(["The module", "P"], "en-GB", TOKENS).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    for (name, token) in [("background_color", "ground"), ("theme_color", "surface")] {
        let colour = manifest[name].as_str().unwrap();
        assert!(
            TOKENS.contains(&format!("--{token}: {colour};")),
            "{colour}"
        );
    }
    let dark = having("meta", "name", "theme-color").attribute("content");
    assert!(TOKENS.contains(&format!("--surface: {dark};")), "{dark}");
}
