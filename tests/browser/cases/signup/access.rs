//! For every reader: axe-core finds nothing, whatever became of a sign-up.

use std::time::Duration;

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};
use signup_receiver::Behaviour::{Html, Slow};

use super::form::{EMAIL, Signup};
use super::outcomes::{UNSURE, WORKED};
use super::site::{and, as_json, asking, in_a_tab};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "signup::axe_finds_nothing_in_light",
            axe_finds_nothing_in_light,
        ),
        case(
            "signup::axe_finds_nothing_in_dark",
            axe_finds_nothing_in_dark,
        ),
        case(
            "signup::errors_are_more_than_a_colour",
            errors_are_more_than_a_colour,
        )
        .except(Engine::WebKit, "WebKit has no forced colours"),
        case("signup::targets_are_large", targets_are_large),
        case("signup::nothing_scrolls_sideways", nothing_scrolls_sideways),
        case("signup::is_told_politely", is_told_politely),
        case("signup::is_not_printed", is_not_printed).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
    ]
}

/// A form that asks for everything, all of it as long as it may be.
fn large(receiver: &signup_receiver::Receiver) -> Value {
    let settings = and(
        asking(receiver),
        json!({"lead": "One email a month. ".repeat(8)}),
    );
    let text = "Citizens Academy may email me about new modules. ".repeat(8);
    let consent = json!({"text": text, "version": "2026-11", "notice": "https://example.org/"});
    and(settings, json!({"consent": consent}))
}

async fn passes(form: &Signup, state: &str) -> Outcome {
    let passed = axe::passes_in(form, ".signup").await;
    passed.map_err(|found| found.during(state))
}

/// Every state of the form that axe-core looks at.
async fn every_state(form: &Signup) -> Outcome {
    axe::passes(form).await?;
    form.send().await?;
    form.wait_until(
        "document.activeElement.id === 'page-signup-errors'",
        5_000,
        "no errors",
    )
    .await?;
    passes(form, "with errors").await?;
    form.fill().await?;
    form.exec::<()>(
        "document.querySelector('#page-signup-first_name').value = 'Sam';
         document.querySelector('#page-signup-role').value = 'Teacher';",
    )
    .await?;
    form.meets(&[Html], UNSURE).await?;
    passes(form, "not answered").await?;
    form.receiver.script(vec![Slow(Duration::from_secs(6))]);
    form.send().await?;
    form.says("Sending…").await?;
    passes(form, "busy").await?;
    form.says_within(WORKED, 12_000).await?;
    passes(form, "settled").await
}

async fn axe_finds_nothing_in_light(t: Ctx) -> Outcome {
    every_state(&Signup::open(&t, asking).await?).await
}

async fn axe_finds_nothing_in_dark(t: Ctx) -> Outcome {
    let narrow = Options::new().dark().size(320, 640);
    every_state(&Signup::open_as(&t, asking, narrow).await?).await
}

/// By a sign, a thicker line, and words.
async fn errors_are_more_than_a_colour(t: Ctx) -> Outcome {
    let form = Signup::open_as(&t, as_json, Options::new().forced_colors()).await?;
    let line = form.style(EMAIL, "border-top-width").await?;
    form.send().await?;
    let wrong = "document.querySelector('#page-signup-email').ariaInvalid === 'true'";
    form.wait_until(wrong, 5_000, "no error").await?;
    let thicker = form.style(EMAIL, "border-top-width").await?;
    check(
        line != thicker,
        format!("the line round the field stays {line} thick"),
    )?;
    let sign: String = form
        .exec("return getComputedStyle(document.querySelector('#page-signup-email-error'), '::before').content")
        .await?;
    check(
        sign.contains('!'),
        format!("the sign before an error is {sign}"),
    )?;
    let colours = "return ['#page-signup-email-error', '#page-signup-errors h3', '.signup > p']
        .map((css) => getComputedStyle(document.querySelector(css)).color)";
    let colours: Vec<String> = form.exec(colours).await?;
    let all_one = colours.iter().all(|colour| *colour == colours[0]);
    check(all_one, format!("colours are not forced: {colours:?}"))
}

