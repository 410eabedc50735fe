//! Help is one tap away, on every page, whatever else works.

use std::collections::BTreeMap;

use browser_tests::prelude::*;
use serde_json::Value;

use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const PRINTS: &str = "WebKit's driver has no command to print";
    vec![
        case("help::opens_without_java_script", opens_without_java_script),
        case("help::opens_before_the_client", opens_before_the_client),
        case("help::opens_by_keyboard", opens_by_keyboard),
        case("help::stays_in_reach", stays_in_reach),
        case(
            "help::is_in_the_same_place_everywhere",
            is_in_the_same_place_everywhere,
        ),
        case("help::an_address_opens_it", an_address_opens_it),
        case("help::leads_to_what_to_do_now", leads_to_what_to_do_now),
        case("help::hides_no_focus", hides_no_focus),
        case("help::axe_finds_nothing", axe_finds_nothing),
        case(
            "help::axe_finds_nothing_on_a_dark_phone",
            axe_finds_nothing_on_a_dark_phone,
        ),
        case("help::closes_by_itself", closes_by_itself),
        case("help::the_card_is_one_sheet", the_card_is_one_sheet).except(Engine::WebKit, PRINTS),
        case("help::is_not_printed_twice", is_not_printed_twice).except(Engine::WebKit, PRINTS),
    ]
}

/// What opens the help.
const OPEN: &str = ".help__open";

/// The pages of the site.
pub(crate) const PAGES: [&str; 5] = [
    "",
    "finished.html",
    "help.html",
    "privacy.html",
    "share.html",
];

/// The pages of a site of several modules: its own, and those of one of them.
pub(crate) const PAGES_OF_LIBRARY: [&str; 8] = [
    "index.html",
    "help.html",
    "privacy.html",
    "bees/index.html",
    "bees/finished.html",
    "bees/help.html",
    "bees/privacy.html",
    "bees/share.html",
];

/// The sizes of a small phone, a page at 400 %, and a desktop.
const SIZES: [(u32, u32); 3] = [(320, 640), (320, 256), (1280, 800)];

/// Whether an element can be hit in its middle: it is on the screen, and nothing lies on it.
async fn is_in_reach(page: &Page, css: &str) -> Outcome<bool> {
    page.exec_with(
        "const e = document.querySelector(arguments[0]);
         const {left, right, top, bottom} = e.getBoundingClientRect();
         const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
         return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
           && (e === hit || e.contains(hit))",
        vec![css.into()],
    )
    .await
}

/// Fails unless the list is on the screen, from its first service on. At 400 % its first number may
/// lie a turn of the wheel away.
async fn is_shown(page: &Page) -> Outcome {
    let low: bool = page.exec("return innerHeight < 300").await?;
    let parts = [".help__title", "#page-help a[href='tel:999']"];
    for part in &parts[..if low { 1 } else { 2 }] {
        let there = is_in_reach(page, part).await?;
        check(there, format!("`{part}` is not on the screen"))?;
    }
    Ok(())
}

async fn opens_without_java_script(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let options = Options::new().without_java_script();
    let page = t.open(&server, options).await?;
    for (width, height) in SIZES {
        page.set_viewport(width, height).await?;
        page.exec::<Value>("window.scrollTo(0, document.documentElement.scrollHeight)")
            .await?;
        page.click(OPEN).await?;
        is_shown(&page).await?;
        page.click(OPEN).await?;
        let seen = page.is_visible("#page-help").await?;
        check(!seen, "the list does not close again")?;
    }
    Ok(())
}

async fn opens_before_the_client(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Hang).start()?;
    let page = t.open(&server, Options::new().without_waiting()).await?;
    let there = "document.querySelector('.foot')";
    page.wait_until(there, 5000, "the page does not arrive")
        .await?;
    page.click(OPEN).await?;
    is_shown(&page).await
}

async fn opens_by_keyboard(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    // Past the way to the text, and the way out.
    module.tab().await?;
    module.tab().await?;
    module.tab().await?;
    same(
        "the focus",
        module.focused().await?.text,
        "Get help now".to_owned(),
    )?;
    module.press("Enter").await?;
    is_shown(&module).await?;
    module.tab().await?;
    same(
        "the next stop",
        module.focused().await?.text,
        "Call 999".to_owned(),
    )
}

