//! The client starts, or the page says that it did not; the page is readable in either case.

use browser_tests::prelude::*;
use citizens_academy_player::site::markup;
use serde_json::Value;

use crate::cases::module::{FIRST, Module, SECOND, summary_of};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("start::a_later_panic_is_told", a_later_panic_is_told),
        case(
            "start::a_client_that_never_comes_is_told",
            a_client_that_never_comes_is_told,
        ),
        case(
            "start::a_panic_leaves_a_readable_page",
            a_panic_leaves_a_readable_page,
        ),
        case("start::takes_the_page_over", takes_the_page_over),
        case(
            "start::a_debug_build_finds_nothing_wrong",
            a_debug_build_finds_nothing_wrong,
        ),
        case(
            "start::waits_for_a_frame_but_not_for_ever",
            waits_for_a_frame_but_not_for_ever,
        ),
        case("start::works_at_any_path", works_at_any_path),
        case("start::without_its_files", without_its_files),
        case(
            "start::a_changed_file_is_refused",
            a_changed_file_is_refused,
        ),
        case(
            "start::a_changed_start_is_refused",
            a_changed_start_is_refused,
        ),
        case(
            "start::a_strange_script_changes_nothing",
            a_strange_script_changes_nothing,
        ),
        case("start::allowed_by_a_policy", allowed_by_a_policy),
        case("start::with_a_wrong_type", with_a_wrong_type),
        case("start::refused_by_a_policy", refused_by_a_policy),
        case(
            "start::a_translated_page_is_built_afresh",
            a_translated_page_is_built_afresh,
        ),
        case(
            "start::an_added_element_is_no_trap",
            an_added_element_is_no_trap,
        ),
        case(
            "start::a_page_that_lost_its_text_is_left_alone",
            a_page_that_lost_its_text_is_left_alone,
        ),
    ]
}

/// A page that is not painted, in a tab behind others, asks for a frame, and starts without one only
/// when its time is up.
async fn waits_for_a_frame_but_not_for_ever(t: Ctx) -> Outcome {
    let none = "<head><script>{
          const wait = setTimeout;
          setTimeout = (act, time, ...more) => wait(() => {
            if (time === 99) window.over = performance.now();
            act();
          }, time, ...more);
          requestAnimationFrame = () => { window.asked = true; };
          document.currentScript.remove();
        }</script>";
    let site = t.site().rewrite(|html| html.replacen("<head>", none, 1));
    let server = site.start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let waits = "const [{startTime}] = performance.getEntriesByName('academy-start');
        return [window.asked === true, startTime >= window.over]";
    let waits: [bool; 2] = module.exec(waits).await?;
    same("it asks for a frame, and waits", waits, [true, true])
}

async fn takes_the_page_over(t: Ctx) -> Outcome {
    let server = t.site().spy().fault("*.wasm", Fault::Delay(1500)).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module
        .exec::<Value>("for (const e of document.querySelectorAll('h1, h3, button, .section__text')) e.mine = true")
        .await?;
    module.is_ready().await?;
    let replaced: usize = module
        .exec("return [...document.querySelectorAll('h1, h3, button, .section__text')].filter((e) => !e.mine).length")
        .await?;
    same("elements that are not the prerendered ones", replaced, 0)?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.has_no_errors().await?;
    let strangers: Vec<String> = module
        .exec(
            "return performance.getEntriesByType('resource').map((e) => e.name)
               .filter((name) => !name.startsWith(location.origin))",
        )
        .await?;
    check(
        strangers.is_empty(),
        format!("requests leave the origin: {strangers:?}"),
    )
}

async fn a_debug_build_finds_nothing_wrong(t: Ctx) -> Outcome {
    let server = t.dev_site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.has_no_errors().await
}

async fn works_at_any_path(t: Ctx) -> Outcome {
    let server = t.site().spy().at("/some/where/deep/").start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.has_no_errors().await?;
    let stray: Vec<String> = server
        .requests()
        .iter()
        .map(|request| request.path.clone())
        .filter(|path| !path.starts_with("/some/where/deep/") && path != "/favicon.ico")
        .collect();
    check(
        stray.is_empty(),
        format!("requests outside the site's path: {stray:?}"),
    )
}

