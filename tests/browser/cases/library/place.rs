//! How far a reader has got, as the list tells it.

use browser_tests::prelude::*;
use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::progress::Progress;
use mutator::Mutator;
use serde_json::Value;

use super::{BEES, BEES_KEY, IN_CONTROL, back_to_the_list, has_looked, open, says};
use crate::cases::another::PLAY;
use crate::cases::module::{FIRST, KEY, Module};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("library::shows_how_far_one_got", shows_how_far_one_got),
        case("library::follows_other_tabs", follows_other_tabs),
        case(
            "library::says_nothing_of_what_it_cannot_read",
            says_nothing_of_what_it_cannot_read,
        ),
        case(
            "library::counts_what_the_module_counts",
            counts_what_the_module_counts,
        ),
        case("library::storage_refused", storage_refused),
        case("library::reads_as_the_client_does", reads_as_the_client_does).only(
            Engine::Chromium,
            "a hundred thousand texts take a while, and JSON is read by one standard in each engine",
        ),
    ]
}

/// What a device may keep of the module.
const KEPT: [&str; 4] = [
    r#"{"v":1,"read":[]}"#,
    r#"{"v":1,"read":["food","homes"]}"#,
    r#"{"v":1,"read":["homes"],"answered":{"year":true,"first-flower":false}}"#,
    r#"{"v":1,"read":["food"],"answered":{},"later":{"x":[1,25],"y":null}}"#,
];

/// What means something in it. Not what the two languages read differently, and no client writes: half
/// of a pair of surrogates, and a number too large for one.
const WORDS: &[&str] = &[
    "v", "read", "answered", "\"v\":1", "\"v\":2", "food", "homes", "year", "true", "false",
    "null", "\\u0000", "é", "[", "{\"", "}}", "1.0",
];

/// How much of the module is done by each of these texts, as the list shows it.
const SHOWN: &str = "
    const place = document.querySelector('[data-key=\"academy:bees\"]');
    return [...arguments].map((text) => {
      localStorage.setItem('academy:bees', text);
      dispatchEvent(new Event('storage'));
      return place.querySelector('progress').value;
    })";

/// The list's script reads what the client wrote, in another language. Whatever stands there, both
/// understand the same, or neither does.
async fn reads_as_the_client_does(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let mut mutator = Mutator::new(20_261_126, WORDS);
    let (mut rounds, mut told) = (0, 0);
    while rounds < mutator::ROUNDS {
        let texts: Vec<String> = (0..2_000).map(|_| changed(&mut mutator)).collect();
        let values = texts.iter().map(|text| text.as_str().into()).collect();
        let shown: Vec<usize> = list.exec_with(SHOWN, values).await?;
        for (text, shown) in texts.iter().zip(shown) {
            same(&format!("what is done by {text:?}"), shown, done(text))?;
            told += usize::from(shown > 0);
        }
        rounds += texts.len();
    }
    check(
        told > rounds / 50,
        format!("only {told} of {rounds} tell anything"),
    )?;
    list.has_no_errors().await
}

/// One of [`KEPT`], changed.
fn changed(mutator: &mut Mutator<'_>) -> String {
    let mut text = mutator.dice.pick(&KEPT).as_bytes().to_vec();
    let other = mutator.dice.pick(&KEPT);
    mutator.change(&mut text, other.as_bytes());
    String::from_utf8_lossy(&text).into_owned()
}

/// How much of the module is done, as the client reads `text`.
fn done(text: &str) -> usize {
    let progress = Progress::decode(text).unwrap_or_default();
    let id = |id: &str| Id::new(id).ok();
    let read = ["food", "homes"].into_iter().filter_map(id);
    let answered = ["year", "first-flower", "bee-or-not", "good-for-bees"];
    let answered = answered.into_iter().filter_map(id);
    read.filter(|id| progress.has_read(id)).count()
        + answered
            .filter(|id| progress.standing(id).is_some())
            .count()
}

/// What is said of a module that is done.
const DONE: &str = "All done. It stays here for whenever you want it.";

