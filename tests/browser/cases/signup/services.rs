//! The services that have a preset: what each is sent, and what is told of its answers.

use std::time::Duration;

use browser_tests::prelude::*;
use serde_json::{Value, json};
use signup_receiver::Behaviour::{self, Already, Confirm, Normal, Refused, TooMany};
use signup_receiver::Receiver;
use tokio::time::sleep;

use super::form::{CONSENT, EMAIL, Signup};
use super::outcomes::{TO_CONFIRM, UNSURE, WORKED};
use super::site::{and, preset, with};
use super::tab::NAVIGATED;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::listmonk", listmonk),
        case(
            "signup::listmonk_that_was_told_nothing",
            listmonk_that_was_told_nothing,
        ),
        case("signup::brevo", brevo),
        case("signup::formspree", formspree),
        case("signup::a_service_of_ones_own", a_service_of_ones_own),
        case("signup::follows_no_redirection", follows_no_redirection),
        case("signup::a_strange_service", a_strange_service),
        case(
            "signup::services_that_answer_in_a_tab",
            services_that_answer_in_a_tab,
        ),
    ]
}

const REFUSED: &str = "The service did not take this. It says: “We do not take this address. Why \
                       is that?”";

const WHY: &str = "We do not take this address. Why is that?";

const LIST: &str = "16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e";

/// Opens a page whose form posts to a service by its preset; the receiver stands in for the
/// service at this origin, below this path. Nothing of the page is changed but that.
async fn at(t: &Ctx, settings: &Value, origin: &'static str, path: &str) -> Outcome<Signup> {
    let receiver = Receiver::start(0)?;
    let (root, whole) = (receiver.origin(), receiver.url(path));
    let site = with(t, settings)?.spy().rewrite(move |html| {
        let html = html.replace(&format!("{origin}/"), &format!("{whole}/"));
        html.replace(origin, &root)
    });
    let form = Signup::open_at(t, receiver, site, Options::new()).await?;
    form.is_ready().await?;
    Ok(form)
}

/// Settles with an answer, then opens the form again.
async fn settles(form: &Signup, behaviour: Behaviour, words: &str) -> Outcome {
    form.meets(&[behaviour], words).await?;
    form.is_settled().await?;
    form.again().await?;
    form.fill().await
}

async fn listmonk(t: Ctx) -> Outcome {
    const BODY: &str = r#"{"email":"sam@example.org","consent":"2026-11","list_uuids":["16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e"]}"#;
    let form = Signup::open(&t, |at| {
        and(
            preset("listmonk", &at.url("listmonk")),
            json!({"lists": [LIST]}),
        )
    })
    .await?;
    form.fill().await?;
    form.meets(&[Refused], REFUSED).await?;
    form.meets(&[TooMany { retry_after: None }], WORKED).await?;
    form.is_settled().await?;
    form.again().await?;
    form.fill().await?;
    settles(&form, Confirm, TO_CONFIRM).await?;
    settles(&form, Normal, WORKED).await?;
    // It answers a known address as a new one.
    settles(&form, Already, WORKED).await?;
    form.arrived_times(6, BODY)?;
    let post = form.receiver.posts().remove(0);
    same(
        "the path",
        post.path.as_str(),
        "/listmonk/api/public/subscription",
    )
}

/// A listmonk that does not trust the site's origin: nothing arrives.
async fn listmonk_that_was_told_nothing(t: Ctx) -> Outcome {
    let form = Signup::open(&t, |at| {
        and(
            preset("listmonk", &at.url("listmonk")),
            json!({"lists": [LIST]}),
        )
    })
    .await?;
    form.receiver.trust([]);
    form.fill().await?;
    form.send().await?;
    form.says(UNSURE).await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    form.receiver.trust([form.server.origin().as_str()]);
    form.send().await?;
    form.says(WORKED).await?;
    form.is_settled().await
}

