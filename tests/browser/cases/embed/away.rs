//! What the browser or the host takes away: the module reads all the same, and says what is missing.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;
use signup_receiver::Receiver;

use super::hosts::{CONTENT, Host, SECTION, frame, open_to_all};
use crate::cases::offline::kept::{READY, SAID};
use crate::cases::signup::site::{AS_JSON, as_json, in_a_tab, with};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case("embed::scripts_alone_are_enough", scripts_alone_are_enough),
        case(
            "embed::scripts_alone_without_leave",
            scripts_alone_without_leave,
        ),
        case("embed::one_file_needs_no_leave", one_file_needs_no_leave),
        case("embed::no_scripts_at_all", no_scripts_at_all),
        case(
            "embed::a_frame_outlives_the_client",
            a_frame_outlives_the_client,
        ),
        case("embed::storage_is_refused", storage_is_refused),
        case("embed::a_sign_up_needs_no_forms", a_sign_up_needs_no_forms),
        case("embed::a_tab_needs_forms", a_tab_needs_forms),
        case("embed::a_slow_line", a_slow_line),
        case(
            "embed::keeps_apart_what_the_browser_does",
            keeps_apart_what_the_browser_does,
        ),
        case("embed::the_server_is_gone", the_server_is_gone).except(
            Engine::WebKit,
            "WebKit keeps no worker for a frame in a page of another origin",
        ),
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

/// Fails unless the frame has no origin, and does all the same what it can do without one.
async fn plays_without_an_origin(host: &Host) -> Outcome {
    host.is_ready("strict").await?;
    let origin: String = host.exec_in(&frame("strict"), "return self.origin").await?;
    same("the origin of the frame", origin.as_str(), "null")?;
    reads(host).await?;
    answers(host).await?;
    says_that_nothing_is_saved(host).await?;
    host.fits("strict").await
}

async fn scripts_alone_are_enough(t: Ctx) -> Outcome {
    let host = Host::show(&t, open_to_all(&t).start()?, STRICT, Options::new()).await?;
    plays_without_an_origin(&host).await
}

