//! Leaving quickly: the page is covered, forgotten and left, and nothing leads back to it.

mod back;
mod forget;
mod frame;
mod leave;
mod shift;
mod typed;

use browser_tests::prelude::*;

use crate::cases::harness::fixture;

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    [
        back::cases(),
        forget::cases(),
        frame::cases(),
        leave::cases(),
        shift::cases(),
        typed::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The way out.
pub(crate) const EXIT: &str = ".exit";

/// Where the published site leads to; nothing here may ask for it.
const WEATHER: &str = "https://www.bbc.co.uk/weather";

/// How long a page may take to be left, in milliseconds.
const LEAVING: u64 = 5_000;

/// The site, and what its way out leads to instead: a page of another origin.
pub(crate) struct Sites {
    pub(crate) site: Server,
    away: Server,
}

impl Sites {
    fn start(t: &Ctx) -> Outcome<Self> {
        Self::with(t, t.site())
    }

    /// Starts `site` with a way out to a server of the case's own.
    pub(crate) fn with(t: &Ctx, site: SiteBuilder) -> Outcome<Self> {
        let away = away(t)?;
        let site = leading_to(&away, site).start()?;
        Ok(Self { site, away })
    }

    /// Fails unless `page` shows the page that the way out leads to.
    pub(crate) async fn is_left(&self, page: &Page) -> Outcome {
        is_left(page, &self.away).await
    }
}

/// A server of another origin, with a page at `/weather`.
fn away(t: &Ctx) -> Outcome<Server> {
    let weather = Answer::html("<!doctype html><title>Weather</title><p>Sunny.");
    fixture(t).answer("/weather", weather).start()
}

/// `site`, with a way out that leads to that page.
fn leading_to(away: &Server, site: SiteBuilder) -> SiteBuilder {
    let address = away.url("/weather");
    site.rewrite(move |page| page.replace(WEATHER, &address))
}

/// Fails unless `page` shows that page.
async fn is_left(page: &Page, away: &Server) -> Outcome {
    let there = format!("location.href === '{}'", away.url("/weather"));
    page.wait_until(&there, LEAVING, "the page is not left")
        .await
}

/// Fails if anything of the site is to be seen or found in `page`.
pub(crate) async fn shows_nothing(page: &Page) -> Outcome {
    let words: String = page
        .exec("return (document.title + ' ' + document.body?.textContent).toLowerCase()")
        .await?;
    for word in ["nude", "picture", "academy", "control", "help", "childline"] {
        check(!words.contains(word), format!("the page shows {words:?}"))?;
    }
    Ok(())
}
