//! Leaving out of somebody else's page.

use browser_tests::prelude::*;

use super::{EXIT, LEAVING, Sites, shows_nothing};
use crate::cases::harness::fixture;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("exit::takes_the_host_along", takes_the_host_along),
        case(
            "exit::a_frame_that_may_not_leave_is_covered",
            a_frame_that_may_not_leave_is_covered,
        ),
        case(
            "exit::a_frame_without_an_origin_is_left_or_covered",
            a_frame_without_an_origin_is_left_or_covered,
        ),
    ]
}

/// A page that holds the module in a frame with these attributes, at `/host`.
fn host(t: &Ctx, sites: &Sites, attributes: &str) -> Outcome<Server> {
    let frame = format!(
        "<!doctype html><title>School</title><h1>School</h1>
         <iframe src=\"{}\" width=\"700\" height=\"500\" title=\"m\" {attributes}></iframe>",
        sites.site.url("")
    );
    fixture(t).answer("/host", Answer::html(frame)).start()
}

/// Opens the host, and goes into the frame once its script is there.
async fn framed(t: &Ctx, host: &Server) -> Outcome<Page> {
    let page = t.browser(host, Options::new()).await?;
    page.goto("host").await?;
    page.enter_frame("iframe").await?;
    let there = "'exit' in document.documentElement.dataset";
    page.wait_until(there, LEAVING, "the script does not start")
        .await?;
    Ok(page)
}

async fn takes_the_host_along(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let may = "sandbox=\"allow-scripts allow-same-origin allow-top-navigation-by-user-activation\"";
    for attributes in ["", may] {
        let host = host(&t, &sites, attributes)?;
        let page = framed(&t, &host).await?;
        page.click(EXIT).await?;
        page.leave_frame().await?;
        sites.is_left(&page).await?;
    }
    Ok(())
}

async fn a_frame_that_may_not_leave_is_covered(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let host = host(&t, &sites, "sandbox=\"allow-scripts allow-same-origin\"")?;
    is_covered(&framed(&t, &host).await?).await
}

/// In such a frame, nobody is WebKit's 'self' (CSP Level 3, section 2.3.1): it runs none of the
/// page's scripts there, and the link leads the frame away by itself.
async fn a_frame_without_an_origin_is_left_or_covered(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let host = host(&t, &sites, "sandbox=\"allow-scripts\"")?;
    if t.engine() != Engine::WebKit {
        return is_covered(&framed(&t, &host).await?).await;
    }
    let page = t.browser(&host, Options::new()).await?;
    page.goto("host").await?;
    page.enter_frame("iframe").await?;
    page.click(EXIT).await?;
    sites.is_left(&page).await
}

/// Leaves, and fails unless the frame shows nothing of the site and says how to go on.
async fn is_covered(page: &Page) -> Outcome {
    page.click(EXIT).await?;
    let told = "document.body.innerText.startsWith('Close this tab')";
    page.wait_until(told, LEAVING, "it does not say how to leave")
        .await?;
    shows_nothing(page).await?;
    page.leave_frame().await?;
    check(page.address().await?.ends_with("/host"), "the host is left")
}
