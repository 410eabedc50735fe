//! The list without a network, and each module that was opened.

use browser_tests::prelude::*;
use browser_tests::settings;

use super::{BEES, BEES_KEY, IN_CONTROL, back_to_the_list, has_looked, open, says};
use crate::cases::module::FOLLOW;
use crate::cases::offline::kept::{Kept, LOAD, NEW, READY};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "library::opens_without_its_server",
            opens_without_its_server,
        ),
        case(
            "library::a_module_is_kept_once_opened",
            a_module_is_kept_once_opened,
        ),
        case(
            "library::a_module_hears_its_own_worker",
            a_module_hears_its_own_worker,
        ),
        case(
            "library::says_what_cannot_be_loaded",
            says_what_cannot_be_loaded,
        ),
        case(
            "library::tells_of_itself_after_a_module",
            tells_of_itself_after_a_module,
        ),
    ]
}

/// What the list says once it is kept.
const READY_LIST: &str = "This list is ready to use offline. A module is, once you have opened it.";

/// What the browser keeps, without the origin: pairs of a cache's name and a path.
const CACHED: &str = "return (async () => {
  const all = [];
  for (const name of await caches.keys()) {
    for (const {url} of await (await caches.open(name)).keys()) all.push([name, new URL(url).pathname]);
  }
  return all;
})()";

async fn opens_without_its_server(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let list = Kept::of(open(&t, &server, Options::new()).await?);
    list.says(READY_LIST).await?;
    let cached: Vec<[String; 2]> = list.exec(CACHED).await?;
    check(!cached.is_empty(), "nothing is kept")?;
    for [name, path] in &cached {
        check(
            name.starts_with("academy / ") && path.matches('/').count() == 1,
            format!("{name} keeps {path}"),
        )?;
    }
    server.stop().await?;
    for path in ["", "index.html", "privacy.html", "help.html"] {
        list.goto("about:blank").await?;
        list.goto(path).await?;
        check(list.is_visible("h1").await?, format!("no {path}"))?;
    }
    list.goto("").await?;
    has_looked(&list).await?;
    says(&list, BEES_KEY, "").await
}

async fn a_module_is_kept_once_opened(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let list = Kept::of(open(&t, &server, Options::new()).await?);
    list.says(READY_LIST).await?;
    list.click(BEES).await?;
    list.is_ready().await?;
    list.says(READY).await?;
    server.stop().await?;
    list.goto("about:blank").await?;
    list.goto("bees/").await?;
    list.is_ready().await?;
    list.read("food").await?;
    back_to_the_list(&list).await?;
    says(&list, BEES_KEY, "So far you have read 1 of 2 parts.").await?;
    // The list answers for nothing of a module that was not opened.
    let answered: bool = list
        .exec("return fetch('./in-control/index.html').then(() => true, () => false)")
        .await?;
    check(!answered, "a module is there that was never opened")
}

/// A module that is opened while the list is still being kept takes no word of the list's worker for
/// one of its own: it would offer a new version that is none.
async fn a_module_hears_its_own_worker(t: Ctx) -> Outcome {
    let site = t.library_site().fault("help.html", Fault::Delay(2_000));
    let server = site.fault("bees/help.html", Fault::Delay(5_000)).start()?;
    let module = Kept::of(open(&t, &server, Options::new()).await?);
    module.goto("bees/").await?;
    module.is_ready().await?;
    module.says(READY).await
}

/// Selects what the list says where a module cannot be loaded.
const MISSING: &str = ".library__missing";

/// A press on a module that was never opened, without a network, leaves a reader where they were, with
/// the reason, and with help.
async fn says_what_cannot_be_loaded(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let list = Kept::of(open(&t, &server, Options::new()).await?);
    list.says(READY_LIST).await?;
    list.is_controlled().await?;
    check(!list.is_visible(MISSING).await?, "it is said too early")?;
    server.stop().await?;
    for link in [BEES, IN_CONTROL] {
        let during = |failure: Failure| failure.during(&format!("a press on {link}"));
        list.click(link).await.map_err(during)?;
        is_missing(&list).await?;
        // Loaded anew, it is the list: what was said may be over.
        list.goto("about:blank").await?;
        list.goto("").await?;
        has_looked(&list).await?;
        check(!list.is_visible(MISSING).await?, "it is said again")?;
    }
    list.goto("in-control/").await?;
    is_missing(&list).await?;
    list.click(".help__open").await?;
    check(list.is_visible("#page-help").await?, "no help opens")?;
    list.click(".help__open").await?;
    // Once there is a network, the same link leads there.
    server.restart()?;
    list.click(BEES).await?;
    list.is_ready().await
}

/// Waits until the list says that a module cannot be loaded, and to whoever hears it, too.
async fn is_missing(list: &Kept) -> Outcome {
    let said = format!(
        "document.querySelector('{MISSING}')?.checkVisibility() && location.pathname === '/' && location.hash === ''"
    );
    let failure = "the list does not say that the module is not there";
    list.wait_until(&said, FOLLOW, failure).await?;
    let focused = format!("document.activeElement.matches('{MISSING}')");
    let failure = "what is said does not have the focus";
    list.wait_until(&focused, FOLLOW, failure).await?;
    has_looked(list).await
}

/// Where a module was, there is the list now: whoever was told that the module is ready is told what is.
async fn tells_of_itself_after_a_module(t: Ctx) -> Outcome {
    let one = Build::of(settings::SITE)?;
    let several = settings::path(settings::LIBRARY_SITE)?;
    let server = t.folder(one.folder()).start()?;
    let kept = Kept::open(&t, &server).await?;
    server.deploy(&several);
    kept.visit("").await?;
    kept.says(NEW).await?;
    kept.click(LOAD).await?;
    let there = "document.querySelector('.library')";
    kept.wait_until(there, FOLLOW, "there is no list").await?;
    kept.says(READY_LIST).await?;
    let names = kept.caches().await?;
    check(
        !names.contains(&"academy / told".to_owned()),
        format!("something of the module is left: {names:?}"),
    )?;
    // What embeds the module by the script of its former address finds it.
    let script: u16 = kept
        .exec("return fetch('./embed.js').then(({status}) => status)")
        .await?;
    same("the answer", script, 200)?;
    kept.goto("in-control/").await?;
    kept.is_ready().await?;
    kept.says(READY).await?;
    // And once it is one module again, that is told anew.
    server.deploy(one.folder());
    kept.goto("").await?;
    kept.says(NEW).await?;
    kept.click(LOAD).await?;
    kept.is_ready().await?;
    kept.says(READY).await
}
