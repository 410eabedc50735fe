//! The module as one file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::csp;
use citizens_academy_player::site::csp::Destinations;
use citizens_academy_player::site::single;

use super::dom::Dom;
use super::help;
use super::module;

/// The end of what `wasm-bindgen` writes, with all that a page has to do without.
const SCRIPT: &str = "let wasm;
export function initSync(module) { return module; }
async function __wbg_init(module_or_path) {
    module_or_path = new URL('client_bg.wasm', import.meta.url);
}

export { initSync, __wbg_init as default };
";

/// Bytes that are no text.
const WASM: &[u8] = b"\0asm</script>\xff\xfe";

/// Others.
const FRAME_WASM: &[u8] = b"\0asm\xff";

/// Notices that would end what they stand in.
const NOTICES: &str = "Written by Sam <sam@example.org> </script><!-- <b>";

/// Settings without a sign-up.
const PLAIN: &str = r#"{"publisher": "The <Publisher>"}"#;

/// The file with these settings, round a client whose JavaScript is this.
fn made(name: &str, config: &str, script: &str) -> Result<String, Vec<String>> {
    let site = std::env::temp_dir().join(format!("academy-{name}-{}", std::process::id()));
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("client-0123456789abcdef.js"), script).unwrap();
    fs::write(site.join("client-0123456789abcdef_bg.wasm"), WASM).unwrap();
    fs::write(site.join("frame.js"), SCRIPT).unwrap();
    fs::write(site.join("frame_bg.wasm"), FRAME_WASM).unwrap();
    fs::write(site.join("third-party.txt"), NOTICES).unwrap();
    let config = Config::read(config).unwrap();
    let made = single::document(&module(), &help(), &config, &site, Path::new("."));
    fs::remove_dir_all(&site).unwrap();
    made
}

fn page(name: &str, config: &str) -> Dom {
    Dom::parse(&made(name, config, SCRIPT).unwrap())
}

#[test]
fn a_browser_has_nothing_to_mend_in_it() {
    let page = page("single-whole", PLAIN);
    assert_eq!(page.complaints(), Vec::<String>::new());
    let seen = page
        .all("main")
        .into_iter()
        .filter(|one| !one.has("hidden"));
    assert_eq!(seen.count(), 1, "one page is seen at first");
}

/// There is nothing beside it, and the folder that it lies in is somebody's own.
#[test]
fn it_asks_for_nothing_beside_it() {
    let page = page("single-alone", PLAIN);
    assert_eq!(page.all("link").len(), 0);
    let ids: BTreeSet<_> = page
        .all("[id]")
        .iter()
        .map(|one| one.attribute("id"))
        .collect();
    assert_eq!(ids.len(), page.all("[id]").len(), "an id is there twice");
    for element in page.all("*") {
        for name in ["src", "srcset", "poster", "data", "action", "formaction"] {
            assert!(!element.has(name), "<{}> asks by {name}", element.name());
        }
        let href = element.attribute("href");
        if let Some(id) = href.strip_prefix('#') {
            assert!(ids.contains(id), "#{id} leads nowhere");
        } else if element.has("href") {
            // A `data:` address holds what it leads to.
            let whole = ["https:", "tel:", "sms:", "mailto:", "data:"];
            assert!(whole.iter().any(|way| href.starts_with(way)), "{href:?}");
        }
    }
}

#[test]
fn the_sites_other_pages_are_parts_of_it_and_lead_back() {
    let page = page("single-pages", PLAIN);
    let links = page.all("a");
    for (id, words) in [
        ("page-finished", "You have finished this module."),
        ("page-card", "Who can help"),
        ("page-privacy", "This page is a file."),
    ] {
        let to = format!("#{id}");
        assert!(links.iter().any(|link| link.attribute("href") == to));
        let part = page.by_id(id);
        assert!(part.has("hidden"));
        assert!(part.text().contains(words));
        let now = part.with_class("p", "head__now");
        let says_save = |words: &Dom| words.text().contains("save");
        assert!(!now.iter().any(says_save), "it would be the whole file");
        let back = now.last().unwrap().first("a");
        assert_eq!(back.attribute("href"), "#page-main");
    }
}

