//! The page that shows how to share the module or embed it.

use browser_tests::prelude::*;
use serde_json::Value;

use super::hosts::{Host, open_to_all};
use crate::cases::module::Module;

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("embed::share_holds_the_address", share_holds_the_address),
        case("embed::share_copies_or_says_so", share_copies_or_says_so),
        case(
            "embed::share_reads_without_scripts",
            share_reads_without_scripts,
        ),
        case("embed::what_is_copied_works", what_is_copied_works),
    ]
}

/// What is to be copied, in its order.
const COPIES: &str = "[...document.querySelectorAll('.share__copy')].map((e) => e.value)";

/// The page's script has run.
const WRITTEN: &str = "!document.querySelector('.share__place')";

/// What is to be copied, once the page has written its own address.
async fn copies(page: &Page) -> Outcome<Vec<String>> {
    page.wait_until(WRITTEN, 5_000, "the page does not write its own address")
        .await?;
    page.exec(&format!("return {COPIES}")).await
}

async fn share_holds_the_address(t: Ctx) -> Outcome {
    let server = t.site().at("/some/where/").spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.click(".foot a[href='./share.html']").await?;
    let there = "location.pathname.endsWith('/share.html')";
    module
        .wait_until(there, 5_000, "the link does not lead there")
        .await?;
    let copies = copies(&module).await?;
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
    axe::passes(&module).await?;
    module.has_no_errors().await
}

async fn share_copies_or_says_so(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let page = t.open(&server, Options::new()).await?;
    page.goto("share.html").await?;
    copies(&page).await?;
    for (copies, says) in [("true", "Copied."), ("false", "did not let")] {
        let set = format!(
            "document.execCommand = () => {{
               const {{ value, selectionStart, selectionEnd }} = document.activeElement;
               window.copied = value.slice(selectionStart, selectionEnd); return {copies}; }}"
        );
        page.exec::<Value>(&set).await?;
        page.click(".share__part button").await?;
        let said = format!(
            "document.querySelector('.share__part [role=status]').textContent.includes('{says}')"
        );
        page.wait_until(&said, 3_000, &format!("the page does not say \"{says}\""))
            .await?;
        let copied: String = page.exec("return copied").await?;
        same("what is copied", copied, server.url(""))?;
        let focus: String = page.exec("return document.activeElement.localName").await?;
        let expected = if copies == "true" {
            "button"
        } else {
            "textarea"
        };
        same("where the focus is", focus.as_str(), expected)?;
    }
    let selected: bool = page
        .exec("return document.activeElement?.id === 'share-link'")
        .await?;
    check(selected, "what was not copied is not selected")?;
    page.has_no_errors().await
}

async fn share_reads_without_scripts(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let page = t
        .open(&server, Options::new().without_java_script())
        .await?;
    page.goto("share.html").await?;
    check(
        page.is_visible(".share__place").await?,
        "it does not say where the address belongs",
    )?;
    check(
        page.is_visible(".share__copy").await?,
        "there is nothing to copy",
    )?;
    check(
        !page.is_visible(".share__part button").await?,
        "a button does nothing",
    )
}

/// What the page offers is what a web manager pastes.
async fn what_is_copied_works(t: Ctx) -> Outcome {
    let server = open_to_all(&t).start()?;
    let page = t.open(&server, Options::new()).await?;
    page.goto("share.html").await?;
    let copies = copies(&page).await?;
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
    check(
        frames
            .iter()
            .all(|frame| frame.ends_with("|clipboard-write")),
        format!("a frame may not copy: {frames:?}"),
    )?;
    same(
        "the two frames are alike",
        &frames[0].split_once('|').map(|(_, rest)| rest),
        &frames[1].split_once('|').map(|(_, rest)| rest),
    )?;
    check(
        frames.iter().all(|frame| !frame.starts_with('|')),
        "a frame has no title",
    )
}
