//! The list without a network, and each module that was opened.

use browser_tests::prelude::*;

use super::{BEES, BEES_KEY, back_to_the_list, has_looked, open, says};
use crate::cases::offline::kept::{Kept, READY};

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
