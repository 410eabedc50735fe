//! What is on paper, as the text of the sheets that a browser prints.

use browser_tests::prelude::*;

use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const PRINTS: &str = "WebKit's driver has no command to print";
    vec![
        case("paper::holds_every_section", holds_every_section).except(Engine::WebKit, PRINTS),
        case(
            "paper::asks_first_and_explains_after",
            asks_first_and_explains_after,
        )
        .except(Engine::WebKit, PRINTS),
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
    let texts: Vec<String> = module
        .exec_with(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)",
            vec![css.into()],
        )
        .await?;
    check(!texts.is_empty(), format!("nothing in the page is `{css}`"))?;
    for text in texts {
        check(
            paper.contains(&words(&text)),
            format!("not on paper: {text}"),
        )?;
    }
    Ok(())
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
        ".section__text > p:not(:has(a)), .section__text > h4",
    )
    .await?;
    holds(
        &module,
        &paper,
        ".section__text ul li:not(:has(a), .journey li), .journey__title",
    )
    .await?;
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

async fn asks_first_and_explains_after(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let paper = printed(&module).await?;
    let group = ".group:has(> .question)";
    holds(
        &module,
        &paper,
        &format!("{group} .question__title, {group} .option__label"),
    )
    .await?;
    holds(
        &module,
        &paper,
        &format!("{group} .answer > p:not(:has(a))"),
    )
    .await?;
    let (last, first): (String, String) = module
        .exec(&format!(
            "const all = (css) => [...document.querySelectorAll(`{group} ${{css}}`)];
             return [all('.question__title').at(-1).textContent, all('.answer p + p')[0].textContent]"
        ))
        .await?;
    let at = |text: &str| paper.find(&words(text));
    let (last, first) = (at(&last), at(&first));
    check(
        last.is_some() && last < first,
        format!("the last question stands at {last:?}, the first explanation at {first:?}"),
    )
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
