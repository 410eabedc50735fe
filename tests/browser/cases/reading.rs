//! How the page is to be read can be chosen; it is kept and forgotten like the reader's place.

mod keep;
mod look;

use browser_tests::prelude::*;
use serde_json::{Value, json};

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    [keep::cases(), look::cases()]
        .into_iter()
        .flatten()
        .collect()
}

/// The key under which a choice is kept.
pub(crate) const CHOICE: &str = "academy:in-control:reading";

/// The pages of the site.
const PATHS: [&str; 5] = [
    "",
    "help.html",
    "privacy.html",
    "finished.html",
    "share.html",
];

/// What can be seen of a choice: the size of letters in px, whether the ground is dark, and how far
/// letters stand apart.
#[derive(Debug, PartialEq, serde::Deserialize)]
struct Look(f32, bool, bool);

/// As the page is by itself, on a device that prefers light colours.
const PLAIN: Look = Look(16.0, false, false);

impl Look {
    async fn of(page: &Page) -> Outcome<Self> {
        page.exec(
            "const of = (css) => getComputedStyle(document.querySelector(css));
             const ground = of('html').backgroundColor.match(/\\d+/g).map(Number);
             return [parseFloat(of('html').fontSize), ground[0] < 128,
               parseFloat(of('main p').letterSpacing) > 1]",
        )
        .await
    }
}

/// Chooses `words`, one in each list, as a person does: each list tells that it changed.
pub(crate) async fn choose(page: &Page, words: [&str; 3]) -> Outcome {
    page.exec_with::<Value>(
        "const lists = document.querySelectorAll('.reading select');
         lists.forEach((list, at) => {
           if (list.value === arguments[at]) return;
           list.value = arguments[at];
           list.dispatchEvent(new Event('change', {bubbles: true}));
         })",
        words.iter().map(|word| json!(word)).collect(),
    )
    .await
    .map(drop)
}

/// What the lists show once the menu is open.
async fn shown(page: &Page) -> Outcome<Vec<String>> {
    page.exec(
        "document.querySelector('.reading').open = true;
         return new Promise((told) => setTimeout(told, 100)).then(() =>
           [...document.querySelectorAll('.reading select')].map((list) => list.value))",
    )
    .await
}

async fn looks_like(page: &Page, what: &str, look: Look) -> Outcome {
    same(what, Look::of(page).await?, look)
}

/// Fails unless the browser is told of dark colours for its own bar, or is not.
async fn bar_is_dark(page: &Page, dark: bool) -> Outcome {
    let told = "return matchMedia(document.querySelector('[name=theme-color]').media).matches";
    same("a dark bar", page.exec::<bool>(told).await?, dark)
}