/// Targets that are too small: 44 px each way, but that a link is as wide as its words. A box
/// counts with its label, which ticks it too.
const SMALL: &str = "
    const all = [...document.querySelectorAll(
      '.signup :is(a, button, select, [type=text], [type=checkbox])')];
    return all.filter((e) => e.checkVisibility() && !e.closest('.signup__trap'))
      .map((e) => [e, e.type === 'checkbox' ? e.parentElement : e])
      .map(([e, target]) => [e, target.getBoundingClientRect()])
      .filter(([e, r]) => r.height < 44 || r.width < (e.localName === 'a' ? 24 : 44))
      .map(([e, r]) => `${e.id || e.textContent}: ${r.width} by ${r.height}`);";

async fn targets_are_large(t: Ctx) -> Outcome {
    let form = Signup::open_as(&t, asking, Options::new().size(320, 640)).await?;
    form.send().await?;
    form.wait_until(
        "document.activeElement.id === 'page-signup-errors'",
        5_000,
        "no errors",
    )
    .await?;
    let small: Vec<String> = form.exec(SMALL).await?;
    check(
        small.is_empty(),
        format!("targets under 44 px: {}", small.join("; ")),
    )
}

/// What reaches beyond the page's edge.
const WIDE: &str = "
    const edge = document.documentElement.clientWidth + 0.5;
    const wide = [...document.querySelectorAll('[data-slot=signup] *')]
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > edge)
      .map((e) => `${e.id} ${e.localName}.${e.className}`);
    const page = document.documentElement.scrollWidth;
    return page > 320 ? [`the page is ${page} px wide`, ...wide] : wide;";

async fn nothing_scrolls_sideways(t: Ctx) -> Outcome {
    for settings in [large, in_a_tab] {
        let form = Signup::open_as(&t, settings, Options::new().size(320, 640)).await?;
        form.send().await?;
        form.wait_until(
            "document.activeElement.id === 'page-signup-errors'",
            5_000,
            "no errors",
        )
        .await?;
        for size in ["100%", "200%"] {
            form.exec_with::<()>(
                "document.documentElement.style.fontSize = arguments[0]",
                vec![size.into()],
            )
            .await?;
            let wide: Vec<String> = form.exec(WIDE).await?;
            check(wide.is_empty(), format!("at {size}: {}", wide.join("; ")))?;
        }
    }
    Ok(())
}

/// What is put into a live region is told if the region was there before: it is the same element
/// all along. What happened is told by the focus that comes to it, and so not twice.
async fn is_told_politely(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.exec::<()>(
        "const region = window.region = document.querySelector('#page-signup-said');
         window.told = [];
         new MutationObserver(() => window.told.push(region.textContent))
           .observe(region, {childList: true, subtree: true, characterData: true});",
    )
    .await?;
    form.fill().await?;
    form.send().await?;
    form.says(WORKED).await?;
    let told: Value = form
        .exec(
            "return [region === document.querySelector('#page-signup-said'),
                     region.getAttribute('role'), window.told]",
        )
        .await?;
    same(
        "what is told",
        told,
        json!([true, "status", ["Sending…", ""]]),
    )
}

async fn is_not_printed(t: Ctx) -> Outcome {
    let form = Signup::open(&t, as_json).await?;
    form.fill().await?;
    form.cdp("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await?;
    for css in ["#page-news", ".signup", EMAIL] {
        check(!form.is_visible(css).await?, format!("`{css}` is printed"))?;
    }
    form.cdp("Emulation.setEmulatedMedia", json!({"media": ""}))
        .await?;
    check(form.is_visible(EMAIL).await?, "the form does not come back")
}
