//! A place is taken to another browser: as a code, a link or a file.

mod bring;
mod link;
mod look;
mod take;

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::Value;

use crate::cases::module::{FOLLOW, Module};

/// The cases of this behaviour.
pub(crate) fn cases() -> Vec<Case> {
    [bring::cases(), link::cases(), look::cases(), take::cases()]
        .into_iter()
        .flatten()
        .collect()
}

/// Selects the words that open this part of the page.
const SUMMARY: &str = ".carry__summary";

/// Selects the field that shows the code.
const CODE: &str = "#page-carry-code";

/// Selects the field that shows the link.
const LINK: &str = "#page-carry-link";

/// Selects the link that saves the file.
const FILE: &str = "#page-carry-file";

/// Selects the field for a code from elsewhere.
const TYPED: &str = "#page-carry-typed";

/// Selects the button that takes it in.
const BRING: &str = "#page-carry-bring";

/// Selects the field for a file.
const OPEN: &str = "#page-carry-open";

/// Selects the words about what is taken along.
const TAKEN: &str = "#page-carry-taken";

/// Selects the words about what is brought.
const BROUGHT: &str = "#page-carry-brought";

/// What is said of what was added.
const DONE: &str = "Done. What you did elsewhere is added here.";

/// The site with other settings.
fn with(t: &Ctx, config: &str) -> Outcome<SiteBuilder> {
    let html = variant::page(&settings::path(settings::SITE)?, config)?;
    Ok(t.site().rewrite(move |_| html.clone()))
}

impl Module {
    /// Opens this part of the page.
    async fn open_carry(&self) -> Outcome {
        self.click(SUMMARY).await?;
        self.wait_until(
            "document.getElementById('page-carry').open",
            FOLLOW,
            "nothing opens",
        )
        .await
    }

    /// What stands in a field.
    async fn value(&self, css: &str) -> Outcome<String> {
        let value = "return document.querySelector(arguments[0]).value";
        self.exec_with(value, vec![css.into()]).await
    }

    /// Waits until something stands in a field, and gives it.
    async fn shown(&self, css: &str) -> Outcome<String> {
        let shown = format!("document.querySelector('{css}').value !== ''");
        self.wait_until(&shown, FOLLOW, &format!("`{css}` stays empty"))
            .await?;
        self.value(css).await
    }

    /// Opens this part of the page, and gives what stands in the field.
    async fn take(&self, css: &str) -> Outcome<String> {
        self.open_carry().await?;
        self.shown(css).await
    }

    /// Puts a text into the field for a code as if it were pasted, and presses the button.
    async fn bring(&self, text: &str) -> Outcome {
        self.exec_with::<Value>(
            "document.querySelector(arguments[0]).value = arguments[1]",
            vec![TYPED.into(), text.into()],
        )
        .await?;
        self.click(BRING).await
    }

    /// Waits until an element holds these words.
    async fn says(&self, css: &str, words: &str) -> Outcome {
        let says = format!(
            "document.querySelector('{css}').textContent.includes({})",
            Value::from(words)
        );
        let sentence = format!("`{css}` does not say \"{words}\"");
        if let Err(failure) = self.wait_until(&says, FOLLOW, &sentence).await {
            let text = self.text(css).await?;
            return Err(Failure::new(format!("{failure}; it says \"{text}\"")));
        }
        Ok(())
    }
}
