//! Nothing is cut off or too small to press, however wide the screen and large the text.

use browser_tests::prelude::*;
use serde_json::Value;

use crate::cases::help::{PAGES, PAGES_OF_LIBRARY};
use crate::cases::module::Module;

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("access::nothing_scrolls_sideways", nothing_scrolls_sideways),
        case("access::targets_are_large", targets_are_large),
        case("access::wide_text_is_whole", wide_text_is_whole),
        case("access::right_to_left", right_to_left),
    ]
}

async fn nothing_scrolls_sideways(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new().size(320, 640)).await?;
    for path in PAGES {
        module.goto(path).await?;
        for size in ["100%", "200%"] {
            module
                .exec_with::<Value>(
                    "document.documentElement.style.fontSize = arguments[0];
                     for (const e of document.querySelectorAll('details')) e.open = true",
                    vec![size.into()],
                )
                .await?;
            let width: u32 = module
                .exec("return document.documentElement.scrollWidth")
                .await?;
            check(
                width <= 320,
                format!("at {size} `{path}` is {width} px wide on a screen of 320"),
            )?;
        }
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
    const seen = [...document.querySelectorAll(
        ':is(a[href], button, summary, select, input, textarea):not([aria-hidden=true] *)')]
      .filter((e) => e.checkVisibility({visibilityProperty: true}) && !isIn(e));
    return [seen.length, seen.map((e) => [e, pressed(e).getBoundingClientRect()])
      .filter(([, {width, height}]) => width > 1 && (height < 44 || width < 44))
      .map(([e, {width, height}]) => `${e.className} \"${e.textContent.trim().slice(0, 30)}\": ${width} by ${height}`)]";

async fn targets_are_large(t: Ctx) -> Outcome {
    for (site, pages) in [
        (t.site(), &PAGES[..]),
        (t.library_site(), &PAGES_OF_LIBRARY[..]),
        (t.signup_site(), &PAGES[..1]),
    ] {
        let server = site.offline(false).start()?;
        let module = Module::of(t.browser(&server, Options::new()).await?);
        for path in pages {
            module.goto(path).await?;
            are_large(&module, path).await?;
        }
    }
    Ok(())
}

/// What is there to press once the page's scripts have shown it, in JavaScript: some of it, by page.
fn shown_by_scripts(path: &str) -> &'static str {
    match path {
        "" | "bees/index.html" => "(({client}) => client === 'ready')(document.documentElement.dataset)
            && document.querySelector('.progress__all button').checkVisibility({visibilityProperty: true})",
        "share.html" | "bees/share.html" => "!document.querySelector('.share__part button').hidden",
        _ => "document.querySelector('.reading__open').checkVisibility()",
    }
}

/// Fails where anything to press on the page is small, narrow or wide.
async fn are_large(module: &Module, path: &str) -> Outcome {
    let sentence = format!("the scripts of `{path}` do not start");
    module
        .wait_until(shown_by_scripts(path), 15_000, &sentence)
        .await?;
    let open = "for (const e of document.querySelectorAll('details')) e.open = true";
    module.exec::<Value>(open).await?;
    for width in [320, 1280] {
        module.set_viewport(width, 640).await?;
        let (seen, small): (usize, Vec<String>) = module.exec(SMALL).await?;
        let most = if path.is_empty() { 150 } else { 15 };
        check(
            seen >= most,
            format!("only {seen} things can be pressed in `{path}`"),
        )?;
        check(
            small.is_empty(),
            format!("under 44 px in `{path}`, {width} px wide: {small:#?}"),
        )?;
    }
    Ok(())
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
        for path in PAGES {
            module.goto(path).await?;
            space(&module).await?;
            is_whole(&module, width, &format!("`{path}`, its text spaced")).await?;
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
        for path in PAGES.into_iter().rev() {
            module.goto(path).await?;
            is_whole(&module, width, &format!("`{path}` from right to left")).await?;
        }
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
