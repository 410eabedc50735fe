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
    let script = bytes_of(&module, "embed.js")?;
    let unseen = requests(&module);
    let first = see(&page, 0).await?;
    let mut last = first;
    for number in 1..MODULES {
        last = see(&page, number).await?;
    }
    Ok(vec![
        Figure::told("embed.js, brotli", script, "KB")
            .at_most(SCRIPT_BUDGET)
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

/// The size of a file as it was sent, in KB.
fn bytes_of(server: &Server, name: &str) -> Outcome<f64> {
    let requests = server.requests();
    let file = requests.iter().find(|each| each.file_name() == name);
    let sent = file.and_then(|file| file.response.as_ref());
    let bytes = sent.and_then(|sent| u32::try_from(sent.bytes).ok());
    let bytes = bytes.ok_or_else(|| Failure::new(format!("{name} was never sent")))?;
    Ok(f64::from(bytes) / 1000.0)
}
