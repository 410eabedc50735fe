//! What is on paper, as the text of the sheets that a browser prints.

use browser_tests::prelude::*;
use serde_json::Value;

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
        case("paper::other_pages_are_whole", other_pages_are_whole).except(Engine::WebKit, PRINTS),
    ]
}

/// The words of `text`, without what a browser does to them at the end of a line, or for a number.
fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Prints the page, all sections open: a browser without `::details-content` prints what is open.
async fn printed(module: &Module) -> Outcome<String> {
    module.click(".progress__all button:first-child").await?;
    module
        .exec::<Value>("for (const e of document.querySelectorAll('details')) e.open = true")
        .await?;
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
        ".section__text li:not(:has(a)), .journey__title",
    )
    .await?;
    check(
        paper.contains("(https://reportremove.childline.org.uk"),
        "an address is not to be read",
    )
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
        check(!paper.contains("Leavequickly"), "the bar is printed")?;
    }
    Ok(())
}
