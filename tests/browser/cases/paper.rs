//! What is on paper, as the text of the sheets that a browser prints.

use browser_tests::prelude::*;

use serde_json::json;

use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const SHOWN: &str = "no other engine's driver shows the page as it is printed";
    const PRINTS: &str = "WebKit's driver has no command to print";
    vec![
        case("paper::holds_every_section", holds_every_section).except(Engine::WebKit, PRINTS),
        case(
            "paper::asks_first_and_explains_after",
            asks_first_and_explains_after,
        )
        .except(Engine::WebKit, PRINTS),
        case("paper::has_boxes_for_a_pencil", has_boxes_for_a_pencil).only(Engine::Chromium, SHOWN),
        case("paper::is_black_on_white", is_black_on_white).only(Engine::Chromium, SHOWN),
        case("paper::holds_nothing_to_press", holds_nothing_to_press)
            .except(Engine::WebKit, PRINTS),
        case("paper::no_heading_ends_a_sheet", no_heading_ends_a_sheet).only(
            Engine::Chromium,
            "WebKit's driver has no command to print, and Firefox does not know `break-after`",
        ),
        case("paper::other_pages_are_whole", other_pages_are_whole).except(Engine::WebKit, PRINTS),
    ]
}

/// The letters of `text`: without blanks, which depend on where lines end, and without hyphens, which
/// `pdftotext` drops there.
fn words(text: &str) -> String {
    let is_letter = |letter: &char| !letter.is_whitespace() && *letter != '-';
    text.chars().filter(is_letter).collect()
}

/// Prints the page as it is at first, its sections closed.
async fn printed(module: &Module) -> Outcome<String> {
    Ok(words(&module.printed().await?.join(" ")))
}

/// Fails unless the texts that `css` selects are on paper, every one of them.
async fn holds(module: &Module, paper: &str, css: &str) -> Outcome {
    holds_as(module, paper, css, words).await
}

/// The same, of what `read` makes of the texts.
async fn holds_as(
    module: &Module,
    paper: &str,
    css: &str,
    read: impl Fn(&str) -> String,
) -> Outcome {
    let texts: Vec<String> = module
        .exec_with(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)",
            vec![css.into()],
        )
        .await?;
    check(!texts.is_empty(), format!("nothing in the page is `{css}`"))?;
    for text in texts {
        check(
            paper.contains(&read(&text)),
            format!("not on paper: {text}"),
        )?;
    }
    Ok(())
}

/// The words of a text without digits: the number of a step is set beside all of its lines, and comes
/// between them.
fn unnumbered(text: &str) -> String {
    words(text).replace(|sign: char| sign.is_ascii_digit(), "")
}

async fn holds_every_section(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let paper = printed(&module).await?;
    holds(
        &module,
        &paper,
        "h1, .group__title, .section__title, .section__teaser",
    )
    .await?;
    // Sentences with a link are followed by its address, or broken by it.
    holds(
        &module,
        &paper,
        ".section__text > p:not(:has(a)), .section__text > h4, .callout p:not(:has(a))",
    )
    .await?;
    holds(
        &module,
        &paper,
        ".section__text ul li:not(:has(a), .journey li), .journey__title",
    )
    .await?;
    let steps = ".steps > li:not(:has(a))";
    holds_as(&module, &unnumbered(&paper), steps, unnumbered).await?;
    // Where links lead out of the page, their addresses are to be read.
    let links: Vec<String> = module
        .exec(
            "return [...document.querySelectorAll(`.section__text a[href^='https:']`)]
               .map((e) => `(${e.getAttribute('href')})`)",
        )
        .await?;
    for link in links {
        check(
            paper.contains(&words(&link)),
            format!("not on paper: {link}"),
        )?;
    }
    Ok(())
}

/// What holds questions, in JavaScript: the exercise, and the sections for adults that have some.
const SHEETS: &str = "[...document.querySelectorAll(':is(.group, .section):has(> .question)')]";

/// Of each of [`SHEETS`]: the questions and options, the explanations, the last question and the first
/// explanation.
type Sheet = (Vec<String>, Vec<String>, String, String);

async fn asks_first_and_explains_after(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let paper = printed(&module).await?;
    let sheets: Vec<Sheet> = module
        .exec(&format!(
            "return {SHEETS}.map((sheet) => {{
               const all = (css) => [...sheet.querySelectorAll(css)].map((e) => e.textContent);
               return [all('.question__title, .option__label'), all('.answer > p:not(:has(a))'),
                 all('.question__title').at(-1), all('.answer p + p')[0]];
             }})"
        ))
        .await?;
    // For everybody, for parents, and for staff.
    same("the sheets of questions", sheets.len(), 3)?;
    for (asked, explained, last, first) in sheets {
        for text in asked.iter().chain(&explained) {
            check(
                paper.contains(&words(text)),
                format!("not on paper: {text}"),
            )?;
        }
        let (last_at, first_at) = (paper.find(&words(&last)), paper.find(&words(&first)));
        check(
            last_at.is_some() && last_at < first_at,
            format!("{last:?} stands at {last_at:?}, the explanation {first:?} at {first_at:?}"),
        )?;
    }
    Ok(())
}

