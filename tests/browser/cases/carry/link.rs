//! A link carries a place in its fragment, which no server sees and no address keeps.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{BRING, BROUGHT, DONE, LINK, TYPED};
use crate::cases::module::{FIRST, FOLLOW, KEY, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("carry::a_link_asks_first", a_link_asks_first),
        case(
            "carry::a_link_leaves_nothing_in_the_address",
            a_link_leaves_nothing_in_the_address,
        ),
        case(
            "carry::a_link_in_an_open_page_asks",
            a_link_in_an_open_page_asks,
        ),
        case(
            "carry::a_link_leads_nobody_who_reads",
            a_link_leads_nobody_who_reads,
        ),
        case(
            "carry::a_bad_link_changes_nothing",
            a_bad_link_changes_nothing,
        ),
        case("carry::a_link_holds_no_query", a_link_holds_no_query),
    ]
}

/// What follows the "#" of the link of a page on which something was read.
async fn fragment(t: &Ctx, server: &Server) -> Outcome<String> {
    let there = Module::open(t, server, Options::new()).await?;
    there.read(FIRST).await?;
    let link = there.take(LINK).await?;
    let fragment = link.strip_prefix(&server.url("")).unwrap_or(&link);
    check(
        fragment.starts_with("#carry="),
        format!("the link is {link}"),
    )?;
    Ok(fragment.to_owned())
}

async fn a_link_asks_first(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let fragment = fragment(&t, &server).await?;
    let here = Module::open(&t, &server, Options::new().size(320, 640)).await?;
    here.keep(&format!(r#"{{"v":1,"read":["{SECOND}"]}}"#))
        .await?;
    here.goto("?").await?;
    here.goto(&fragment).await?;
    here.is_ready().await?;
    here.says(BROUGHT, "Press \"Carry on here\" to add it.")
        .await?;
    here.counts("1 of 12 read").await?;
    same("kept", here.kept().await?, vec![SECOND.to_owned()])?;
    here.wait_until(
        "document.activeElement.id === 'page-carry-bring'",
        FOLLOW,
        "the reader is not led to the question",
    )
    .await?;
    let (button, words) = (here.rect(BRING).await?, here.rect(BROUGHT).await?);
    check(
        words.y >= 0.0 && words.bottom() <= button.y && button.bottom() <= 640.0,
        format!("the question is not on the screen: {words:?}, {button:?}"),
    )?;
    here.press("Enter").await?;
    here.says(BROUGHT, DONE).await?;
    here.counts("2 of 12 read").await?;
    here.has_no_errors().await?;
    let carried: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|request| format!("{request:?}").contains("carry="))
        .collect();
    check(carried.is_empty(), format!("a server saw it: {carried:?}"))
}

async fn a_link_leaves_nothing_in_the_address(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let fragment = fragment(&t, &server).await?;
    let here = Module::open(&t, &server, Options::new()).await?;
    here.goto("?a=b").await?;
    here.is_ready().await?;
    let before: usize = here.exec("return history.length").await?;
    here.goto(&format!("?a=b{fragment}")).await?;
    here.says(BROUGHT, "Press").await?;
    let address = here.address().await?;
    same("the address", address, server.url("?a=b"))?;
    let after: usize = here.exec("return history.length").await?;
    check(after <= before + 1, "the history grew")?;
    here.again().await?;
    same(
        "what is asked again",
        here.text(BROUGHT).await?,
        String::new(),
    )?;
    here.counts("0 of 12 read").await?;
    same("kept", here.local_storage(KEY).await?, None)?;
    // A step back and one forward find no code either.
    here.back().await?;
    here.exec::<Value>("history.forward()").await?;
    let clean = "!location.href.includes('carry=')";
    here.wait_until(clean, FOLLOW, "the code is in the history")
        .await
}

async fn a_link_in_an_open_page_asks(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let fragment = fragment(&t, &server).await?;
    let here = Module::open(&t, &server, Options::new()).await?;
    here.exec_with::<Value>("location.hash = arguments[0]", vec![fragment.into()])
        .await?;
    here.says(BROUGHT, "Press").await?;
    same("the address", here.address().await?, server.url(""))?;
    here.click(BRING).await?;
    here.counts("1 of 12 read").await?;
    // A link to a section is none of this.
    here.goto(&format!("#{SECOND}")).await?;
    same(
        "the address",
        here.address().await?,
        server.url(&format!("#{SECOND}")),
    )
}

/// The client may start late. Who has begun to read by then is not taken away from it.
async fn a_link_leads_nobody_who_reads(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let fragment = fragment(&t, &server).await?;
    server.fault("*.wasm", Fault::Delay(2_000));
    let here = Module::open_early(&t, &server, Options::new().without_waiting()).await?;
    here.goto(&format!("?late{fragment}")).await?;
    here.wait_until("location.search === '?late'", FOLLOW, "nothing loads")
        .await?;
    here.wait_until("document.body", FOLLOW, "nothing loads")
        .await?;
    here.toggle(SECOND).await?;
    let place = "return Math.round(document.getElementById('threats').getBoundingClientRect().top)";
    here.scroll_to_end(SECOND).await?;
    let before: i64 = here.exec(place).await?;
    here.is_ready().await?;
    here.says(BROUGHT, "Press").await?;
    let focus = here.focused().await?.id;
    check(focus != BRING[1..], "the focus was taken away")?;
    let after: i64 = here.exec(place).await?;
    let seen = (-5000..800).contains(&after);
    check(
        seen,
        format!("what is read was moved from {before} to {after}"),
    )
}

async fn a_bad_link_changes_nothing(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let here = Module::open(&t, &server, Options::new()).await?;
    for (fragment, words) in [
        ("#carry=", "no code there yet"),
        ("#carry=7", "not whole"),
        ("#carry=%00%ff<script>", "not a code"),
        ("#carry=12345-67890", "a mistake"),
    ] {
        here.goto("?").await?;
        here.is_ready().await?;
        here.goto(&format!("?{fragment}")).await?;
        here.is_ready().await?;
        here.says(BROUGHT, words).await?;
        check(
            !here.address().await?.contains("carry"),
            "it stays in the address",
        )?;
        same("kept", here.local_storage(KEY).await?, None)?;
    }
    same(
        "the field",
        here.value(TYPED).await?,
        "12345-67890".to_owned(),
    )?;
    here.has_no_errors().await
}

/// Some sites keep in the query who somebody is.
async fn a_link_holds_no_query(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let there = Module::open(&t, &server, Options::new()).await?;
    there.goto("?user=sam#threats").await?;
    there.is_ready().await?;
    there.read(FIRST).await?;
    let link = there.take(LINK).await?;
    check(
        link.starts_with(&server.url("#carry=")),
        format!("the link is {link}"),
    )
}
