//! The exercise of a module, as its reader uses it.

use std::ops::Deref;

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use citizens_academy_player::domain::outline::{Outline, QuestionOutline};
use serde_json::{Map, Value, json};

use crate::cases::module::{KEY, Module};

/// The page of a module, and what it says of its questions.
#[derive(Debug, Clone)]
pub(crate) struct Quiz {
    module: Module,
    outline: Outline,
}

impl Deref for Quiz {
    type Target = Module;

    fn deref(&self) -> &Module {
        &self.module
    }
}

/// Selects something in a question.
pub(crate) fn within(question: &str, css: &str) -> String {
    format!("form#{question} {css}")
}

/// Selects the row of an option.
pub(crate) fn row(question: &str, step: usize, option: usize) -> String {
    within(
        question,
        &format!(".step[data-step='{step}'] label.option:has([value='{option}'])"),
    )
}

/// Selects the button that checks an answer.
pub(crate) fn button(question: &str) -> String {
    within(question, "button[type=submit]")
}

impl Quiz {
    /// Opens the module and waits until the client has started.
    pub(crate) async fn open(t: &Ctx, server: &Server, options: Options) -> Outcome<Self> {
        Self::of(Module::open(t, server, options).await?).await
    }

    /// The same, at an address that no server of these tests has.
    pub(crate) async fn open_at(t: &Ctx, address: String, options: Options) -> Outcome<Self> {
        Self::of(Module::open_at(t, address, options).await?).await
    }

    /// Opens the module and does not wait for the client.
    pub(crate) async fn open_early(t: &Ctx, server: &Server, options: Options) -> Outcome<Self> {
        Self::of(Module::open_early(t, server, options).await?).await
    }

    /// Opens the module once more in another tab.
    pub(crate) async fn in_new_tab(&self) -> Outcome<Self> {
        Self::of(self.module.in_new_tab().await?).await
    }

    /// The exercise of a page.
    pub(crate) async fn of(module: Module) -> Outcome<Self> {
        let data: String = module
            .exec("return document.getElementById('page-data').textContent")
            .await?;
        let outline = Outline::from_json(&data.parse()?);
        let outline = outline.ok_or_else(|| Failure::new("the page holds no outline"))?;
        Ok(Self { module, outline })
    }

    /// What the page says of the module.
    pub(crate) fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The questions of the exercise: those of the first group that has its own.
    pub(crate) fn questions(&self) -> Vec<QuestionOutline> {
        let groups = self.outline.groups.iter();
        let mut own = groups.map(|group| &group.questions);
        own.find(|own| !own.is_empty()).cloned().unwrap_or_default()
    }

    /// The first question of the exercise whose task is so.
    pub(crate) fn first(&self, is_so: impl Fn(&Task) -> bool) -> Outcome<(String, Task)> {
        let mut questions = self.questions().into_iter();
        let found = questions.find(|question| is_so(&question.task));
        let found = found.ok_or_else(|| Failure::new("the exercise has no such question"))?;
        Ok((found.id.to_string(), found.task))
    }

    /// What is kept of the questions.
    pub(crate) async fn answered(&self) -> Outcome<Map<String, Value>> {
        let text = self.local_storage(KEY).await?.unwrap_or_default();
        let kept: Value = text.parse().unwrap_or_default();
        Ok(kept["answered"].as_object().cloned().unwrap_or_default())
    }

    /// Keeps that all of the module was read and answered, but for these; loads nothing.
    pub(crate) async fn keep_all_but(&self, left_out: &[&str]) -> Outcome {
        let is_in = |id: &str| !left_out.contains(&id);
        let sections = self.outline.sections().filter(|(_, counts)| *counts);
        let read = sections.map(|(section, _)| section.id.to_string());
        let questions = self.outline.questions().filter(|(_, counts)| *counts);
        let answered = questions.map(|(question, _)| question.id.to_string());
        let kept = json!({
            "v": 1,
            "read": read.filter(|id| is_in(id)).collect::<Vec<_>>(),
            "answered": answered.filter(|id| is_in(id)).map(|id| (id, json!(true)))
                .collect::<Map<_, _>>(),
        });
        self.keep(&kept.to_string()).await
    }
}