async fn brevo(t: Ctx) -> Outcome {
    const BODY: &str =
        "EMAIL=sam%40example.org&CONSENT=2026-11&locale=en&html_type=simple&email_address_check=";
    let url = "https://0a1b2c3d.sibforms.com/serve/MUIFAExample";
    let form = at(
        &t,
        &preset("brevo", url),
        "https://0a1b2c3d.sibforms.com",
        "brevo",
    )
    .await?;
    form.fill().await?;
    form.receiver.script(vec![Refused]);
    form.send().await?;
    form.tells_errors(&[(EMAIL, WHY)]).await?;
    same(
        "elements",
        form.count("#page-signup-email-error *").await?,
        0,
    )?;
    form.holds(EMAIL, super::form::SAM).await?;
    form.meets(&[Normal], WORKED).await?;
    form.is_settled().await?;
    form.arrived_times(2, BODY)?;
    let post = form.receiver.posts().remove(0);
    same("the path", post.path.as_str(), "/brevo/serve/MUIFAExample")?;
    same("the query", post.query.as_str(), "isAjax=1")
}

async fn formspree(t: Ctx) -> Outcome {
    const BODY: &str = r#"{"email":"sam@example.org","consent":"2026-11","_gotcha":""}"#;
    let settings = preset("formspree", "https://formspree.io/f/abcdefgh");
    let form = at(&t, &settings, "https://formspree.io", "formspree").await?;
    form.fill().await?;
    form.receiver.script(vec![Refused]);
    form.send().await?;
    form.tells_errors(&[(EMAIL, WHY)]).await?;
    // Who presses again is told anew.
    form.receiver.script(vec![Refused]);
    form.send().await?;
    form.has_received(2).await?;
    form.tells_errors(&[(EMAIL, WHY)]).await?;
    form.meets(&[Normal], WORKED).await?;
    form.is_settled().await?;
    form.arrived_times(3, BODY)?;
    let post = form.receiver.posts().remove(0);
    same("the path", post.path.as_str(), "/formspree/f/abcdefgh")
}

/// Errors of several fields, by their names on the wire; what is not in the form is not told.
async fn a_service_of_ones_own(t: Ctx) -> Outcome {
    let errors = r#"{"ok": false, "message": "<b>No.</b>", "errors": [
        {"field": "agreed", "message": "Tick <i>this</i> box."}, {"field": "strange", "message": "?"},
        {"field": "mail", "message": "<img src=x onerror=alert(1)>Unknown &lt;b&gt;here&lt;/b&gt;."}]}"#;
    let service = t
        .signup_site()
        .answer("/subscribe", Answer::json(422, errors).for_any_origin())
        .start()?;
    let url = service.url("/subscribe");
    let names = json!({"fields": {"email": "mail", "consent": "agreed"}, "double_opt_in": true});
    for (name, body) in [
        (
            "generic-json",
            r#"{"mail":"sam@example.org","agreed":"2026-11"}"#,
        ),
        ("generic-form", "mail=sam%40example.org&agreed=2026-11"),
    ] {
        service.clear_requests();
        let form = Signup::open(&t, |_| and(preset(name, &url), names.clone())).await?;
        form.fill().await?;
        form.send().await?;
        form.says("The service did not take this. It says: “No.”")
            .await?;
        form.tells_errors(&[(EMAIL, "Unknown <b>here</b>."), (CONSENT, "Tick this box.")])
            .await?;
        same("elements", form.count(".signup :is(img, b, i)").await?, 0)?;
        let posts = service.requests().into_iter();
        let posts = posts.filter(|request| request.method == "POST");
        let bodies: Vec<_> = posts.map(|post| post.body).collect();
        same("what arrived", bodies, vec![body])?;
    }
    Ok(())
}

