//! Takes the pictures of the README, in Chromium, of the release build of the site: the first view on
//! a phone and on a desktop, and a question that was answered.
//!
//! `pictures <folder for them>`

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use browser_tests::engine::Engine;
use browser_tests::failure::{Failure, Outcome};
use browser_tests::options::Options;
use browser_tests::page::Page;
use browser_tests::picture::Picture;
use browser_tests::server::SiteBuilder;
use browser_tests::settings;
use serde_json::Value;

/// A phone, and a desktop.
const SIZES: [(u32, u32); 2] = [(360, 720), (1120, 720)];

/// Answers the first question, as far as nothing else is to be seen, and leads to it.
const ANSWER: &str = "
const question = document.querySelector('.group > form.question');
question.querySelector('input').click();
question.querySelector('[type=submit]').click();
question.scrollIntoView();
document.activeElement.blur();";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("The pictures were not taken: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder =
        folder.ok_or_else(|| Failure::new("type the folder for them after the command"))?;
    Engine::Chromium.require()?;
    // Without what is said of keeping the page, which comes at its own time.
    let server = SiteBuilder::new(settings::path(settings::SITE))
        .offline(false)
        .start()?;
    for (name, done) in [("first-view.png", ""), ("question.png", ANSWER)] {
        let mut pictures = Vec::new();
        for (width, height) in SIZES {
            let options = Options::new().size(width, height).reduced_motion();
            let page = Page::start(Engine::Chromium, &options, server.url("")).await?;
            pictures.push(take(&page, done, &folder.join(name)).await?);
        }
        Picture::beside(&pictures).write(&folder.join(name))?;
    }
    Ok(())
}

/// Takes a picture of what is seen after `done`, the body of a JavaScript function. `path` is used
/// for it meanwhile.
async fn take(page: &Page, done: &str, path: &Path) -> Outcome<Picture> {
    page.goto("").await?;
    let ready = "document.documentElement.dataset.client === 'ready'";
    page.wait_until(ready, 15_000, "the client does not start")
        .await?;
    page.exec::<Value>(done).await?;
    // What follows from that is drawn.
    page.exec::<Value>(
        "return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 300)))",
    )
    .await?;
    page.screenshot(path).await?;
    Picture::read(&std::fs::read(path)?)
}
