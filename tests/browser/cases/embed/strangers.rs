//! Messages that nobody should obey, at both ends.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::hosts::{Host, frame, open_to_all};
use crate::cases::module::KEY;

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "embed::no_message_breaks_the_element",
            no_message_breaks_the_element,
        ),
        case(
            "embed::a_hostile_host_changes_nothing",
            a_hostile_host_changes_nothing,
        ),
        case(
            "embed::a_hostile_frame_changes_nothing",
            a_hostile_frame_changes_nothing,
        ),
    ]
}

/// What no module should obey: each is valid but for who sends it, or not valid at all.
const JUNK: &str = "
    const cycle = { academy: 1, type: 'hello' }; cycle.self = cycle;
    const junk = [
      null, undefined, 0, '', NaN, [], {}, new Date(), 1n, 'x'.repeat(1e6),
      cycle, { academy: 1, type: 'hello', theme: 'x'.repeat(1e6) },
      { academy: 1, type: 'hello', theme: { toString: 1 } },
      { academy: 2, type: 'hello', theme: 'dark' }, { academy: 1, type: 'section', section: 'threats' },
      { academy: 1, type: 'config', signup: { url: 'https://evil.example' }, endpoint: 'https://evil.example' },
      { academy: 1, type: 'text', html: '<b>evil</b>', help: '000' },
      { context: 'h5p' }, { context: 'h5p', action: 'evil' }, { type: 'iframe-child-init',
        targetElementSelector: 'head', bodyPadding: '900px', bodyMargin: '900px' },
      '[iFrameSizer]', '[iFrameSizer]:::', '[iFrameSizer]x:8:false:false:32:true:true:900:auto:red:900:0:true:child',
      '[iFrameSizer]message:{\"evil\":1}', '[iFrameSizer]moveToAnchor:#threats', '[iFrameSizer]pageInfo:{}',
      'pymxPYMxevilxPYMxwidthxPYMx1', { message: 'ready', secret: 'evil' }, { subject: 'lti.close' },
    ];";

/// What can be seen of a module.
const SEEN: &str = "return JSON.stringify([document.body.textContent, document.title,
    document.documentElement.dataset.reading ?? null, document.querySelectorAll('details[open]').length,
    document.body.getAttribute('style'), getComputedStyle(document.body).padding, location.href,
    [...document.querySelectorAll('a[href]')].map((e) => e.getAttribute('href')).join(),
    document.querySelector('#page-data').textContent.length, scrollY, { ...localStorage }])";

/// Has a stranger send all that, and what a host may say, too.
const FROM_A_STRANGER: &str = "
    const valid = [{ academy: 1, type: 'hello', theme: 'dark' }, { context: 'h5p', action: 'hello' },
      { type: 'iframe-child-init' }, '[iFrameSizer]f:8:false:false:32:true:true::auto:::0:false:child'];
    heard.length = 0;
    const sender = document.getElementById('stranger').contentWindow;
    const post = sender.Function('to', 'what', 'to.postMessage(what, \"*\")');
    for (let round = 0; round < 20; round += 1)
      for (const what of [...junk, ...valid]) post(mine.contentWindow, what);";

/// Has the host send what is no message.
const FROM_THE_HOST: &str = "
    for (let round = 0; round < 20; round += 1)
      for (const what of junk) mine.contentWindow.postMessage(what, '*');";

