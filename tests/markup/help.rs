//! The help in every page.

use std::collections::BTreeSet;
use std::path::Path;

use citizens_academy_player::domain::prose::Target;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::finished;
use citizens_academy_player::site::help_card;
use citizens_academy_player::site::privacy;
use citizens_academy_player::site::privacy::Privacy;
use citizens_academy_player::site::share;

use super::dom::Dom;
use super::help;
use super::module;
use super::page;

/// The pages besides the module's own, by the names of their files.
pub(crate) fn others() -> Vec<(&'static str, Dom)> {
    let config = Config::read(r#"{"publisher": "The <Publisher>"}"#).unwrap();
    let (module, help) = (module(), help());
    let finished = finished::render(&module, &help, &config, "");
    let card = help_card::render(&module, &help, &config, "");
    let privacy = Privacy::read(Path::new("."), &module, &config).unwrap();
    let privacy = privacy.render(&module, &help, &config, "");
    vec![
        (finished::FILE, Dom::parse(&finished)),
        (help_card::FILE, Dom::parse(&card)),
        (privacy::FILE, Dom::parse(&privacy)),
        (
            share::FILE,
            Dom::parse(&share::render(&module, &help, &config, "")),
        ),
    ]
}

/// Every page, by the name of its file.
pub(crate) fn pages() -> Vec<(&'static str, Dom)> {
    let mut pages = others();
    pages.insert(0, ("index.html", page()));
    pages
}

#[test]
fn no_page_needs_mending() {
    for (name, page) in pages() {
        assert_eq!(page.complaints(), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_help_is_the_first_thing_of_every_page_but_for_the_way_past_it() {
    for (name, page) in pages() {
        let parts = page.first("body").children();
        assert_eq!(parts[0].attribute("class"), "skip", "{name}");
        assert_eq!(parts[1].attribute("class"), "bar", "{name}");
        let open = &parts[1].with_class("*", "help__open")[0];
        assert_eq!(open.text(), "Get help now", "{name}");
    }
}

#[test]
fn every_page_holds_the_whole_list() {
    for (name, page) in pages() {
        let list = page.by_id("page-help");
        let links: BTreeSet<_> = list.all("a").iter().map(|a| a.attribute("href")).collect();
        for service in help().services() {
            assert!(
                list.text().contains(&service.name),
                "{name}: {}",
                service.name
            );
            assert!(
                list.text().contains(&service.what),
                "{name}: {}",
                service.name
            );
            for contact in &service.contacts {
                let href = contact.target.href();
                assert!(
                    links.contains(&href),
                    "{name}: {} has no {href}",
                    service.name
                );
            }
        }
    }
}

/// A link without any script opens the disclosure that holds what it leads to.
#[test]
fn the_help_opens_without_a_script() {
    for (name, page) in pages() {
        let list = page.by_id("page-help");
        let folded = page.with_class("details", "help");
        if name == help_card::FILE {
            assert!(folded.is_empty() && !list.all("li").is_empty());
            let link = &page.with_class("a", "help__open")[0];
            assert_eq!(link.attribute("href"), "#page-help");
        } else {
            let parts = folded[0].children();
            assert_eq!(parts[0].name(), "summary", "{name}");
            assert_eq!(parts[1].attribute("id"), "page-help", "{name}");
            assert!(!folded[0].has("open"), "{name}");
        }
    }
}

#[test]
fn what_to_do_now_comes_right_after_the_services() {
    let first = module().groups.remove(0);
    let after = |page: &Dom| page.with_class("p", "help__more")[0].first("a");
    let link = after(&page());
    assert_eq!(link.text(), first.title);
    assert_eq!(link.attribute("href"), format!("#{}", first.id));
    let elsewhere = after(&others().remove(0).1);
    assert_eq!(
        elsewhere.attribute("href"),
        format!("./index.html#{}", first.id)
    );
    let card = &others().remove(1).1.with_class("p", "head__now")[2];
    assert_eq!(card.text(), first.title);
    assert_eq!(
        card.first("a").attribute("href"),
        format!("./index.html#{}", first.id)
    );
}

#[test]
fn free_is_said_where_it_is_known_and_nowhere_else() {
    let page = page();
    let free: Vec<_> = page
        .with_class("p", "help__ways")
        .iter()
        .filter(|ways| !ways.with_class("span", "help__free").is_empty())
        .map(|ways| ways.first("a").attribute("href"))
        .collect();
    assert_eq!(free, ["tel:08001111", "sms:85258"]);
}

/// It lies on a desk, or in a drawer that others open.
#[test]
fn the_card_does_not_name_the_topic() {
    let (name, card) = others().remove(1);
    assert_eq!(name, "help.html");
    let title = card.first("title").text();
    assert_eq!(title, module().document_title);
    let words = card.first("main").text().to_lowercase() + &title.to_lowercase();
    for topic in [
        "sext",
        "nude",
        "naked",
        "porn",
        "blackmail",
        "abuse",
        "intimate",
    ] {
        assert!(!words.contains(topic), "the card says {topic:?}");
    }
}

#[test]
fn a_site_without_local_services_names_none() {
    let mut help = help();
    assert_eq!(help.lists.len(), 2, "the published site has a local list");
    help.lists.truncate(1);
    let config = Config::read(r#"{"publisher": "P"}"#).unwrap();
    let card = help_card::render(&module(), &help, &config, "");
    assert!(!card.contains("Hertfordshire"));
    assert!(Path::new("public/help-local.toml").exists());
}

#[test]
fn links_to_other_sites_tell_them_nothing() {
    for service in help().services() {
        for contact in &service.contacts {
            assert!(!matches!(contact.target, Target::Here(_)));
        }
    }
    for (name, page) in pages() {
        for link in page.by_id("page-help").all("a") {
            let leaves = link.attribute("href").starts_with("https:");
            assert_eq!(leaves, link.attribute("rel") == "noreferrer", "{name}");
        }
    }
}
