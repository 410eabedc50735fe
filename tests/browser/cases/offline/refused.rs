//! No service worker: nothing waits for one, and nothing breaks.

use browser_tests::prelude::*;
use serde_json::Value;

use super::kept::{Kept, READY, SAID};
use crate::cases::module::{FIRST, Module};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("offline::is_not_needed", is_not_needed),
        case("offline::is_refused_with_storage", is_refused_with_storage).except(
            Engine::WebKit,
            "WebKit's switch for storage does not reach its service workers",
        ),
        case("offline::in_a_frame", in_a_frame),
    ]
}

/// Ways in which a browser has no service worker, as scripts that run before the page's own.
const WITHOUT: [(&str, &str); 5] = [
    (
        "plain http: it is not there",
        "delete Navigator.prototype.serviceWorker; delete window.caches",
    ),
    (
        "private window: it refuses",
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'))",
    ),
    (
        "a frame without an origin: asking throws",
        "Object.defineProperty(navigator, 'serviceWorker', {get() { throw new DOMException('', 'SecurityError') }})",
    ),
    (
        "never ready",
        "navigator.serviceWorker.register = () => new Promise(() => {})",
    ),
    (
        "neither is session storage",
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('', 'SecurityError') }})",
    ),
];

async fn is_not_needed(t: Ctx) -> Outcome {
    let plain = t.site().start()?;
    let module = Module::open(&t, &plain, Options::new()).await?;
    for (name, script) in WITHOUT {
        let before = format!("<head><script>{script}</script>");
        let server = t
            .site()
            .spy()
            .offline(true)
            .rewrite(move |html| html.replacen("<head>", &before, 1))
            .start()?;
        module.goto(&server.url("")).await?;
        let works = works_in_silence(&module).await;
        works.map_err(|failure| failure.during(name))?;
    }
    Ok(())
}

/// The module works, says nothing of being kept, and tells of no error.
async fn works_in_silence(module: &Module) -> Outcome {
    module.is_ready().await?;
    module.read(FIRST).await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    Kept::of(module.clone()).says("").await?;
    module.has_no_errors().await
}

async fn is_refused_with_storage(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new().storage_refused()).await?;
    module.read(FIRST).await?;
    let refused =
        "return navigator.serviceWorker?.getRegistration().then((r) => !r, () => true) ?? true";
    check(
        module.exec::<bool>(refused).await?,
        "the worker came in all the same",
    )?;
    Kept::of(module).says("").await
}

/// In somebody else's page: a frame of another site, and one that has no origin.
async fn in_a_frame(t: Ctx) -> Outcome {
    let site = t.site().start()?;
    let frames = format!(
        "<iframe id='foreign' src='{0}'></iframe><iframe id='bare' sandbox='allow-scripts' src='{0}'></iframe>\
         <iframe id='own' src='./'></iframe>",
        site.url("").replace("127.0.0.1", "localhost"),
    );
    let host = t.site().answer("/host", Answer::html(frames)).start()?;
    let page = t.browser(&host, Options::new()).await?;
    page.goto("host").await?;
    for frame in ["#foreign", "#bare"] {
        page.enter_frame(frame).await?;
        // Of a page without an origin, browsers load no module script.
        let client = "document.documentElement.dataset.client === 'ready' || origin === 'null'";
        page.wait_until(client, 15_000, "the client does not start in a frame")
            .await?;
        page.exec::<Value>("document.querySelector('summary').click()")
            .await?;
        page.wait_until(
            "document.querySelector('details').open",
            2_000,
            "it does not open",
        )
        .await?;
        page.leave_frame().await?;
    }
    // Some browsers keep it for the frame. That is not said there, where the module does not stand by
    // itself; and it is said once it does.
    page.enter_frame("#own").await?;
    let kept = "navigator.serviceWorker.controller";
    page.wait_until(kept, 15_000, "it is not kept for its own origin")
        .await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    for frame in ["#own", "#foreign"] {
        page.leave_frame().await?;
        page.enter_frame(frame).await?;
        let said: String = page.text(SAID).await?;
        same("what is said", said, String::new())?;
    }
    page.leave_frame().await?;
    page.goto("").await?;
    Kept::of(Module::of(page)).says(READY).await
}