async fn stays_in_reach(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for size in SIZES {
        let module = Module::open(&t, &server, Options::new().size(size.0, size.1)).await?;
        module
            .exec::<Value>("for (const e of document.querySelectorAll('.section')) e.open = true")
            .await?;
        for part in [0.0, 0.5, 1.0] {
            let scroll = "scrollTo(0, arguments[0] * document.documentElement.scrollHeight)";
            module.exec_with::<Value>(scroll, vec![part.into()]).await?;
            let reached = is_in_reach(&module, OPEN).await?;
            check(reached, format!("not in reach at {size:?}, {part} down"))?;
        }
    }
    Ok(())
}

/// WCAG 2.2, criterion 3.2.6.
async fn is_in_the_same_place_everywhere(t: Ctx) -> Outcome {
    for (site, pages) in [
        (t.site(), &PAGES[..]),
        (t.library_site(), &PAGES_OF_LIBRARY[..]),
    ] {
        let server = site.offline(false).start()?;
        let page = t.browser(&server, Options::new()).await?;
        let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for path in pages {
            page.goto(path).await?;
            same("what it says", page.text(OPEN).await?, "Get help now")?;
            for size in SIZES {
                page.set_viewport(size.0, size.1).await?;
                let place = place(&page, size.0).await?;
                places.entry(size).or_default().push((path, place));
            }
        }
        for (size, places) in places {
            let (_, (first_x, first_y)) = places[0];
            for (path, (x, y)) in &places {
                let moved = (first_x - x).abs() + (first_y - y).abs();
                let failure = format!("at {size:?} it stands elsewhere in `{path}`: {places:?}");
                check(moved < 16.0, failure)?;
            }
        }
    }
    Ok(())
}

/// How far what opens the help stands from the left and the top of a page `width` px wide. Where a page
/// scrolls, its bar takes of the width.
async fn place(page: &Page, width: u32) -> Outcome<(f64, f64)> {
    let rect = page.rect(OPEN).await?;
    let inner: u32 = page
        .exec("return document.documentElement.clientWidth")
        .await?;
    Ok((rect.x + f64::from(width - inner), rect.y))
}

async fn an_address_opens_it(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for java_script in [true, false] {
        let options = Options::new();
        let options = if java_script {
            options
        } else {
            options.without_java_script()
        };
        let page = t.browser(&server, options).await?;
        page.goto("#page-help").await?;
        is_shown(&page).await?;
        // Between two addresses with one fragment Firefox's driver comes back too soon.
        page.goto("about:blank").await?;
        page.goto("help.html#page-help").await?;
        is_shown(&page).await?;
    }
    Ok(())
}

async fn leads_to_what_to_do_now(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for java_script in [true, false] {
        let options = Options::new().size(320, 640);
        let options = if java_script {
            options
        } else {
            options.without_java_script()
        };
        let page = t.open(&server, options).await?;
        page.click(OPEN).await?;
        page.click(".help__more a:first-child").await?;
        let reached = "(() => {
            const {top, bottom} = document.getElementById('now').getBoundingClientRect();
            const over = document.querySelector('.help[open] .help__panel') ??
              document.querySelector('.bar');
            return top >= over.getBoundingClientRect().bottom - 1 && bottom <= innerHeight;
          })()";
        page.wait_until(reached, 3000, "the heading is not seen")
            .await?;
    }
    Ok(())
}

/// Where the focus is hidden by the bar or the open list; nothing where it can be seen.
const HIDDEN_FOCUS: &str = "
    const e = document.activeElement;
    if (!e || e === document.body || e.closest('.bar, .skip')) return '';
    // Of an option or a step, the whole row takes the focus.
    const {top, bottom} = (e.closest('.option, .journey__step') ?? e).getBoundingClientRect();
    const over = (document.querySelector('.help[open] .help__panel') ??
      document.querySelector('.bar')).getBoundingClientRect().bottom;
    const seen = Math.min(bottom, innerHeight) - Math.max(top, over);
    return seen > Math.min(bottom - top, 12) - 1 ? ''
      : `${e.localName} \"${e.textContent.slice(0, 40)}\" at ${top} to ${bottom} under ${over}`";

