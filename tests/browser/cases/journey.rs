//! A journey: steps to pick, and a drawing that follows without any script.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use crate::cases::module::{FOLLOW, Module};

mod look;

/// The section that holds the journey of the published module.
const SECTION: &str = "control";

/// How many places the journey has, and how many steps.
const PLACES: usize = 6;
const STEPS: usize = 11;

/// By place, the step at which it is stopped.
const STOPPED: [Option<usize>; PLACES] = [None, Some(7), Some(8), Some(9), None, Some(10)];

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    let picked = vec![
        case("journey::arrow_keys_light_it", arrow_keys_light_it),
        case("journey::a_press_anywhere_picks", a_press_anywhere_picks),
        case(
            "journey::works_without_javascript",
            works_without_javascript,
        ),
        case("journey::reads_as_two_lists", reads_as_two_lists),
        case("journey::begins_anew", begins_anew),
    ];
    picked.into_iter().chain(look::cases()).collect()
}

/// Selects the field of a step.
fn field(step: usize) -> String {
    format!(".journey [value='{step}']")
}

/// Opens the section with the journey.
async fn open(t: &Ctx, server: &Server, options: Options) -> Outcome<Module> {
    let module = Module::open(t, server, options).await?;
    module.toggle(SECTION).await?;
    Ok(module)
}

impl Module {
    /// Gives the focus to the field of a step.
    async fn focus_step(&self, step: usize) -> Outcome {
        self.exec_with::<Value>(
            "document.querySelector(arguments[0]).focus()",
            vec![field(step).into()],
        )
        .await
        .map(|_| ())
    }

    /// Waits until a step is picked.
    async fn has_picked(&self, step: usize) -> Outcome {
        let picked = format!("document.querySelector(\"{}\").checked", field(step));
        self.wait_until(&picked, FOLLOW, &format!("step {step} is not picked"))
            .await
    }

    /// Waits until the drawing shows what belongs to a step.
    async fn draws(&self, step: usize) -> Outcome {
        self.has_picked(step).await?;
        let places = (1..=PLACES).zip(STOPPED).map(|(place, stopped)| {
            let by = stopped.is_some_and(|stopped| stopped <= step);
            let about = place == step || stopped == Some(step);
            json!([place <= step, by, by, about])
        });
        let arrows = (2..=PLACES).zip(&STOPPED[1..]).map(|(place, stopped)| {
            let open = stopped.is_none_or(|stopped| step < stopped);
            json!(place <= step && open)
        });
        let wanted = json!([places.collect::<Value>(), arrows.collect::<Value>()]);
        let drawn = format!("JSON.stringify({DRAWN}) === '{wanted}'");
        let failure = format!("the drawing does not show step {step}, which is {wanted}");
        let outcome = self.wait_until(&drawn, FOLLOW, &failure).await;
        if outcome.is_err() {
            let found: Value = self.exec(&format!("return {DRAWN}")).await?;
            return Err(Failure::new(format!("{failure}, but {found}")));
        }
        Ok(())
    }
}

/// What is seen of the drawing: for each place, whether it is lit, stopped, has a shield, and has the
/// ring; and for each arrow, whether it is lit. What is neither seen nor unseen is null.
const DRAWN: &str = "[
  [...document.querySelectorAll('.journey__place')].map((place) =>
    ['.journey__lit', 'circle.journey__off', 'g.journey__off', '.journey__now']
      .map((part) => place.querySelector(part))),
  [...document.querySelectorAll('.journey__arrow.journey__lit')],
].map((parts) => parts.map(function seen(part) {
  if (Array.isArray(part)) return part.map(seen);
  const opacity = part ? Number(getComputedStyle(part).opacity) : 0;
  return opacity >= 1 ? true : opacity <= 0 ? false : null;
}))";

async fn arrow_keys_light_it(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = open(&t, &server, Options::new()).await?;
    module.draws(1).await?;
    module.focus_step(1).await?;
    for step in 2..=STEPS {
        module.press("ArrowDown").await?;
        module.draws(step).await?;
    }
    module.press("ArrowUp").await?;
    module.draws(STEPS - 1).await?;
    // All steps are one stop of the Tab key; it leads on to the links after them.
    module.tab().await?;
    let at = module.focused().await?.tag;
    same("what has the focus after the steps", at.as_str(), "a")?;
    module.has_no_errors().await
}

async fn a_press_anywhere_picks(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = open(&t, &server, Options::new()).await?;
    for step in [4, 9, 2] {
        let words = format!(".journey__step:has([value='{step}']) > span");
        module.click(&words).await?;
        module.draws(step).await?;
    }
    Ok(())
}

async fn works_without_javascript(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    module.toggle(SECTION).await?;
    module.draws(1).await?;
    module.click(&field(3)).await?;
    module.draws(3).await?;
    module.press("ArrowDown").await?;
    module.draws(4).await?;
    // And nothing of it waits for a client that does not come.
    let server = t.site().fault("*.wasm", Fault::Missing).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.toggle(SECTION).await?;
    module.says_it_did_not_start().await?;
    module.click(&field(8)).await?;
    module.draws(8).await
}

/// Without the style sheet, as some readers' own tools show a page.
async fn reads_as_two_lists(t: Ctx) -> Outcome {
    let bare = t.site().rewrite(|html| {
        let parts = html.split_once("<style>");
        let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once("</style>")?.1)));
        parts.map_or(html.clone(), |(before, after)| format!("{before}{after}"))
    });
    let server = bare.start()?;
    let module = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    module.toggle(SECTION).await?;
    let words = module.text(".journey").await?;
    let parts = [
        "Where it can go",
        "Sam's phone. ",
        "A group chat. ",
        "What can stop it",
    ];
    let mut rest = words.as_str();
    for part in parts.into_iter().chain(["What Report Remove does. "]) {
        let found = rest.split_once(part);
        rest = found.map(|(_, rest)| rest).ok_or_else(|| {
            Failure::new(format!(
                "`{part}` is missing, or not in its place, in:\n{words}"
            ))
        })?;
    }
    let start = module.attribute(".journey ol[start]", "start").await?;
    same(
        "the number of the first way back",
        start.as_deref(),
        Some("7"),
    )
}

/// What was picked is nobody's business later: a browser would restore it.
async fn begins_anew(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = open(&t, &server, Options::new()).await?;
    module.click(&field(5)).await?;
    module.draws(5).await?;
    module.again().await?;
    module.has_picked(1).await
}
