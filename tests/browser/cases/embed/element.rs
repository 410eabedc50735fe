//! The element for other people's pages: `<citizens-academy-module>`.

use browser_tests::axe;
use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::hosts::{FOLLOW, Host, SECTION, frame, open_to_all};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "embed::tells_what_the_reader_does",
            tells_what_the_reader_does,
        ),
        case("embed::bears_what_pages_do", bears_what_pages_do),
        case("embed::obeys_a_strict_host", obeys_a_strict_host),
        case(
            "embed::wears_the_theme_of_the_host",
            wears_the_theme_of_the_host,
        ),
        case(
            "embed::starts_where_the_address_says",
            starts_where_the_address_says,
        ),
        case(
            "embed::what_nobody_sees_is_not_loaded",
            what_nobody_sees_is_not_loaded,
        ),
    ]
}

/// The events that the page has heard so far, each with its detail.
const EVENTS: &str = "heard.filter(({kind}) => kind).map(({kind, detail}) => [kind, detail])";

/// Keeps that everything was read, as another tab does, and has the page look. (In WebKit, nothing in a
/// frame scrolls the page around it, so no section's end would be seen.)
const READ_BEFORE: &str =
    "const read = [...document.querySelectorAll('details.section > [id]')].map((e) => e.id);
     localStorage['academy:in-control'] = JSON.stringify({ v: 1, read });
     document.dispatchEvent(new Event('visibilitychange'))";

/// Keeps that everything was answered, as another tab does, and has the page look.
const FINISHED_BEFORE: &str =
    "const ids = [...document.querySelectorAll('.group > .question')].map((e) => e.id);
     const kept = JSON.parse(localStorage['academy:in-control']);
     kept.answered = Object.fromEntries(ids.map((id) => [id, true]));
     localStorage['academy:in-control'] = JSON.stringify(kept);
     document.dispatchEvent(new Event('visibilitychange'))";

async fn tells_what_the_reader_does(t: Ctx) -> Outcome {
    let host = Host::open(&t, &["own"], Options::new()).await?;
    host.fits("own").await?;
    let told = format!("{EVENTS}.length >= 2");
    host.wait_until(&told, FOLLOW, "the page is told nothing")
        .await?;
    let events: Value = host.exec(&format!("return {EVENTS}")).await?;
    let expected = json!([
        ["ready", {"module": "in-control", "language": "en-GB"}],
        ["progress", {"done": 0, "total": 27}],
    ]);
    same("what the page is told at first", events, expected)?;
    let told = "document.querySelector('#page-framed').checkVisibility()
        && document.querySelector('#page-framed').textContent.includes('can tell how far you are')";
    let sentence = "the reader is not told what the page is told";
    host.wait_in(&frame("own"), told, FOLLOW, sentence).await?;
    host.enter_frame_of(&frame("own")).await?;
    axe::passes(&host).await?;
    host.leave_frame().await?;
    let furniture =
        "return ['.header__publisher', '.foot [href*=share]', '.head__told', '.bar', '.reading']
        .map((css) => document.querySelector(css).checkVisibility())";
    let seen: [bool; 5] = host.exec_in(&frame("own"), furniture).await?;
    let expected = [false, false, false, true, true];
    same("what is seen beside the module", seen, expected)?;
    host.exec_in::<Value>(&frame("own"), READ_BEFORE).await?;
    let read = format!("{EVENTS}.at(-1)[1].done === 12");
    host.wait_until(&read, 8_000, "the page is not told what was read")
        .await?;
    let completes = format!("{EVENTS}.filter(([kind]) => kind === 'complete').length");
    same(
        "ends before the questions",
        host.exec::<usize>(&format!("return {completes}")).await?,
        0,
    )?;
    // A reader who has finished comes back: kept by an earlier visit.
    host.exec_in::<Value>(&frame("own"), FINISHED_BEFORE)
        .await?;
    let complete = format!("{completes} === 1");
    host.wait_until(&complete, FOLLOW, "the page is not told of the end")
        .await?;
    // How far, and names of the module, and nothing else.
    let personal: Value = host
        .exec(&format!(
            "return {EVENTS}.flatMap(([, detail]) => Object.keys(detail))
               .filter((key, at, all) => all.indexOf(key) === at)"
        ))
        .await?;
    let keys = json!(["module", "language", "done", "total"]);
    same("what the page can be told", personal, keys)
}

