//! The player is not made for one text: another module (`tests/modules/bees`), which is published
//! nowhere, plays round the same client.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use crate::cases::module::{FOLLOW, Module};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![case("another::plays_as_well", plays_as_well)]
}

/// Reads every section and answers every question, as far as one pick does; gives the last counts.
pub(crate) const PLAY: &str = "return (async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (const section of document.querySelectorAll('details.section')) {
    section.open = true;
    for (let frames = 0; frames < 300 && !section.querySelector('.section__mark--read'); frames += 1) {
      section.querySelector('[data-end]').scrollIntoView({block: 'end'});
      await frame();
    }
  }
  for (const question of document.querySelectorAll('form.question')) {
    // An order counts as answered once something was moved.
    question.querySelector('input, [data-move=down]').click();
    question.querySelector('[type=submit]').click();
    await frame();
  }
})()";

async fn plays_as_well(t: Ctx) -> Outcome {
    let folder = settings::project().join("tests/modules/bees");
    let html = variant::other(&settings::path(settings::SITE)?, &folder)?;
    let server = t.site().spy().rewrite(move |_| html.clone()).start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.exec::<Value>(PLAY).await?;
    let done =
        "document.querySelector('.progress__count').textContent === 'All done: 2 read, 4 answered'";
    module
        .wait_until(done, FOLLOW, "the module does not come to its end")
        .await?;
    let end = module.text(".finish__words").await?;
    check(
        end.contains("The bees say thank you"),
        format!("at the end stands {end:?}"),
    )?;
    let keys: Vec<String> = module.exec("return Object.keys(localStorage)").await?;
    same("what is kept", keys, vec!["academy:bees".to_owned()])?;
    module.again().await?;
    module
        .wait_until(done, FOLLOW, "it does not find the place again")
        .await?;
    module.has_no_errors().await
}
