//! The panel that shows how to share the page or embed it.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use super::hosts::Host;
use crate::cases::module::Module;

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "embed::the_panel_holds_the_address",
            the_panel_holds_the_address,
        ),
        case(
            "embed::the_panel_copies_or_says_so",
            the_panel_copies_or_says_so,
        ),
        case(
            "embed::the_panel_reads_without_scripts",
            the_panel_reads_without_scripts,
        ),
        case("embed::what_is_copied_works", what_is_copied_works),
    ]
}

/// What is to be copied, in its order.
const COPIES: &str = "[...document.querySelectorAll('.share__copy')].map((e) => e.value)";

/// Opens the panel.
const OPEN: &str = "document.querySelector('.share').open = true";

async fn the_panel_holds_the_address(t: Ctx) -> Outcome {
    let server = t.site().at("/some/where/").start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .goto("index.html?embed=h5p&theme=dark#threats")
        .await?;
    module.is_ready().await?;
    module.exec::<Value>(OPEN).await?;
    let copies: Vec<String> = module.exec(&format!("return {COPIES}")).await?;
    let base = server.url("");
    same("the link", copies[0].as_str(), base.as_str())?;
    check(
        copies[1].contains(&format!("src=\"{base}embed.js\""))
            && copies[1].contains(&format!("src=\"{base}\"")),
        format!("the element: {}", copies[1]),
    )?;
    check(
        copies[2].contains(&format!("src=\"{base}?embed=h5p\"")),
        format!("the frame: {}", copies[2]),
    )?;
    let left = copies.concat().contains("example.org");
    check(!left, "the place of the address is still there")?;
    check(
        !module.is_visible(".share__place").await?,
        "it says where the address belongs",
    )?;
    axe::passes(&module).await
}

async fn the_panel_copies_or_says_so(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.exec::<Value>(OPEN).await?;
    for (copies, says) in [("true", "Copied."), ("false", "did not let")] {
        module
            .exec::<Value>(&format!(
                "document.execCommand = () => {{ window.copied = String(getSelection()); return {copies}; }}"
            ))
            .await?;
        module.click(".share__part button").await?;
        let said = format!(
            "document.querySelector('.share__part [role=status]').textContent.includes('{says}')"
        );
        module
            .wait_until(&said, 3_000, &format!("the page does not say \"{says}\""))
            .await?;
    }
    let selected: String = module.exec("return String(getSelection())").await?;
    let focused: bool = module
        .exec("return document.activeElement?.id === 'page-share-link'")
        .await?;
    check(
        focused || selected.contains("http"),
        "what was not copied is not selected",
    )?;
    module.has_no_errors().await
}

async fn the_panel_reads_without_scripts(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    module.click(".share > summary").await?;
    check(
        module.is_visible(".share__place").await?,
        "it does not say where the address belongs",
    )?;
    check(
        module.is_visible(".share__copy").await?,
        "there is nothing to copy",
    )?;
    check(
        !module.is_visible(".share button").await?,
        "a button does nothing",
    )?;
    // A publisher who has said where the page is.
    let config = r#"{"publisher": "P", "address": "https://a.example/m"}"#;
    let html = variant::page(&settings::path(settings::SITE)?, config)?;
    let server = t.site().rewrite(move |_| html.clone()).start()?;
    let module = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    let copies: Vec<String> = module.exec(&format!("return {COPIES}")).await?;
    check(
        copies
            .iter()
            .all(|copy| copy.contains("https://a.example/m/") && !copy.contains("example.org")),
        format!("what is to be copied does not hold the address: {copies:?}"),
    )?;
    let found = "link[rel=alternate][type='application/json+oembed'][href='https://a.example/m/oembed.json']";
    same(
        "links to the oEmbed document",
        module.count(found).await?,
        1,
    )
}

/// What the panel offers is what a web manager pastes.
async fn what_is_copied_works(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let copies: Vec<String> = module.exec(&format!("return {COPIES}")).await?;
    let html = copies[1..]
        .join("\n")
        .replace("<iframe", "<iframe id=plain");
    let html = html.replace(
        "<citizens-academy-module",
        "<citizens-academy-module id=own",
    );
    let host = Host::show(&t, server, &html, Options::new()).await?;
    for name in ["own", "plain"] {
        host.bring_into_view(name).await?;
        host.is_ready(name).await?;
    }
    host.fits("own").await?;
    let frames: Vec<String> = host
        .exec(
            "return [document.getElementById('own').shadowRoot.querySelector('iframe'), plain]
               .map((e) => [e.title, e.sandbox.value, e.getAttribute('loading'), e.allow].join('|'))",
        )
        .await?;
    same(
        "the two frames are alike",
        &frames[0].split_once('|').map(|(_, rest)| rest),
        &frames[1].split_once('|').map(|(_, rest)| rest),
    )?;
    check(
        frames.iter().all(|frame| !frame.starts_with('|')),
        "a frame has no title",
    )?;
    host.exec::<Value>("plain.remove()").await.map(|_| ())
}
