//! What the page of a module can have to say of itself, and what brings each about.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};

use super::{Look, OF_STATES, View};
use crate::cases::exercise::quiz::Quiz;
use crate::cases::module::{FOLLOW, Module};
use crate::cases::offline::kept::{Kept, both};

/// The settings of a publisher whose readers are asked before anything is kept.
const ASKING: &str = r#"{"publisher": "Citizens Academy", "progress": "ask"}"#;

/// The states of a page that is not to be kept for offline use.
pub(crate) fn of_a_visit() -> &'static [View] {
    &OF_STATES[..4]
}

/// The states of a page that is kept.
pub(crate) fn of_a_kept_page() -> &'static [View] {
    &OF_STATES[4..]
}

/// Looks at each of [`of_a_visit`], in a page that can be brought to it.
pub(crate) async fn each_of_a_visit(t: &Ctx, options: &Options, look: &impl Look) -> Outcome {
    let [not_started, not_saved, all_done, asked, ..] = OF_STATES;
    let server = t.site().offline(false).start()?;
    let quiz = Quiz::open(t, &server, options.clone()).await?;
    quiz.keep_all_but(&[]).await?;
    look.at(&quiz, all_done).await?;
    server.fault("*.wasm", Fault::Missing);
    look.at(&quiz, not_started).await?;

    let server = t.site().offline(false).start()?;
    let refused = Module::open(t, &server, options.clone().storage_refused()).await?;
    look.at(&refused, not_saved).await?;

    let page = variant::page(&settings::path(settings::SITE)?, ASKING)?;
    let site = t.site().offline(false).rewrite(move |_| page.clone());
    let server = site.start()?;
    let asking = Module::open(t, &server, options.clone()).await?;
    look.at(&asking, asked).await
}

/// The same, of [`of_a_kept_page`].
pub(crate) async fn each_of_a_kept_page(t: &Ctx, options: &Options, look: &impl Look) -> Outcome {
    let [.., kept, new_version] = OF_STATES;
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    // What is looked at is said once, to the page that is there then: nothing is opened before.
    let page = Kept::of(Module::of(t.browser(&server, options.clone()).await?));
    look.at(&page, kept).await?;
    page.is_controlled().await?;
    server.deploy(new.folder());
    look.at(&page, new_version).await
}

/// The frame of the page that [`framed`] opens, in JavaScript.
pub(crate) const FRAME: &str = "document.querySelector('iframe')";

/// Opens a page that holds the module in a frame, and waits until the module knows.
pub(crate) async fn framed(t: &Ctx) -> Outcome<(Server, Module)> {
    let around =
        Answer::html("<!doctype html><iframe src='./index.html' width=800 height=600></iframe>");
    let site = t.site().offline(false).answer("/around.html", around);
    let server = site.start()?;
    let page = Module::of(t.browser(&server, Options::new()).await?);
    page.goto("around.html").await?;
    let there = "document.querySelector('#page-framed') && document.querySelector('[data-out]')";
    page.wait_in(FRAME, there, FOLLOW, "the module does not know its frame")
        .await?;
    Ok((server, page))
}