/// What must work however the client fares.
async fn reads(module: &Module) -> Outcome {
    module.toggle(FIRST).await?;
    module.toggle(SECOND).await?;
    same("sections open", module.open_sections().await?, 2)?;
    let words = module.text(&format!("#{SECOND}")).await?;
    check(
        words.len() > 200,
        format!("the section's text is not shown: {words:?}"),
    )
}

async fn without_its_files(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    for (files, fault) in [
        ("*.wasm", Fault::Missing),
        ("*.wasm", Fault::Status(500)),
        ("*.wasm", Fault::Truncated(5000)),
        ("*.wasm", Fault::Cut(5000)),
        (
            "*.wasm",
            Fault::ReplacedBy(b"<!doctype html>not found".to_vec()),
        ),
        ("client*.js", Fault::Missing),
        (
            "client*.js",
            Fault::ReplacedBy(b"<!doctype html>not found".to_vec()),
        ),
    ] {
        server.heal();
        server.fault(files, fault.clone());
        module.goto("").await?;
        let during = |failure: Failure| failure.during(&format!("{files} with {fault:?}"));
        reads_and_says_so(&module).await.map_err(during)?;
    }
    Ok(())
}

/// What a page without its client does: it says so, reads, and promises nothing that it can't keep.
async fn reads_and_says_so(module: &Module) -> Outcome {
    module.says_it_did_not_start().await?;
    reads(module).await?;
    check(
        !module.is_visible(".progress").await?,
        "the strip promises what nothing does",
    )
}

/// Files with something added that changes nothing of what they do: the browser refuses them for
/// being others than the page was made with.
async fn a_changed_file_is_refused(t: Ctx) -> Outcome {
    // A section of the WebAssembly that everybody passes over (Core Specification, section 5.5.3).
    const SECTION: &[u8] = &[0, 2, 1, b'x'];
    for (files, added) in [("client*.js", b"\n//\n".as_slice()), ("*.wasm", SECTION)] {
        // From a server of its own: what a browser keeps of another visit would do instead.
        let server = t
            .site()
            .fault(files, Fault::FollowedBy(added.to_vec()))
            .start()?;
        let module = Module::open_early(&t, &server, Options::new()).await?;
        let during = |failure: Failure| failure.during(&format!("another {files}"));
        reads_and_says_so(&module).await.map_err(during)?;
    }
    Ok(())
}

/// Nor is the file that would say so: then the style does, after twenty seconds.
async fn a_changed_start_is_refused(t: Ctx) -> Outcome {
    let added = Fault::FollowedBy(b"\n//\n".to_vec());
    let server = t.site().fault("start-*.js", added).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    let told = "document.querySelector('.late .note').checkVisibility({visibilityProperty: true})";
    module
        .wait_until(told, 40_000, "the page does not say that nothing came")
        .await?;
    let client = "return document.documentElement.dataset.client ?? null";
    same(
        "the client",
        module.exec::<Value>(client).await?,
        Value::from("failed"),
    )
}

/// A filter or an extension puts a script of its own into the page, which the page's policy refuses.
async fn a_strange_script_changes_nothing(t: Ctx) -> Outcome {
    let strange = "<body><script src=\"https://filter.invalid/a.js\"></script>";
    let server = t
        .site()
        .rewrite(move |page| page.replacen("<body>", strange, 1))
        .start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await
}

async fn with_a_wrong_type(t: Ctx) -> Outcome {
    let wrong = Fault::WrongType("application/octet-stream".to_owned());
    let server = t.site().fault("*.wasm", wrong).start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await
}

/// What the notes on deployment give to servers that send a policy for all of their pages.
async fn allowed_by_a_policy(t: Ctx) -> Outcome {
    let notes = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/deploy.md"),
    )?;
    let policy = notes
        .split('`')
        .find(|part| part.starts_with("default-src 'self';"))
        .ok_or_else(|| Failure::new("docs/deploy.md gives no policy"))?;
    let server = t
        .site()
        .header("content-security-policy", policy)
        .spy()
        .start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.has_no_errors().await
}

async fn refused_by_a_policy(t: Ctx) -> Outcome {
    for policy in ["script-src 'self'", "default-src 'self'"] {
        let server = t.site().header("content-security-policy", policy).start()?;
        let module = Module::open_early(&t, &server, Options::new()).await?;
        reads_and_says_so(&module).await?;
        let menu =
            "return document.querySelector('.reading').checkVisibility({visibilityProperty: true})";
        check(
            !module.exec::<bool>(menu).await?,
            "a menu is there whose script is not",
        )?;
    }
    Ok(())
}

