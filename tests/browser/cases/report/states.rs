//! Pictures of what the page of a module can have to say of itself.

use browser_tests::prelude::*;

use super::{FORCED, pictures_of, prepare, write};
use crate::cases::exercise::quiz::Quiz;
use crate::cases::module::Module;
use crate::cases::offline::kept::{Kept, both};
use crate::cases::views::OF_STATES;

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
    let views @ [not_started, not_saved, all_done, ..] = OF_STATES;
    let look = &prepare(t, &views[..3], colours)?;

    let server = t.site().offline(false).start()?;
    let quiz = Quiz::open(t, &server, options.clone()).await?;
    quiz.keep_all_but(&[]).await?;
    pictures_of(&quiz, all_done, look).await?;
    server.fault("*.wasm", Fault::Missing);
    pictures_of(&quiz, not_started, look).await?;

    let server = t.site().offline(false).start()?;
    let refused = Module::open(t, &server, options.storage_refused()).await?;
    pictures_of(&refused, not_saved, look).await?;
    write()
}

async fn versions(t: &Ctx, colours: &str, options: Options) -> Outcome {
    let [.., kept, new_version] = OF_STATES;
    let look = &prepare(t, &[kept, new_version], colours)?;
    let (old, new) = both()?;
    let server = t.folder(old.folder()).start()?;
    // What is looked at is said once, to the page that is there then: nothing is opened before.
    let page = Kept::of(Module::of(t.browser(&server, options).await?));
    pictures_of(&page, kept, look).await?;
    page.is_controlled().await?;
    server.deploy(new.folder());
    pictures_of(&page, new_version, look).await?;
    write()
}