async fn bears_what_pages_do(t: Ctx) -> Outcome {
    let html = "<script src=MODULEembed.js></script><script src=MODULEembed.js></script>
        <div id=one><citizens-academy-module id=own src=MODULE module=other></citizens-academy-module></div>
        <div id=two></div>
        <citizens-academy-module id=far src=''></citizens-academy-module>
        <citizens-academy-module id=odd src='javascript:alert(1)'></citizens-academy-module>
        <script src=MODULEembed.js></script>";
    let host = Host::show(&t, open_to_all(&t).start()?, html, Options::new()).await?;
    host.is_ready("own").await?;
    host.fits("own").await?;
    let frames: Value = host
        .exec("return ['own', 'far', 'odd'].map((id) => {
                 const all = document.getElementById(id).shadowRoot?.querySelectorAll('iframe') ?? [];
                 return [all.length, all[0]?.src ?? null];
               })")
        .await?;
    let base = host.module.url("");
    let own = format!("{base}?embed=h5p");
    let expected = json!([[1, own], [1, own], [0, null]]);
    same("frames, and what they show", frames, expected)?;
    // Moved, it loads anew, and works.
    host.exec::<Value>("two.append(document.getElementById('own'))")
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    host.is_ready("own").await?;
    let open = format!("{SECTION}.open = true");
    host.exec_in::<Value>(&frame("own"), &open).await?;
    host.fits("own").await?;
    // Hidden as any other element.
    let hidden = "const own = document.getElementById('own'); own.hidden = true;
        const gone = !own.checkVisibility(); own.hidden = false; return gone";
    check(host.exec(hidden).await?, "an element that is hidden shows")?;
    // Taken out and put back.
    host.exec::<Value>("const own = document.getElementById('own'); own.remove(); one.append(own)")
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    host.is_ready("own").await?;
    host.fits("own").await?;
    let told: Vec<String> = host.exec("return errors").await?;
    let of_odd = |told: &String| told.contains("src has to be an address");
    check(
        !told.is_empty() && told.iter().all(of_odd),
        format!("what the host's page tells of: {told:?}"),
    )?;
    // Defined by the page already: the script leaves that alone.
    let html = "<script>customElements.define('citizens-academy-module', class Mine extends HTMLElement {})</script>
        <script src=MODULEembed.js></script><citizens-academy-module id=own src=MODULE></citizens-academy-module>";
    let host = Host::show(&t, open_to_all(&t).start()?, html, Options::new()).await?;
    let name: String = host
        .exec("return document.getElementById('own').constructor.name")
        .await?;
    same("the element of a page that has one", name.as_str(), "Mine")
}

/// A host whose policy refuses styles and scripts in the page, and everything from elsewhere but the
/// module.
async fn obeys_a_strict_host(t: Ctx) -> Outcome {
    let spy = "window.__errors = [];
        addEventListener('securitypolicyviolation', (event) => __errors.push(event.violatedDirective));
        addEventListener('error', (event) => __errors.push(event.message));";
    let spy = Answer::status(200)
        .header("content-type", "text/javascript")
        .body(spy);
    let module = open_to_all(&t).answer("/spy.js", spy).start()?;
    let origin = module.origin();
    let policy = format!(
        "default-src 'none'; script-src {origin}; frame-src {origin}; style-src 'self'; img-src 'self'; \
         require-trusted-types-for 'script'"
    );
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>Strict</title>
         <script src={origin}/spy.js></script><script src={origin}/embed.js></script>
         <citizens-academy-module id=own src={origin}/></citizens-academy-module>"
    );
    let server = t
        .folder(super::hosts::folder())
        .answer(
            "/strict",
            Answer::html(page).header("content-security-policy", &policy),
        )
        .start()?;
    let page = t.open(&server, Options::new()).await?;
    page.goto("strict").await?;
    let high = "parseInt(document.getElementById('own').shadowRoot.querySelector('iframe').style.height, 10) > 800";
    page.wait_until(
        high,
        15_000,
        "a host with a strict policy does not size the frame",
    )
    .await?;
    let errors: Vec<String> = page.exec("return __errors").await?;
    check(
        errors.is_empty(),
        format!("the host's policy was broken: {errors:?}"),
    )
}