async fn hides_no_focus(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let small = Options::new().size(320, 256);
    for options in [small.clone(), small.without_java_script()] {
        let page = t.open(&server, options).await?;
        for (open, size) in [(false, ""), (true, ""), (false, "larger"), (true, "larger")] {
            page.exec_with::<Value>(
                "document.documentElement.dataset.reading = arguments[0];
                 document.querySelector('.help').open = arguments[1]",
                vec![size.into(), open.into()],
            )
            .await?;
            page.exec::<Value>("document.getElementById('check').focus()")
                .await?;
            for keys in [["Tab"; 12], ["Shift+Tab"; 12]].concat() {
                page.press(keys).await?;
                let hidden: String = page.exec(HIDDEN_FOCUS).await?;
                check(
                    hidden.is_empty(),
                    format!("open: {open}, {size} {keys}: {hidden}"),
                )?;
            }
        }
    }
    Ok(())
}

async fn axe_finds_nothing(t: Ctx) -> Outcome {
    axe_passes(&t, Options::new()).await
}

async fn axe_finds_nothing_on_a_dark_phone(t: Ctx) -> Outcome {
    axe_passes(&t, Options::new().dark().size(320, 640)).await
}

async fn axe_passes(t: &Ctx, options: Options) -> Outcome {
    let server = t.site().start()?;
    let page = t.browser(&server, options).await?;
    for path in PAGES {
        page.goto(path).await?;
        axe::passes(&page).await?;
        page.click(OPEN).await?;
        axe::passes_in(&page, ".bar").await?;
    }
    Ok(())
}

/// With the script, the list closes once one goes elsewhere.
async fn closes_by_itself(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let closed = "!document.querySelector('.help').open";
    module.click(OPEN).await?;
    module.press("Escape").await?;
    module
        .wait_until(closed, 1000, "Escape does not close it")
        .await?;
    let focus = module.focused().await?.text;
    same("the focus", focus, "Get help now".to_owned())?;
    module.press("Enter").await?;
    // WebKit tells nothing of the focus in a window that has not got it itself.
    let told = t.engine() != Engine::WebKit || module.exec("return document.hasFocus()").await?;
    if told {
        // By a script, since Shift+Tab of WebKit's driver stays on a summary.
        module
            .exec::<Value>("document.querySelector('.exit').focus()")
            .await?;
        module
            .wait_until(closed, 1000, "it stays when the focus leaves")
            .await?;
        module.click(OPEN).await?;
    }
    module
        .exec::<Value>("document.querySelector('.help__more a').scrollIntoView()")
        .await?;
    module.click(".help__more a").await?;
    module
        .wait_until(closed, 1000, "it stays over what it leads to")
        .await
}

async fn the_card_is_one_sheet(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let page = t.browser(&server, Options::new()).await?;
    page.goto("help.html").await?;
    let sheets = page.printed().await?;
    same("the number of sheets", sheets.len(), 1)?;
    let text = &sheets[0];
    for words in [
        "Who can help",
        "Call 999",
        "Call 0800 1111 free",
        "Text SHOUT to 85258 free",
        "takeitdown.ncmec.org",
        "ceop.police.uk/safety-centre",
        "Call 0808 800 5000",
        "help@nspcc.org.uk",
        "Call 0300 123 4043",
        "From lists of November",
    ] {
        check(
            text.contains(words),
            format!("`{words}` is not on paper: {text}"),
        )?;
    }
    let lower = text.to_lowercase();
    for words in [
        "sext",
        "nude",
        "naked",
        "blackmail",
        "abuse",
        "get help now",
        "back to",
    ] {
        check(
            !lower.contains(words),
            format!("`{words}` is on paper: {text}"),
        )?;
    }
    Ok(())
}

async fn is_not_printed_twice(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let page = t.open(&server, Options::new()).await?;
    page.click(OPEN).await?;
    let text = page.printed().await?.join(" ");
    check(!text.contains("Get help now"), "the bar is printed")?;
    check(
        text.contains("What to do now"),
        format!("the module is not printed: {text}"),
    )
}
