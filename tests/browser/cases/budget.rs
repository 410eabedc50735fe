//! What a visit costs: sizes, requests, and things that move while the page loads.

use browser_tests::bench::{Figure, Line, Sizes, visit};
use browser_tests::prelude::*;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const REASON: &str = "what is fetched is the same everywhere, and only Chromium tells of \
                          layout shifts";
    vec![
        case("budget::the_first_load_is_small", the_first_load_is_small)
            .only(Engine::Chromium, REASON),
        case(
            "budget::nothing_moves_while_it_loads",
            nothing_moves_while_it_loads,
        )
        .only(Engine::Chromium, REASON),
    ]
}

async fn the_first_load_is_small(t: Ctx) -> Outcome {
    let figures = Sizes::of(t.site()).await?.figures();
    let over: Vec<String> = figures
        .iter()
        .filter(|figure| figure.is_error())
        .map(Figure::sentence)
        .collect();
    check(over.is_empty(), over.join("\n"))
}

async fn nothing_moves_while_it_loads(t: Ctx) -> Outcome {
    for line in Line::ALL {
        let server = t.site().start()?;
        let shift = visit(&server, line, true).await?.shift;
        let figure = Figure::told(line.name(), shift, "").at_most(0.0).kept();
        check(
            !figure.is_error(),
            format!("things move, {}", figure.sentence()),
        )?;
    }
    Ok(())
}
