//! The module as a program of the device.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::kept::{Kept, READY};
use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("offline::can_be_installed", can_be_installed).only(
            Engine::Chromium,
            "no other engine's driver tells whether a page can be installed",
        ),
        case("offline::asks_to_stay_only_then", asks_to_stay_only_then)
            .except(Engine::WebKit, "this WebKit has no way to ask"),
    ]
}

async fn can_be_installed(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let kept = Kept::open(&t, &server).await?;
    let errors = kept.cdp("Page.getInstallabilityErrors", json!({})).await?;
    same(
        "what keeps it from that",
        &errors["installabilityErrors"],
        &json!([]),
    )?;
    let manifest = kept.cdp("Page.getAppManifest", json!({})).await?;
    same("errors of the manifest", &manifest["errors"], &json!([]))?;
    let manifest: Value = manifest["data"].as_str().unwrap_or_default().parse()?;
    same("how it opens", &manifest["display"], &json!("standalone"))
}

/// That a browser never throws away what is kept: some ask the person about it.
async fn asks_to_stay_only_then(t: Ctx) -> Outcome {
    let asked = "<head><script>
        window.asked = 0;
        StorageManager.prototype.persist = () => { asked += 1; return Promise.resolve(true); };
        </script>";
    let build = Build::of(browser_tests::settings::SITE)?.rewritten(|html| {
        html.replace("script-src ", "script-src 'unsafe-inline' ")
            .replacen("<head>", asked, 1)
    })?;
    let server = t.folder(build.folder()).start()?;
    let kept = Kept::of(Module::open(&t, &server, Options::new()).await?);
    kept.says(READY).await?;
    kept.visit("").await?;
    kept.is_controlled().await?;
    let asked = |kept: Kept| async move { kept.exec::<usize>("return asked").await };
    same("how often it asked", asked(kept.clone()).await?, 0)?;
    kept.wait_until(
        "(dispatchEvent(new Event('appinstalled')), asked === 1)",
        2_000,
        "it does not ask",
    )
    .await
}