async fn shows_how_far_one_got(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    list.click(IN_CONTROL).await?;
    list.is_ready().await?;
    list.read(FIRST).await?;
    back_to_the_list(&list).await?;
    says(&list, KEY, "So far you have read 1 of 12 parts.").await?;
    says(&list, BEES_KEY, "").await?;
    list.click(BEES).await?;
    list.is_ready().await?;
    list.exec::<Value>(PLAY).await?;
    list.counts("4 answered").await?;
    back_to_the_list(&list).await?;
    says(&list, BEES_KEY, DONE).await?;
    // The rest of it is drawn, and not told twice.
    let bars: Vec<[f64; 2]> = list
        .exec(
            "return [...document.querySelectorAll('.library progress:not([hidden])')]
               .map(({value, max}) => [value, max])",
        )
        .await?;
    same("what is drawn", bars, vec![[1.0, 27.0]])?;
    list.has_no_errors().await
}

async fn follows_other_tabs(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let module = Module::of(list.new_tab("in-control/").await?);
    module.is_ready().await?;
    module.read(FIRST).await?;
    says(&list, KEY, "So far you have read 1 of 12 parts.").await?;
    module.press_keeping().await?;
    says(&list, KEY, "").await?;
    // A page hears nothing of what it changes itself: this is as if it had slept.
    list.keep(r#"{"v":1,"read":[],"answered":{"quiz-age":false,"quiz-gone":true}}"#)
        .await?;
    list.exec::<Value>("dispatchEvent(new Event('pageshow'))")
        .await?;
    says(&list, KEY, "So far you have answered 2 of 15 questions.").await
}

/// Damaged, forged, or of a later player: the client does not use it either (`tests/markup/library.rs`).
const REFUSED: &str = include_str!("../../../kept/refused.txt");

/// What both read, and in which the same part was read.
const UNDERSTOOD: &str = include_str!("../../../kept/understood.txt");

async fn says_nothing_of_what_it_cannot_read(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new()).await?;
    let texts = |all: &'static str| all.lines().map(str::to_owned).collect::<Vec<_>>();
    let said: Vec<String> = list
        .exec_with(SAID_OF_EACH, vec![texts(REFUSED).into()])
        .await?;
    for (text, said) in REFUSED.lines().zip(said) {
        same(text, said, String::new())?;
    }
    let said: Vec<String> = list
        .exec_with(SAID_OF_EACH, vec![texts(UNDERSTOOD).into()])
        .await?;
    for (text, said) in UNDERSTOOD.lines().zip(said) {
        same(text, said, "So far you have read 1 of 12 parts.".to_owned())?;
    }
    list.has_no_errors().await
}

/// What the list says of each of these texts, if it is what is kept. Something else is said before it, so
/// that nothing is what came of it; and what is kept stays as it is.
const SAID_OF_EACH: &str = r#"
    const place = document.querySelector('[data-key="academy:in-control"]');
    return arguments[0].map((text) => {
      const [before, said] = ['{"v":1,"read":["feelings","threats"]}', text].map((kept) => {
        localStorage.setItem('academy:in-control', kept);
        dispatchEvent(new Event('pageshow'));
        return place.textContent.trim();
      });
      if (!before.includes('2 of 12')) return `before it: ${before}`;
      return localStorage.getItem('academy:in-control') === text ? said : 'it is changed';
    })"#;

async fn counts_what_the_module_counts(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let list = open(&t, &server, Options::new()).await?;
    // Twice the same; a part for adults; a part that is gone; a field of a later player.
    list.keep(
        r#"{"v":1,"read":["threats","threats","parents","gone"],"answered":{"gone":true},"more":{}}"#,
    )
    .await?;
    list.reload().await?;
    has_looked(&list).await?;
    says(&list, KEY, "So far you have read 1 of 12 parts.").await?;
    list.keep(r#"{"v":1,"read":["parents"]}"#).await?;
    list.reload().await?;
    has_looked(&list).await?;
    says(&list, KEY, "").await
}

async fn storage_refused(t: Ctx) -> Outcome {
    let server = t.library_site().spy().start()?;
    let list = open(&t, &server, Options::new().storage_refused()).await?;
    for key in [KEY, BEES_KEY] {
        says(&list, key, "").await?;
    }
    check(list.is_visible(BEES).await?, "the list is not seen")?;
    list.has_no_errors().await?;
    list.click(BEES).await?;
    list.is_ready().await
}
