//! Several modules: the list of them, and the way there and back.

use browser_tests::prelude::*;
use serde_json::Value;

use crate::cases::module::{FOLLOW, Module};

mod framed;
mod keep;
mod leave;
mod place;
mod whole;

/// The cases of this folder.
pub(crate) fn cases() -> Vec<Case> {
    let here = vec![
        case("library::lists_each_module", lists_each_module),
        case("library::leads_there_and_back", leads_there_and_back),
        case("library::needs_no_javascript", needs_no_javascript),
    ];
    [
        here,
        framed::cases(),
        keep::cases(),
        leave::cases(),
        place::cases(),
        whole::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Selects the link to the published module.
const IN_CONTROL: &str = "a[href='./in-control/index.html']";

/// Selects the link to the other module.
const BEES: &str = "a[href='./bees/index.html']";

/// The key under which its progress is kept.
const BEES_KEY: &str = "academy:bees";

/// Opens the list, and waits until its script has looked at what is kept.
async fn open(t: &Ctx, server: &Server, options: Options) -> Outcome<Module> {
    let list = Module::open_early(t, server, options).await?;
    has_looked(&list).await?;
    Ok(list)
}

async fn has_looked(list: &Module) -> Outcome {
    let looked = "document.querySelector('.library__module:last-child > [data-place]')";
    let failure = "the list does not look at what is kept";
    list.wait_until(looked, FOLLOW, failure).await
}

/// Waits until the list says this of the module with this key.
async fn says(list: &Module, key: &str, words: &str) -> Outcome {
    let said = format!("document.querySelector('[data-key=\"{key}\"]').textContent.trim()");
    let failure = format!("the list does not say {words:?} of {key}");
    let is = format!("{said} === {}", Value::from(words));
    list.wait_until(&is, FOLLOW, &failure).await
}

/// Goes back to the list by the link of a module's page.
async fn back_to_the_list(module: &Module) -> Outcome {
    module.click(".listed").await?;
    let there = "document.querySelector('.library')";
    module
        .wait_until(there, FOLLOW, "the link does not lead to the list")
        .await?;
    has_looked(module).await
}

async fn lists_each_module(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let listed: Vec<[String; 3]> = list
        .exec(
            "return [...document.querySelectorAll('.library__module')].map((card) => {
               const link = card.querySelector('h2 > a');
               return [link.getAttribute('href'), link.textContent, card.querySelector('.library__facts').textContent];
             })",
        )
        .await?;
    let bees = &listed[0];
    same("the modules", listed.len(), 2)?;
    same("the first", bees[0].clone(), "./bees/index.html".to_owned())?;
    same("its name", bees[1].clone(), "Bees in the garden".to_owned())?;
    let facts = "About 1 minute: 2 parts, and 4 questions if you like.";
    same("what is said of it", bees[2].clone(), facts.to_owned())?;
    same(
        "the second",
        listed[1][0].clone(),
        "./in-control/index.html".to_owned(),
    )?;
    let title: String = list.exec("return document.title").await?;
    same(
        "the title of the window",
        title,
        "Citizens Academy".to_owned(),
    )?;
    for key in ["academy:in-control", BEES_KEY] {
        says(&list, key, "").await?;
    }
    check(
        !list.is_visible(".library__place").await?,
        "there is a place for nothing",
    )?;
    list.has_no_errors().await
}

async fn leads_there_and_back(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let entries = "return history.length";
    let before: u32 = list.exec(entries).await?;
    list.click(BEES).await?;
    list.is_ready().await?;
    list.counts("0 of 2 read").await?;
    list.has_no_errors().await?;
    back_to_the_list(&list).await?;
    // All of the card leads there.
    list.exec::<Value>(
        "const {left, top} = document.querySelector('.library__facts').getBoundingClientRect();
         document.elementFromPoint(left + 2, top + 2).click()",
    )
    .await?;
    list.is_ready().await?;
    same("entries", list.exec::<u32>(entries).await?, before)
}

async fn needs_no_javascript(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let list = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    for seen in [BEES, IN_CONTROL, ".library__audience"] {
        check(list.is_visible(seen).await?, format!("{seen} is not seen"))?;
    }
    for unseen in [
        ".library__place",
        ".reading",
        ".offline__said",
        ".library__missing",
    ] {
        let is_seen = "const found = document.querySelector(arguments[0]);
            return found.checkVisibility({visibilityProperty: true}) && found.textContent !== ''";
        let seen: bool = list.exec_with(is_seen, vec![unseen.into()]).await?;
        check(!seen, format!("{unseen} is seen"))?;
    }
    list.click(".help__open").await?;
    check(list.is_visible("#page-help").await?, "no help opens")?;
    list.click(".help__open").await?;
    for (link, there) in [(BEES, ".listed"), (".listed", BEES)] {
        list.click(link).await?;
        let is_there = format!("document.querySelector(\"{there}\")");
        let failure = format!("{link} does not lead to {there}");
        list.wait_until(&is_there, FOLLOW, &failure).await?;
    }
    Ok(())
}
