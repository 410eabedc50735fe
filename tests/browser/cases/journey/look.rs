//! How a journey is seen: on every screen, on paper, and by every reader.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::{DRAWN, PLACES, STEPS, STOPPED, field, open};
use crate::cases::module::Module;

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    const NOT_PRINTED: &str = "no other engine's driver shows the page as it is printed";
    vec![
        case(
            "journey::stays_in_sight_and_covers_no_step",
            stays_in_sight_and_covers_no_step,
        ),
        case("journey::fits_a_narrow_screen", fits_a_narrow_screen),
        case("journey::mirrors", mirrors),
        case("journey::prints_whole", prints_whole).only(Engine::Chromium, NOT_PRINTED),
        case("journey::axe_finds_nothing", axe_finds_nothing),
        case("journey::shows_in_forced_colours", shows_in_forced_colours)
            .except(Engine::WebKit, "WebKit has no forced colours"),
    ]
}

/// How far the drawing is cut off, above or below.
const CUT_OFF: &str = "
    const {top, bottom} = document.querySelector('.journey svg').getBoundingClientRect();
    return Math.max(0, -top, bottom - innerHeight);";

/// Whether the field of a step is seen, whole and with nothing before it.
const STEP_SEEN: &str = "
    const pick = document.querySelector(arguments[0]);
    const {left, right, top, bottom} = pick.getBoundingClientRect();
    const front = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && front === pick;";

/// Goes down all steps by keys and up again, on small screens and large ones: the drawing stays in
/// sight, and covers no step that is come to.
async fn stays_in_sight_and_covers_no_step(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = open(&t, &server, Options::new()).await?;
    let down = (2..=STEPS).map(|step| (step, "ArrowDown"));
    let steps: Vec<_> = down
        .chain((1..STEPS).rev().map(|step| (step, "ArrowUp")))
        .collect();
    // On the low one there is no room for both.
    for (width, height, both) in [(1280, 800, true), (640, 400, false), (320, 568, true)] {
        module.set_viewport(width, height).await?;
        module.focus_step(1).await?;
        for (step, key) in &steps {
            module.press(key).await?;
            module.has_picked(*step).await?;
            let of_field: Vec<Value> = vec![field(*step).into()];
            if t.engine() == Engine::WebKit {
                // It does not follow an arrow key by itself, in no group of fields; people scroll.
                let scroll =
                    "document.querySelector(arguments[0]).scrollIntoView({block: 'nearest'})";
                module.exec_with::<Value>(scroll, of_field.clone()).await?;
            }
            let seen: bool = module.exec_with(STEP_SEEN, of_field).await?;
            let cut: f64 = module.exec(CUT_OFF).await?;
            let state = format!("at {width} px and step {step}");
            check(seen, format!("{state}, the step is not seen whole"))?;
            let failure = format!("{state}, {cut} px of the drawing are cut off");
            check(!both || cut < 1.0, failure)?;
        }
    }
    Ok(())
}

async fn fits_a_narrow_screen(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = open(&t, &server, Options::new().size(320, 640)).await?;
    for size in ["100%", "200%"] {
        let wide: Vec<String> = module
            .exec_with(
                "document.documentElement.style.fontSize = arguments[0];
                 return [...document.querySelectorAll('.journey, .journey *')]
                   .filter((e) => e.closest('svg') === e || !e.closest('svg'))
                   .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
                     || e.getBoundingClientRect().right > innerWidth)
                   .map((e) => e.className.baseVal ?? e.className)",
                vec![size.into()],
            )
            .await?;
        check(wide.is_empty(), format!("at {size}, too wide: {wide:?}"))?;
    }
    Ok(())
}

async fn mirrors(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = open(&t, &server, Options::new()).await?;
    // How far the last place lies to the right of the first; and whether a number is turned back.
    let way = "const [first, last] = ['1', '6'].map((step) =>
          document.querySelector(`.journey__place[data-on='${step}'] > circle`)
            .getBoundingClientRect().x);
        const turned = [...document.querySelectorAll('.journey text, .journey__icon')]
          .map((part) => getComputedStyle(part).transform === 'matrix(-1, 0, 0, 1, 0, 0)');
        return [last > first, turned.some((part) => part), turned.every((part) => part)];";
    let found: [bool; 3] = module.exec(way).await?;
    same("the way of the drawing", found, [true, false, false])?;
    module
        .exec::<Value>("document.documentElement.dir = 'rtl'")
        .await?;
    let found: [bool; 3] = module.exec(way).await?;
    same(
        "the mirrored way of the drawing",
        found,
        [false, true, true],
    )
}

async fn prints_whole(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    // Closed, as most sections are when somebody prints the page.
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .cdp("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await?;
    let all = "document.querySelectorAll('.journey__step > span')";
    let seen = format!("[...{all}].every((e) => e.checkVisibility() && e.offsetHeight > 10)");
    let read: bool = module
        .exec(&format!("return {all}.length === {STEPS} && {seen}"))
        .await?;
    check(read, "the words of a step are not on paper")?;
    check(!module.is_visible(&field(2)).await?, "a field is on paper")?;
    let drawn: [Vec<Value>; 2] = module.exec(&format!("return {DRAWN}")).await?;
    let places = STOPPED.map(|stopped| {
        let by = stopped.is_some();
        json!([true, by, by, false])
    });
    same("the places on paper", drawn[0].as_slice(), &places)?;
    let arrows = [true; PLACES - 1].map(Value::from);
    same("the arrows on paper", drawn[1].as_slice(), &arrows)
}

async fn axe_finds_nothing(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let narrow = Options::new().dark().size(320, 640);
    for (options, steps) in [(Options::new(), [4, 8].as_slice()), (narrow, &[8])] {
        let module = open(&t, &server, options).await?;
        for step in steps {
            module.click(&field(*step)).await?;
            module.draws(*step).await?;
            let passed = axe::passes_in(&module, "details:has(.journey)").await;
            passed.map_err(|found| found.during(&format!("at step {step}")))?;
        }
    }
    Ok(())
}

/// Tints are not there: what is picked, lit and stopped has to differ all the same.
async fn shows_in_forced_colours(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = open(&t, &server, Options::new().forced_colors()).await?;
    module.click(&field(8)).await?;
    module.draws(8).await?;
    let picked = module.style(&field(8), "background-color").await?;
    let other = module.style(&field(7), "background-color").await?;
    check(
        picked != other,
        format!("a picked field is {picked}, like any other"),
    )?;
    let line = |part: &str| format!(".journey__place[data-on='3'] > .journey__{part}");
    let lit = module.style(&line("lit"), "stroke-width").await?;
    let off = module.style(&line("off"), "stroke-width").await?;
    check(
        lit != off,
        format!("the line of a stopped place is {off} wide, like any other"),
    )?;
    let unlit = ".journey__place[data-on='3'] > circle:nth-child(2)";
    let dashes = module.style(unlit, "stroke-dasharray").await?;
    check(
        dashes != "none",
        "a place that is not come to has a whole line",
    )
}
