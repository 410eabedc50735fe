//! Answering by keyboard alone.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::{Value, json};

use super::answer::{Pick, Way, answer};
use super::quiz::{Quiz, button, within};

/// How many stops may lie between two that a question needs: links, answers, a card.
const STOPS: usize = 60;

impl Quiz {
    /// Presses Tab until such an element has the focus.
    pub(crate) async fn tab_to(&self, css: &str) -> Outcome {
        let found = format!("return document.activeElement.matches({})", json!(css));
        for _ in 0..STOPS {
            if self.exec::<bool>(&found).await? {
                return Ok(());
            }
            self.tab().await?;
        }
        Err(Failure::new(format!("Tab does not lead to `{css}`")))
    }

    /// The same from the start of the question.
    pub(crate) async fn tab_from_start_to(&self, css: &str) -> Outcome {
        self.exec_with::<Value>(
            "const form = document.querySelector(arguments[0]).closest('form');
             form.tabIndex = -1;
             form.focus({preventScroll: true})",
            vec![css.into()],
        )
        .await?;
        self.tab_to(css).await
    }

    /// Picks by Tab, Space and the arrows.
    async fn pick_by_keys(&self, question: &str, task: &Task, pick: &Pick) -> Outcome {
        let field = |condition: &str| {
            let step = format!(".step[data-step='{}']", pick.step);
            within(question, &format!("{step} input{condition}"))
        };
        match task {
            Task::Order { .. } => self.arrange_by_keys(question, &pick.options).await?,
            Task::Several { .. } => {
                for option in &pick.options {
                    self.tab_to(&field(&format!("[value='{option}']"))).await?;
                    self.press("Space").await?;
                }
            }
            Task::One { .. } | Task::Story { .. } => {
                self.tab_to(&field("")).await?;
                self.press_arrows_to(pick.options[0]).await?;
            }
        }
        if !matches!(task, Task::Order { .. }) {
            let picked = self.picked(question, pick.step).await?;
            same("what is picked by keys", picked, pick.options.clone())?;
        }
        Ok(())
    }

    /// Moves on among radio buttons, of which one has the focus, and picks this one.
    async fn press_arrows_to(&self, option: usize) -> Outcome {
        let is_it = format!("return document.activeElement.value === '{option}'");
        for _ in 0..10 {
            if self.exec::<bool>(&is_it).await? {
                return self.press("Space").await;
            }
            self.press("ArrowDown").await?;
        }
        Err(Failure::new("the arrows do not lead to every option"))
    }

    /// Puts items in this order: from one item's button to the next, each pressed as often as
    /// its item has to move, which keeps the focus.
    async fn arrange_by_keys(&self, question: &str, wanted: &[usize]) -> Outcome {
        for (place, option) in wanted.iter().enumerate() {
            let up = format!("li[data-option='{option}'] [data-move=up]");
            let up = within(question, &up);
            loop {
                let order = self.order(question).await?;
                if order.get(place) == Some(option) {
                    break;
                }
                self.tab_to(&up).await?;
                self.press("Space").await?;
                self.is_ordered_otherwise(question, &order).await?;
                self.has_focus(&up).await?;
            }
        }
        same("the order", self.order(question).await?, wanted.to_vec())
    }

    /// Answers a question in this way; a story to its end.
    pub(crate) async fn answer_by_keys(&self, question: &str, task: &Task, way: Way) -> Outcome {
        for (at, pick) in answer(task, way).iter().enumerate() {
            if at > 0 {
                self.tab_to(&within(question, "[data-act=go-on]")).await?;
                self.press("Enter").await?;
                let step = format!(".step[data-step='{}']", pick.step);
                self.has_focus(&within(question, &step)).await?;
            }
            self.pick_by_keys(question, task, pick).await?;
            self.tab_to(&button(question)).await?;
            self.press("Enter").await?;
            self.explains(question, pick).await?;
            self.has_focus(&button(question)).await?;
        }
        self.reads(&within(question, ".question__mark"), "Answered")
            .await
    }
}
