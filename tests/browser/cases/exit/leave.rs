//! Ways to leave, and where they stand.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{EXIT, LEAVING, Sites, shows_nothing};
use crate::cases::help::PAGES;
use crate::cases::module::Module;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("exit::leaves_by_a_press", leaves_by_a_press),
        case("exit::is_the_second_stop", is_the_second_stop),
        case(
            "exit::leads_away_without_java_script",
            leads_away_without_java_script,
        ),
        case(
            "exit::promises_less_without_its_script",
            promises_less_without_its_script,
        ),
        case("exit::waits_for_no_client", waits_for_no_client),
        case("exit::leaves_every_page", leaves_every_page),
        case("exit::stays_in_reach", stays_in_reach),
        case("exit::is_blank_offline", is_blank_offline),
        case("exit::says_what_it_cannot_do", says_what_it_cannot_do),
    ]
}

async fn leaves_by_a_press(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await
}

async fn is_the_second_stop(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new().size(320, 256)).await?;
    check(
        module.style(".exit-twin", "clip-path").await? != "none",
        "the second way out is seen without the focus",
    )?;
    module.tab().await?;
    module.tab().await?;
    same(
        "the focus",
        module.focused().await?.text,
        "Leave quickly".to_owned(),
    )?;
    // In WebKit nothing matches `:focus` in a window that has not got the focus itself, as when
    // another trial's window has it.
    let has_focus =
        module.engine() != Engine::WebKit || module.exec("return document.hasFocus()").await?;
    if has_focus {
        is_on_top(&module, ".exit-twin").await?;
    }
    axe::passes(&module).await?;
    module.press("Enter").await?;
    sites.is_left(&module).await
}

/// Fails if anything lies over the middle of this element.
async fn is_on_top(module: &Module, css: &str) -> Outcome {
    let place = module.rect(css).await?;
    let hit = "return document.elementFromPoint(arguments[0], arguments[1]).className";
    let middle = vec![
        (place.x + place.width / 2.0).into(),
        (place.y + place.height / 2.0).into(),
    ];
    let hit: String = module.exec_with(hit, middle).await?;
    check(hit.contains(&css[1..]), format!("`{hit}` covers it"))
}

/// A plain link: it leads away, and can do no more.
async fn leads_away_without_java_script(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let options = Options::new().without_java_script();
    let page = t.open(&sites.site, options).await?;
    check(
        !page.is_visible(".exit-words__keys").await?,
        "it promises what no script does",
    )?;
    // WebDriver does not read what stands there for no script.
    let words = "return document.querySelector('.head .exit-words').innerText";
    let words: String = page.exec(words).await?;
    check(words.contains("Back button leads to this page"), words)?;
    page.click(EXIT).await?;
    sites.is_left(&page).await
}

async fn waits_for_no_client(t: Ctx) -> Outcome {
    let late = t
        .site()
        .fault("*.wasm", Fault::Hang)
        .fault("client*.js", Fault::Hang);
    let sites = Sites::with(&t, late)?;
    let page = t
        .open(&sites.site, Options::new().without_waiting())
        .await?;
    let there = "'exit' in document.documentElement.dataset";
    page.wait_until(there, LEAVING, "the script does not start")
        .await?;
    for _ in 0..3 {
        page.press("Shift").await?;
    }
    sites.is_left(&page).await
}

async fn leaves_every_page(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let page = t.browser(&sites.site, Options::new()).await?;
    for path in PAGES {
        page.goto(path).await?;
        let there = "'exit' in document.documentElement.dataset";
        page.wait_until(there, LEAVING, "the script does not start")
            .await?;
        page.tab().await?;
        page.tab().await?;
        let stop = page.focused().await?.text;
        same(
            &format!("the second stop of `{path}`"),
            stop.as_str(),
            "Leave quickly",
        )?;
        page.click(EXIT).await?;
        sites.is_left(&page).await?;
    }
    Ok(())
}

async fn stays_in_reach(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    for (width, height) in [(320, 256), (320, 640), (768, 1024), (1280, 800)] {
        module.set_viewport(width, height).await?;
        for part in [0.0, 0.5, 1.0] {
            let scroll = "scrollTo(0, arguments[0] * document.documentElement.scrollHeight)";
            module.exec_with::<Value>(scroll, vec![part.into()]).await?;
            let place = module.rect(EXIT).await?;
            let seen = place.x >= 0.0
                && place.y >= 0.0
                && place.right() <= f64::from(width)
                && place.bottom() <= f64::from(height);
            check(
                seen,
                format!("at {width} by {height}, {part} down, it is at {place:?}"),
            )?;
            let help = module.rect(".help__open").await?;
            // Two rows would take twice as much of a small screen.
            check(
                help.right() <= place.x && (help.y - place.y).abs() < 1.0,
                format!("at {width} it is not beside the help: {help:?}, {place:?}"),
            )?;
        }
    }
    Ok(())
}

/// The script is blocked, or its server half-way through a deployment: the link is a link, and nobody is
/// told that the device forgets.
async fn promises_less_without_its_script(t: Ctx) -> Outcome {
    let site = t.site().fault("exit-*.js", Fault::Missing);
    let sites = Sites::with(&t, site)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    let promise = ".head .exit-words__keys";
    check(
        !module.is_visible(promise).await?,
        "it promises what nothing does",
    )?;
    module.click(EXIT).await?;
    sites.is_left(&module).await
}

async fn is_blank_offline(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.cut_off(true).await?;
    module.click(EXIT).await?;
    let blank = "location.pathname.endsWith('/blank.html') && document.title === 'Blank page'";
    module
        .wait_until(blank, LEAVING, "no blank page comes")
        .await?;
    shows_nothing(&module).await?;
    // Its words come when nobody can have left any more.
    let told = "document.body.innerText.startsWith('Close this tab')";
    module
        .wait_until(told, LEAVING, "it does not say how to leave")
        .await?;
    shows_nothing(&module).await?;
    axe::passes(&module).await?;
    module.cut_off(false).await?;
    module.reload().await?;
    shows_nothing(&module).await
}

async fn says_what_it_cannot_do(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    let words = module.text(".head .exit-words").await?;
    for part in [
        "can't clear your browser's history",
        "files that it stores",
        "may still know that you were here",
        "program that watches this device",
        "Shift three times within five seconds",
        "This device then forgets",
    ] {
        check(
            words.contains(part),
            format!("`{part}` is not said: {words}"),
        )?;
    }
    check(!words.contains("Without JavaScript"), words)
}
