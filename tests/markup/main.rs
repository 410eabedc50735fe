//! What stands in the prerendered page, before any script has run.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used)]

mod dom;
mod exercise;
mod exit;
mod head;
mod help;
mod journey;
mod library;
mod offline;
mod policies;
mod privacy;
mod published;
mod share;
mod signup;
mod single;

use std::collections::BTreeSet;
use std::path::Path;

use citizens_academy_player::app;
use citizens_academy_player::components::carry;
use citizens_academy_player::components::group;
use citizens_academy_player::components::question;
use citizens_academy_player::components::section;
use citizens_academy_player::content;
use citizens_academy_player::content::reserved::is_reserved;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::domain::help::Help;
use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::module::Module;
use citizens_academy_player::domain::module::Section;
use citizens_academy_player::domain::outline::Outline;
use citizens_academy_player::domain::prose::Block;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::assets::Assets;
use citizens_academy_player::site::build::document;
use citizens_academy_player::site::csp;
use citizens_academy_player::site::markup;
use dom::Dom;

/// Far enough ahead that the published module's review date is never "in the future" here.
fn today() -> Date {
    Date::new(2100, 1, 1).unwrap()
}

fn module() -> Module {
    content::load(Path::new("public/modules/in-control"), today())
        .module
        .unwrap()
}

