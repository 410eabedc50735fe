//! A module that a browser keeps, or is to keep.

use std::ops::Deref;

use browser_tests::prelude::*;
use browser_tests::settings;
use serde_json::Value;

use crate::cases::module::{FOLLOW, Module};

/// What is said once the module opens without a network.
pub(crate) const READY: &str = "Ready to use offline.";

/// What is said of another version.
pub(crate) const NEW: &str = "A new version is ready. Load it when you like.";

/// Selects the words.
pub(crate) const SAID: &str = ".offline__said";

/// Selects the button that loads the new version.
pub(crate) const LOAD: &str = ".offline .button:first-of-type";

/// Selects the button that puts it off.
pub(crate) const LATER: &str = ".offline .button--quiet";

/// How long a browser may take to bring a worker in, in milliseconds.
pub(crate) const INSTALL: u64 = 15_000;

/// A page of the module, as far as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Kept(Module);

impl Deref for Kept {
    type Target = Module;

    fn deref(&self) -> &Module {
        &self.0
    }
}

/// The published site as the next version: a mark in its page, and none of the files as before.
pub(crate) fn next(variable: &str) -> Outcome<Build> {
    Build::of(variable)?.renewed("</title>", "</title><meta name=\"next\">")
}

/// The published site, and its next version.
pub(crate) fn both() -> Outcome<(Build, Build)> {
    Ok((Build::of(settings::SITE)?, next(settings::SITE)?))
}

impl Kept {
    /// A page that is open already.
    pub(crate) fn of(module: Module) -> Self {
        Self(module)
    }

    /// Opens the module and waits until it is kept.
    pub(crate) async fn open(t: &Ctx, server: &Server) -> Outcome<Self> {
        let kept = Self(Module::open(t, server, Options::new()).await?);
        kept.says(READY).await?;
        Ok(kept)
    }

    /// Opens the module once more in another tab, from what is kept.
    pub(crate) async fn in_another_tab(&self) -> Outcome<Self> {
        let kept = Self(self.in_new_tab().await?);
        kept.is_controlled().await?;
        Ok(kept)
    }

    /// Goes to the module anew, and waits until the client has started.
    pub(crate) async fn visit(&self, path: &str) -> Outcome {
        // Of an address with a fragment, the document would stay.
        self.goto("about:blank").await?;
        self.goto(path).await?;
        self.is_ready().await
    }

    /// Waits until a worker answers for this page.
    pub(crate) async fn is_controlled(&self) -> Outcome {
        let controlled = "navigator.serviceWorker.controller";
        self.wait_until(controlled, INSTALL, "no worker answers for the page")
            .await
    }

    /// Waits until the page says so of its being kept.
    pub(crate) async fn says(&self, words: &str) -> Outcome {
        let says = format!("document.querySelector('{SAID}')?.textContent === '{words}'");
        self.wait_until(
            &says,
            INSTALL,
            &format!("the page does not say \"{words}\""),
        )
        .await
    }

    /// Waits until the page is the next version, or is not.
    pub(crate) async fn is_next(&self, next: bool) -> Outcome {
        let is = format!("(document.querySelector('meta[name=next]') !== null) === {next}");
        let which = if next { "next" } else { "earlier" };
        self.wait_until(&is, FOLLOW, &format!("the page is not the {which} version"))
            .await?;
        self.is_ready().await
    }

    /// Waits until a section is open, as it was before the page was loaded anew.
    pub(crate) async fn is_open_again(&self, section: &str) -> Outcome {
        let open = format!("document.getElementById('{section}')?.parentElement.open");
        let failure = format!("`{section}` is closed, and it was open before");
        self.wait_until(&open, FOLLOW, &failure).await
    }

    /// Waits until no worker is on its way in, whether it came or not.
    pub(crate) async fn is_settled(&self) -> Outcome {
        self.exec::<Value>(
            "return navigator.serviceWorker.getRegistration()
            .then((r) => r?.update().catch(() => {})).then(() => null)",
        )
        .await?;
        for _ in 0..INSTALL / 50 {
            let busy = "return navigator.serviceWorker.getRegistration()
                .then((r) => Boolean(r?.installing))";
            if !self.exec::<bool>(busy).await? {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        Err(Failure::new("a worker never comes in"))
    }

    /// The names of all that is kept on this origin.
    pub(crate) async fn caches(&self) -> Outcome<Vec<String>> {
        self.exec("return caches.keys()").await
    }

    /// Waits until so many versions are kept.
    pub(crate) async fn keeps_versions(&self, count: usize) -> Outcome {
        let mut names = Vec::new();
        for _ in 0..FOLLOW / 50 {
            names = self.caches().await?;
            let versions = names.iter().filter(|name| !name.ends_with(" told"));
            if versions.count() == count {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        Err(Failure::new(format!(
            "what is kept is {names:?}, not {count} versions"
        )))
    }

    /// Has the page think that nobody looks at it, or that somebody does again. Drivers keep every
    /// tab in view.
    pub(crate) async fn hide(&self, hidden: bool) -> Outcome {
        let body = "const [hidden] = arguments;
             Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});
             document.dispatchEvent(new Event('visibilitychange'));";
        self.exec_with::<Value>(body, vec![hidden.into()])
            .await
            .map(|_| ())
    }
}
