//! What is seen of the exercise.

use browser_tests::prelude::*;
use serde_json::json;

use super::answer::Pick;
use super::quiz::{Quiz, within};
use crate::cases::module::FOLLOW;

impl Quiz {
    /// Waits until the words of the first such element are these.
    pub(crate) async fn reads(&self, css: &str, words: &str) -> Outcome {
        let found = format!("document.querySelector({})", json!(css));
        let reads = format!("{found}.textContent.trim() === {}", json!(words));
        let waited = self.wait_until(&reads, FOLLOW, "").await;
        if waited.is_ok() {
            return Ok(());
        }
        let body = format!("return {found}.textContent.trim()");
        let found: String = self.exec(&body).await?;
        same(&format!("what `{css}` says"), found, words)
    }

    /// Waits until such an element is seen, or none is.
    pub(crate) async fn shows(&self, css: &str, shown: bool) -> Outcome {
        let found = format!("document.querySelectorAll({})", json!(css));
        let seen = format!("[...{found}].some((e) => e.checkVisibility())");
        let failure = format!("that `{css}` is seen should be {shown}");
        self.wait_until(&format!("{seen} === {shown}"), FOLLOW, &failure)
            .await
    }

    /// Waits until the first such element has the focus.
    pub(crate) async fn has_focus(&self, css: &str) -> Outcome {
        let found = format!("document.querySelector({})", json!(css));
        let focused = format!("document.activeElement === {found}");
        let waited = self.wait_until(&focused, FOLLOW, "").await;
        match waited {
            Ok(()) => Ok(()),
            Err(_) => Err(Failure::new(format!(
                "the focus is not on `{css}` but on {}",
                self.focused().await?
            ))),
        }
    }

    /// The options of a question that are picked at a step.
    pub(crate) async fn picked(&self, question: &str, step: usize) -> Outcome<Vec<usize>> {
        let fields = format!(".step[data-step='{step}'] input:checked");
        self.exec_with(
            "return [...document.querySelectorAll(arguments[0])].map((e) => Number(e.value))",
            vec![within(question, &fields).into()],
        )
        .await
    }

    /// The options of a question that belong in an order, as they stand.
    pub(crate) async fn order(&self, question: &str) -> Outcome<Vec<usize>> {
        self.exec_with(
            "return [...document.querySelectorAll(arguments[0])]
               .map((e) => Number(e.dataset.option))",
            vec![within(question, "li[data-option]").into()],
        )
        .await
    }

    /// Waits until the live region of a question explains this pick and nothing else, in the words
    /// that stand in the list of all answers, under the words of the option itself.
    pub(crate) async fn explains(&self, question: &str, pick: &Pick) -> Outcome {
        let told = format!(
            "(() => {{
               const form = document.getElementById({});
               const words = (e) => e.dataset.explains + e.textContent;
               const all = [...form.querySelectorAll('.answers [data-explains]')];
               const wanted = {}.map((name) => all.find((e) => e.dataset.explains === name));
               const found = [...form.querySelector('.result__why').children];
               const label = (name) => {{
                 const [step, option] = name.split(':');
                 const at = form.querySelector(`[data-step=\"${{step}}\"]`);
                 return at.querySelector(`label:has([value=\"${{option}}\"]), `
                   + `[data-option=\"${{option}}\"] .order__label`).textContent.trim();
               }};
               const explains = (e) => e.checkVisibility() && e.textContent.trim().length > 40
                 && [...e.querySelectorAll('.answer__label, .answer__picked')].at(-1).textContent
                   .trim().replace('If you picked: ', '').startsWith(label(e.dataset.explains));
               return found.map(words).sort().join() === wanted.map(words).sort().join()
                 && found.every(explains);
             }})()",
            json!(question),
            json!(pick.explained())
        );
        let failure = format!("`{question}` does not explain {:?}", pick.explained());
        self.wait_until(&told, FOLLOW, &failure).await
    }

    /// The questions that the summary of the exercise offers to look at again.
    pub(crate) async fn to_see_again(&self) -> Outcome<Vec<String>> {
        self.exec(
            "return [...document.querySelectorAll('.summary__again [data-again]')]
               .filter((e) => e.checkVisibility()).map((e) => e.dataset.again)",
        )
        .await
    }
}
