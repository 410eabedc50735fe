//! What the browser or the host takes away: the module reads all the same, and says what is missing.

use browser_tests::prelude::*;
use serde_json::Value;

use super::hosts::{CONTENT, Host, SECTION, frame, open_to_all};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("embed::scripts_alone_are_enough", scripts_alone_are_enough),
        case(
            "embed::scripts_alone_without_leave",
            scripts_alone_without_leave,
        ),
        case("embed::no_scripts_at_all", no_scripts_at_all),
        case("embed::storage_is_refused", storage_is_refused),
        case("embed::a_slow_line", a_slow_line),
    ]
}

/// The strictest frame in which anything runs.
const STRICT: &str =
    "<iframe id=strict sandbox=allow-scripts src='MODULE?embed=h5p' title=Strict></iframe>
     <script src=/h5p-resizer.js></script>";

/// Opens the first section by its summary, as a reader does.
const OPEN: &str = "document.querySelector('details.section > summary').click()";

/// Fails unless the frame can be read: a section opens.
async fn reads(host: &Host) -> Outcome {
    host.exec_in::<Value>(&frame("strict"), OPEN).await?;
    let shown =
        format!("{SECTION}.open && {SECTION}.querySelector('.section__text').checkVisibility()");
    host.wait_in(&frame("strict"), &shown, 3_000, "a section does not open")
        .await
}

/// Fails unless the line about keeping says that nothing can be saved.
async fn says_that_nothing_is_saved(host: &Host) -> Outcome {
    let says = "document.querySelector('.progress__keeping p').textContent.includes(\"can't be saved here\")";
    let sentence = "the page does not say that it can't save here";
    host.wait_in(&frame("strict"), says, 5_000, sentence).await
}

/// Answers a question, and waits for words about it.
async fn answers(host: &Host) -> Outcome {
    let answer = "const question = document.querySelector('.group > .question');
        question.querySelector('input').click(); question.querySelector('[type=submit]').click();";
    host.exec_in::<Value>(&frame("strict"), answer).await?;
    let said = "document.querySelector('.group > .question .result__said').textContent.length > 5";
    host.wait_in(&frame("strict"), said, 5_000, "an answer is not answered")
        .await
}

async fn scripts_alone_are_enough(t: Ctx) -> Outcome {
    let host = Host::show(&t, open_to_all(&t).start()?, STRICT, Options::new()).await?;
    host.is_ready("strict").await?;
    let origin: String = host.exec_in(&frame("strict"), "return self.origin").await?;
    same("the origin of the frame", origin.as_str(), "null")?;
    reads(&host).await?;
    answers(&host).await?;
    says_that_nothing_is_saved(&host).await?;
    host.fits("strict").await
}

/// The server sends no header that lets a page without an origin load the client.
async fn scripts_alone_without_leave(t: Ctx) -> Outcome {
    let host = Host::show(&t, t.site().start()?, STRICT, Options::new()).await?;
    reads(&host).await?;
    let says = "document.querySelector('.late .note').checkVisibility({visibilityProperty: true})";
    // Where no script may run at all, the style sheet says it, after twenty seconds.
    let limit = if host.engine() == Engine::WebKit {
        24_000
    } else {
        8_000
    };
    let sentence = "the page does not say what does not work";
    host.wait_in(&frame("strict"), says, limit, sentence)
        .await?;
    let scrolls = format!("innerHeight < {CONTENT} && (scrollTo(0, 1e6), scrollY > 50)");
    host.wait_in(
        &frame("strict"),
        &scrolls,
        3_000,
        "its text cannot be scrolled to",
    )
    .await
}

async fn no_scripts_at_all(t: Ctx) -> Outcome {
    let html = STRICT.replace("allow-scripts", "''");
    let host = Host::show(&t, t.site().start()?, &html, Options::new()).await?;
    let says = "document.querySelector('noscript')?.textContent.includes('JavaScript')";
    host.wait_in(
        &frame("strict"),
        says,
        8_000,
        "the page does not say that scripts are off",
    )
    .await?;
    host.exec_in::<Value>(&frame("strict"), OPEN).await?;
    let open = format!("{SECTION}.open");
    host.wait_in(&frame("strict"), &open, 3_000, "a section does not open")
        .await
}

async fn storage_is_refused(t: Ctx) -> Outcome {
    let html = STRICT.replace(
        "allow-scripts",
        "'allow-scripts allow-same-origin allow-forms'",
    );
    let host = Host::show(
        &t,
        t.site().start()?,
        &html,
        Options::new().storage_refused(),
    )
    .await?;
    host.is_ready("strict").await?;
    reads(&host).await?;
    answers(&host).await?;
    says_that_nothing_is_saved(&host).await?;
    host.fits("strict").await
}

/// On a slow line, the text is there to read before the client; then the frame takes its height.
async fn a_slow_line(t: Ctx) -> Outcome {
    let slow = open_to_all(&t)
        .fault("*.wasm", Fault::Delay(2_500))
        .start()?;
    let host = Host::show(&t, slow, STRICT, Options::new()).await?;
    host.wait_in(
        &frame("strict"),
        "document.querySelector('h1')",
        5_000,
        "there is nothing to read",
    )
    .await?;
    reads(&host).await?;
    host.is_ready("strict").await?;
    host.fits("strict").await
}
