//! The module as one file: opened from a folder, with no server and no network.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::json;

use crate::cases::exercise::answer::Way;
use crate::cases::exercise::quiz::Quiz;
use crate::cases::exit::EXIT;
use crate::cases::module::{FIRST, FOLLOW, Module, SECOND, summary_of};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("single::completes_the_module", completes_the_module),
        case("single::keeps_its_place", keeps_its_place),
        case(
            "single::says_where_nothing_is_kept",
            says_where_nothing_is_kept,
        ),
        case("single::the_page_to_keep", the_page_to_keep),
        case("single::the_page_with_the_help", the_page_with_the_help),
        case("single::stays_left_offline", stays_left_offline),
        case("single::its_pages_on_paper", its_pages_on_paper).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
        case("single::a_link_opens_a_section", a_link_opens_a_section),
        case("single::without_java_script", without_java_script),
        case("single::a_damaged_one_says_so", a_damaged_one_says_so),
        case("single::is_accessible", is_accessible),
    ]
}

/// The name of the file, which has a space in it as downloads often do.
const NAME: &str = "in-control (1).html";

/// The published module as one file.
fn html() -> Outcome<String> {
    variant::single(&settings::path(settings::SITE)?, variant::PLAIN)
}

pub(crate) fn file() -> Outcome<PageFile> {
    PageFile::new(NAME, &html()?)
}

/// The very file that is handed over, with nothing beside it. Chromium and Firefox load it again
/// without a network; WebKit's driver can't cut a page off, and there `asks_for_nothing` shows that it
/// needs none.
async fn completes_the_module(t: Ctx) -> Outcome {
    let made = settings::path(settings::PACKAGES)?.join("in-control.html");
    let file = PageFile::new(NAME, &std::fs::read_to_string(made)?)?;
    let quiz = Quiz::open_at(&t, file.address(), Options::new()).await?;
    quiz.cut_off(true).await?;
    if t.engine() != Engine::WebKit {
        // There a page is only told that it is cut off, and would have to be told again.
        quiz.again().await?;
    }
    let seen: String = quiz.exec("return location.protocol").await?;
    same("the way it was opened", seen.as_str(), "file:")?;
    quiz.read_everything().await?;
    for question in quiz.questions() {
        let id = question.id.as_str();
        quiz.answer(id, &question.task, Way::Right).await?;
    }
    quiz.reads(".summary__count", "15 of 15 answered").await?;
    quiz.shows(".finish__words", true).await?;
    asks_for_nothing(&quiz).await?;
    quiz.has_no_errors().await
}

/// Fails if the page has asked for anything but itself.
async fn asks_for_nothing(page: &Page) -> Outcome {
    let asked: Vec<String> = page
        .exec("return performance.getEntriesByType('resource').map((e) => e.name)")
        .await?;
    same("what it asked for", asked, Vec::<String>::new())
}

/// Another window has the same store; whether it is told of news at once is the browser's to say.
async fn keeps_its_place(t: Ctx) -> Outcome {
    let file = file()?;
    let module = Module::open_at(&t, file.address(), Options::new()).await?;
    module.read(FIRST).await?;
    module.again().await?;
    module.counts("1 of 12 read").await?;
    let other = module.in_new_tab().await?;
    other.counts("1 of 12 read").await?;
    other.press_keeping().await?;
    other.says_of_keeping("Forgotten.").await?;
    module.again().await?;
    module.counts("0 of 12 read").await?;
    module.has_no_errors().await
}

async fn says_where_nothing_is_kept(t: Ctx) -> Outcome {
    let file = file()?;
    let module = Module::open_at(&t, file.address(), Options::new().storage_refused()).await?;
    module
        .says_of_keeping("can't be saved here: this browser does not allow it")
        .await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.again().await?;
    module.counts("0 of 12 read").await
}

/// What is seen of the page as a whole: the module, its other pages, the link past the header, and
/// what opens the help.
const SEEN: &str =
    "return ['#page-app', '#page-finished', '#page-card', '#page-privacy', '.skip', '.help']
    .map((css) => document.querySelector(css).checkVisibility())";

/// The module is seen.
const MODULE: [bool; 6] = [true, false, false, false, true, true];

/// The page to keep is seen, and help is in reach.
const FINISHED: [bool; 6] = [false, true, false, false, false, true];

/// The page with the help is seen, and nothing else.
const CARD: [bool; 6] = [false, false, true, false, false, false];

/// The privacy notice is seen, and help is in reach.
const PRIVACY: [bool; 6] = [false, false, false, true, false, true];

/// Fails unless exactly this is seen.
async fn sees(page: &Page, expected: [bool; 6]) -> Outcome {
    let failure = format!("what is seen is not {expected:?}");
    let seen = format!(
        "JSON.stringify((() => {{ {SEEN} }})()) === '{}'",
        json!(expected)
    );
    page.wait_until(&seen, FOLLOW, &failure).await
}

