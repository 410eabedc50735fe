//! What is brought is added to what is there, or refused in words.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{BRING, BROUGHT, CODE, DONE, FILE, LINK, OPEN, TYPED, with};
use crate::cases::module::{ADULTS, FIRST, KEY, Module, SECOND};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("carry::a_code_is_typed_by_hand", a_code_is_typed_by_hand),
        case("carry::a_file_is_opened", a_file_is_opened),
        case("carry::what_is_here_stays", what_is_here_stays),
        case("carry::answers_come_along", answers_come_along),
        case(
            "carry::what_is_no_code_changes_nothing",
            what_is_no_code_changes_nothing,
        ),
        case(
            "carry::nothing_is_stored_unasked",
            nothing_is_stored_unasked,
        ),
        case("carry::other_tabs_hear_of_it", other_tabs_hear_of_it),
    ]
}

/// In small letters, without spaces, by keyboard alone.
async fn a_code_is_typed_by_hand(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let there = Module::open(&t, &server, Options::new()).await?;
    there.read(FIRST).await?;
    there.read(SECOND).await?;
    let code = there.take(CODE).await?;
    check(code.len() <= 29, format!("the code is long: {code}"))?;
    let here = Module::open(&t, &server, Options::new()).await?;
    let summary = "document.querySelector('.carry__summary').focus()";
    here.exec::<Value>(summary).await?;
    here.press("Enter").await?;
    // Nothing is there to take along: the next stop is the field.
    here.tab().await?;
    same("the focus", here.focused().await?.id, TYPED[1..].to_owned())?;
    here.type_text(&code.replace(' ', "").to_lowercase())
        .await?;
    here.press("Enter").await?;
    here.says(BROUGHT, DONE).await?;
    here.counts("2 of 12 read").await?;
    here.shows_as_read(FIRST).await?;
    same("the focus", here.focused().await?.id, TYPED[1..].to_owned())?;
    same("kept", here.kept().await?.len(), 2)?;
    here.again().await?;
    here.counts("2 of 12 read").await?;
    here.has_no_errors().await?;
    there.has_no_errors().await
}

/// The file that one browser saved is opened by another, twice.
async fn a_file_is_opened(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let there = Module::open(&t, &server, Options::new()).await?;
    there.read(FIRST).await?;
    there.take(CODE).await?;
    there.click(FILE).await?;
    let text = there.saved_file("my-place.txt").await?;
    there.has_no_errors().await?;
    let here = Module::open(&t, &server, Options::new()).await?;
    here.open_carry().await?;
    here.open_file(&text).await?;
    here.says(BROUGHT, DONE).await?;
    here.counts("1 of 12 read").await?;
    here.open_file(&text).await?;
    here.says(BROUGHT, "nothing new").await?;
    for (bad, words) in [
        ("\u{0}PNG \u{fffd}", "not whole"),
        ("AEU", "not a code"),
        ("", "no code there yet"),
        (&"0".repeat(40_000), "too long"),
    ] {
        here.open_file(bad).await?;
        here.says(BROUGHT, words).await?;
    }
    same("kept", here.kept().await?, vec![FIRST.to_owned()])?;
    here.has_no_errors().await
}

impl Module {
    /// Opens a file with this text, as a person picks one.
    async fn open_file(&self, text: &str) -> Outcome {
        self.exec_with::<Value>(
            "const [css, text] = arguments, picked = new DataTransfer();
             picked.items.add(new File([text], 'my-place.txt', {type: 'text/plain'}));
             const field = document.querySelector(css);
             field.files = picked.files;
             field.dispatchEvent(new Event('change', {bubbles: true}));",
            vec![OPEN.into(), text.into()],
        )
        .await
        .map(|_| ())
    }
}

