//! For every reader: no finding by axe-core, nothing cut off on a narrow screen.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};

use crate::cases::help::{PAGES, PAGES_OF_LIBRARY};
use crate::cases::module::Module;
use crate::cases::views::states::{each_of_a_kept_page, each_of_a_visit};
use crate::cases::views::{Look, View};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "access::axe_finds_nothing_in_other_states",
            axe_finds_nothing_in_other_states,
        ),
        case(
            "access::axe_finds_nothing_in_what_it_says",
            axe_finds_nothing_in_what_it_says,
        ),
        case("access::print_shows_everything", print_shows_everything).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
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
        case("access::nothing_scrolls_sideways", nothing_scrolls_sideways),
        case("access::targets_are_large", targets_are_large),
        case("access::wide_text_is_whole", wide_text_is_whole),
        case("access::right_to_left", right_to_left),
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

async fn nothing_scrolls_sideways(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new().size(320, 640)).await?;
    for size in ["100%", "200%"] {
        module
            .exec_with::<Value>(
                "document.documentElement.style.fontSize = arguments[0]",
                vec![size.into()],
            )
            .await?;
        module
            .exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
            .await?;
        let width: u32 = module
            .exec("return document.documentElement.scrollWidth")
            .await?;
        check(
            width <= 320,
            format!("at {size} the page is {width} px wide on a screen of 320"),
        )?;
    }
    Ok(())
}

/// What is pressed and smaller than 44 by 44 px (WCAG 2.2, criterion 2.5.5), but for links in the words
/// of a sentence. What is drawn smaller may be pressed in all of its label, or of its card
/// (`library::leads_there_and_back`).
const SMALL: &str = "
    const isIn = (e) => getComputedStyle(e).display.startsWith('inline') && [...e.parentElement.childNodes]
      .some((node) => node.nodeType === 3 && node.data.trim().length > 1);
    const pressed = (e) => e.matches('[type=checkbox], [type=radio]') ? e.labels[0]
      : e.matches('.library__link') ? e.closest('.library__module') : e;
    return [...document.querySelectorAll(
        ':is(a[href], button, summary, select, input, textarea):not([aria-hidden=true] *)')]
      .filter((e) => e.checkVisibility({visibilityProperty: true}) && !isIn(e))
      .map((e) => [e, pressed(e).getBoundingClientRect()])
      .filter(([, {width, height}]) => width > 1 && (height < 44 || width < 44))
      .map(([e, {width, height}]) => `${e.className} \"${e.textContent.trim().slice(0, 30)}\": ${width} by ${height}`)";

async fn targets_are_large(t: Ctx) -> Outcome {
    for (site, pages) in [
        (t.site(), &PAGES[..]),
        (t.library_site(), &PAGES_OF_LIBRARY[..]),
        (t.signup_site(), &PAGES[..1]),
    ] {
        let server = site.offline(false).start()?;
        let page = t.browser(&server, Options::new()).await?;
        for path in pages {
            page.goto(path).await?;
            let open = "for (const e of document.querySelectorAll('details')) e.open = true";
            page.exec::<Value>(open).await?;
            for width in [320, 1280] {
                page.set_viewport(width, 640).await?;
                let small: Vec<String> = page.exec(SMALL).await?;
                check(
                    small.is_empty(),
                    format!("under 44 px in `{path}`, {width} px wide: {small:#?}"),
                )?;
            }
        }
    }
    Ok(())
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

/// WCAG 2.2, criterion 1.4.12: readers may set these distances for all text.
const SPACED: &str = "* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }";

/// Does what an extension or a style sheet of the reader's own does; not by an inline style, which the
/// page's policy refuses.
pub(crate) async fn space(module: &Module) -> Outcome {
    let sheet = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [sheet]";
    let spaced = module.exec_with::<Value>(sheet, vec![SPACED.into()]);
    spaced.await.map(drop)
}

/// The width of the page; what sticks out of its own box; what can be pressed and lies on something
/// else that can.
const CUT: &str = "
    const seen = (e) => e.checkVisibility({visibilityProperty: true}) && e.clientWidth > 1;
    const name = (e) => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`;
    const of = (css) => [...document.querySelectorAll(css)].filter(seen);
    const out = of('body :is(a, button, summary, label, legend, p, li, h1, h2, h3, h4, h5, select)')
      .filter((e) => getComputedStyle(e).display !== 'inline' && e.scrollWidth > e.clientWidth + 1);
    const pressed = of('a:not(.skip), button, summary, select, input:not([type=radio], [type=checkbox])');
    const box = (e) => e.getBoundingClientRect();
    const lies = pressed.flatMap((one, at) => pressed.slice(at + 1).filter((two) => {
      const [a, b] = [box(one), box(two)];
      return !one.contains(two) && a.left < b.right - 2 && b.left < a.right - 2
        && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    }).map((two) => `${name(one)} on ${name(two)}`));
    return [document.documentElement.scrollWidth, [...out.map(name), ...lies]]";

/// Opens everything that opens in the text, and fails if the page is wider than its screen, if text
/// sticks out of its box, or if things to press lie on each other.
pub(crate) async fn is_whole(module: &Module, width: u32, how: &str) -> Outcome {
    module
        .exec::<Value>("for (const e of document.querySelectorAll('main details')) e.open = true")
        .await?;
    let (wide, cut): (u32, Vec<String>) = module.exec(CUT).await?;
    check(
        wide <= width,
        format!("{how}, the page is {wide} px wide on a screen of {width}"),
    )?;
    check(
        cut.is_empty(),
        format!("{how}, this is not whole: {cut:#?}"),
    )
}

async fn wide_text_is_whole(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for width in [320, 1280] {
        let module = Module::open(&t, &server, Options::new().size(width, 640)).await?;
        for path in ["", "help.html"] {
            module.goto(path).await?;
            space(&module).await?;
            is_whole(&module, width, "with the text spaced").await?;
        }
    }
    Ok(())
}

async fn right_to_left(t: Ctx) -> Outcome {
    let server = t
        .site()
        .rewrite(|page| page.replace("<html ", "<html dir=\"rtl\" "))
        .start()?;
    for width in [320, 1280] {
        let module = Module::open(&t, &server, Options::new().size(width, 640)).await?;
        is_whole(&module, width, "from right to left").await?;
        // The way out ends the line, which is on the left; the list of help stays on the screen.
        let sides: Vec<f32> = module
            .exec(
                "return ['.exit', '.help__open', '.help__panel'].map((css) =>
                   document.querySelector(css).getBoundingClientRect().left)",
            )
            .await?;
        check(
            sides[0] < sides[1] && sides[2] >= 0.0,
            format!("the bar is not mirrored: {sides:?}"),
        )?;
    }
    Ok(())
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
