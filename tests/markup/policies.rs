//! What every page forbids, and what no page holds.

use citizens_academy_player::site::csp;

use super::help::pages;

#[test]
fn every_page_has_the_strict_policy_before_all_that_it_concerns() {
    for (name, page) in pages() {
        let style = page.first("style").text();
        let script = page.first("script").text();
        let policy = csp::policy(&style, &script, csp::Destinations::default());
        assert_eq!(page.meta("Content-Security-Policy"), policy, "{name}");
        let head = page.first("head").children();
        let concerned = head
            .iter()
            .position(|it| ["link", "style", "script"].contains(&&*it.name()));
        let policy = head.iter().position(|it| it.has("http-equiv"));
        assert!(policy < concerned, "{name}: the policy comes too late");
    }
}

#[test]
fn no_page_tells_others_where_a_reader_comes_from() {
    for (name, page) in pages() {
        let metas = page.all("meta");
        let referrer = metas
            .iter()
            .find(|meta| meta.attribute("name") == "referrer");
        assert_eq!(
            referrer.unwrap().attribute("content"),
            "no-referrer",
            "{name}"
        );
    }
}

#[test]
fn no_page_has_an_inline_handler_or_an_inline_style() {
    for (name, page) in pages() {
        for element in page.all("*") {
            for attribute in element.attribute_names() {
                let inline = attribute.starts_with("on") || attribute == "style";
                assert!(!inline, "{name}: <{} {attribute}>", element.name());
            }
        }
    }
}

#[test]
fn every_script_that_runs_has_a_hash_and_no_words_of_its_own() {
    for (name, page) in pages() {
        let scripts = page.all("script");
        // The first is known to the policy by its words.
        assert!(scripts[0].text().contains("dataset.reading"), "{name}");
        for script in &scripts[1..] {
            if script.attribute("type") == "application/json" {
                continue;
            }
            assert_eq!(script.text(), "", "{name}: an inline script");
            if script.attribute("src").starts_with("./exit-") {
                // `site::exit::load` says why it has none.
                continue;
            }
            let hash = script.attribute("integrity");
            assert!(hash.starts_with("sha256-"), "{name}: {hash:?}");
        }
    }
}
