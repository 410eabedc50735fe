//! What the page may send to, it says in its content policy; and nothing else changes where it goes.

use browser_tests::prelude::*;
use signup_receiver::Receiver;

use super::form::{FORM, Signup};
use super::outcomes::WORKED;
use super::site::{AS_JSON, as_json, in_a_tab};
use crate::cases::module::Module;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("signup::opens_the_policy_for_one", opens_the_policy_for_one),
        case(
            "signup::opens_nothing_without_one",
            opens_nothing_without_one,
        ),
        case(
            "signup::no_address_leads_elsewhere",
            no_address_leads_elsewhere,
        ),
    ]
}

/// Whether a script of the page can send to an address.
async fn can_fetch(page: &Page, url: &str) -> Outcome<bool> {
    page.exec_with(
        "return fetch(arguments[0], {method: 'POST', mode: 'no-cors', body: 'strange=1'})
           .then(() => true, () => false)",
        vec![url.into()],
    )
    .await
}

/// Has the browser send a form to an address, into the same tab.
async fn submits(page: &Page, url: &str) -> Outcome {
    page.exec_with::<()>(
        "const form = document.createElement('form');
         form.method = 'post';
         form.action = arguments[0];
         document.body.append(form);
         // Firefox throws where the policy refuses.
         try { form.submit() } catch {}",
        vec![url.into()],
    )
    .await
}

/// Fails unless a receiver got nothing at all.
fn got_nothing(receiver: &Receiver) -> Outcome {
    same("what arrived elsewhere", receiver.received().len(), 0)
}

async fn opens_the_policy_for_one(t: Ctx) -> Outcome {
    let other = Receiver::start(0)?;
    // By the client, to the one origin; by a form of the browser's, to none.
    let form = Signup::open(&t, as_json).await?;
    let own = form.receiver.url("form");
    check(
        !can_fetch(&form, &other.url("form")).await?,
        "the client can send elsewhere",
    )?;
    submits(&form, &other.url("form")).await?;
    submits(&form, &own).await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    check(
        can_fetch(&form, &own).await?,
        "the client cannot send to its service",
    )?;
    form.arrived(&["strange=1"])?;
    got_nothing(&other)?;
    // By a form of the browser's, to the one origin; by the client, to none.
    let form = Signup::open(&t, in_a_tab).await?;
    let own = form.receiver.url("form");
    for url in [&own, &other.url("form")] {
        check(
            !can_fetch(&form, url).await?,
            format!("the client can send to {url}"),
        )?;
    }
    submits(&form, &other.url("form")).await?;
    form.stays_quiet().await?;
    form.arrived(&[])?;
    got_nothing(&other)
}

/// No service, no form, and no request to anybody.
async fn opens_nothing_without_one(t: Ctx) -> Outcome {
    let other = Receiver::start(0)?;
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    same("forms", module.count(FORM).await?, 0)?;
    same("its heading", module.count("#page-news").await?, 0)?;
    check(
        !can_fetch(&module, &other.url("form")).await?,
        "the client can send",
    )?;
    let connect = "return document.querySelector('meta[http-equiv=Content-Security-Policy]')
        .content.split('; ').filter((part) => /^(connect-src|form-action)/.test(part))";
    same(
        "the policy",
        module.exec::<Vec<String>>(connect).await?,
        vec!["connect-src 'self'", "form-action 'none'"],
    )?;
    submits(&module, &other.url("form")).await?;
    module
        .wait_until("document.readyState === 'complete'", 2_000, "the page left")
        .await?;
    got_nothing(&other)
}

/// What stands in the page's address changes nothing of where it is sent, or what.
async fn no_address_leads_elsewhere(t: Ctx) -> Outcome {
    let other = Receiver::start(0)?;
    let form = Signup::open(&t, as_json).await?;
    let url = other.url("json");
    let query = format!(
        "?endpoint={url}&url={url}&signup={url}&action={url}&email=eve@example.org&mode=navigate\
         #page-signup"
    );
    form.goto(&form.server.url(&query)).await?;
    form.is_ready().await?;
    form.is_untouched().await?;
    form.fill().await?;
    form.send().await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_JSON])?;
    got_nothing(&other)
}