/// The server sends no header that lets a page without an origin load the client.
async fn scripts_alone_without_leave(t: Ctx) -> Outcome {
    let host = Host::show(&t, t.site().start()?, STRICT, Options::new()).await?;
    reads(&host).await?;
    let says = "document.querySelector('.late .note').checkVisibility({visibilityProperty: true})";
    let sentence = "the page does not say what does not work";
    host.wait_in(&frame("strict"), says, 8_000, sentence)
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

/// The module as one file holds all of it, so that no server has to let anybody in.
async fn one_file_needs_no_leave(t: Ctx) -> Outcome {
    let file = variant::single(&settings::path(settings::SITE)?, variant::PLAIN)?;
    let server = t.site().answer("/one.html", Answer::html(file)).start()?;
    let html = STRICT.replace("MODULE", "MODULEone.html");
    let host = Host::show(&t, server, &html, Options::new()).await?;
    plays_without_an_origin(&host).await
}

/// The frame has a client of its own: it sizes itself where the one of the module does not come.
async fn a_frame_outlives_the_client(t: Ctx) -> Outcome {
    let server = open_to_all(&t)
        .fault("client-*.wasm", Fault::Missing)
        .start()?;
    let host = Host::show(&t, server, STRICT, Options::new()).await?;
    let failed = "document.documentElement.dataset.client === 'failed'";
    let sentence = "the client starts without its file";
    host.wait_in(&frame("strict"), failed, 15_000, sentence)
        .await?;
    host.fits("strict").await?;
    reads(&host).await?;
    host.fits("strict").await
}

async fn no_scripts_at_all(t: Ctx) -> Outcome {
    let html = STRICT.replace("allow-scripts", "''");
    let host = Host::show(&t, t.site().start()?, &html, Options::new()).await?;
    // Where scripts run, what is in there is no element.
    let says = "document.querySelector('noscript > .note')?.checkVisibility()";
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

/// Where the host forbids forms, the client sends all the same.
async fn a_sign_up_needs_no_forms(t: Ctx) -> Outcome {
    let receiver = Receiver::start(0)?;
    let server = with(&t, &as_json(&receiver))?.start()?;
    let html = STRICT.replace("allow-scripts", "'allow-scripts allow-same-origin'");
    let host = Host::show(&t, server, &html, Options::new()).await?;
    host.is_ready("strict").await?;
    let send = "document.querySelector('#page-signup-email').value = 'sam@example.org';
        document.querySelector('#page-signup-consent').click();
        document.querySelector('#page-signup-send').click();";
    host.exec_in::<Value>(&frame("strict"), send).await?;
    let said = "document.querySelector('#page-signup-end').textContent.length > 5";
    let sentence = "nothing comes of a sign-up where forms are forbidden";
    host.wait_in(&frame("strict"), said, 12_000, sentence)
        .await?;
    let bodies: Vec<String> = receiver.posts().into_iter().map(|each| each.body).collect();
    same("what was sent", bodies, vec![AS_JSON.to_owned()])
}

/// What the browser itself would send is not sent where the host forbids forms, and the page says so.
async fn a_tab_needs_forms(t: Ctx) -> Outcome {
    let receiver = Receiver::start(0)?;
    let server = with(&t, &in_a_tab(&receiver))?.start()?;
    let html = STRICT.replace(
        "allow-scripts",
        "'allow-scripts allow-same-origin allow-popups'",
    );
    let host = Host::show(&t, server, &html, Options::new()).await?;
    host.is_ready("strict").await?;
    let send = "document.querySelector('#page-signup-email').value = 'sam@example.org';
        document.querySelector('#page-signup-consent').click();
        document.querySelector('#page-signup-send').click();";
    host.exec_in::<Value>(&frame("strict"), send).await?;
    // WebKit tells the page that the form is submitted, and does not do it: then it is said as of any
    // tab that does not open.
    let words = match host.engine() {
        Engine::WebKit => "If no tab opened, nothing was sent this time.",
        _ => "nothing was sent this time. Open this page in a tab of its own",
    };
    let said = format!("document.querySelector('.signup').textContent.includes('{words}')");
    let sentence = "the page does not say that a form cannot be sent";
    host.wait_in(&frame("strict"), &said, 5_000, sentence)
        .await?;
    let kept: String = host
        .exec_in(
            &frame("strict"),
            "return document.querySelector('#page-signup-email').value",
        )
        .await?;
    same("the address", kept.as_str(), "sam@example.org")?;
    same("what was sent", receiver.posts().len(), 0)
}

/// How many questions are answered, in JavaScript.
const ANSWERED: &str = "document.querySelector('#page-progress').getAttribute('value')";

/// The same module in pages of two websites: browsers that keep their storage apart have a place for
/// each, and the page says so. What is said is true of the others, too.
async fn keeps_apart_what_the_browser_does(t: Ctx) -> Outcome {
    let html = STRICT.replace(
        "allow-scripts",
        "'allow-scripts allow-same-origin allow-forms'",
    );
    let host = Host::show(&t, t.site().start()?, &html, Options::new()).await?;
    host.is_ready("strict").await?;
    answers(&host).await?;
    let one = format!("{ANSWERED} === '1'");
    host.wait_in(&frame("strict"), &one, 3_000, "an answer does not count")
        .await?;
    // Another website, to a browser: another name of the same machine.
    let other = host.url().replace("127.0.0.1", "localhost");
    host.goto(&other).await?;
    host.is_ready("strict").await?;
    let says =
        "document.querySelector('#page-framed').textContent.includes('for that website alone')";
    host.wait_in(
        &frame("strict"),
        says,
        3_000,
        "the page does not say for whom it keeps a place",
    )
    .await?;
    let seen: String = host
        .exec_in(&frame("strict"), &format!("return {ANSWERED}"))
        .await?;
    same("answered questions on another website", seen.as_str(), "0")?;
    answers(&host).await?;
    host.wait_in(
        &frame("strict"),
        &one,
        3_000,
        "an answer does not count there",
    )
    .await?;
    host.fits("strict").await
}

/// A module that this browser keeps opens in a frame when its own server is gone.
async fn the_server_is_gone(t: Ctx) -> Outcome {
    let html = STRICT.replace(
        "allow-scripts",
        "'allow-scripts allow-same-origin allow-forms'",
    );
    let host = Host::show(&t, t.site().start()?, &html, Options::new()).await?;
    host.goto(&host.module.url("")).await?;
    let kept = format!("document.querySelector('{SAID}')?.textContent === '{READY}'");
    host.wait_until(&kept, 15_000, "the browser does not keep the module")
        .await?;
    host.goto(&host.url()).await?;
    host.is_ready("strict").await?;
    host.module.stop().await?;
    host.exec::<Value>("window.left = true; setTimeout(() => location.reload()); return null")
        .await?;
    host.wait_until("window.left === undefined", 10_000, "the page stays")
        .await?;
    host.is_ready("strict").await?;
    reads(&host).await?;
    answers(&host).await
}

/// On a slow line, the text is there to read before the client; then the frame takes its height.
async fn a_slow_line(t: Ctx) -> Outcome {
    let slow = open_to_all(&t)
        .fault("*.wasm", Fault::Delay(5_000))
        .start()?;
    let host = Host::show(&t, slow, STRICT, Options::new()).await?;
    host.wait_in(
        &frame("strict"),
        "document.querySelector('h1') && document.documentElement.dataset.client !== 'ready'",
        5_000,
        "there is nothing to read",
    )
    .await?;
    reads(&host).await?;
    host.is_ready("strict").await?;
    host.fits("strict").await
}