async fn what_is_here_stays(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let there = Module::open(&t, &server, Options::new()).await?;
    there.read(FIRST).await?;
    there.read(ADULTS).await?;
    let codes = [there.take(CODE).await?, there.value(LINK).await?];
    for code in codes {
        let here = Module::open(&t, &server, Options::new()).await?;
        let kept = format!(r#"{{"v":1,"read":["{SECOND}","gone"],"answered":{{}},"later":[1]}}"#);
        here.keep(&kept).await?;
        here.again().await?;
        here.open_carry().await?;
        here.bring(&code).await?;
        here.says(BROUGHT, DONE).await?;
        here.counts("2 of 12 read").await?;
        let expected = r#"{"v":1,"read":["gone","i-sent-one","parents","threats"],"later":[1]}"#;
        let kept = here.local_storage(KEY).await?;
        same("kept", kept, Some(expected.to_owned()))?;
    }
    Ok(())
}

async fn answers_come_along(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let there = Module::open(&t, &server, Options::new()).await?;
    let kept = r#"{"v":1,"read":[],"answered":{"quiz-age":true,"quiz-gone":false}}"#;
    there.keep(kept).await?;
    there.again().await?;
    let code = there.take(CODE).await?;
    let here = Module::open(&t, &server, Options::new()).await?;
    here.open_carry().await?;
    here.bring(&code).await?;
    here.says(BROUGHT, DONE).await?;
    here.counts("2 of 15 answered").await?;
    same(
        "kept",
        here.local_storage(KEY).await?,
        Some(kept.to_owned()),
    )?;
    check(
        here.is_visible("[data-again='quiz-gone']").await?,
        "what to look at again did not come along",
    )?;
    check(
        !here.is_visible("[data-again='quiz-age']").await?,
        "what was settled is to be looked at again",
    )
}

async fn what_is_no_code_changes_nothing(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    let code = module.take(CODE).await?;
    let mut mistaken = code.clone();
    mistaken.replace_range(2..3, if code[2..3] == *"7" { "8" } else { "7" });
    let kept = module.local_storage(KEY).await?;
    for (text, words) in [
        ("", "no code there yet"),
        ("Hello, here is my code", "not a code from this page"),
        (&code[..code.len() - 1], "not whole"),
        (&code[..code.len() - 6], "a part is missing"),
        (&mistaken, "a mistake in this code"),
        // Of other modules, and of versions to come: as the format has it.
        (FOREIGN, "another module"),
        (NEWER, "A newer version of this page"),
        (&"[".repeat(50_000), "too long"),
        (r#"{"v":1,"read":["threats"]}"#, "not a code"),
    ] {
        module.bring(text).await?;
        module.says(BROUGHT, words).await?;
        module.counts("1 of 12 read").await?;
        same("kept", module.local_storage(KEY).await?, kept.clone())?;
    }
    module.bring(&code).await?;
    module.says(BROUGHT, "nothing new").await?;
    module.has_no_errors().await
}

/// The code of a module named "other", by which nothing was done.
const FOREIGN: &str = "3PFMM G9RDZ";

/// A code of version 2.
const NEWER: &str = "5HNQS 00001 201KS";

/// Not before the reader agrees, and never where the publisher does not want it.
async fn nothing_is_stored_unasked(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let there = Module::open(&t, &server, Options::new()).await?;
    there.read(FIRST).await?;
    let link = there.take(LINK).await?;
    let code = link.split_once('#').map_or("", |(_, code)| code).to_owned();
    for (mode, line) in [("ask", "if you want"), ("off", "not kept")] {
        let config = format!(r#"{{"publisher": "P", "progress": "{mode}"}}"#);
        let server = with(&t, &config)?.spy().start()?;
        let here = Module::open(&t, &server, Options::new()).await?;
        here.goto(&format!("#{code}")).await?;
        here.says(BROUGHT, "Press \"Carry on here\"").await?;
        here.counts("0 of 12 read").await?;
        here.click(BRING).await?;
        here.says(BROUGHT, DONE).await?;
        here.counts("1 of 12 read").await?;
        here.says_of_keeping(line).await?;
        let keys: usize = here.exec("return localStorage.length").await?;
        same("keys on the device", keys, 0)?;
        if mode == "ask" {
            here.press_keeping().await?;
            here.says_of_keeping("remembers").await?;
            same("kept", here.kept().await?, vec![FIRST.to_owned()])?;
        }
        here.has_no_errors().await?;
    }
    Ok(())
}

async fn other_tabs_hear_of_it(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let one = Module::open(&t, &server, Options::new()).await?;
    one.read(FIRST).await?;
    let code = one.take(CODE).await?;
    one.press_keeping().await?;
    one.says_of_keeping("Forgotten.").await?;
    let two = one.in_new_tab().await?;
    two.open_carry().await?;
    two.bring(&code).await?;
    two.counts("1 of 12 read").await?;
    one.counts("1 of 12 read").await?;
    one.shows_as_read(FIRST).await
}
