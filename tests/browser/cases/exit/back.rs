//! Nothing leads back to a page that was left.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{EXIT, LEAVING, Sites, shows_nothing};
use crate::cases::module::Module;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "exit::back_leads_past_the_module",
            back_leads_past_the_module,
        ),
        case(
            "exit::back_to_an_older_entry_is_blank",
            back_to_an_older_entry_is_blank,
        ),
        case(
            "exit::coming_back_on_purpose_shows_it",
            coming_back_on_purpose_shows_it,
        ),
        case(
            "exit::links_inside_leave_no_entries",
            links_inside_leave_no_entries,
        ),
        case(
            "exit::a_page_found_again_is_covered",
            a_page_found_again_is_covered,
        ),
    ]
}

async fn back_leads_past_the_module(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.click(".head__link").await?;
    module.click(".help__open").await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    module.back().await?;
    shows_nothing(&module).await
}

/// An address that was typed is an entry of its own, and so is what one came back to from a link.
async fn back_to_an_older_entry_is_blank(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.goto(&sites.away.url("/weather?before")).await?;
    module.goto("#law").await?;
    module.is_ready().await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    module.back().await?;
    module.back().await?;
    let blank = "location.pathname.endsWith('/blank.html')";
    module
        .wait_until(blank, LEAVING, "the module is there again")
        .await?;
    shows_nothing(&module).await
}

async fn coming_back_on_purpose_shows_it(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    module.goto("").await?;
    module.is_ready().await?;
    check(module.is_visible("h1").await?, "the module stays away")?;
    let left: Vec<String> = module.exec("return Object.keys(sessionStorage)").await?;
    same("what the tab keeps", left, Vec::<String>::new())
}

async fn links_inside_leave_no_entries(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    let entries = "return history.length";
    let before: u32 = module.exec(entries).await?;
    for link in [".skip", ".head__link", ".foot__help > a", ".help__more > a"] {
        module
            .exec_with::<Value>(
                "document.querySelector(arguments[0]).focus()",
                vec![link.into()],
            )
            .await?;
        module.press("Enter").await?;
        let hash = format!("location.hash === document.querySelector('{link}').hash");
        module
            .wait_until(&hash, LEAVING, &format!("`{link}` leads nowhere"))
            .await?;
    }
    module.click(".help__open").await?;
    module.click(".help__more > a:last-child").await?;
    let card = "location.pathname.endsWith('/help.html')";
    module
        .wait_until(card, LEAVING, "the card does not come")
        .await?;
    module.click(".head__now a").await?;
    module.is_ready().await?;
    same(
        "the number of entries",
        module.exec::<u32>(entries).await?,
        before,
    )
}

/// What a browser does that keeps a page for going back, whether this one does or not.
async fn a_page_found_again_is_covered(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    let tells = |name: &str| {
        format!("dispatchEvent(new PageTransitionEvent('{name}', {{persisted: true}}))")
    };
    module
        .exec::<Value>(&format!("window.old = true; {}", tells("pagehide")))
        .await?;
    for part in ["h1", ".bar", ".progress__count", ".foot"] {
        check(
            !module.is_visible(part).await?,
            format!("`{part}` is not covered"),
        )?;
    }
    module.exec::<Value>(&tells("pageshow")).await?;
    module
        .wait_until("!window.old", LEAVING, "the page is not loaded anew")
        .await?;
    module.is_ready().await?;
    check(module.is_visible("h1").await?, "the page stays covered")?;
    // A page that was left in this tab stays away.
    module
        .exec::<Value>("sessionStorage.setItem('academy:left', '')")
        .await?;
    module.exec::<Value>(&tells("pagehide")).await?;
    module.exec::<Value>(&tells("pageshow")).await?;
    let blank = "location.pathname.endsWith('/blank.html')";
    module
        .wait_until(blank, LEAVING, "the module is there again")
        .await?;
    shows_nothing(&module).await
}
