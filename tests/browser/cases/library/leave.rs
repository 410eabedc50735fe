//! Leaving quickly from the list, and how it is to be read: what is kept of all the modules.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{BEES, BEES_KEY, back_to_the_list, open};
use crate::cases::exit::{EXIT, Sites, shows_nothing};
use crate::cases::module::{FOLLOW, KEY};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("library::leaving_forgets_each", leaving_forgets_each),
        case(
            "library::leaving_a_module_forgets_that",
            leaving_a_module_forgets_that,
        ),
        case("library::back_leads_out", back_leads_out),
        case(
            "library::a_choice_holds_in_each_module",
            a_choice_holds_in_each_module,
        ),
    ]
}

/// Keeps a place and a choice in both modules, and something of another site of the origin.
const KEEP: &str = "for (const key of ['academy:in-control', 'academy:bees']) {
    localStorage.setItem(key, '{\"v\":1,\"read\":[]}');
    localStorage.setItem(key + ':reading', 'dark');
  }
  for (const key of ['academy:bees-2', 'academy:elsewhere', 'other']) localStorage.setItem(key, '1');";

async fn kept(page: &Page) -> Outcome<Vec<String>> {
    page.exec("return Object.keys(localStorage).sort()").await
}

async fn leaving_forgets_each(t: Ctx) -> Outcome {
    let sites = Sites::with(&t, t.library_site())?;
    let list = open(&t, &sites.site, Options::new()).await?;
    list.exec::<Value>(KEEP).await?;
    list.click(EXIT).await?;
    sites.is_left(&list).await?;
    list.goto("blank.html").await?;
    same(
        "what is kept",
        kept(&list).await?,
        ["academy:bees-2", "academy:elsewhere", "other"]
            .map(str::to_owned)
            .to_vec(),
    )
}

async fn leaving_a_module_forgets_that(t: Ctx) -> Outcome {
    let sites = Sites::with(&t, t.library_site())?;
    let list = open(&t, &sites.site, Options::new()).await?;
    list.exec::<Value>(KEEP).await?;
    list.click(BEES).await?;
    list.is_ready().await?;
    list.click(EXIT).await?;
    sites.is_left(&list).await?;
    list.goto("blank.html").await?;
    let kept = kept(&list).await?;
    let of = |key: &str| {
        let below = format!("{key}:");
        kept.iter()
            .any(|kept| kept == key || kept.starts_with(&below))
    };
    check(of(KEY), format!("more than that is forgotten: {kept:?}"))?;
    check(!of(BEES_KEY), format!("it is not forgotten: {kept:?}"))
}

async fn back_leads_out(t: Ctx) -> Outcome {
    let sites = Sites::with(&t, t.library_site())?;
    let list = open(&t, &sites.site, Options::new()).await?;
    list.click(BEES).await?;
    list.is_ready().await?;
    back_to_the_list(&list).await?;
    list.click(EXIT).await?;
    sites.is_left(&list).await?;
    list.back().await?;
    shows_nothing(&list).await
}

/// Chooses dark colours, as a reader does.
const CHOOSE: &str = "const list = [...document.querySelectorAll('.reading select')].at(-1);
    list.value = 'dark';
    list.dispatchEvent(new Event('change', {bubbles: true}))";

async fn a_choice_holds_in_each_module(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    list.click(".reading__open").await?;
    list.exec::<Value>(CHOOSE).await?;
    same(
        "what is kept",
        kept(&list).await?,
        vec![format!("{BEES_KEY}:reading"), format!("{KEY}:reading")],
    )?;
    let dark = "document.documentElement.dataset.reading === 'dark'";
    list.wait_until(dark, FOLLOW, "the list is not dark")
        .await?;
    list.exec::<Value>("document.querySelector('.reading').open = false")
        .await?;
    list.click(BEES).await?;
    list.is_ready().await?;
    list.wait_until(dark, FOLLOW, "the module is not dark")
        .await?;
    // What is forgotten there is forgotten there alone.
    list.press_keeping().await?;
    list.says_of_keeping("Forgotten.").await?;
    same(
        "what is kept",
        kept(&list).await?,
        vec![format!("{KEY}:reading")],
    )?;
    back_to_the_list(&list).await?;
    list.wait_until(dark, FOLLOW, "the list is not dark again")
        .await?;
    list.has_no_errors().await
}
