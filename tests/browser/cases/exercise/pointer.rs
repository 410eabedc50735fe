//! Answering by pointer.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::json;

use super::answer::{Pick, Way, answer};
use super::quiz::{Quiz, button, row, within};
use crate::cases::module::FOLLOW;

impl Quiz {
    /// Clicks on the row of an option, and waits until it is picked, or no longer.
    pub(crate) async fn press_row(&self, question: &str, step: usize, option: usize) -> Outcome {
        let row = row(question, step, option);
        let field = format!("document.querySelector({}).control", json!(row));
        let was: bool = self.exec(&format!("return {field}.checked")).await?;
        self.click(&row).await?;
        // A radio button that is picked stays so.
        let done = format!("{field}.checked !== {was} || {field}.type === 'radio'");
        let failure = format!("a click on `{row}` does nothing");
        self.wait_until(&done, FOLLOW, &failure).await
    }

    /// Picks, and nothing more.
    pub(crate) async fn pick(&self, question: &str, task: &Task, pick: &Pick) -> Outcome {
        if let Task::Order { .. } = task {
            return self.arrange(question, &pick.options).await;
        }
        for option in self.picked(question, pick.step).await? {
            // What is picked too much is taken back; of radio buttons, the next pick does that.
            if matches!(task, Task::Several { .. }) && !pick.options.contains(&option) {
                self.press_row(question, pick.step, option).await?;
            }
        }
        for option in &pick.options {
            if !self.picked(question, pick.step).await?.contains(option) {
                self.press_row(question, pick.step, *option).await?;
            }
        }
        same(
            &format!("what is picked in {question}"),
            self.picked(question, pick.step).await?,
            pick.options.clone(),
        )
    }

    /// Puts the items of a question in this order, with the buttons that move them up.
    async fn arrange(&self, question: &str, wanted: &[usize]) -> Outcome {
        for (place, option) in wanted.iter().enumerate() {
            let up = within(
                question,
                &format!("li[data-option='{option}'] [data-move=up]"),
            );
            loop {
                let order = self.order(question).await?;
                if order.get(place) == Some(option) {
                    break;
                }
                self.click(&up).await?;
                self.is_ordered_otherwise(question, &order).await?;
            }
        }
        Ok(())
    }

    /// Waits until the items are no longer in this order.
    pub(crate) async fn is_ordered_otherwise(&self, question: &str, order: &[usize]) -> Outcome {
        let items = json!(within(question, "li[data-option]"));
        let other = format!(
            "[...document.querySelectorAll({items})].map((e) => e.dataset.option).join()
               !== {}.join()",
            json!(order)
        );
        self.wait_until(&other, FOLLOW, "the button moves nothing")
            .await
    }

    /// Picks, checks, and reads the explanation of what was picked.
    pub(crate) async fn check(&self, question: &str, task: &Task, pick: &Pick) -> Outcome {
        self.pick(question, task, pick).await?;
        self.click(&button(question)).await?;
        self.explains(question, pick).await
    }

    /// Answers a question in this way; a story to its end.
    pub(crate) async fn answer(&self, question: &str, task: &Task, way: Way) -> Outcome {
        let picks = answer(task, way);
        for (at, pick) in picks.iter().enumerate() {
            if at > 0 {
                self.click(&within(question, "[data-act=go-on]")).await?;
                self.has_focus(&within(question, &format!("[data-step='{}']", pick.step)))
                    .await?;
            }
            self.check(question, task, pick).await?;
        }
        self.reads(&within(question, ".question__mark"), "Answered")
            .await
    }
}
