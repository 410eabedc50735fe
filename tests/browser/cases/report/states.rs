//! Pictures of what the page of a module can have to say of itself.

use browser_tests::prelude::*;

use super::{FORCED, Pictures, write};
use crate::cases::views::states::{
    each_of_a_kept_page, each_of_a_visit, of_a_kept_page, of_a_visit,
};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("report::states_in_light", states_in_light),
        case("report::states_in_dark", states_in_dark),
        case("report::states_in_forced_colours", states_in_forced_colours)
            .except(Engine::WebKit, FORCED),
        case("report::versions_in_light", versions_in_light),
        case("report::versions_in_dark", versions_in_dark),
        case(
            "report::versions_in_forced_colours",
            versions_in_forced_colours,
        )
        .except(Engine::WebKit, FORCED),
    ]
}

async fn states_in_light(t: Ctx) -> Outcome {
    states(&t, "light", Options::new()).await
}

async fn states_in_dark(t: Ctx) -> Outcome {
    states(&t, "dark", Options::new().dark()).await
}

async fn states_in_forced_colours(t: Ctx) -> Outcome {
    states(&t, "forced", Options::new().forced_colors()).await
}

async fn versions_in_light(t: Ctx) -> Outcome {
    versions(&t, "light", Options::new()).await
}

async fn versions_in_dark(t: Ctx) -> Outcome {
    versions(&t, "dark", Options::new().dark()).await
}

async fn versions_in_forced_colours(t: Ctx) -> Outcome {
    versions(&t, "forced", Options::new().forced_colors()).await
}

async fn states(t: &Ctx, colours: &str, options: Options) -> Outcome {
    let pictures = Pictures::prepare(t, of_a_visit(), colours)?;
    each_of_a_visit(t, &options, &pictures).await?;
    write()
}

async fn versions(t: &Ctx, colours: &str, options: Options) -> Outcome {
    let pictures = Pictures::prepare(t, of_a_kept_page(), colours)?;
    each_of_a_kept_page(t, &options, &pictures).await?;
    write()
}
