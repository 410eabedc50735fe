//! What is taken along: it is copied or said not to be, it follows what is read, and it goes.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::{BROUGHT, CODE, DONE, FILE, LINK, SUMMARY, TAKEN, TYPED, with};
use crate::cases::module::{FIRST, FOLLOW, Module, SECOND};
use crate::cases::single;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("carry::a_code_is_copied", a_code_is_copied).only(
            Engine::Chromium,
            "no other engine's driver lets a test look into the clipboard",
        ),
        case(
            "carry::what_is_not_copied_is_selected",
            what_is_not_copied_is_selected,
        ),
        case(
            "carry::a_code_follows_what_is_read",
            a_code_follows_what_is_read,
        ),
        case("carry::a_code_names_nothing", a_code_names_nothing),
        case("carry::forgetting_takes_it_away", forgetting_takes_it_away),
        case(
            "carry::it_helps_where_nothing_is_kept",
            it_helps_where_nothing_is_kept,
        ),
        case("carry::it_leads_out_of_a_file", it_leads_out_of_a_file),
        case("carry::it_needs_the_client", it_needs_the_client),
    ]
}

/// Selects the buttons that copy.
const COPY: [&str; 2] = [
    "[data-copies='page-carry-code']",
    "[data-copies='page-carry-link']",
];

async fn a_code_is_copied(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let allowed = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
    module.cdp("Browser.grantPermissions", allowed).await?;
    module.read(FIRST).await?;
    module.open_carry().await?;
    for (button, field) in COPY.into_iter().zip([CODE, LINK]) {
        let text = module.shown(field).await?;
        module.click(button).await?;
        module.says(TAKEN, "Copied.").await?;
        let copied: String = module.exec("return navigator.clipboard.readText()").await?;
        same("the clipboard", copied, text)?;
    }
    module.has_no_errors().await
}

/// Where there is no clipboard for pages, and where the browser refuses.
async fn what_is_not_copied_is_selected(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.open_carry().await?;
    for clipboard in [
        "undefined",
        "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
    ] {
        module
            .exec::<Value>(&format!(
                "Object.defineProperty(navigator, 'clipboard',
                   {{ configurable: true, get: () => ({clipboard}) }})"
            ))
            .await?;
        for (button, field) in COPY.into_iter().zip([CODE, LINK]) {
            let text = module.shown(field).await?;
            module
                .exec::<Value>("getSelection().removeAllRanges()")
                .await?;
            module.click(button).await?;
            module.says(TAKEN, "did not let the page copy it").await?;
            let selected = format!(
                "(() => {{ const e = document.querySelector('{field}');
                   return e === document.activeElement
                     && e.value.slice(e.selectionStart, e.selectionEnd) === {} }})()",
                Value::from(text)
            );
            module
                .wait_until(&selected, FOLLOW, "the text is not selected")
                .await?;
        }
    }
    module.has_no_errors().await
}

async fn a_code_follows_what_is_read(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.open_carry().await?;
    check(
        module.is_visible("#page-carry-nothing").await?,
        "it is not said that there is nothing",
    )?;
    check(
        !module.is_visible(CODE).await?,
        "there is a code of nothing",
    )?;
    module.read(FIRST).await?;
    let first = module.shown(CODE).await?;
    check(
        !module.is_visible("#page-carry-nothing").await?,
        "it is still said that there is nothing",
    )?;
    module.read(SECOND).await?;
    let changed = format!(
        "document.querySelector('{CODE}').value !== {}",
        Value::from(first.clone())
    );
    module
        .wait_until(&changed, FOLLOW, "the code is that of before")
        .await?;
    let second = module.value(CODE).await?;
    // The same progress has the same code, and closed there is none.
    let other = module.in_new_tab().await?;
    same("the code in another tab", other.take(CODE).await?, second)?;
    module.click(SUMMARY).await?;
    let gone = format!(
        "document.querySelector('{CODE}').value + document.querySelector('{LINK}').value === ''
           && !document.querySelector('{FILE}').href"
    );
    module
        .wait_until(&gone, FOLLOW, "a closed page still holds the code")
        .await
}

async fn a_code_names_nothing(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read_everything().await?;
    let code = module.take(CODE).await?;
    let groups: Vec<&str> = code.split(' ').collect();
    check(
        groups.len() == 5 && groups.iter().all(|group| group.len() == 5),
        format!("the code is not five groups of five: {code}"),
    )?;
    let link = module.value(LINK).await?;
    let kept = link.rsplit('=').next().unwrap_or_default().to_owned();
    let vowels = |text: &str| text.contains(['A', 'E', 'I', 'O', 'U']);
    check(
        !vowels(&code) && !vowels(&kept),
        format!("a code could spell a word: {code}, {kept}"),
    )?;
    let name = module.attribute(FILE, "download").await?;
    same("the file's name", name, Some("my-place.txt".to_owned()))
}

async fn forgetting_takes_it_away(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    let code = module.take(CODE).await?;
    module.bring(&code).await?;
    let other = module.in_new_tab().await?;
    other.take(CODE).await?;
    module.press_keeping().await?;
    module.says_of_keeping("Forgotten.").await?;
    for page in [&module, &other] {
        for field in [CODE, LINK, TYPED] {
            let empty = format!("document.querySelector('{field}').value === ''");
            page.wait_until(&empty, FOLLOW, &format!("`{field}` still holds something"))
                .await?;
        }
        check(
            page.attribute(FILE, "href").await?.is_none(),
            "the file is still there",
        )?;
        check(
            page.is_visible("#page-carry-nothing").await?,
            "it is not said that there is nothing",
        )?;
    }
    same(
        "what is said",
        module.text("#page-carry-brought").await?,
        String::new(),
    )
}

async fn it_helps_where_nothing_is_kept(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let refused = Module::open(&t, &server, Options::new().storage_refused()).await?;
    let off = with(&t, r#"{"publisher": "P", "progress": "off"}"#)?;
    let off = off.spy().start()?;
    let off = Module::open(&t, &off, Options::new()).await?;
    for module in [refused, off] {
        module
            .says_of_keeping("You can still take it along")
            .await?;
        module.read(FIRST).await?;
        let code = module.take(CODE).await?;
        module.again().await?;
        module.counts("0 of 12 read").await?;
        module.open_carry().await?;
        module.bring(&code).await?;
        module.counts("1 of 12 read").await?;
        module.has_no_errors().await?;
    }
    Ok(())
}

/// A file's address leads nowhere from elsewhere, so there is no link; the code does it.
async fn it_leads_out_of_a_file(t: Ctx) -> Outcome {
    let file = single::file()?;
    let there = Module::open_at(&t, file.address(), Options::new()).await?;
    there.read(FIRST).await?;
    let code = there.take(CODE).await?;
    let link = there.is_visible(LINK).await?;
    check(!link, "there is a link to somebody's file")?;
    let server = t.site().start()?;
    let here = Module::open(&t, &server, Options::new()).await?;
    here.open_carry().await?;
    here.bring(&code).await?;
    here.says(BROUGHT, DONE).await?;
    here.shows_as_read(FIRST).await?;
    there.bring(&code).await?;
    there.says(BROUGHT, "nothing new").await?;
    there.has_no_errors().await
}

async fn it_needs_the_client(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let page = t
        .open(&server, Options::new().without_java_script())
        .await?;
    check(
        !page.is_visible(SUMMARY).await?,
        "without its client the page offers what it can't do",
    )?;
    let server = t.site().fault("*.wasm", Fault::Missing).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.says_it_did_not_start().await?;
    check(
        !module.is_visible(SUMMARY).await?,
        "a page whose client failed offers what it can't do",
    )
}
