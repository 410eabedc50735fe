//! The whole exercise, by every means and in every way.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;
use serde_json::{Map, Value, json};

use super::answer::Way;
use super::quiz::{Quiz, within};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::the_whole_of_it_by_keyboard",
            the_whole_of_it_by_keyboard,
        ),
        case(
            "exercise::the_whole_of_it_by_pointer",
            the_whole_of_it_by_pointer,
        ),
        case(
            "exercise::a_second_try_settles_a_question",
            a_second_try_settles_a_question,
        ),
        case("exercise::cards_have_questions", cards_have_questions),
    ]
}

async fn the_whole_of_it_by_keyboard(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    for question in quiz.questions() {
        let id = question.id.as_str();
        quiz.answer_by_keys(id, &question.task, Way::Right).await?;
        agrees(&quiz, id, &question.task).await?;
    }
    is_answered(&quiz, true).await?;
    quiz.shows(".summary__again", false).await?;
    quiz.is_ready().await?;
    quiz.has_no_errors().await
}

/// Fails unless the page takes the answer for one that the author would give.
async fn agrees(quiz: &Quiz, question: &str, task: &Task) -> Outcome {
    let said = quiz.text(&within(question, ".result__said")).await?;
    let expected = match task {
        Task::Story { .. } => "Here is what can come of it.",
        _ => "Yes, ",
    };
    check(
        said.starts_with(expected),
        format!("a right answer to `{question}` is met with \"{said}\""),
    )
}

async fn the_whole_of_it_by_pointer(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let mut again = Vec::new();
    for question in quiz.questions() {
        let id = question.id.as_str();
        quiz.answer(id, &question.task, Way::Other).await?;
        has_no_mark(&quiz, id).await?;
        again.push(id.to_owned());
    }
    is_answered(&quiz, false).await?;
    same("what to see again", quiz.to_see_again().await?, again)?;
    quiz.has_no_errors().await
}

/// Fails if what the page itself says about an answer is a mark, or may hurt.
async fn has_no_mark(quiz: &Quiz, question: &str) -> Outcome {
    let said: String = quiz
        .exec_with(
            "const form = document.getElementById(arguments[0]);
             const own = '.result__said, .result__more, .question__mark, .answer__mark';
             const all = [...form.querySelectorAll(own), document.querySelector('.summary__state')];
             return all.map((e) => e.textContent).join(' | ')",
            vec![question.into()],
        )
        .await?;
    let first = quiz.text(&within(question, ".result__said")).await?;
    check(
        !first.is_empty() && !first.starts_with("Yes"),
        format!("another answer to `{question}` is met with {first:?}"),
    )?;
    let lower = said.to_lowercase();
    let hard = ["wrong", "incorrect", "mistake", "fail", "score", "point"];
    let found = hard.into_iter().find(|word| lower.contains(word));
    check(
        found.is_none(),
        format!("`{question}` has a hard word, {found:?}: {said}"),
    )
}

/// Fails unless every question is answered and kept so, and the summary says it.
async fn is_answered(quiz: &Quiz, first_try: bool) -> Outcome {
    let questions = quiz.questions();
    let all = questions.len();
    let words = format!("{all} of {all} answered");
    quiz.reads(".summary__count", &words).await?;
    quiz.counts(&words).await?;
    quiz.shows(".summary__open", false).await?;
    let each = questions.iter();
    let expected: Map<String, Value> = each
        .map(|question| (question.id.to_string(), json!(first_try)))
        .collect();
    same("what is kept", quiz.answered().await?, expected)
}

async fn a_second_try_settles_a_question(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (one, one_task) = quiz.first(|task| matches!(task, Task::One { .. }))?;
    let (order, order_task) = quiz.first(|task| matches!(task, Task::Order { .. }))?;
    for (id, task) in [(&one, &one_task), (&order, &order_task)] {
        quiz.answer(id, task, Way::Other).await?;
        let more = within(id, ".result__more");
        quiz.reads(&more, "You can change your answer and check again.")
            .await?;
    }
    quiz.reads(".summary__count", "2 of 15 answered").await?;
    let both = vec![one.clone(), order.clone()];
    same("what to see again", quiz.to_see_again().await?, both)?;
    quiz.answer(&one, &one_task, Way::Right).await?;
    quiz.reads(&within(&one, ".result__more"), "").await?;
    same("what to see again", quiz.to_see_again().await?, vec![order])?;
    quiz.reads(".summary__count", "2 of 15 answered").await?;
    let kept = quiz.answered().await?;
    same("what is kept of a second try", &kept[&one], &json!(false))
}

async fn cards_have_questions(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let outline = quiz.outline().clone();
    let sections = outline.sections().map(|(section, _)| section);
    let mut kept = Map::new();
    for section in sections.filter(|section| !section.questions.is_empty()) {
        quiz.toggle(section.id.as_str()).await?;
        for question in &section.questions {
            let id = question.id.as_str();
            quiz.answer(id, &question.task, Way::Right).await?;
            kept.insert(id.to_owned(), json!(true));
        }
    }
    check(kept.len() > 2, "no card has questions")?;
    same("what is kept", quiz.answered().await?, kept)?;
    // These are for adults: they count for nobody.
    quiz.counts("0 of 15 answered").await?;
    quiz.reads(".summary__count", "0 of 15 answered").await?;
    quiz.has_no_errors().await
}
