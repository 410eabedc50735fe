//! A long exercise stays usable.

use browser_tests::prelude::*;
use browser_tests::{settings, variant};
use serde_json::json;

use super::answer::Way;
use super::quiz::Quiz;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![case(
        "exercise::three_hundred_questions",
        three_hundred_questions,
    )]
}

async fn three_hundred_questions(t: Ctx) -> Outcome {
    let html = variant::many_questions(&settings::path(settings::SITE)?, 300)?;
    let server = t.site().spy().rewrite(move |_| html.clone()).start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let questions = quiz.questions();
    same("questions", questions.len(), 300)?;
    quiz.counts("0 of 300 answered").await?;
    let last = &questions[299];
    let id = last.id.as_str();
    quiz.answer(id, &last.task, Way::Other).await?;
    quiz.counts("1 of 300 answered").await?;
    quiz.reads(".summary__count", "1 of 300 answered").await?;
    same(
        "to see again",
        quiz.to_see_again().await?,
        vec![id.to_owned()],
    )?;
    same("kept", &quiz.answered().await?[id], &json!(false))?;
    let first = &questions[0];
    quiz.answer(first.id.as_str(), &first.task, Way::Right)
        .await?;
    quiz.reads(".summary__count", "2 of 300 answered").await?;
    quiz.has_no_errors().await
}
