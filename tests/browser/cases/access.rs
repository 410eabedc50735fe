//! For every reader: what a device wishes for, and the first stop of the keyboard.

mod axe;
mod fit;

use browser_tests::prelude::*;
use serde_json::json;

use crate::cases::module::Module;
pub(crate) use fit::{is_whole, space};

/// The cases of this file and of those below it.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = of_this_file();
    cases.extend(axe::cases());
    cases.extend(fit::cases());
    cases
}

fn of_this_file() -> Vec<Case> {
    vec![
        case("access::print_shows_everything", print_shows_everything).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
        case("access::more_contrast", more_contrast).only(
            Engine::Chromium,
            "no other engine's driver says that a person wishes for more contrast",
        ),
        case("access::reduced_motion", reduced_motion),
        case("access::forced_colours", forced_colours)
            .except(Engine::WebKit, "it has no forced colours"),
        case("access::needs_no_images", needs_no_images),
        case(
            "access::the_first_stop_skips_to_the_text",
            the_first_stop_skips_to_the_text,
        ),
    ]
}

async fn print_shows_everything(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .cdp("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await?;
    let hidden: Vec<String> = module
        .exec(
            "return [...document.querySelectorAll('.section__text, .sources li')]
               .filter((e) => e.getBoundingClientRect().height < 10).map((e) => e.id || e.textContent)",
        )
        .await?;
    check(hidden.is_empty(), format!("not on paper: {hidden:?}"))?;
    check(
        !module.is_visible(".progress").await?,
        "the strip is printed",
    )?;
    module
        .cdp("Emulation.setEmulatedMedia", json!({"media": ""}))
        .await?;
    module.counts("0 of 12 read").await
}

async fn more_contrast(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let colours = "const of = (css) => getComputedStyle(document.querySelector(css));
        return [of('.button').borderColor, of('.foot').borderTopColor, of('body').color]";
    for scheme in ["light", "dark"] {
        let wish = json!({"features": [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-contrast", "value": "more"},
        ]});
        module.cdp("Emulation.setEmulatedMedia", wish).await?;
        let found: [String; 3] = module.exec(colours).await?;
        check(
            found[0] == found[2] && found[1] == found[2],
            format!("{scheme}: with more contrast, edges are not as words are: {found:?}"),
        )?;
    }
    Ok(())
}

/// What moves does so in less than a fifth of a second, and not where a person wishes for none.
async fn reduced_motion(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let moving = "return [...document.querySelectorAll('*')].flatMap((e) =>
        ['', '::before', '::after'].flatMap((part) =>
          getComputedStyle(e, part).transitionDuration.split(',').map(parseFloat)))
        .filter((seconds) => seconds > 0)";
    for (options, moves) in [
        (Options::new(), true),
        (Options::new().reduced_motion(), false),
    ] {
        let module = Module::open(&t, &server, options).await?;
        let found: Vec<f64> = module.exec(moving).await?;
        let count = found.len();
        check((count > 0) == moves, format!("{count} parts move"))?;
        let slow = found.into_iter().find(|&seconds| seconds >= 0.2);
        check(slow.is_none(), format!("a part moves for {slow:?} s"))?;
    }
    Ok(())
}

/// What is drawn with a colour of the system is seen; what has a colour of its own may not be.
async fn forced_colours(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for options in [Options::new(), Options::new().dark()] {
        let module = Module::open(&t, &server, options.forced_colors()).await?;
        let unseen: Vec<String> = module
            .exec(
                "const seen = (e) => e.checkVisibility({visibilityProperty: true});
                 const forced = matchMedia('(forced-colors: active)').matches;
                 const buttons = [...document.querySelectorAll('.button, .exit, .help__open, .head__link, .field')];
                 const edge = (e) => {
                   const {borderTopWidth, borderTopStyle, borderTopColor, backgroundColor} = getComputedStyle(e);
                   return parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none'
                     && borderTopColor !== backgroundColor;
                 };
                 return [...(forced ? [] : ['colours are not forced']),
                   ...buttons.filter((e) => seen(e) && !edge(e)).map((e) => e.className)]",
            )
            .await?;
        check(unseen.is_empty(), format!("no edge is seen of {unseen:?}"))?;
    }
    Ok(())
}

/// Every picture is drawn in the page; where a browser shows none, no words are missing.
async fn needs_no_images(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let found: Vec<String> = module
        .exec(
            "const fetched = performance.getEntriesByType('resource')
               .filter(({initiatorType}) => ['img', 'css', 'image'].includes(initiatorType));
             const told = [...document.querySelectorAll('img, svg, [role=img]')].filter((e) =>
               e.tagName === 'IMG' || !(e.closest('[aria-hidden=true]') || e.getAttribute('aria-label')));
             return [...fetched.map(({name}) => name), ...told.map((e) => e.outerHTML.slice(0, 80))]",
        )
        .await?;
    check(found.is_empty(), format!("there are pictures: {found:?}"))
}

async fn the_first_stop_skips_to_the_text(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.tab().await?;
    same(
        "the first stop",
        module.focused().await?.text,
        "Skip to the text".to_owned(),
    )?;
    check(
        module.is_visible(".skip").await?,
        "the link is not seen when it has the focus",
    )?;
    module.press("Enter").await?;
    same(
        "the focus",
        module.focused().await?.id,
        "page-main".to_owned(),
    )
}
