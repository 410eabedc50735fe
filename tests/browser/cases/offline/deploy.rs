//! A deployment that goes wrong: what is kept is whole, or is what it was.

use browser_tests::prelude::*;

use super::kept::{Kept, NEW, READY, both};
use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "offline::a_spoilt_deploy_changes_nothing",
            a_spoilt_deploy_changes_nothing,
        ),
        case(
            "offline::a_spoilt_first_visit_keeps_nothing",
            a_spoilt_first_visit_keeps_nothing,
        ),
        case("offline::no_room_is_no_harm", no_room_is_no_harm),
        case("offline::a_full_device", a_full_device).only(
            Engine::Chromium,
            "no other engine's driver can say how much room there is",
        ),
    ]
}

/// What can be wrong with one file.
fn faults() -> Vec<(&'static str, Fault)> {
    vec![
        ("*.wasm", Fault::Missing),
        ("client-*.js", Fault::Status(500)),
        (
            "finished.html",
            Fault::ReplacedBy(b"<!doctype html><p>Another page".to_vec()),
        ),
        (
            "",
            Fault::ReplacedBy(b"<!doctype html><p>Log in to the school's network".to_vec()),
        ),
        ("start-*.js", Fault::Truncated(100)),
        ("*.wasm", Fault::Cut(5_000)),
        ("worker.js", Fault::Missing),
        ("worker.js", Fault::Truncated(300)),
    ]
}

async fn a_spoilt_deploy_changes_nothing(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    let kept = Kept::open(&t, &server).await?;
    kept.visit("").await?;
    server.deploy(new.folder());
    let worker = std::fs::read_to_string(new.folder().join("worker.js"))?;
    // Cut off after a statement, so that what is left of it would be a script by itself.
    let cut = worker.find("addEventListener(\"install\"");
    let cut = cut.ok_or_else(|| Failure::new("the worker listens to nothing"))?;
    let cut = ("worker.js", Fault::Truncated(cut));
    for (file, fault) in faults().into_iter().chain([cut]) {
        server.heal();
        server.fault(file, fault.clone());
        let during = |failure: Failure| failure.during(&format!("{file} with {fault:?}"));
        stays_as_it_was(&kept, &server).await.map_err(during)?;
    }
    server.stop().await?;
    kept.visit("").await?;
    kept.is_next(false).await?;
    server.restart()?;
    server.heal();
    kept.visit("").await?;
    kept.says(NEW).await
}

/// The browser has looked at the new version and stays with the earlier one.
async fn stays_as_it_was(kept: &Kept, server: &Server) -> Outcome {
    server.clear_requests();
    kept.visit("").await?;
    kept.is_settled().await?;
    let asked = server
        .requests()
        .iter()
        .any(|request| request.file_name() == "worker.js");
    check(asked, "the browser did not look for a new version")?;
    kept.is_next(false).await?;
    kept.says("").await?;
    kept.keeps_versions(1).await?;
    // The browser looks again by itself, a while after a visit: not with the fault half gone.
    kept.is_settled().await
}

async fn a_spoilt_first_visit_keeps_nothing(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let kept = Kept::open(&t, &server).await?;
    for (file, fault) in [faults()[0].clone(), faults()[2].clone()] {
        // A site of another origin: nothing is kept of it yet.
        let server = t.site().fault(file, fault).start()?;
        kept.goto(&server.url("")).await?;
        if file == "finished.html" {
            kept.is_ready().await?;
        } else {
            kept.says_it_did_not_start().await?;
        }
        kept.is_settled().await?;
        same("what is kept", kept.caches().await?, Vec::<String>::new())?;
        kept.says("").await?;
    }
    Ok(())
}

/// A worker whose every fourth file finds no room.
fn without_room(build: &Build) -> Outcome<Fault> {
    let worker = std::fs::read_to_string(build.folder().join("worker.js"))?;
    let full = "const put = Cache.prototype.put;
        let puts = 0;
        Cache.prototype.put = function (...all) {
          puts += 1;
          if (puts % 4 === 0) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
          return put.apply(this, all);
        };\n";
    Ok(Fault::ReplacedBy(format!("{full}{worker}").into_bytes()))
}

/// Storage is full at the first visit, and at an upgrade.
async fn no_room_is_no_harm(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    server.fault("worker.js", without_room(&old)?);
    let kept = Kept::of(Module::open(&t, &server, Options::new()).await?);
    kept.is_settled().await?;
    kept.says("").await?;
    kept.keeps_versions(0).await?;
    server.heal();
    kept.visit("").await?;
    kept.says(READY).await?;
    server.deploy(new.folder());
    server.fault("worker.js", without_room(&new)?);
    kept.visit("").await?;
    kept.is_settled().await?;
    kept.keeps_versions(1).await?;
    server.stop().await?;
    kept.visit("").await?;
    kept.is_next(false).await
}

/// The browser itself says that there is no room.
async fn a_full_device(t: Ctx) -> Outcome {
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    let kept = Kept::open(&t, &server).await?;
    let used: u64 = kept
        .exec("return navigator.storage.estimate().then((e) => e.usage)")
        .await?;
    let room = serde_json::json!({"origin": server.origin(), "quotaSize": used + 20_000});
    kept.cdp("Storage.overrideQuotaForOrigin", room).await?;
    server.deploy(new.folder());
    kept.visit("").await?;
    kept.is_settled().await?;
    kept.is_next(false).await?;
    kept.keeps_versions(1).await?;
    let free = serde_json::json!({"origin": server.origin()});
    kept.cdp("Storage.overrideQuotaForOrigin", free).await?;
    kept.visit("").await?;
    kept.says(NEW).await
}
