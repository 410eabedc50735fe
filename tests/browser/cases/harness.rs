//! The harness itself, tried on a small page of its own: a browser that ignores what it was
//! asked for would let other cases pass for nothing.

use std::path::Path;

use browser_tests::prelude::*;
use serde_json::Value;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("harness::runs_scripts", runs_scripts),
        case(
            "harness::runs_without_java_script",
            runs_without_java_script,
        ),
        case("harness::presses_real_keys", presses_real_keys),
        case("harness::sizes_the_page", sizes_the_page),
        case("harness::follows_preferences", follows_preferences),
        case("harness::forces_colours", forces_colours)
            .except(Engine::WebKit, "WebKit has no forced colours"),
        case("harness::refuses_storage", refuses_storage),
        case("harness::notes_errors", notes_errors),
        case(
            "harness::shares_storage_between_tabs",
            shares_storage_between_tabs,
        ),
        case(
            "harness::a_used_browser_is_as_new",
            a_used_browser_is_as_new,
        )
        .except(Engine::WebKit, "WebKit starts for each case"),
        case("harness::prints", prints)
            .except(Engine::WebKit, "WebKit's driver has no command to print"),
        case("harness::runs_axe", runs_axe),
    ]
}

/// A server of the harness's own page.
pub(crate) fn fixture(t: &Ctx) -> SiteBuilder {
    t.folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
}

async fn runs_scripts(t: Ctx) -> Outcome {
    let server = fixture(&t).at("/a/b/c").spy().start()?;
    let page = t.open(&server, Options::new()).await?;
    page.wait_until(
        "wasm.textContent === 'ran'",
        2000,
        "WebAssembly did not run",
    )
    .await?;
    same(
        "the first paragraph",
        page.text("#state").await?,
        "script ran",
    )?;
    check(
        !page.is_visible("#without").await?,
        "the text for no JavaScript is seen",
    )?;
    page.has_no_errors().await?;
    let paths: Vec<String> = server
        .requests()
        .into_iter()
        .map(|each| each.path)
        .collect();
    check(
        paths.contains(&"/a/b/c/empty.wasm".to_owned()),
        format!("the log is {paths:?}"),
    )
}

async fn runs_without_java_script(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t
        .open(&server, Options::new().without_java_script())
        .await?;
    same(
        "the first paragraph",
        page.text("#state").await?,
        "as it came",
    )?;
    check(
        page.is_visible("#without").await?,
        "the text for no JavaScript is not seen",
    )?;
    page.click("summary").await?;
    check(
        page.is_visible("#first p").await?,
        "the section does not open",
    )?;
    page.press("Enter").await?;
    page.wait_until(
        "!first.open",
        1000,
        "the section does not close by keyboard",
    )
    .await
}

async fn presses_real_keys(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new()).await?;
    page.tab().await?;
    same(
        "the focus",
        page.focused().await?.to_string(),
        "summary \"First section\"",
    )?;
    page.press("Space").await?;
    page.wait_until("first.open", 1000, "Space does not open the section")
        .await?;
    page.tab().await?;
    same(
        "the focus",
        page.focused().await?.to_string(),
        "input#name \"Name\"",
    )?;
    page.type_text("Zoë").await?;
    same(
        "the value",
        page.exec::<String>("return document.getElementById('name').value")
            .await?,
        "Zoë",
    )?;
    page.press("Shift+Tab").await?;
    same("the focus", page.focused().await?.tag, "summary")
}

async fn sizes_the_page(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new().size(320, 640)).await?;
    let size = "return [innerWidth, innerHeight, devicePixelRatio]";
    same(
        "the size",
        page.exec::<[u32; 3]>(size).await?,
        [320, 640, 1],
    )?;
    page.set_viewport(1400, 900).await?;
    same(
        "the size",
        page.exec::<[u32; 3]>(size).await?,
        [1400, 900, 1],
    )?;
    check(
        page.rect("main").await?.right() <= 1400.0,
        "the page is wider than the window",
    )
}

