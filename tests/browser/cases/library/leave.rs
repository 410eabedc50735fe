//! Leaving quickly from the list, and how it is to be read.

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
            "library::a_choice_lasts_as_long_as_the_list",
            a_choice_lasts_as_long_as_the_list,
        ),
        case(
            "library::wears_what_a_module_keeps",
            wears_what_a_module_keeps,
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

/// Whether the page is dark by choice.
const DARK: &str = "document.documentElement.dataset.reading === 'dark'";

/// Whether it is as it is without a choice.
const PLAIN: &str = "document.documentElement.dataset.reading === ''";

async fn is(page: &Page, look: &str, failure: &str) -> Outcome {
    page.wait_until(look, FOLLOW, failure).await
}

/// The list only reads: a choice that was made there is nowhere else, and nothing to be forgotten.
async fn a_choice_lasts_as_long_as_the_list(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let other = "localStorage.setItem('academy:bees:reading', 'light')";
    for keeps in ["", other] {
        list.exec::<Value>(keeps).await?;
        list.reload().await?;
        let before = kept(&list).await?;
        list.click(".reading__open").await?;
        let words = list.text(".reading__kept").await?;
        same(
            "what is said of it",
            words,
            "It lasts until you leave this page.".to_owned(),
        )?;
        list.exec::<Value>(CHOOSE).await?;
        is(&list, DARK, "the list is not dark").await?;
        same("what is kept", kept(&list).await?, before)?;
        let of_bees = list.local_storage("academy:bees:reading").await?;
        let as_before = (!keeps.is_empty()).then(|| "light".to_owned());
        same("what the module keeps", of_bees, as_before)?;
    }
    // Nor is it there in the module, or afterwards.
    list.goto("in-control/").await?;
    list.is_ready().await?;
    is(&list, PLAIN, "the module wears what the list wore").await?;
    list.exec::<Value>("localStorage.clear()").await?;
    list.goto("").await?;
    is(&list, PLAIN, "the list is dark again").await?;
    list.has_no_errors().await
}

async fn wears_what_a_module_keeps(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let module = crate::cases::module::Module::of(list.new_tab("in-control/").await?);
    module.is_ready().await?;
    module.click(".reading__open").await?;
    module.exec::<Value>(CHOOSE).await?;
    is(&list, DARK, "the list does not follow the module").await?;
    list.reload().await?;
    is(&list, DARK, "the list is not as the module").await?;
    // What the other module wears is its own.
    list.goto("bees/").await?;
    list.is_ready().await?;
    is(&list, PLAIN, "a module wears what another keeps").await?;
    back_to_the_list(&list).await?;
    is(&list, DARK, "the list is not dark again").await?;
    module
        .exec::<Value>("document.querySelector('.reading').open = false")
        .await?;
    module.press_keeping().await?;
    module.says_of_keeping("Forgotten.").await?;
    is(&list, PLAIN, "the list wears what is forgotten").await?;
    same("what is kept", kept(&list).await?, Vec::<String>::new())?;
    list.has_no_errors().await
}
