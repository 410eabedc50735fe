//! The server's faults, tried on the harness's own page: each must reach the browser.

use browser_tests::prelude::*;

use crate::cases::harness::fixture;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("faults::files_fail_as_asked", files_fail_as_asked),
        case(
            "faults::a_policy_refuses_web_assembly",
            a_policy_refuses_web_assembly,
        ),
        case(
            "faults::a_file_that_hangs_hangs_alone",
            a_file_that_hangs_hangs_alone,
        ),
        case("faults::a_stopped_server_is_gone", a_stopped_server_is_gone),
        case(
            "faults::an_endpoint_sees_what_is_sent",
            an_endpoint_sees_what_is_sent,
        ),
    ]
}

async fn files_fail_as_asked(t: Ctx) -> Outcome {
    let server = fixture(&t).start()?;
    let page = t.open(&server, Options::new()).await?;
    let faults = [
        Fault::Missing,
        Fault::Status(503),
        Fault::Truncated(5),
        Fault::Cut(5),
        Fault::WrongType("text/plain".to_owned()),
        Fault::ReplacedBy(b"<!doctype html>".to_vec()),
    ];
    for fault in faults {
        server.heal();
        server.fault("*.wasm", fault.clone());
        page.goto("").await?;
        let failed = "wasm.textContent.startsWith('failed')";
        page.wait_until(failed, 3000, &format!("{fault:?} does no harm"))
            .await?;
    }
    server.heal();
    server.fault("*.wasm", Fault::Delay(400));
    page.goto("").await?;
    same("the state", page.text("#wasm").await?, "not asked for")?;
    page.wait_until(
        "wasm.textContent === 'ran'",
        3000,
        "a late file never arrives",
    )
    .await
}

async fn a_policy_refuses_web_assembly(t: Ctx) -> Outcome {
    let policy = "default-src 'self'; script-src 'self'";
    let server = fixture(&t)
        .header("content-security-policy", policy)
        .start()?;
    let page = t.open(&server, Options::new()).await?;
    let failed = "wasm.textContent.startsWith('failed')";
    page.wait_until(failed, 3000, "WebAssembly runs").await?;
    same(
        "the first paragraph",
        page.text("#state").await?,
        "script ran",
    )
}

async fn a_file_that_hangs_hangs_alone(t: Ctx) -> Outcome {
    let server = fixture(&t).fault("empty.wasm", Fault::Hang).start()?;
    let page = t.open(&server, Options::new()).await?;
    same(
        "the first paragraph",
        page.text("#state").await?,
        "script ran",
    )?;
    same("the state", page.text("#wasm").await?, "not asked for")?;
    let requests = server.requests();
    let hanging = requests
        .iter()
        .find(|each| each.file_name() == "empty.wasm");
    let hanging = hanging.ok_or_else(|| Failure::new("the file was never asked for"))?;
    same("the answer", &hanging.response, &None)
}

async fn a_stopped_server_is_gone(t: Ctx) -> Outcome {
    let server = fixture(&t).fault("empty.wasm", Fault::Hang).start()?;
    let page = t.open(&server, Options::new()).await?;
    server.stop().await?;
    page.wait_until(
        "wasm.textContent.startsWith('failed')",
        3000,
        "a connection outlives the server",
    )
    .await?;
    let reach = "return fetch('page.css').then(() => true, () => false)";
    check(!page.exec::<bool>(reach).await?, "the server still answers")?;
    server.restart()?;
    check(
        page.exec::<bool>(reach).await?,
        "the server does not answer again",
    )
}

async fn an_endpoint_sees_what_is_sent(t: Ctx) -> Outcome {
    let endpoint = fixture(&t)
        .answer(
            "/join",
            Answer::json(202, r#"{"ok":true}"#).for_any_origin(),
        )
        .start()?;
    let to = endpoint.origin();
    let server = fixture(&t)
        .rewrite(move |page| {
            page.replace("connect-src 'self'", &format!("connect-src 'self' {to}"))
        })
        .start()?;
    let page = t.open(&server, Options::new()).await?;
    let send = "return fetch(arguments[0], { method: 'POST', body: '{\"a\":1}',
        headers: { 'content-type': 'application/json' } }).then((answer) => answer.status)";
    let status: u16 = page
        .exec_with(send, vec![endpoint.url("/join").into()])
        .await?;
    same("the status", status, 202)?;
    let requests = endpoint.requests();
    let methods: Vec<&str> = requests.iter().map(|each| each.method.as_str()).collect();
    same("the methods", methods, ["OPTIONS", "POST"])?;
    same("the body", requests[1].body.as_str(), r#"{"a":1}"#)?;
    same(
        "the origin",
        requests[1].header("origin"),
        Some(server.origin().as_str()),
    )
}