/// How the page looks on paper.
async fn on_paper(module: &Module) -> Outcome {
    let print = json!({"media": "print"});
    module.cdp("Emulation.setEmulatedMedia", print).await?;
    Ok(())
}

/// A box for a pencil in front of every option, and of every item to be put in order: no narrower than
/// three millimetres, with an edge.
const BOXES: &str = "
    const px = (mm) => mm * 96 / 25.4;
    const isBox = (style) => style.display !== 'none' && style.visibility === 'visible'
      && parseFloat(style.width) >= px(3) && parseFloat(style.height) >= px(3)
      && style.borderTopStyle === 'solid' && parseFloat(style.borderTopWidth) >= 1;
    const options = [...document.querySelectorAll('.option')];
    const items = [...document.querySelectorAll('.order__item')];
    const without = [
      ...options.filter((e) => !isBox(getComputedStyle(e.querySelector('.option__box')))),
      ...items.filter((e) => !isBox(getComputedStyle(e, '::before'))),
    ];
    return [options.length, items.length, without.map((e) => e.textContent)]";

async fn has_boxes_for_a_pencil(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    on_paper(&module).await?;
    let (options, items, without): (usize, usize, Vec<String>) = module.exec(BOXES).await?;
    check(
        options > 40 && items > 3,
        format!("there are {options} options and {items} items"),
    )?;
    check(without.is_empty(), format!("no box is at {without:?}"))
}

/// What is on paper in another colour than black, or on another ground than white.
const COLOURED: &str = "
    const black = ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'];
    const white = ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'];
    const holds = (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll('html, body, body *')]
      .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.closest('svg'))
      .filter((e) => {
        const {color, backgroundColor, backgroundImage} = getComputedStyle(e);
        return (holds(e) && !black.includes(color)) || !white.includes(backgroundColor)
          || backgroundImage !== 'none';
      })
      .map((e) => `${e.localName}.${e.className}: ${getComputedStyle(e).color} on ${
        getComputedStyle(e).backgroundColor}`)";

async fn is_black_on_white(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for options in [Options::new(), Options::new().dark()] {
        let module = Module::open_early(&t, &server, options).await?;
        for path in [
            "finished.html",
            "help.html",
            "privacy.html",
            "share.html",
            "",
        ] {
            module.goto(path).await?;
            on_paper(&module).await?;
            let coloured: Vec<String> = module.exec(COLOURED).await?;
            check(
                coloured.is_empty(),
                format!("on the paper of \"{path}\", in colour: {coloured:#?}"),
            )?;
        }
    }
    Ok(())
}

async fn holds_nothing_to_press(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let paper = printed(&module).await?;
    for text in [
        "Get help now",
        "Leave quickly",
        "Reading",
        "Show all",
        "Forget it",
        "Carry on somewhere else",
        "See what happens",
        "Skip",
        "Copy a link",
        "Ready to use offline",
        "Already read",
    ] {
        check(!paper.contains(&words(text)), format!("on paper: {text}"))?;
    }
    check(paper.contains("CitizensAcademy"), "nobody is named")
}

async fn no_heading_ends_a_sheet(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let titles: Vec<String> = module
        .exec("return [...document.querySelectorAll('main h2, main h3, main h4')].map((e) => e.textContent)")
        .await?;
    let sheets = module.printed().await?;
    check(
        sheets.len() > 5,
        format!("there are only {} sheets", sheets.len()),
    )?;
    for (sheet, number) in sheets.iter().zip(1..) {
        let sheet = words(sheet);
        for title in &titles {
            check(
                !sheet.ends_with(&words(title)),
                format!("sheet {number} ends with the heading `{title}`"),
            )?;
        }
    }
    Ok(())
}

async fn other_pages_are_whole(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for path in ["finished.html", "privacy.html"] {
        let module = Module::open_early(&t, &server, Options::new()).await?;
        module.goto(path).await?;
        let paper = words(&module.printed().await?.join(" "));
        holds(
            &module,
            &paper,
            "h1, h2, main p:not(:has(a), .exit-words, .head__now)",
        )
        .await?;
        check(!paper.contains("Gethelpnow"), "the bar is printed")?;
    }
    Ok(())
}
