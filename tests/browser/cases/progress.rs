//! Reading counts, and the count is found again.

use browser_tests::prelude::*;

use crate::cases::module::{ADULTS, FIRST, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "progress::counts_when_the_end_was_seen",
            counts_when_the_end_was_seen,
        ),
        case("progress::is_found_again", is_found_again),
        case(
            "progress::adult_cards_do_not_count",
            adult_cards_do_not_count,
        ),
        case(
            "progress::what_came_before_the_client_counts",
            what_came_before_the_client_counts,
        ),
        case("progress::survives_a_translation", survives_a_translation),
    ]
}

async fn counts_when_the_end_was_seen(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new().size(360, 480)).await?;
    module.counts("0 of 12 read").await?;
    module
        .exec::<serde_json::Value>(
            "document.getElementById('i-sent-one').parentElement.scrollIntoView({block: 'start'})",
        )
        .await?;
    module.toggle(FIRST).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    module.counts("0 of 12 read").await?;
    same("kept after opening", module.kept().await?.len(), 0)?;
    module.scroll_to_end(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.shows_as_read(FIRST).await?;
    same(
        "the bar",
        module.attribute("#page-progress", "value").await?,
        Some("1".to_owned()),
    )?;
    same(
        "kept after the end",
        module.kept().await?,
        vec![FIRST.to_owned()],
    )
}

async fn is_found_again(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.read(SECOND).await?;
    module.again().await?;
    module.counts("2 of 12 read").await?;
    module.shows_as_read(FIRST).await?;
    module.shows_as_read(SECOND).await?;
    let saved = module.local_storage("academy:in-control").await?;
    let expected = r#"{"v":1,"read":["i-sent-one","threats"]}"#.to_owned();
    same("what is kept, and nothing else", saved, Some(expected))?;
    let keys: usize = module.exec("return localStorage.length").await?;
    same("keys on the device", keys, 1)
}

async fn adult_cards_do_not_count(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(ADULTS).await?;
    module.counts("0 of 12 read").await?;
    same("kept", module.kept().await?, vec![ADULTS.to_owned()])
}

async fn what_came_before_the_client_counts(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Delay(3000)).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.toggle(FIRST).await?;
    module.scroll_to_end(FIRST).await?;
    check(
        !module.is_visible(".progress").await?,
        "the client had started before",
    )?;
    module.is_ready().await?;
    module.shows_as_read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    same("still open", module.is_open(FIRST).await?, true)
}

/// What a translation tool does: each text node gives way to an element of the tool's own.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement.closest('script, style, noscript')) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }";

async fn survives_a_translation(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.exec::<serde_json::Value>(TRANSLATE).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.press_keeping().await?;
    module.counts("0 of 12 read").await?;
    module.has_no_errors().await
}
