//! What is not the module's: the sign-up, other requests, and other modules of the same origin.

use std::time::Duration;

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::{Value, json};
use signup_receiver::Receiver;

use super::kept::{INSTALL, Kept, LOAD, NEW, READY};
use crate::cases::signup::form::Signup;
use crate::cases::signup::site::{AS_JSON, as_json};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("offline::touches_nothing_else", touches_nothing_else),
        case("offline::a_sign_up_goes_out", a_sign_up_goes_out),
        case(
            "offline::two_modules_share_an_origin",
            two_modules_share_an_origin,
        ),
    ]
}

/// What else a page of the origin may ask for, of addresses whose files are kept.
const ASK: &str = "
    const ask = (address, init) => fetch(address, init).then((r) => r.status, () => 0);
    return Promise.all([
      ask('./icon.svg', {method: 'HEAD'}),
      ask('./icon.svg', {method: 'POST', body: 'x'}),
      ask('./icon.svg', {headers: {Range: 'bytes=0-9'}}),
      ask('./unknown.html'),
      ask('/elsewhere/icon.svg'),
      ask('./icon.svg?query'),
      ask('./'),
    ])";

async fn touches_nothing_else(t: Ctx) -> Outcome {
    let server = t.site().at("/here/").start()?;
    let kept = Kept::open(&t, &server).await?;
    kept.visit("").await?;
    kept.is_settled().await?;
    server.clear_requests();
    let statuses: Vec<u16> = kept.exec(ASK).await?;
    same(
        "the answers",
        statuses,
        vec![200, 200, 200, 404, 404, 200, 200],
    )?;
    let mut asked: Vec<(String, String)> = server
        .requests()
        .into_iter()
        .map(|request| (request.method, request.path))
        .collect();
    asked.sort();
    let expected = [
        ("GET", "/elsewhere/icon.svg"),
        ("GET", "/here/icon.svg"),
        ("GET", "/here/unknown.html"),
        ("HEAD", "/here/icon.svg"),
        ("POST", "/here/icon.svg"),
    ];
    let expected = expected.map(|(method, path)| (method.to_owned(), path.to_owned()));
    same("what reached the server", asked, expected)
}

/// The module's server is gone; that of the mailing list is there.
async fn a_sign_up_goes_out(t: Ctx) -> Outcome {
    let receiver = Receiver::start(0)?;
    let config = json!({"publisher": "Citizens Academy", "signup": as_json(&receiver)});
    let html = variant::page(&settings::path(settings::SIGNUP_SITE)?, &config.to_string())?;
    let build = Build::of(settings::SIGNUP_SITE)?.rewritten(|_| html)?;
    let form = Signup::open_at(&t, receiver, t.folder(build.folder()), Options::new()).await?;
    let kept = Kept::of((*form).clone());
    kept.says(READY).await?;
    form.server.stop().await?;
    kept.visit("").await?;
    form.fill().await?;
    form.send().await?;
    form.has_received(1).await?;
    form.arrived(&[AS_JSON])?;
    form.is_settled().await
}

/// One at the root, one in a folder below: each is kept, renewed and opened by itself.
async fn two_modules_share_an_origin(t: Ctx) -> Outcome {
    // Two modules: below lies another version.
    let both = || {
        Build::of(settings::SITE)?
            .and_at("b")?
            .renewed("</title>", "</title><meta name=\"below\">")
    };
    let first = both()?;
    let server = t.folder(first.folder()).start()?;
    let kept = Kept::open(&t, &server).await?;
    // While only the module above is kept, its worker answers for this page, too, and knows nothing
    // of its versions.
    server.fault("b/finished.html", Fault::Missing);
    kept.visit("b/").await?;
    kept.is_controlled().await?;
    misses(&server, "/b/finished.html").await?;
    kept.is_settled().await?;
    kept.says("").await?;
    server.heal();
    kept.visit("b/").await?;
    kept.says(READY).await?;
    kept.exec::<Value>("window.same = true").await?;
    kept.hide(true).await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    check(
        kept.exec("return window.same === true").await?,
        "it loads itself anew",
    )?;
    kept.keeps_versions(2).await?;
    // Below nothing is new: some browsers look for that a while after a visit.
    let next = both()?
        .and_above()
        .renewed("</title>", "</title><meta name=\"next\">")?;
    server.deploy(next.folder());
    kept.visit("").await?;
    kept.says(NEW).await?;
    kept.click(LOAD).await?;
    kept.is_next(true).await?;
    kept.keeps_versions(2).await?;
    server.stop().await?;
    kept.visit("").await?;
    kept.is_next(true).await?;
    kept.visit("b/").await?;
    kept.is_next(false).await?;
    let told: Value = kept.exec("return caches.keys()").await?;
    check(
        told.to_string().contains("academy /b/ told"),
        told.to_string(),
    )
}

/// Waits until the browser has been told that a file is missing.
async fn misses(server: &Server, path: &str) -> Outcome {
    let missing = |request: &browser_tests::server::Request| {
        let told = request.response.as_ref();
        request.path == path && told.is_some_and(|response| response.status == 404)
    };
    for _ in 0..INSTALL / 50 {
        if server.requests().iter().any(missing) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(Failure::new(format!("nobody asks for `{path}`")))
}
