//! No finding by axe-core.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::Value;

use crate::cases::module::Module;
use crate::cases::views::states::{each_of_a_kept_page, each_of_a_visit};
use crate::cases::views::{Look, View};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "access::axe_finds_nothing_in_other_states",
            axe_finds_nothing_in_other_states,
        ),
        case(
            "access::axe_finds_nothing_in_what_it_says",
            axe_finds_nothing_in_what_it_says,
        ),
        case(
            "access::axe_finds_nothing_in_light",
            axe_finds_nothing_in_light,
        ),
        case(
            "access::axe_finds_nothing_in_dark",
            axe_finds_nothing_in_dark,
        ),
        case(
            "access::axe_finds_nothing_when_it_fails",
            axe_finds_nothing_when_it_fails,
        ),
    ]
}

/// The page at first, and with everything open and read. In between, axe-core would see nothing else.
async fn every_state(module: &Module) -> Outcome {
    axe::passes(module).await?;
    module.read_everything().await?;
    module
        .exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
        .await?;
    axe::passes(module).await
}

async fn axe_finds_nothing_in_light(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    every_state(&Module::open(&t, &server, Options::new()).await?).await
}

async fn axe_finds_nothing_in_dark(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let narrow = Options::new().dark().size(320, 640);
    every_state(&Module::open(&t, &server, narrow).await?).await
}

async fn axe_finds_nothing_when_it_fails(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Missing).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.says_it_did_not_start().await?;
    axe::passes(&module).await
}

async fn axe_finds_nothing_in_other_states(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let module = Module::open(&t, &server, Options::new().dark()).await?;
    // Other words stand in the same line in the other cases.
    module.keep("rubbish").await?;
    module.again().await?;
    module.says_of_keeping("can't be saved").await?;
    axe::passes(&module).await?;
    server.fault("*.wasm", Fault::Missing);
    module.goto("?").await?;
    module.says_it_did_not_start().await?;
    axe::passes(&module).await
}

/// axe-core, on what a view shows that others do not.
struct Axe;

impl Look for Axe {
    async fn at(&self, module: &Module, view: View) -> Outcome {
        view.show(module).await?;
        axe::passes_in(module, view.at)
            .await
            .map_err(|failure| failure.during(&format!("the view `{}`", view.name)))
    }
}

async fn axe_finds_nothing_in_what_it_says(t: Ctx) -> Outcome {
    let narrow = Options::new().dark().size(320, 640);
    each_of_a_visit(&t, &narrow, &Axe).await?;
    each_of_a_kept_page(&t, &Options::new(), &Axe).await
}
