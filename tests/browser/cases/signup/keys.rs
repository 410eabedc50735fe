//! Signing up by keyboard alone.

use browser_tests::prelude::*;
use serde_json::json;

use super::form::{BUTTON, CONSENT, EMAIL, ERRORS, SAM, Signup};
use super::outcomes::WORKED;
use super::site::{AS_JSON, as_json};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![case("signup::works_by_keyboard", works_by_keyboard)]
}

impl Signup {
    /// Presses Tab, and fails unless such an element has the focus then, which is seen.
    async fn tab_to(&self, css: &str) -> Outcome {
        self.tab().await?;
        let focused = format!("document.activeElement.matches({})", json!(css));
        if self.wait_until(&focused, 2_000, "").await.is_err() {
            let found = self.focused().await?;
            return same("the focus", found.to_string().as_str(), css);
        }
        let ring = "const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0";
        check(
            self.exec(ring).await?,
            format!("the focus is not seen on `{css}`"),
        )
    }
}

/// From the last section to the field, through the form in its order, by the list of errors, to
/// the words.
async fn works_by_keyboard(t: Ctx) -> Outcome {
    const NOTICE: &str = "a[href='https://example.org/privacy']";
    let form = Signup::open(&t, as_json).await?;
    form.exec::<()>("[...document.querySelectorAll('details.section > summary')].at(-1).focus()")
        .await?;
    form.tab_to(EMAIL).await?;
    form.tab_to(CONSENT).await?;
    form.tab_to(NOTICE).await?;
    form.tab_to(BUTTON).await?;
    form.press("Enter").await?;
    form.tells_errors(&[
        (EMAIL, "Enter your email address"),
        (CONSENT, "Tick the box if you agree to get emails"),
    ])
    .await?;
    form.tab_to(&format!("{ERRORS} a[href='{EMAIL}']")).await?;
    form.press("Enter").await?;
    let focused = format!("document.activeElement.matches('{EMAIL}')");
    form.wait_until(&focused, 2_000, "the link does not lead to the field")
        .await?;
    form.type_text(SAM).await?;
    form.holds(EMAIL, SAM).await?;
    form.tab_to(CONSENT).await?;
    form.press("Space").await?;
    form.tab_to(NOTICE).await?;
    form.tab_to(BUTTON).await?;
    form.press("Space").await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.arrived(&[AS_JSON])?;
    // Enter in the field sends as well.
    form.again().await?;
    form.agree().await?;
    form.type_into(EMAIL, SAM).await?;
    form.press("Enter").await?;
    form.says(WORKED).await?;
    form.is_settled().await?;
    form.arrived_times(2, AS_JSON)
}