/// Which of these media queries hold.
async fn media(page: &Page) -> Outcome<[bool; 3]> {
    page.exec(
        "return ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)',
           '(forced-colors: active)'].map((query) => matchMedia(query).matches)",
    )
    .await
}

async fn follows_preferences(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new()).await?;
    same(
        "the preferences",
        media(&page).await?,
        [false, false, false],
    )?;
    let page = t
        .open(&server, Options::new().dark().reduced_motion())
        .await?;
    same("the preferences", media(&page).await?, [true, true, false])
}

async fn forces_colours(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new().forced_colors()).await?;
    check(media(&page).await?[2], "colours are not forced")
}

async fn refuses_storage(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new().storage_refused()).await?;
    let usable = "try { localStorage.setItem('a', 'b'); return true } catch { return false }";
    check(!page.exec::<bool>(usable).await?, "storage is not refused")
}

async fn notes_errors(t: Ctx) -> Outcome {
    let script = "console.error('of the console'); Promise.reject(new Error('of a promise'));
        setTimeout(() => { throw new Error('of a timer') });
        const image = new Image(); image.src = 'https://elsewhere.example/'; document.body.append(image);";
    let server = fixture(&t)
        .fault("page.js", Fault::ReplacedBy(script.into()))
        .fault("page.css", Fault::Missing)
        .spy()
        .start()?;
    let page = t.open(&server, Options::new()).await?;
    page.wait_until("__errors.length >= 5", 2000, "errors are not noted")
        .await?;
    let errors = page.errors().await?.join("\n");
    for expected in [
        "of the console",
        "of a promise",
        "of a timer",
        "content policy: img-src",
        "page.css",
    ] {
        check(
            errors.contains(expected),
            format!("no `{expected}` in:\n{errors}"),
        )?;
    }
    Ok(())
}

async fn shares_storage_between_tabs(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let first = t.open(&server, Options::new()).await?;
    first
        .exec::<()>("localStorage.setItem('key', 'value')")
        .await?;
    let second = first.new_tab("").await?;
    same(
        "what is stored",
        second.local_storage("key").await?,
        Some("value".to_owned()),
    )?;
    second
        .exec::<()>("localStorage.removeItem('key'); document.title = 'second'")
        .await?;
    same("what is stored", first.local_storage("key").await?, None)?;
    second.close().await?;
    let title = first.exec::<String>("return document.title").await?;
    check(title != "second", "the first tab is the second")
}

async fn prints(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new()).await?;
    let file =
        std::env::temp_dir().join(format!("{}-{}.pdf", t.engine().name(), std::process::id()));
    page.print_to_pdf(&file).await?;
    let printed = std::fs::read(&file)?;
    std::fs::remove_file(&file)?;
    check(printed.starts_with(b"%PDF-"), "what was printed is no PDF")
}

async fn runs_axe(t: Ctx) -> Outcome {
    let server = fixture(&t).spy().start()?;
    let page = t.open(&server, Options::new()).await?;
    axe::passes(&page).await?;
    page.has_no_errors().await?;
    page.exec::<()>("document.querySelector('label').remove()")
        .await?;
    let found = axe::violations(&page, ":root").await?.join("\n");
    check(
        found.contains("label") && found.contains("#name"),
        format!("axe-core finds: {found}"),
    )
}

async fn a_used_browser_is_as_new(t: Ctx) -> Outcome {
    const KEPT: &str = "return [
      history.length, sessionStorage.length, localStorage.length, innerWidth, window.name, document.cookie]";
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new()).await?;
    let at_first: Value = page.exec(KEPT).await?;
    page.goto("#state").await?;
    page.exec::<Value>(
        "sessionStorage.a = localStorage.a = window.name = document.cookie = 'kept=1'; return null",
    )
    .await?;
    page.set_viewport(500, 500).await?;
    page.new_tab("").await?;
    drop(page);
    t.leave().await;
    let other = fixture(&t).start()?;
    let page = t.open(&other, Options::new()).await?;
    check(page.served_before(), "it is another browser")?;
    same("what it keeps", page.exec::<Value>(KEPT).await?, at_first)?;
    let windows = page.driver().await?.windows().await?.len();
    same("its windows", windows, 1)
}
