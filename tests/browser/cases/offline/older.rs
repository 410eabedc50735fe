//! What was kept by something else than this version: an earlier one of this project, or a build
//! that browsers are no longer to keep.

use std::path::Path;

use browser_tests::prelude::*;
use browser_tests::settings;

use super::kept::{INSTALL, Kept, LOAD, NEW, READY};
use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "offline::an_older_worker_gives_way",
            an_older_worker_gives_way,
        ),
        case(
            "offline::a_build_to_develop_with_is_not_kept",
            a_build_to_develop_with_is_not_kept,
        ),
    ]
}

/// The earlier version goes on until its last page is closed; then all of it is gone.
async fn an_older_worker_gives_way(t: Ctx) -> Outcome {
    let older = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture/older");
    let server = t.folder(older).start()?;
    let kept = Kept::of(Module::open_early(&t, &server, Options::new()).await?);
    let is_active =
        "(navigator.serviceWorker.ready.then((r) => { window.active = r.active }), window.active)";
    kept.wait_until(is_active, INSTALL, "the older worker does not come in")
        .await?;
    server.deploy(settings::path(settings::SITE)?);
    kept.goto("").await?;
    kept.is_controlled().await?;
    check(
        kept.count("#older").await? == 1,
        "the older worker does not answer",
    )?;
    kept.is_settled().await?;
    check(
        kept.count("#older").await? == 1,
        "the page was changed under its reader",
    )?;
    // Nobody looks at the earlier version any more.
    let next = Kept::of(Module::of(kept.new_tab("about:blank").await?));
    (**kept).clone().close().await?;
    let kept = next;
    for _ in 0..20 {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        kept.goto("").await?;
        if kept.count("#older").await? == 0 {
            break;
        }
        kept.goto("about:blank").await?;
    }
    kept.is_ready().await?;
    kept.says(READY).await?;
    kept.keeps_versions(1).await?;
    server.stop().await?;
    kept.visit("").await
}

/// As `cargo xtask serve` builds it, or as a publisher does who wants nothing kept: an earlier build
/// is shown once more, says that there is another version, and is gone when that is loaded.
async fn a_build_to_develop_with_is_not_kept(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let kept = Kept::open(&t, &server).await?;
    server.deploy(settings::path(settings::DEV_SITE)?);
    kept.visit("").await?;
    kept.says(NEW).await?;
    kept.click(LOAD).await?;
    kept.wait_until(
        "!document.querySelector('.offline')",
        INSTALL,
        "the page is still kept",
    )
    .await?;
    kept.is_ready().await?;
    same("what is kept", kept.caches().await?, Vec::<String>::new())?;
    let workers: usize = kept
        .exec("return navigator.serviceWorker.getRegistrations().then((all) => all.length)")
        .await?;
    same("workers", workers, 0)?;
    server.clear_requests();
    kept.visit("").await?;
    check(
        !server.requests().is_empty(),
        "the page does not come from the server",
    )
}
