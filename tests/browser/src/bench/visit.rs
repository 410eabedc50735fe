//! One visit to a site: a first one, or one to what is kept.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::Line;
use super::recorder::{self, Notes};
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page::Page;
use crate::server::{Server, SiteBuilder};

/// How long a page may take.
const LIMIT: Duration = Duration::from_secs(30);
/// How often it is asked: each question takes time from the page.
const ASK_EVERY: Duration = Duration::from_millis(200);
/// How long the page is watched after it is ready.
const WATCHED: Duration = Duration::from_secs(2);
/// A page that lets the browser do once what only its first page costs.
const WARM_UP: &str = "data:text/html,<!doctype html><title>warm</title><p>warm";

/// What a visit showed; times in milliseconds from the start of the navigation.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// First contentful paint.
    pub paint: f64,
    /// When the client said that it is ready; `None` without a client.
    pub ready: Option<f64>,
    /// How long hydration took, by the client's own measure `academy-start`, if it has one.
    pub hydration: Option<f64>,
    /// How long the page could not answer between the first paint and 2 s after being ready.
    pub blocked: f64,
    /// The sum of layout shifts until then.
    pub shift: f64,
}

/// Starts a browser on this line, at an empty page.
pub(super) async fn arrive(server: &Server, line: Line) -> Outcome<Page> {
    let page = Page::start(Engine::Chromium, &line.options(), server.url("")).await?;
    page.goto(WARM_UP).await?;
    page.wait_until(
        "document.title === 'warm'",
        5000,
        "the browser shows nothing",
    )
    .await?;
    recorder::install(&page).await?;
    line.apply(&page).await?;
    Ok(page)
}

/// Visits a site over `line`; `has_client` is whether the page is expected to become ready.
pub async fn visit(server: &Server, line: Line, has_client: bool) -> Outcome<Visit> {
    visit_at(server, "", line, has_client).await
}

/// The same, by an address that leads to `path`.
pub async fn visit_at(server: &Server, path: &str, line: Line, has_client: bool) -> Outcome<Visit> {
    let page = arrive(server, line).await?;
    page.goto(path).await?;
    if let Err(failure) = settle(&page, has_client).await {
        return Err(Failure::new(format!("{failure}{}", refused(server))));
    }
    watch(&page).await
}

/// Visits a site whose server is gone: what the browser keeps of it is all there is. The visit
/// before, which has it kept, comes over a plain line.
pub(super) async fn visit_kept(site: SiteBuilder, line: Line) -> Outcome<Visit> {
    let server = site.brotli().start()?;
    let page = Page::start(Engine::Chromium, &line.options(), server.url("")).await?;
    page.goto("").await?;
    let kept = "document.querySelector('.offline__said')?.textContent";
    page.wait_until(kept, 15_000, "the page is not kept")
        .await?;
    server.stop().await?;
    page.goto(WARM_UP).await?;
    recorder::install(&page).await?;
    line.apply(&page).await?;
    page.goto("").await?;
    settle(&page, true).await?;
    watch(&page).await
}

/// Watches a page that has settled for a while, and sums up.
async fn watch(page: &Page) -> Outcome<Visit> {
    sleep(WATCHED).await;
    let notes = recorder::read(page).await?;
    let paint = notes
        .paint
        .ok_or_else(|| Failure::new("the page never painted anything"))?;
    let end = notes.ready.unwrap_or(paint) + WATCHED.as_secs_f64() * 1000.0;
    Ok(Visit {
        paint,
        ready: notes.ready,
        hydration: notes.hydration,
        blocked: notes.blocked_until(end),
        shift: notes.shift,
    })
}

/// Serves a site as a good host would, and visits it.
pub(super) async fn visit_site(site: SiteBuilder, line: Line, has_client: bool) -> Outcome<Visit> {
    visit(&site.brotli().start()?, line, has_client).await
}

/// Waits until the page has painted, and its client is ready or everything is loaded.
pub(super) async fn settle(page: &Page, has_client: bool) -> Outcome {
    let is_settled = |notes: &Notes| {
        notes.paint.is_some() && notes.is_loaded && (!has_client || notes.ready.is_some())
    };
    let deadline = Instant::now() + LIMIT;
    loop {
        // In between two documents there are no notes to read.
        let notes = recorder::read(page).await;
        if notes.as_ref().is_ok_and(is_settled) {
            return Ok(());
        }
        let state = notes.ok().and_then(|notes| notes.state);
        if Instant::now() > deadline || state.as_deref() == Some("failed") {
            return Err(Failure::new(format!(
                "the client is not ready, {} s at most after the start: `data-client` is `{}`",
                LIMIT.as_secs(),
                state.unwrap_or_default()
            )));
        }
        sleep(ASK_EVERY).await;
    }
}

/// What the server could not serve, which is mostly why a client is not ready.
fn refused(server: &Server) -> String {
    let requests = server.requests();
    let refused = requests.iter().filter_map(|request| {
        let status = request.response.as_ref()?.status;
        (status >= 400).then(|| format!("; {} got {status}", request.path))
    });
    refused.collect()
}
