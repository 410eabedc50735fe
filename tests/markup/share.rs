//! How the page is shared and embedded, as it stands in the prerendered page; and that what is written
//! about it elsewhere is the same.

use std::fs;

use citizens_academy_player::settings::Config;
use citizens_academy_player::site::integrity;
use citizens_academy_player::site::share;
use serde_json::Value;

use super::document_of;
use super::dom::Dom;
use super::help;
use super::module;

/// The address of a published page.
const ADDRESS: &str = "https://a.example/m/";

fn config(address: &str) -> Config {
    let text = format!(r#"{{"publisher": "The Publisher", "address": "{address}"}}"#);
    Config::read(&text).unwrap()
}

fn page(config: &Config) -> Dom {
    Dom::parse(&share::render(&module(), &help(), config, ""))
}

fn unknown() -> Config {
    Config::read(r#"{"publisher": "P"}"#).unwrap()
}

fn copies(page: &Dom) -> Vec<String> {
    let texts = page.with_class("textarea", "share__copy");
    texts.iter().map(Dom::text).collect()
}

#[test]
fn the_page_holds_the_address_where_the_build_knows_it() {
    let known = page(&config("https://a.example/m"));
    let module = module();
    let expected = [
        ADDRESS.to_owned(),
        share::element(&module, ADDRESS),
        share::frame(&module, ADDRESS),
    ];
    assert_eq!(copies(&known), expected);
    assert!(known.with_class("p", "share__place").is_empty());
    let unknown = page(&unknown());
    assert_eq!(copies(&unknown)[0], share::PLACE);
    assert_eq!(unknown.with_class("p", "share__place").len(), 1);
}

#[test]
fn the_page_has_its_script_by_its_hash() {
    let (name, text) = share::script();
    let page = page(&unknown());
    let source = format!("./{name}");
    let mut scripts = page.all("script").into_iter();
    let script = scripts.find(|script| script.attribute("src") == source);
    let script = script.unwrap();
    assert_eq!(script.attribute("integrity"), integrity::of(text));
}

/// The page of the module carries the link, and nothing more.
#[test]
fn the_module_leads_there() {
    let document = document_of(&module(), &unknown());
    assert_eq!(document.matches("share.html").count(), 1);
    assert!(!document.contains("share-") && !document.contains("share__"));
    assert!(document.contains(&share::link().into_string()));
}

#[test]
fn a_page_that_knows_its_address_names_its_origin_in_its_policy() {
    let document = document_of(&module(), &config(ADDRESS));
    assert!(document.contains("script-src 'self' https://a.example 'sha256-"));
    assert!(document.contains("connect-src 'self' https://a.example;"));
}

#[test]
fn a_page_that_knows_its_address_can_be_found_by_programs() {
    let links = |page: &Dom| {
        let all = page.all("link").into_iter();
        let found = all.filter(|link| link.attribute("type") == "application/json+oembed");
        found.map(|link| link.attribute("href")).collect::<Vec<_>>()
    };
    let module = module();
    let known = Dom::parse(&document_of(&module, &config(ADDRESS)));
    assert_eq!(links(&known), ["https://a.example/m/oembed.json"]);
    assert!(links(&Dom::parse(&document_of(&module, &unknown()))).is_empty());
}

/// The oEmbed specification, section 2.3.4.4, says what a document of type "rich" holds.
#[test]
fn the_document_for_programs_is_one() {
    let document = share::oembed(&module(), &config(ADDRESS), ADDRESS);
    let document: Value = document.parse().unwrap();
    assert_eq!(document["version"], "1.0");
    assert_eq!(document["type"], "rich");
    assert_eq!(document["provider_name"], "The Publisher");
    assert!(document["width"].is_u64() && document["height"].is_u64());
    let html = document["html"].as_str().unwrap();
    let frame = Dom::parse(html);
    let frame = frame.first("iframe");
    assert_eq!(frame.attribute("src"), "https://a.example/m/?embed=h5p");
    assert_eq!(frame.attribute("title"), module().document_title);
    assert!(!html.contains("<script"), "a program would take it out");
}

/// A title can hold what ends an attribute.
#[test]
fn what_is_copied_is_whole_whatever_the_title() {
    let mut module = module();
    module.document_title = "A \"title\" <b> & more".to_owned();
    let frame = Dom::parse(&share::frame(&module, ADDRESS));
    assert_eq!(
        frame.first("iframe").attribute("title"),
        module.document_title
    );
    let element = Dom::parse(&share::element(&module, ADDRESS));
    assert_eq!(element.first("a").text(), module.document_title);
    let tag = element.first("citizens-academy-module");
    assert_eq!(tag.attribute("title"), module.document_title);
}

#[test]
fn the_documents_show_what_the_page_writes() {
    let (readme, guide) = (
        fs::read_to_string("README.md").unwrap(),
        fs::read_to_string("docs/embed.md").unwrap(),
    );
    let address = "https://example.org/module/";
    let element = share::element(&module(), address);
    // Without the link for browsers that run no script, which the guide explains apart.
    let (before, rest) = element.split_once("<a ").unwrap();
    let after = rest.split_once("</a>").unwrap().1;
    let element = format!("{before}{after}");
    assert!(readme.contains(&element), "README.md lacks {element}");
    assert!(guide.contains(&element), "docs/embed.md lacks {element}");
    let frame = share::frame(&module(), address);
    assert!(readme.contains(&frame), "README.md lacks {frame}");
    assert!(guide.contains(&frame), "docs/embed.md lacks {frame}");
    for part in share::SANDBOX.split(' ') {
        let row = format!("| `{part}` |");
        assert!(
            guide.contains(&row),
            "docs/embed.md does not explain {part}"
        );
    }
}

/// Budget of the script for other people's pages, before it is compressed; the bench measures after.
#[test]
fn the_script_for_others_is_small_and_names_nobody() {
    let script = share::element_script();
    assert!(script.len() < 5_000, "{} bytes", script.len());
    assert!(
        !script.contains("http://") && !script.contains("https://"),
        "{script}"
    );
    for word in [
        "eval(",
        "innerHTML",
        "document.write",
        "localStorage",
        "cookie",
    ] {
        assert!(!script.contains(word), "{word}");
    }
}
