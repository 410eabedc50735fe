//! What a visit costs: sizes, requests, and things that move while the page loads.

use browser_tests::bench::{self, Figure, Line, Sizes, visit_at};
use browser_tests::prelude::*;
use browser_tests::settings;

use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const REASON: &str = "what is fetched is the same everywhere, and only Chromium tells of \
                          layout shifts";
    vec![
        case(
            "budget::one_file_is_little_larger",
            one_file_is_little_larger,
        )
        .only(Engine::Chromium, REASON),
        case(
            "budget::nothing_moves_for_one_who_returns",
            nothing_moves_for_one_who_returns,
        )
        .only(Engine::Chromium, REASON),
        case(
            "budget::nothing_moves_while_it_comes_in",
            nothing_moves_while_it_comes_in,
        )
        .only(Engine::Chromium, REASON),
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
    let mut figures = Sizes::of(t.site()).await?.figures();
    let with_signup = Sizes::of(t.signup_site()).await?;
    figures.extend(with_signup.figures_with_signup());
    keeps_to_its_budget(&figures)
}

async fn one_file_is_little_larger(_t: Ctx) -> Outcome {
    keeps_to_its_budget(&bench::single(&settings::path(settings::SITE)?).await?)
}

fn keeps_to_its_budget(figures: &[Figure]) -> Outcome {
    let over: Vec<String> = figures
        .iter()
        .filter(|figure| figure.is_error())
        .map(Figure::sentence)
        .collect();
    check(over.is_empty(), over.join("\n"))
}

/// How far things have moved since the page began to load.
const SHIFT: &str = "
    return new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
      }).observe({type: 'layout-shift', buffered: true});
      setTimeout(() => done(sum), 300);
    })";

async fn nothing_moves_for_one_who_returns(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for size in [(320, 640), (1280, 800)] {
        let refusing = Options::new().size(size.0, size.1).storage_refused();
        let module = Module::open(&t, &server, refusing).await?;
        let shift: f64 = module.exec(SHIFT).await?;
        let moved = format!("at {size:?} without storage things move by {shift}");
        check(shift < 0.0005, moved)?;
        let module = Module::open(&t, &server, Options::new().size(size.0, size.1)).await?;
        for kept in [
            r#"{"v":1,"read":["i-sent-one","threats"]}"#,
            "rubbish",
            r#"{"v":9}"#,
        ] {
            module.keep(kept).await?;
            module.again().await?;
            let shift: f64 = module.exec(SHIFT).await?;
            let moved = format!("at {size:?} with {kept} things move by {shift}");
            check(shift < 0.0005, moved)?;
        }
    }
    Ok(())
}

/// A browser draws what is there of a page. What comes later has a place of its own.
async fn nothing_moves_while_it_comes_in(t: Ctx) -> Outcome {
    let page = std::fs::read_to_string(settings::path(settings::SITE)?.join("index.html"))?;
    let body = page
        .find("<body")
        .ok_or_else(|| Failure::new("the page has no body"))?;
    for next in [
        "class=\"help\"",
        "class=\"exit\"",
        "class=\"exit__count\"",
        "class=\"header\"",
        "class=\"reading\"",
        "class=\"reading__kept\"",
        "class=\"head__title\"",
        "class=\"progress\"",
        "class=\"section__title\"",
    ] {
        let place = page.get(body..).and_then(|rest| rest.find(next));
        let place = place.ok_or_else(|| Failure::new(format!("the page has no `{next}`")))?;
        for size in [(320, 640), (1280, 800)] {
            let server = t.site().start()?;
            server.fault("/", Fault::Pause(body + place));
            let options = Options::new().size(size.0, size.1);
            let module = Module::open(&t, &server, options).await?;
            let shift: f64 = module.exec(SHIFT).await?;
            let moved = format!(
                "at {size:?}, where the page stops before `{next}`, things move by {shift}"
            );
            check(shift < 0.0005, moved)?;
        }
    }
    Ok(())
}

async fn nothing_moves_while_it_loads(t: Ctx) -> Outcome {
    for (path, line) in ["", "#quiz-age"]
        .into_iter()
        .flat_map(|path| Line::ALL.map(|line| (path, line)))
    {
        let server = t.site().start()?;
        let shift = visit_at(&server, path, line, true).await?.shift;
        let name = format!("{} at \"{path}\"", line.name());
        let figure = Figure::told(name, shift, "").at_most(0.0).kept();
        check(
            !figure.is_error(),
            format!("things move, {}", figure.sentence()),
        )?;
    }
    Ok(())
}