/// What the module said that is no size and no number of its own. Some of the junk has the form of a
/// question, which is answered.
const OTHER: &str = "return heard.map(({ data }) => JSON.stringify(data)).filter((said) =>
    ![/^\"\\[iFrameSizer\\]x:\\d+:\\d+:\\w+\"$/, /^{\"academy\":1,\"type\":\"height\",\"height\":\\d+}$/,
      /^{\"academy\":1,\"type\":\"progress\",\"done\":0,\"total\":\\d+}$/,
      /^{\"type\":\"iframe-resized\",\"width\":\\d+,\"height\":\\d+}$/].some((known) => known.test(said)))";

async fn a_hostile_host_changes_nothing(t: Ctx) -> Outcome {
    let html = "<iframe id=mine src='MODULE' title=Module></iframe>
        <iframe id=stranger src='about:blank' title=Stranger></iframe>";
    let module = open_to_all(&t).spy().start()?;
    let host = Host::show(&t, module, html, Options::new()).await?;
    let mine = frame("mine");
    host.is_ready("mine").await?;
    host.is_at_rest().await?;
    let before: String = host.exec_in(&mine, SEEN).await?;
    for (sender, act) in [("a stranger", FROM_A_STRANGER), ("the host", FROM_THE_HOST)] {
        host.exec::<Value>(&format!("{JUNK}{act}")).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let after: String = host.exec_in(&mine, SEEN).await?;
        same(&format!("what {sender} changed"), after, before.clone())?;
        if sender == "a stranger" {
            same("what anybody heard", host.heard().await?, 0)?;
        }
    }
    let other: Value = host.exec(OTHER).await?;
    same("what else the host is told", other, json!([]))?;
    let errors: Vec<String> = host.exec_in(&mine, "return window.__errors").await?;
    check(errors.is_empty(), format!("the module breaks: {errors:?}"))?;
    let others =
        format!("return Object.keys(localStorage).filter((key) => key !== '{KEY}').length");
    let keys: usize = host.exec_in(&mine, &others).await?;
    same("what a hostile host stored", keys, 0)?;
    // It still works for whoever is in it.
    let show_all = "document.querySelectorAll('.progress button')[0].click()";
    host.exec_in::<Value>(&mine, show_all).await?;
    let opened = "document.querySelectorAll('details.section[open]').length > 5";
    let sentence = "the module does not work any more";
    host.wait_in(&mine, opened, 3_000, sentence).await
}

/// A page that pretends to be a module.
const IMPOSTOR: &str = "<!doctype html><title>Impostor</title><body style='height: 3000px'><script>
    const send = (data, to = parent) => to.postMessage(data, '*');
    const say = (type, more) => send({ academy: 1, type, ...more });
    const wrong = [-1, 0, 1.5, 1e9, NaN, Infinity, '500', '500px; color: red', [500], {}, null, true];
    for (const height of wrong) say('height', { height });
    for (const below of [-1, 1e9, '5', 500, 2000]) say('lead', { below });
    for (const count of [-1, 1e9, '5', null, {}]) say('progress', { done: count, total: 3 });
    say('progress', { done: 4, total: 3 });
    say('ready', { module: 'x'.repeat(1e5), language: 'en' }); say('ready', { module: {}, language: 1 });
    say('evil'); say('__proto__', { height: 700 }); say('constructor', { height: 700 });
    for (const data of [null, undefined, 0, '', 'x', [], {}, { academy: '1', type: 'height', height: 700 },
        { academy: 2, type: 'height', height: 700 }]) send(data);
    send('done');
    </script>";

async fn a_hostile_frame_changes_nothing(t: Ctx) -> Outcome {
    let html = "<script src=MODULEembed.js></script>
        <citizens-academy-module id=own src='MODULEimpostor'></citizens-academy-module>
        <citizens-academy-module id=other src='MODULE'></citizens-academy-module>
        <iframe id=stranger src='MODULEstranger' title=Stranger></iframe>";
    let stranger = "<!doctype html><title>Stranger</title><script>
        for (let round = 0; round < 50; round += 1) {
          parent.postMessage({ academy: 1, type: 'height', height: 700 }, '*');
          parent.postMessage({ academy: 1, type: 'ready', module: 'm', language: 'en' }, '*');
          parent.postMessage({ academy: 1, type: 'complete' }, '*');
          parent.postMessage({ academy: 1, type: 'lead', below: 100 }, '*');
        }
        parent.postMessage('stranger done', '*');</script>";
    let module = open_to_all(&t)
        .answer("/impostor", Answer::html(IMPOSTOR))
        .answer("/stranger", Answer::html(stranger))
        .start()?;
    let host = Host::show(&t, module, html, Options::new()).await?;
    for done in ["done", "stranger done"] {
        let heard = format!("heard.some(({{data}}) => data === '{done}')");
        host.wait_until(&heard, 10_000, "the hostile frame is not there")
            .await?;
    }
    host.is_ready("other").await?;
    let seen: Value = host
        .exec(
            "return [document.getElementById('own').shadowRoot.querySelector('iframe').style.height, scrollY,
               heard.filter(({kind}) => kind).map(({kind, detail}) => [kind, detail.module ?? null])]",
        )
        .await?;
    // Only the module that is one was heard.
    let events = seen[2].as_array().cloned().unwrap_or_default();
    same("the height of the impostor", &seen[0], &json!("40rem"))?;
    same("the place of the page", &seen[1], &json!(0))?;
    let expected = [json!(["ready", "in-control"]), json!(["progress", null])];
    check(
        events.iter().all(|event| expected.contains(event)),
        format!("events of hostile frames: {events:?}"),
    )
}

/// Has the element hear a hundred thousand valid messages with something changed: a part left out,
/// added, nested, or of another kind. Returns the first thing that no such message may do.
const MUTATE: &str = "
    const own = document.getElementById('own');
    const frame = own.shadowRoot.querySelector('iframe');
    const { origin } = new URL(frame.src);
    const valid = [{ type: 'ready', module: 'in-control', language: 'en-GB' }, { type: 'height', height: 900 },
      { type: 'progress', done: 3, total: 27 }, { type: 'complete' }, { type: 'lead', below: 500 }];
    const odd = [undefined, null, true, -1, 0, 1.5, 1e6, 1e300, NaN, Infinity, '', '7', '7px; color: red', 'x'.repeat(200),
      [], [7], {}, { valueOf: () => 7 }, { toString: 'x' }, 7n, Symbol.iterator, () => 7, new Date(), window];
    const words = ['academy', 'type', 'height', 'done', 'total', 'below', 'module', 'language', '__proto__', 'constructor'];
    let seed = 20261126;
    const random = (below) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor(seed / 4294967296 * below);
    };
    const pick = (list) => list[random(list.length)];
    const isSmall = (count) => Number.isInteger(count) && count >= 0 && count < 1e6;
    const isWord = (word) => typeof word === 'string' && word.length < 100;
    let wrong, events = 0, heights = 0;
    for (const kind of ['ready', 'progress', 'complete']) own.addEventListener(`academy:${kind}`, ({ detail }) => {
      events += 1;
      const { module, language, done, total, ...rest } = detail;
      const right = { ready: isWord(module) && isWord(language), complete: Object.keys(detail).length === 0,
        progress: isSmall(done) && isSmall(total) && done <= total }[kind];
      if (!right || Object.keys(rest).length) wrong ??= `${kind} ${Object.keys(detail)}`;
    });
    const { warn } = console;
    console.warn = () => {};
    for (let round = 0; round < 100000 && !wrong; round += 1) {
      const data = { academy: 1, ...pick(valid) };
      for (let more = random(3); more >= 0; more -= 1) {
        const name = random(2) ? pick(words) : pick(Object.keys(data)) ?? 'type';
        if (random(4)) data[name] = pick(odd); else delete data[name];
      }
      frame.style.height = '';
      try {
        own.handleEvent({ source: frame.contentWindow, origin, data: random(50) ? data : pick(odd) });
      } catch (error) {
        wrong = String(error);
      }
      const { height } = frame.style;
      if (height) heights += 1;
      if (height && !(/^\\d+px$/.test(height) && parseInt(height, 10) <= 300000)) wrong ??= height;
      if (frame.contentWindow !== own.shadowRoot.querySelector('iframe').contentWindow) wrong ??= 'another frame';
    }
    console.warn = warn;
    return wrong ?? (events > 1000 && heights > 1000 ? '' : `only ${events} events and ${heights} heights`);";

async fn no_message_breaks_the_element(t: Ctx) -> Outcome {
    let html = "<script src=MODULEembed.js></script>
        <citizens-academy-module id=own src='MODULE'></citizens-academy-module>";
    let host = Host::show(&t, open_to_all(&t).start()?, html, Options::new()).await?;
    host.is_ready("own").await?;
    host.is_at_rest().await?;
    let wrong: String = host.exec(MUTATE).await?;
    same("what a changed message did", wrong.as_str(), "")?;
    same(
        "the place of the page",
        host.exec::<f64>("return scrollY").await?,
        0.0,
    )?;
    host.has_no_host_errors().await
}
