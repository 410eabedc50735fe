//! Shift, three times within five seconds.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{LEAVING, Sites};
use crate::cases::module::Module;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("exit::shift_counts_to_three", shift_counts_to_three),
        case("exit::either_shift_counts", either_shift_counts),
        case(
            "exit::shift_with_others_does_not_count",
            shift_with_others_does_not_count,
        ),
        case(
            "exit::shift_in_a_field_does_not_count",
            shift_in_a_field_does_not_count,
        ),
        case(
            "exit::a_touch_keyboard_does_not_count",
            a_touch_keyboard_does_not_count,
        ),
        case("exit::slow_shifts_do_not_count", slow_shifts_do_not_count),
    ]
}

/// What is said of the count.
async fn said(page: &Page) -> Outcome<String> {
    page.exec("return document.querySelector('.exit__count').textContent")
        .await
}

/// Fails if anything was counted.
async fn has_counted_nothing(page: &Page, what: &str) -> Outcome {
    same(what, said(page).await?, String::new())
}

async fn shift_counts_to_three(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new().size(320, 256)).await?;
    same(
        "what tells the count aloud",
        module.attribute(".exit__count", "role").await?,
        Some("status".to_owned()),
    )?;
    for words in [
        "Press Shift 2 more times to leave.",
        "Press Shift once more to leave.",
    ] {
        module.press("Shift").await?;
        same("the count", said(&module).await?, words.to_owned())?;
        same(
            "what is seen of it",
            module.text(".exit__count").await?,
            words.to_owned(),
        )?;
        let place = module.rect(".exit__count").await?;
        check(
            place.x >= 0.0 && place.right() <= 320.0,
            format!("it is at {place:?}"),
        )?;
    }
    module.press("Shift").await?;
    sites.is_left(&module).await
}

async fn either_shift_counts(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    for key in ["Shift", "ShiftRight", "Shift"] {
        module.press(key).await?;
    }
    sites.is_left(&module).await
}

async fn shift_with_others_does_not_count(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    for keys in ["Shift+a", "Shift+Tab", "Control+Shift", "Shift+Control"] {
        for _ in 0..3 {
            module.press(keys).await?;
        }
        has_counted_nothing(&module, keys).await?;
    }
    // A press of a pointer with the key held selects text. Of the second Shift some drivers tell
    // nothing, and some as if the first were held down on.
    for (what, meanwhile) in [
        (
            "Shift and a pointer",
            "document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}))",
        ),
        (
            "both Shifts",
            "key('keydown', 'ShiftRight'); key('keyup', 'ShiftRight')",
        ),
        (
            "both Shifts, told as one",
            "key('keydown', 'ShiftRight', true); key('keyup', 'ShiftRight')",
        ),
    ] {
        let dispatched = format!(
            "const key = (name, code, repeat) => document.body.dispatchEvent(
               new KeyboardEvent(name, {{key: 'Shift', code, repeat, bubbles: true}}));
             for (let i = 0; i < 3; i += 1) {{
               key('keydown', 'ShiftLeft');
               {meanwhile};
               key('keyup', 'ShiftLeft');
             }}"
        );
        module.exec::<Value>(&dispatched).await?;
        has_counted_nothing(&module, what).await?;
    }
    press_three_times(&module).await?;
    sites.is_left(&module).await
}

async fn press_three_times(module: &Module) -> Outcome {
    for _ in 0..3 {
        module.press("Shift").await?;
    }
    Ok(())
}

async fn shift_in_a_field_does_not_count(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    for field in [
        "<input>",
        "<textarea></textarea>",
        "<p contenteditable=true>x</p>",
    ] {
        let focus = "document.querySelector('.foot').innerHTML = arguments[0];
            document.querySelector('.foot').firstElementChild.focus()";
        module.exec_with::<Value>(focus, vec![field.into()]).await?;
        press_three_times(&module).await?;
        has_counted_nothing(&module, field).await?;
    }
    // What one ticks is no field to type into.
    let focus = "[...document.querySelectorAll('[type=radio]')]
        .find((radio) => radio.checkVisibility()).focus()";
    module.exec::<Value>(focus).await?;
    press_three_times(&module).await?;
    sites.is_left(&module).await
}

/// Keyboards on a screen tell of a Shift without a physical key.
async fn a_touch_keyboard_does_not_count(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    let press = "
        for (let i = 0; i < 3; i += 1)
          for (const name of ['keydown', 'keyup'])
            document.body.dispatchEvent(new KeyboardEvent(name,
              {key: 'Shift', code: arguments[0], bubbles: true}));";
    module.exec_with::<Value>(press, vec!["".into()]).await?;
    has_counted_nothing(&module, "a key that is none").await?;
    module
        .exec_with::<Value>(press, vec!["ShiftLeft".into()])
        .await?;
    sites.is_left(&module).await
}

async fn slow_shifts_do_not_count(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.press("Shift").await?;
    let ended =
        "document.querySelector('.exit__count').textContent === 'You are still on this page.'";
    module
        .wait_until(ended, 8_000, "the count does not end after five seconds")
        .await?;
    module.press("Shift").await?;
    module.press("Shift").await?;
    same(
        "two presses in time",
        said(&module).await?,
        "Press Shift once more to leave.".to_owned(),
    )?;
    let over = "document.querySelector('.exit__count').textContent === ''";
    module
        .wait_until(over, 2 * LEAVING, "the count stays")
        .await?;
    check(module.is_visible("h1").await?, "the page was left")
}