#[test]
fn its_policy_allows_exactly_what_it_holds() {
    let page = page("single-policy", PLAIN);
    let scripts = page.all("script");
    let types: Vec<_> = scripts.iter().map(|one| one.attribute("type")).collect();
    assert_eq!(
        types,
        [
            "",
            "",
            "application/json",
            "text/plain",
            "text/plain",
            "module",
            "text/plain",
            "module"
        ]
    );
    let expected = csp::policy_of_single(
        &page.first("style").text(),
        &[
            &scripts[0].text(),
            &scripts[1].text(),
            &scripts[5].text(),
            &scripts[7].text(),
        ],
        Destinations::default(),
    );
    assert_eq!(page.meta("Content-Security-Policy"), expected);
    let head = page.first("head").children();
    let policy = head.iter().position(|one| one.has("http-equiv"));
    assert_eq!(
        policy,
        Some(1),
        "after the character set, and before all else"
    );
}

#[test]
fn a_sign_up_may_be_sent_to_its_service_alone() {
    for (mode, allowed) in [
        (
            "json",
            "form-action 'none'; connect-src https://news.example.org",
        ),
        ("navigate", "form-action https://news.example.org"),
    ] {
        let config = format!(
            r#"{{"publisher": "P", "signup": {{"mode": "{mode}",
                "url": "https://news.example.org/s", "consent": {{"text": "News.",
                "version": "1", "notice": "https://example.org/privacy"}}}}}}"#
        );
        let page = Dom::parse(&made(&format!("single-{mode}"), &config, SCRIPT).unwrap());
        let policy = page.meta("Content-Security-Policy");
        assert!(policy.ends_with(allowed), "{policy}");
        assert!(page.first("style").text().contains(".signup__trap"));
    }
}

#[test]
fn the_client_is_in_it() {
    let page = page("single-client", PLAIN);
    let text = page.by_id("page-client").text();
    assert_eq!(STANDARD.decode(text).unwrap(), WASM);
    let script = page.all("script")[5].text();
    assert!(script.contains("\nfunction initSync"), "{script}");
    assert!(script.contains("return __wbg_init({"), "{script}");
    assert!(script.contains("\"page-client\""), "{script}");
    for word in ["export", "import"] {
        assert!(!script.contains(word), "{word} in {script}");
    }
}

#[test]
fn the_client_for_frames_is_in_it_and_starts_in_frames() {
    let page = page("single-frame", PLAIN);
    let text = page.by_id("page-frame").text();
    assert_eq!(STANDARD.decode(text).unwrap(), FRAME_WASM);
    let script = page.all("script")[7].text();
    let (_, starts) = script.split_once("if (parent !== self) {").unwrap();
    assert!(starts.contains("__wbg_init({"), "{script}");
    assert!(starts.contains("\"page-frame\""), "{script}");
    assert!(!script.contains("fetch(\"./frame"), "{script}");
}

#[test]
fn the_notices_go_along() {
    let page = page("single-notices", PLAIN);
    let text = page.by_id("page-notices").text();
    assert!(
        text.starts_with("Written by Sam <sam@example.org>"),
        "{text}"
    );
    assert_eq!(page.all("b").len(), 0);
}

#[test]
fn javascript_that_cannot_stand_in_a_page_is_refused() {
    for (name, script) in [
        ("nothing-starts", "export { initSync };"),
        (
            "needs-a-file",
            "import * as a from './a.js';\nexport { b as default };",
        ),
        (
            "ends-itself",
            "const a = '</script>';\nexport { b as default };",
        ),
        (
            "begins-a-comment",
            "const a = '<!--';\nexport { b as default };",
        ),
        (
            "another-default",
            "export default function b() {}\nexport { b as default };",
        ),
    ] {
        let told = made(name, PLAIN, script).unwrap_err().concat();
        assert!(told.contains("wasm-bindgen has changed"), "{name}: {told}");
    }
}