async fn wears_the_theme_of_the_host(t: Ctx) -> Outcome {
    let html = "<script src=MODULEembed.js></script>
        <citizens-academy-module id=own src=MODULE theme=dark></citizens-academy-module>
        <iframe id=plain src='MODULE?theme=dark&embed=h5p' title=Plain></iframe>";
    let host = Host::show(&t, open_to_all(&t).start()?, html, Options::new()).await?;
    let dark = "getComputedStyle(document.documentElement).backgroundColor === 'rgb(22, 27, 29)'
        && getComputedStyle(document.documentElement).colorScheme === 'dark'";
    let light =
        "getComputedStyle(document.documentElement).backgroundColor === 'rgb(247, 243, 236)'";
    host.is_ready("own").await?;
    host.wait_in(&frame("own"), dark, FOLLOW, "the theme is not dark")
        .await?;
    host.bring_into_view("plain").await?;
    host.wait_in(&frame("plain"), dark, 15_000, "the address names no theme")
        .await?;
    let loads = "return performance.timeOrigin";
    let before: f64 = host.exec_in(&frame("own"), loads).await?;
    let set = |theme| format!("document.getElementById('own').setAttribute('theme', '{theme}')");
    let removed = "document.getElementById('own').removeAttribute('theme')".to_owned();
    for (theme, set, colours) in [
        ("light", set("light"), light),
        ("dark", set("dark"), dark),
        ("the device's", removed, light),
        ("dark", set("dark"), dark),
        ("auto", set("auto"), light),
    ] {
        host.exec::<Value>(&set).await?;
        let sentence = format!("the theme does not become {theme}");
        host.wait_in(&frame("own"), colours, FOLLOW, &sentence)
            .await?;
    }
    let again = format!("return {EVENTS}.map(([kind]) => kind)");
    let told: Vec<String> = host.exec(&again).await?;
    same(
        "what is told with three other themes",
        told,
        ["ready", "progress"].map(str::to_owned).to_vec(),
    )?;
    host.has_no_host_errors().await?;
    let after: f64 = host.exec_in(&frame("own"), loads).await?;
    check(
        (before - after).abs() < 1.0,
        "another theme loads the module anew",
    )?;
    a_choice_wins(&host, [light, dark]).await
}

/// A reader's own choice is kept, and wins; what the host wishes is neither.
async fn a_choice_wins(host: &Host, [light, dark]: [&str; 2]) -> Outcome {
    let choose = |colours: &str| {
        format!(
            "const list = [...document.querySelectorAll('.reading select')].at(-1);
             list.value = '{colours}'; list.dispatchEvent(new Event('change', {{bubbles: true}}));
             return localStorage.getItem('academy:in-control:reading')"
        )
    };
    let wish = "document.getElementById('own').setAttribute('theme', 'dark')";
    host.exec::<Value>(wish).await?;
    host.wait_in(&frame("own"), dark, FOLLOW, "the wish is not worn")
        .await?;
    for (choice, colours, kept) in [("light", light, json!("light")), ("", dark, Value::Null)] {
        let now: Value = host.exec_in(&frame("own"), &choose(choice)).await?;
        same("what is kept", now, kept)?;
        let sentence = format!("the reader's choice \"{choice}\" is not worn");
        host.wait_in(&frame("own"), colours, FOLLOW, &sentence)
            .await?;
    }
    Ok(())
}

async fn starts_where_the_address_says(t: Ctx) -> Outcome {
    let html = "<script src=MODULEembed.js></script>
        <citizens-academy-module id=own src='MODULE#threats' lang=cy></citizens-academy-module>";
    let host = Host::show(&t, open_to_all(&t).start()?, html, Options::new()).await?;
    let address = host.address().await?;
    host.is_ready("own").await?;
    host.fits("own").await?;
    let open = "document.getElementById('threats').parentElement.open";
    host.wait_in(&frame("own"), open, FOLLOW, "the section is not open")
        .await?;
    // The module has one language, and says which, whatever was asked for.
    let language: Value = host
        .exec("return heard.find(({kind}) => kind === 'ready').detail.language")
        .await?;
    same("the language", language, json!("en-GB"))?;
    let place: f64 = host.exec("return scrollY").await?;
    check(place < 1.0, format!("the page was scrolled to {place}"))?;
    same("the address of the host", host.address().await?, address)?;
    same(
        "what the host has been through",
        host.exec::<usize>("return history.length").await? <= 2,
        true,
    )
}

async fn what_nobody_sees_is_not_loaded(t: Ctx) -> Outcome {
    let one = "<div style='height: 9000px'></div>
        <citizens-academy-module src=MODULE></citizens-academy-module>";
    let html = format!("<script src=MODULEembed.js></script>{}", one.repeat(10));
    let host = Host::show(&t, open_to_all(&t).start()?, &html, Options::new()).await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let asked = |host: &Host| {
        let requests = host.module.requests();
        let files = requests.iter().map(|each| each.file_name().to_owned());
        files
            .filter(|name| name != "favicon.ico")
            .collect::<Vec<_>>()
    };
    same(
        "what is fetched before a module is seen",
        asked(&host),
        vec!["embed.js".to_owned()],
    )?;
    host.exec::<Value>("document.querySelector('citizens-academy-module').scrollIntoView()")
        .await?;
    host.wait_until(
        "heard.some(({kind}) => kind === 'ready')",
        15_000,
        "a module that is seen does not start",
    )
    .await?;
    let pages = asked(&host).iter().filter(|name| name.is_empty()).count();
    same("modules that were loaded", pages, 1)
}