/// Takes an element away that the client needs, and has the page claim that it was built so.
fn broken(html: &str) -> String {
    let html = html.replacen("<progress", "word<progress", 1);
    let app = html
        .split_once("data-shape=")
        .and_then(|(_, rest)| rest.split_once('>'));
    let app = app.and_then(|(_, rest)| rest.split_once("</div><script"));
    let built = html
        .split_once("data-shape=\"")
        .and_then(|(_, rest)| rest.get(..8));
    match (app.map(|(app, _)| markup::shape(app)), built) {
        (Some(Ok(shape)), Some(built)) => html.replace(built, &shape),
        _ => html,
    }
}

/// Storage that presses a button while it is being read: the state is in use, which is a panic.
async fn a_later_panic_is_told(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .exec::<Value>(
            "const get = Storage.prototype.getItem;
             Storage.prototype.getItem = function (key) {
               Storage.prototype.getItem = get;
               document.querySelector('.progress__all button').click();
               return get.call(this, key);
             };
             dispatchEvent(new Event('pageshow'));",
        )
        .await?;
    module.says_it_did_not_start().await?;
    reads(&module).await
}

/// A start that is never run says nothing, and nothing is said of it: the words come by themselves.
async fn a_client_that_never_comes_is_told(t: Ctx) -> Outcome {
    let never =
        |page: String| page.replace("\"module\" src=\"./start-", "\"never\" src=\"./start-");
    let server = t.site().rewrite(never).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    reads(&module).await?;
    check(
        !module.is_visible(".late .note").await?,
        "the page gives up at once",
    )?;
    let told = "document.querySelector('.late .note').checkVisibility({visibilityProperty: true})";
    module
        .wait_until(told, 30_000, "the page does not say what does not work")
        .await
}

async fn a_panic_leaves_a_readable_page(t: Ctx) -> Outcome {
    let server = t.site().rewrite(|html| broken(&html)).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    reads_and_says_so(&module).await
}

/// Wraps the words of headings, summaries and labels, as a translation tool does.
fn translated(html: &str) -> String {
    let (head, body) = html.split_once("<body>").unwrap_or((html, ""));
    let body = body
        .replace("Show all", "<font><font>Alles zeigen</font></font>")
        .replace(
            "What you can do",
            "<font><font>Was du tun kannst</font></font>",
        );
    format!("{head}<body>{body}")
}

async fn a_translated_page_is_built_afresh(t: Ctx) -> Outcome {
    let server = t
        .site()
        .spy()
        .rewrite(|html| translated(&html))
        .fault("*.wasm", Fault::Delay(1000))
        .start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.toggle(FIRST).await?;
    let focus = "document.querySelector(arguments[0]).focus()";
    module
        .exec_with::<Value>(focus, vec![summary_of(FIRST).into()])
        .await?;
    module.is_ready().await?;
    same("still open", module.is_open(FIRST).await?, true)?;
    let focus = "return document.activeElement === document.querySelector(arguments[0])";
    let focused: bool = module
        .exec_with(focus, vec![summary_of(FIRST).into()])
        .await?;
    check(focused, "the focus is gone")?;
    same(
        "the button",
        module.text(".progress button").await?,
        "Show all".to_owned(),
    )?;
    let kept: usize = module.exec("return [...document.querySelectorAll('font')].filter((e) => e.textContent === 'Was du tun kannst').length").await?;
    check(kept > 0, "the translated text is gone")?;
    module.read(SECOND).await?;
    module.shows_as_read(SECOND).await?;
    module.has_no_errors().await
}

async fn an_added_element_is_no_trap(t: Ctx) -> Outcome {
    let added = |html: String| {
        html.replace(
            "<div class=\"group\">",
            "<aside>Added</aside><div class=\"group\">",
        )
    };
    let server = t.site().spy().rewrite(added).start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    same(
        "strange elements in the new tree",
        module.count("main > aside").await?,
        0,
    )?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.has_no_errors().await
}

async fn a_page_that_lost_its_text_is_left_alone(t: Ctx) -> Outcome {
    let lost = |html: String| html.replace("data-slot=\"text:staff\"", "data-lost");
    let server = t.site().rewrite(lost).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.says_it_did_not_start().await?;
    reads(&module).await
}
