//! The server is gone: its port is closed.

use browser_tests::prelude::*;
use browser_tests::settings;
use citizens_academy_player::domain::exercise::Task;
use serde_json::Value;

use super::kept::{INSTALL, Kept, READY, SAID};
use crate::cases::exercise::answer::Way;
use crate::cases::exercise::quiz::Quiz;
use crate::cases::module::{FIRST, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "offline::opens_without_its_server",
            opens_without_its_server,
        ),
        case(
            "offline::prints_without_its_server",
            prints_without_its_server,
        )
        .except(Engine::WebKit, "WebKit's driver has no command to print"),
        case("offline::is_said_once", is_said_once),
        case(
            "offline::what_was_thrown_away_comes_back",
            what_was_thrown_away_comes_back,
        ),
    ]
}

/// Every page by each of its addresses, reading, the exercise, and the way to help.
async fn opens_without_its_server(t: Ctx) -> Outcome {
    let site = t.site().at("/some/where/");
    let server = site
        .header("x-frame-options", "SAMEORIGIN")
        .header(
            "content-security-policy",
            "object-src 'none'; frame-ancestors 'self'",
        )
        .header("permissions-policy", "camera=()")
        .header("x-mistake", "corrected since")
        .start()?;
    let kept = Kept::open(&t, &server).await?;
    kept.read(FIRST).await?;
    server.stop().await?;
    // As a person does it: Firefox's driver passes over the worker.
    kept.exec::<Value>("window.left = true; setTimeout(() => location.reload()); return null")
        .await?;
    kept.wait_until("window.left === undefined", INSTALL, "the page stays")
        .await?;
    kept.is_ready().await?;
    kept.counts("1 of 12 read").await?;
    for path in [
        "",
        "index.html",
        "?utm_source=a&b=c",
        "index.html?x=1#threats",
        "#threats",
    ] {
        kept.visit(path).await?;
        kept.counts("1 of 12 read").await?;
    }
    same(
        "a fragment opens its section",
        kept.is_open(SECOND).await?,
        true,
    )?;
    let numbers =
        kept.count("a[href^='tel:']").await? > 5 && kept.count("a[href^='sms:']").await? > 0;
    check(numbers, "there are no numbers to call")?;
    kept.scroll_to_end(SECOND).await?;
    kept.counts("2 of 12 read").await?;
    let quiz = Quiz::of((*kept).clone()).await?;
    let (id, task) = quiz.first(|task| matches!(task, Task::One { .. }))?;
    quiz.answer(&id, &task, Way::Right).await?;
    kept.visit("").await?;
    kept.counts("1 of 15 answered").await?;
    keeps_what_is_of_frames(&kept).await?;
    every_other_page(&kept).await?;
    kept.is_ready().await?;
    kept.counts("2 of 12 read").await
}

/// Of what the server said, with what a page may ask for, and nothing else.
async fn keeps_what_is_of_frames(kept: &Kept) -> Outcome {
    let headers = "return fetch('./').then(({ headers }) =>
       ['x-frame-options', 'content-security-policy', 'permissions-policy', 'x-mistake']
         .map((name) => headers.get(name)))";
    let headers: Value = kept.exec(headers).await?;
    let of_frames = serde_json::json!(["SAMEORIGIN", "frame-ancestors 'self'", "camera=()", null]);
    same("what is kept of what the server said", headers, of_frames)
}

/// The pages besides the module's own, each with its help, and the way back from one of them.
async fn every_other_page(kept: &Kept) -> Outcome {
    for (path, title) in [
        ("", "When nudes are shared"),
        ("finished.html?for=me", "Citizens Academy: in control"),
        ("privacy.html", "Your privacy"),
        ("share.html", "Share or embed"),
        ("help.html", "Who can help"),
    ] {
        kept.goto(path).await?;
        let said = kept.text("h1").await?;
        check(
            said.starts_with(title),
            format!("`{path}` is titled {said:?}"),
        )?;
        kept.click(".help__open").await?;
        for seen in ["#page-help", "#page-help a[href='tel:999']"] {
            let is_seen = kept.is_visible(seen).await?;
            check(is_seen, format!("`{seen}` is not seen in `{path}`"))?;
        }
        kept.click(".help__open").await?;
    }
    kept.click("main a[href='./index.html']").await
}

async fn prints_without_its_server(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let kept = Kept::open(&t, &server).await?;
    server.stop().await?;
    let folder = settings::target().join("browser-tests");
    std::fs::create_dir_all(&folder)?;
    for path in ["", "finished.html"] {
        kept.goto(path).await?;
        let file = folder.join(format!("{}-offline.pdf", t.engine().name()));
        kept.print_to_pdf(&file).await?;
        let bytes = std::fs::read(&file)?;
        check(
            bytes.starts_with(b"%PDF") && bytes.len() > 5_000,
            format!("`{path}` prints nothing"),
        )?;
    }
    Ok(())
}

/// In words that are there to be told, in a place that holds nothing before; and nowhere on paper.
async fn is_said_once(t: Ctx) -> Outcome {
    let server = t.site().fault("worker.js", Fault::Delay(1_000)).start()?;
    let kept = Kept::of(Module::open(&t, &server, Options::new()).await?);
    let role = kept.attribute(SAID, "role").await?;
    same("the role of the place", role.as_deref(), Some("status"))?;
    same("what it says before", kept.text(SAID).await?, String::new())?;
    kept.says(READY).await?;
    let (line, height): (f64, f64) = kept
        .exec("return [document.querySelector('.offline').getBoundingClientRect().bottom, innerHeight]")
        .await?;
    check((line - height).abs() < 1.0, "the words are not in view")?;
    for path in ["", "finished.html", ""] {
        kept.goto(path).await?;
        if path.is_empty() {
            kept.is_ready().await?;
        }
        kept.is_controlled().await?;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        let said: Option<String> = kept
            .exec("return document.querySelector('.offline__said')?.textContent ?? null")
            .await?;
        check(said.unwrap_or_default().is_empty(), "it is said once more")?;
    }
    Ok(())
}

/// A browser, or a person who tidies up, may throw away what is kept and leave the worker.
async fn what_was_thrown_away_comes_back(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let kept = Kept::open(&t, &server).await?;
    let tidy = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => null)";
    kept.exec::<Value>(tidy).await?;
    kept.visit("").await?;
    let back = "return caches.keys().then(async (names) => {
        for (const name of names) if ((await (await caches.open(name)).keys()).length > 5) return true;
        return false;
      })";
    for _ in 0..INSTALL / 50 {
        if kept.exec::<bool>(back).await? {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    server.stop().await?;
    kept.visit("").await
}
