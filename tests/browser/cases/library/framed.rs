//! The list in a page of somebody else's: what it leads to opens outside of the frame.

use browser_tests::prelude::*;
use serde_json::Value;

use super::BEES;
use crate::cases::module::FOLLOW;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "library::links_lead_out_of_a_frame",
            links_lead_out_of_a_frame,
        ),
        case(
            "library::the_way_back_begins_the_line_in_a_frame",
            the_way_back_begins_the_line_in_a_frame,
        ),
    ]
}

/// The frame of the page around the list.
const FRAME: &str = "document.querySelector('iframe')";

/// Each link of the list, but those within it, with where it opens.
const LINKS: &str =
    "return [...document.querySelectorAll('a[href]:not([href^=\"#\"])')].map((link) =>
    [link.getAttribute('href'), link.className, link.target, link.rel])";

async fn links_lead_out_of_a_frame(t: Ctx) -> Outcome {
    let around =
        Answer::html("<!doctype html><iframe src='./index.html' width=800 height=600></iframe>");
    let server = t.library_site().answer("/around.html", around).start()?;
    let page = t.browser(&server, Options::new()).await?;
    page.goto("around.html").await?;
    let there = "document.querySelector('[data-out]')";
    page.wait_in(FRAME, there, FOLLOW, "no link leads out of the frame")
        .await?;
    let links: Vec<[String; 4]> = page.exec_in(FRAME, LINKS).await?;
    let mut out = 0;
    for [href, class, target, rel] in links {
        let stays = ["tel:", "sms:", "mailto:"]
            .iter()
            .any(|start| href.starts_with(start));
        // The way out leads the whole tab away, where it can.
        let expected = if stays || class.contains("exit") {
            ""
        } else {
            out += 1;
            "_blank"
        };
        same(&format!("where {href} opens"), target, expected.to_owned())?;
        check(
            expected.is_empty() || rel.contains("noopener"),
            format!("{href} tells what it opens of this page: {rel:?}"),
        )?;
    }
    check(out > 5, format!("{out} links lead out"))?;
    // A press leaves the list where it is.
    page.exec_in::<Value>(
        FRAME,
        &format!("document.querySelector(\"{BEES}\").click()"),
    )
    .await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let path: String = page.exec_in(FRAME, "return location.pathname").await?;
    same("what the frame shows", path, "/index.html".to_owned())
}

/// How far the link to the list stands from where the header's text begins, in CSS pixels.
const INDENTED: &str = "const header = document.querySelector('.header');
    const start = header.getBoundingClientRect().left + parseFloat(getComputedStyle(header).paddingLeft);
    return document.querySelector('.listed').getBoundingClientRect().left - start";

/// The publisher's name is left out there, and so is the room after it.
async fn the_way_back_begins_the_line_in_a_frame(t: Ctx) -> Outcome {
    let around = Answer::html(
        "<!doctype html><iframe src='./bees/index.html' width=800 height=600></iframe>",
    );
    let server = t.library_site().answer("/around.html", around).start()?;
    let page = t.browser(&server, Options::new()).await?;
    page.goto("around.html").await?;
    let there = "document.querySelector('#page-framed')";
    page.wait_in(FRAME, there, FOLLOW, "the module does not know its frame")
        .await?;
    let indented: f64 = page.exec_in(FRAME, INDENTED).await?;
    check(
        indented.abs() < 1.0,
        format!("the link stands {indented} px from the line's start"),
    )
}