/// What a redirection leads to says nothing of the sign-up, whatever it says.
async fn follows_no_redirection(t: Ctx) -> Outcome {
    let welcome = Answer::json(200, r#"{"ok": true}"#).for_any_origin();
    let service = t
        .signup_site()
        .answer("/subscribe", Answer::see_other("/welcome").for_any_origin())
        .answer("/welcome", welcome)
        .start()?;
    let url = service.url("/subscribe");
    let form = Signup::open(&t, |_| preset("generic-form", &url)).await?;
    form.fill().await?;
    form.send().await?;
    form.says(UNSURE).await?;
    form.is_open_and_says("Try again").await?;
    form.stays_quiet().await?;
    let requests = service.requests().into_iter();
    let requests: Vec<_> = requests.map(|request| request.path).collect();
    same(
        "what was asked of the service",
        requests,
        vec!["/subscribe"],
    )
}

/// What counts is what an answer says, not what it is called; and what the page may not see is not
/// guessed, nor sent again by itself.
async fn a_strange_service(t: Ctx) -> Outcome {
    let misnamed = Answer::status(200)
        .header("content-type", "text/html; charset=iso-8859-1")
        .body("\u{feff}\n {\"ok\": true}")
        .for_any_origin();
    let busy = Answer::status(429).header("retry-after", "1");
    let moved = Answer::status(307)
        .header("location", "/elsewhere")
        .for_any_origin();
    let elsewhere = Answer::json(200, r#"{"ok": true}"#).for_any_origin();
    for (answer, words) in [(misnamed, WORKED), (busy, UNSURE), (moved, UNSURE)] {
        let service = t
            .signup_site()
            .answer("/subscribe", answer)
            .answer("/elsewhere", elsewhere.clone())
            .start()?;
        let url = service.url("/subscribe");
        let form = Signup::open(&t, |_| preset("generic-form", &url)).await?;
        form.fill().await?;
        form.send().await?;
        form.says(words).await?;
        form.stays_quiet().await?;
        sleep(Duration::from_secs(2)).await;
        let requests = service.requests().into_iter();
        let requests: Vec<_> = requests.map(|request| request.path).collect();
        same("what was asked of it", requests, vec!["/subscribe"])?;
    }
    Ok(())
}

/// Services that answer people alone: the settings, the origin that the receiver stands in for, its
/// path there, where a sign-up has to arrive, and as what.
fn for_people() -> [(
    Value,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
); 4] {
    let chimp = "https://example.us21.list-manage.com/subscribe/post?u=0123456789abcdef012345678&amp;id=0a1b2c3d4e";
    let lists = json!({"lists": [LIST]});
    [
        (
            preset("mailchimp", chimp),
            "https://example.us21.list-manage.com",
            "mailchimp",
            "/mailchimp/subscribe/post?u=0123456789abcdef012345678&id=0a1b2c3d4e",
            "EMAIL=sam%40example.org&CONSENT=2026-11&subscribe=Subscribe\
             &b_0123456789abcdef012345678_0a1b2c3d4e=",
        ),
        (
            preset("buttondown", "citizens-academy"),
            "https://buttondown.com",
            "buttondown",
            "/buttondown/api/emails/embed-subscribe/citizens-academy?",
            "email=sam%40example.org&metadata__consent=2026-11&embed=1",
        ),
        (
            and(preset("listmonk-page", "https://lists.example.org"), lists),
            "https://lists.example.org",
            "listmonk",
            "/listmonk/subscription/form?",
            "email=sam%40example.org&consent=2026-11&l=16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e&nonce=",
        ),
        (
            preset(
                "brevo-page",
                "https://0a1b2c3d.sibforms.com/serve/MUIFAExample",
            ),
            "https://0a1b2c3d.sibforms.com",
            "brevo",
            "/brevo/serve/MUIFAExample?",
            "EMAIL=sam%40example.org&CONSENT=2026-11&locale=en&html_type=simple\
             &email_address_check=",
        ),
    ]
}

async fn services_that_answer_in_a_tab(t: Ctx) -> Outcome {
    for (settings, origin, path, arrives_at, body) in for_people() {
        let form = at(&t, &settings, origin, path).await?;
        form.fill().await?;
        form.send().await?;
        form.has_received(1).await?;
        form.says(NAVIGATED).await?;
        form.has_windows(2).await?;
        let post = form.receiver.posts().remove(0);
        let arrived_at = format!("{}?{}", post.path, post.query);
        same("where it arrived", arrived_at.as_str(), arrives_at)?;
        same_pairs(&post.body, body)?;
        let answered = post.answered.map(|answered| answered.status);
        same("the status of the answer", answered, Some(200))?;
    }
    Ok(())
}

/// Fails unless two forms hold the same, in whatever order.
fn same_pairs(found: &str, expected: &str) -> Outcome {
    let sorted = |form: &str| {
        let mut pairs: Vec<_> = form.split('&').map(str::to_owned).collect();
        pairs.sort();
        pairs
    };
    same("what arrived", sorted(found), sorted(expected))
}