fn page_of(module: &Module) -> String {
    let config = Config::read(r#"{"publisher": "The <Publisher>"}"#).unwrap();
    document_of(module, &config)
}

/// The page of `module` with these settings.
fn document_of(module: &Module, config: &Config) -> String {
    let assets = Assets {
        script: "client-1.js".to_owned(),
        wasm: "client-1_bg.wasm".to_owned(),
        ..Assets::default()
    };
    let assets = assets.sealed("", "");
    document(module, &help(), config, &assets, Path::new(".")).unwrap()
}

/// The published lists of help.
fn help() -> Help {
    let help = content::help::load(Path::new("public"), today()).help;
    help.unwrap()
}

fn page() -> Dom {
    Dom::parse(&page_of(&module()))
}

#[test]
fn a_browser_has_nothing_to_mend() {
    assert_eq!(page().complaints(), Vec::<String>::new());
}

#[test]
fn the_window_says_nothing_of_the_topic() {
    let module = module();
    let names = [module.document_title.as_str(), module.id.as_str()];
    for name in names {
        for word in [
            "sext",
            "nude",
            "naked",
            "police",
            "crime",
            "abuse",
            "blackmail",
        ] {
            assert!(
                !name.to_lowercase().contains(word),
                "{name:?} says {word:?}"
            );
        }
    }
    assert_eq!(page().first("title").text(), module.document_title);
}

#[test]
fn the_language_is_the_modules() {
    assert_eq!(page().first("html").attribute("lang"), "en-GB");
}

#[test]
fn every_section_is_a_closed_disclosure_with_a_heading() {
    let page = page();
    let sections = page.with_class("details", "section");
    let module = module();
    assert_eq!(sections.len(), module.sections().count());
    for (element, section) in sections.iter().zip(module.sections()) {
        let text = element.children().into_iter().nth(1).unwrap();
        assert_eq!(text.attribute("id"), section.id.as_str());
        assert!(!element.has("open"), "{} is open at first", section.id);
        let summary = element.children().into_iter().next().unwrap();
        assert_eq!(summary.name(), "summary");
        assert_eq!(summary.first("h3").text(), section.title);
        assert!(summary.text().contains(&section.teaser));
        assert_eq!(
            element.all("[data-end]").len(),
            1,
            "{} has no end",
            section.id
        );
    }
}

#[test]
fn headings_skip_no_level() {
    let mut last = 0;
    for heading in page().headings() {
        let level: u32 = heading.name()[1..].parse().unwrap();
        assert!(
            level <= last + 1,
            "h{last} is followed by {:?}",
            heading.text()
        );
        last = level;
    }
    assert_eq!(page().all("h1").len(), 1);
}

/// The fragments of the headings in a section.
fn heading_ids(section: &Section) -> impl Iterator<Item = &Id> {
    section.prose.iter().filter_map(|block| match block {
        Block::Heading { id, .. } => id.as_ref(),
        _ => None,
    })
}

#[test]
fn the_pages_own_ids_are_kept_from_authors() {
    let module = module();
    let groups = module.groups.iter().map(|group| &group.id);
    let authored: BTreeSet<_> = module
        .sections()
        .map(|section| &section.id)
        .chain(groups)
        .chain(module.questions().map(|question| &question.id))
        .chain(module.sections().flat_map(heading_ids))
        .map(|id| id.as_str().to_owned())
        .collect();
    for element in page().all("[id]") {
        let id = element.attribute("id");
        assert!(
            authored.contains(&id) || is_reserved(&id),
            "an author could choose {id:?} too"
        );
    }
}

#[test]
fn ids_are_unique_and_every_fragment_leads_somewhere() {
    let page = page();
    let mut ids = BTreeSet::new();
    for element in page.all("[id]") {
        let id = element.attribute("id");
        assert!(ids.insert(id.clone()), "the id {id:?} is there twice");
    }
    for link in page.all("a") {
        if let Some(id) = link.attribute("href").strip_prefix('#') {
            assert!(ids.contains(id), "#{id} leads nowhere");
        }
    }
}

#[test]
fn no_request_leaves_the_origin() {
    let page = page();
    for attribute in ["srcset", "poster", "data", "action", "formaction"] {
        let asking = page.all(&format!("[{attribute}]"));
        let names: Vec<_> = asking.iter().map(Dom::name).collect();
        assert!(
            names.is_empty(),
            "{names:?} ask for something by {attribute}"
        );
    }
    let links: Vec<_> = page
        .all("link")
        .iter()
        .map(|link| link.attribute("href"))
        .collect();
    assert_eq!(
        links,
        ["./icon.svg", "./icon-touch.png", "./manifest.webmanifest"]
    );
    for link in page
        .all("a")
        .iter()
        .filter(|link| link.attribute("href").starts_with("https:"))
    {
        assert_eq!(
            link.attribute("rel"),
            "noreferrer",
            "{}",
            link.attribute("href")
        );
    }
}

#[test]
fn the_policy_allows_exactly_what_the_page_holds() {
    let page = page();
    let policy = page.meta("Content-Security-Policy");
    assert_eq!(
        policy,
        csp::policy(
            &page.first("style").text(),
            &page.first("script").text(),
            csp::Destinations::default()
        )
    );
    for script in &page.all("script")[1..] {
        match script.attribute("type").as_str() {
            "application/json" => assert!(!script.has("src")),
            // The way out, which waits for nothing.
            "" => {
                assert!(script.attribute("src").starts_with("./exit-"));
                assert!(script.has("async") || script.has("defer"));
                assert!(script.text().is_empty());
            }
            "module" => {
                let src = script.attribute("src");
                assert!(
                    src.starts_with("./start-") || src == "./client-1.js",
                    "{src}"
                );
                assert!(script.attribute("integrity").starts_with("sha256-"));
                assert_eq!(script.text(), "", "the policy refuses inline scripts");
            }
            other => panic!("a script of type {other:?}"),
        }
    }
    let head = page.first("head").children();
    let place = |found: &dyn Fn(&Dom) -> bool| head.iter().position(found).unwrap();
    let policy_at = place(&|element| element.has("http-equiv"));
    assert!(
        policy_at < place(&|element| element.name() == "style"),
        "the policy comes too late"
    );
    assert!(
        policy_at < place(&|element| element.name() == "link"),
        "the policy comes too late"
    );
}

#[test]
fn the_client_finds_its_data_and_the_shape_of_its_tree() {
    let page = page();
    let data = page.by_id("page-data").text();
    let outline = Outline::from_json(&data.parse().unwrap()).unwrap();
    assert_eq!(outline, Outline::new(&module(), outline.progress));
    assert!(
        !data.contains("nude"),
        "the client's data holds text of the module"
    );
    let app = page_of(&module());
    let (_, app) = app.split_once("<div id=\"page-app\"").unwrap();
    let (_, app) = app.split_once('>').unwrap();
    let (app, _) = app.split_once("</div><script type=\"application").unwrap();
    assert_eq!(
        page.by_id("page-app").attribute("data-shape"),
        markup::shape(app).unwrap()
    );
}

#[test]
fn nothing_in_the_data_can_end_its_script() {
    let mut module = module();
    module.title = "</script><script>alert(1)</script>".to_owned();
    let page = Dom::parse(&page_of(&module));
    assert_eq!(page.all("script").len(), 6);
    assert_eq!(page.first("h1").text(), module.title);
    assert_eq!(
        page.with_class("p", "header__publisher")[0].text(),
        "The <Publisher>"
    );
}

#[test]
fn the_bar_is_labelled_and_counts_what_finishes_the_module() {
    let page = page();
    let bar = page.first("progress");
    let label = &page.with_class("label", "progress__count")[0];
    assert_eq!(label.attribute("for"), bar.attribute("id"));
    let module = module();
    let counted = module
        .groups
        .iter()
        .filter(|group| module.completion.groups.contains(&group.id));
    let counted: Vec<_> = counted.collect();
    let sections: usize = counted.iter().map(|group| group.sections.len()).sum();
    let of_sections = counted.iter().flat_map(|group| &group.sections);
    let questions = of_sections
        .map(|section| section.questions.len())
        .sum::<usize>()
        + counted
            .iter()
            .map(|group| group.questions.len())
            .sum::<usize>();
    assert_eq!(bar.attribute("max"), (sections + questions).to_string());
    assert_eq!(
        label.text(),
        format!("0 of {sections} read, 0 of {questions} answered")
    );
}

#[test]
fn sources_stand_under_the_claims_that_rest_on_them() {
    let page = page();
    for section in module()
        .sections()
        .filter(|section| !section.sources.is_empty())
    {
        let sources = page
            .by_id(section.id.as_str())
            .with_class("details", "sources");
        assert_eq!(sources.len(), 1, "{}", section.id);
        assert_eq!(sources[0].first("summary").text(), "Where this comes from");
        assert_eq!(sources[0].all("li").len(), section.sources.len());
    }
}

#[test]
fn every_slot_is_there_once_and_filled() {
    let (page, module) = (page(), module());
    let mut wanted = [app::HEAD, carry::SLOT, app::FINISH, app::FOOT, app::SIGNUP]
        .map(str::to_owned)
        .to_vec();
    let questions = module.questions();
    wanted.extend(questions.map(|one| question::slot(one.id.as_str())));
    for group in &module.groups {
        wanted.push(group::heading_slot(&group.id));
        if !group.questions.is_empty() {
            wanted.push(group::summary_slot(&group.id));
        }
        let sections = group.sections.iter();
        wanted.extend(sections.flat_map(|one| section::slots(&one.id)));
    }
    let slots = page.all("[data-slot]");
    let mut found: Vec<_> = slots
        .iter()
        .map(|slot| slot.attribute("data-slot"))
        .collect();
    wanted.sort();
    found.sort();
    assert_eq!(found, wanted);
    for slot in &slots {
        let name = slot.attribute("data-slot");
        // The published settings have no sign-up.
        if name == app::SIGNUP {
            assert!(slot.has("hidden") && slot.text().is_empty(), "{name}");
            continue;
        }
        assert!(!slot.text().trim().is_empty(), "{name} is empty");
    }
    for section in module.sections() {
        let text = page.by_id(section.id.as_str()).children();
        let blocks = text.iter().take_while(|child| !child.has("data-end"));
        // Each heading has a link beside it.
        let links = heading_ids(section).count();
        let wanted = section.prose.len() + links + usize::from(section.journey.is_some());
        assert_eq!(blocks.count(), wanted, "{}", section.id);
    }
}