/// The page to keep is a part of the file: seen alone, and left as a page is.
async fn the_page_to_keep(t: Ctx) -> Outcome {
    let file = file()?;
    let quiz = Quiz::open_at(&t, file.address(), Options::new()).await?;
    sees(&quiz, MODULE).await?;
    quiz.keep_all_but(&[]).await?;
    quiz.again().await?;
    quiz.toggle(FIRST).await?;
    let link = ".finish a[href='#page-finished']";
    quiz.shows(link, true).await?;
    let entries: u32 = quiz.exec("return history.length").await?;
    quiz.click(link).await?;
    sees(&quiz, FINISHED).await?;
    let top: f64 = quiz.exec("return scrollY").await?;
    same("how far it is scrolled", top, 0.0)?;
    let words = quiz.text("#page-finished").await?;
    for word in [
        "You have finished",
        "You can print this page. It holds nothing",
    ] {
        let failure = format!("{word:?} is not in {words:?}");
        check(words.contains(word), failure)?;
    }
    quiz.click("#page-finished .head__now a").await?;
    sees(&quiz, MODULE).await?;
    same("a section that was open", quiz.is_open(FIRST).await?, true)?;
    // Going back leads out of the file, as it does on a server: whoever leaves is not led back.
    let now: u32 = quiz.exec("return history.length").await?;
    same("entries in the history", now, entries)?;
    quiz.has_no_errors().await
}

/// There is no page beside a file, and its address can't be taken away: an empty one takes its place.
async fn stays_left_offline(t: Ctx) -> Outcome {
    let file = file()?;
    let module = Module::open_at(&t, file.address(), Options::new()).await?;
    module.read(FIRST).await?;
    module.cut_off(true).await?;
    module.click(EXIT).await?;
    let empty = "location.href === 'about:blank' && document.body.innerText === ''";
    let failure = "the file is still there";
    module.wait_until(empty, FOLLOW, failure).await?;
    module.reload().await?;
    module.wait_until(empty, FOLLOW, failure).await?;
    module.goto(&file.address()).await?;
    module.counts("0 of 12 read").await
}

async fn the_page_with_the_help(t: Ctx) -> Outcome {
    let file = file()?;
    let module = Module::open_at(&t, file.address(), Options::new()).await?;
    module.click(".help__open").await?;
    module.click(".help a[href='#page-card']").await?;
    sees(&module, CARD).await?;
    let number = "#page-card a[href='tel:999']";
    check(module.is_visible(number).await?, "999 is not on the page")?;
    module.click("#page-card .head__now a").await?;
    sees(&module, MODULE).await?;
    module.has_no_errors().await
}

async fn its_pages_on_paper(t: Ctx) -> Outcome {
    let file = file()?;
    let module = Module::open_at(&t, file.address(), Options::new()).await?;
    let print = json!({"media": "print"});
    module.cdp("Emulation.setEmulatedMedia", print).await?;
    for (page, [app, finished, card, privacy, ..]) in [
        ("", MODULE),
        ("#page-finished", FINISHED),
        ("#page-card", CARD),
        ("#page-privacy", PRIVACY),
    ] {
        module.goto(page).await?;
        let seen: Vec<bool> = module.exec(SEEN).await?;
        let on_paper = [app, finished, card, privacy, false, false];
        same(
            &format!("on the paper of \"{page}\""),
            seen.as_slice(),
            on_paper,
        )?;
        let now = format!("main{page} .head__now");
        let promised = !page.is_empty() && module.is_visible(&now).await?;
        check(!promised, "the paper says that it can be printed")?;
    }
    Ok(())
}

async fn a_link_opens_a_section(t: Ctx) -> Outcome {
    let file = file()?;
    let address = format!("{}#{SECOND}", file.address());
    let module = Module::open_at(&t, address, Options::new()).await?;
    same("open", module.is_open(SECOND).await?, true)
}

async fn without_java_script(t: Ctx) -> Outcome {
    let file = file()?;
    let page = t
        .open_at(file.address(), Options::new().without_java_script())
        .await?;
    page.click(&summary_of(FIRST)).await?;
    let words = page.text(&format!("#{FIRST}")).await?;
    check(
        words.len() > 200,
        format!("the section is not shown: {words:?}"),
    )?;
    let said = page.text("noscript > .note").await?;
    check(
        said.contains("JavaScript"),
        format!("the page says {said:?}"),
    )?;
    let seen = page.is_visible("#page-finished").await?;
    check(!seen, "the page to keep stands in the module")
}

/// A file that lost a part on its way, as an attachment may.
async fn a_damaged_one_says_so(t: Ctx) -> Outcome {
    let whole = html()?;
    let (from, to) = ("id=\"page-client\">AGFzbQ", "id=\"page-client\">A");
    check(whole.contains(from), "the WebAssembly is not where it was")?;
    let file = PageFile::new(NAME, &whole.replacen(from, to, 1))?;
    let page = t.open_at(file.address(), Options::new()).await?;
    let told = "document.querySelector('.late .note').checkVisibility({visibilityProperty: true})";
    page.wait_until(told, 15_000, "the page does not say what does not work")
        .await?;
    page.click(&summary_of(FIRST)).await
}

async fn is_accessible(t: Ctx) -> Outcome {
    let file = file()?;
    let module = Module::open_at(&t, file.address(), Options::new()).await?;
    for (page, seen) in [
        ("", MODULE),
        ("#page-finished", FINISHED),
        ("#page-card", CARD),
        ("#page-privacy", PRIVACY),
    ] {
        module.goto(page).await?;
        sees(&module, seen).await?;
        axe::passes(&module).await?;
    }
    Ok(())
}
