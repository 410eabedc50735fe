//! What it costs to show the module in somebody else's page.

use std::path::Path;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::{Figure, Line};
use crate::failure::{Failure, Outcome};
use crate::page::Page;
use crate::server::{Answer, Server, SiteBuilder};

/// The script for other people's pages, in KB.
const SCRIPT_BUDGET: f64 = 3.0;
/// The client for frames, both files, in KB.
const FRAME_BUDGET: f64 = 30.0;
/// How many modules stand on the page, so far apart that at most one is near the screen.
const MODULES: usize = 10;
/// What a page with none of them near the screen asks for: the script.
const UNSEEN_BUDGET: f64 = 1.0;
/// How long the page is left alone until it is counted.
const WATCHED: Duration = Duration::from_secs(2);

/// Scrolls to a module and tells how many milliseconds later it was as high as its content.
const SEE: &str = "
const module = document.querySelectorAll('citizens-academy-module')[arguments[0]];
const sized = new Promise((done) => {
  const frame = module.shadowRoot.querySelector('iframe');
  const start = performance.now();
  new MutationObserver(() => done(performance.now() - start)).observe(frame, { attributes: true });
});
module.scrollIntoView();
const late = new Promise((given_up) => setTimeout(() => given_up(null), 20000));
return Promise.race([sized, late]);";

/// Shows many modules on a page; gives the figures.
pub async fn embedding(folder: &Path) -> Outcome<Vec<Figure>> {
    let site = || SiteBuilder::new(Ok(folder.to_owned())).brotli();
    let module = site().start()?;
    let gap =
        "<div style='height: 9000px'></div><citizens-academy-module></citizens-academy-module>";
    let html = format!(
        "<!doctype html><meta charset=utf-8><title>Host</title><script src='{}'></script>{}",
        module.url("embed.js"),
        gap.repeat(MODULES)
    );
    let host = site().answer("/host", Answer::html(html)).start()?;
    let page = super::visit::arrive(&host, Line::Plain).await?;
    page.goto("host").await?;
    sleep(WATCHED).await;
    let script = bytes_of(&module, |name| name == "embed.js")?;
    let unseen = requests(&module);
    let first = see(&page, 0).await?;
    let frame = bytes_of(&module, |name| name.starts_with("frame-"))?;
    let mut last = first;
    for number in 1..MODULES {
        last = see(&page, number).await?;
    }
    Ok(vec![
        Figure::told("embed.js, brotli", script, "KB")
            .at_most(SCRIPT_BUDGET)
            .kept(),
        Figure::told("what a frame fetches besides, brotli", frame, "KB")
            .at_most(FRAME_BUDGET)
            .kept(),
        Figure::told(
            format!("{MODULES} modules, none seen: requests"),
            unseen,
            "",
        )
        .at_most(UNSEEN_BUDGET)
        .kept(),
        Figure::told("a module in a page: seen until sized", first, "ms"),
        Figure::told(format!("the same, of {MODULES} the last"), last, "ms"),
    ])
}

/// Scrolls to a module; gives the milliseconds until it has its height.
async fn see(page: &Page, number: usize) -> Outcome<f64> {
    let begun = Instant::now();
    let time: Option<f64> = page.exec_with(SEE, vec![Value::from(number)]).await?;
    time.ok_or_else(|| {
        let seconds = begun.elapsed().as_secs();
        Failure::new(format!("module {number} has no height after {seconds} s"))
    })
}

/// How many requests a server was asked.
fn requests(server: &Server) -> f64 {
    let asked = server.requests();
    let count = asked
        .iter()
        .filter(|each| each.file_name() != "favicon.ico");
    u32::try_from(count.count()).map_or(f64::MAX, f64::from)
}

/// The size of the files of these names as they were sent first, in KB.
fn bytes_of(server: &Server, is_meant: impl Fn(&str) -> bool) -> Outcome<f64> {
    let requests = server.requests();
    let mut seen: Vec<&str> = Vec::new();
    let mut bytes = 0;
    for request in &requests {
        let name = request.file_name();
        if is_meant(name) && !seen.contains(&name) {
            seen.push(name);
            let sent = request.response.as_ref();
            bytes += sent.map_or(0, |sent| u32::try_from(sent.bytes).unwrap_or(u32::MAX));
        }
    }
    if bytes == 0 {
        return Err(Failure::new("a file was never sent"));
    }
    Ok(f64::from(bytes) / 1000.0)
}
