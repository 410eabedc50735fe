//! "Forget it" takes everything back: what is kept, said, picked and put in order, in every tab.

use browser_tests::prelude::*;
use citizens_academy_player::domain::exercise::Task;

use super::answer::{Pick, Way, answer};
use super::finish::is_not_finished;
use super::quiz::{Quiz, within};
use crate::cases::module::KEY;

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::is_forgotten_in_every_tab",
            is_forgotten_in_every_tab,
        ),
        case(
            "exercise::is_answered_in_every_tab",
            is_answered_in_every_tab,
        ),
        case(
            "exercise::can_be_answered_after_forgetting",
            can_be_answered_after_forgetting,
        ),
    ]
}

/// Answers a question of each kind in another way, and leaves more behind: a pick that was not
/// checked, a step in the middle of a story.
async fn use_it(quiz: &Quiz) -> Outcome {
    for question in quiz.questions() {
        let (id, task) = (question.id.as_str(), &question.task);
        let picks = answer(task, Way::Other);
        match task {
            Task::Story { .. } => {
                quiz.check(id, task, &picks[0]).await?;
                quiz.click(&within(id, "[data-act=go-on]")).await?;
                quiz.pick(id, task, &picks[1]).await?;
            }
            Task::Several { .. } => quiz.pick(id, task, &picks[0]).await?,
            Task::One { .. } | Task::Order { .. } => quiz.check(id, task, &picks[0]).await?,
        }
    }
    Ok(())
}

/// What is left of all that, a line for each thing.
const LEFT: &str = "
    const left = [];
    for (const form of document.querySelectorAll('form.question')) {
      const note = (what) => left.push(`${form.id}: ${what}`);
      if (form.querySelector('input:checked')) note('a pick');
      if (form.querySelector('.result').textContent.trim()) note('an explanation');
      if (form.querySelector('.question__mark').textContent) note('a mark');
      if (form.querySelector('.order__told')?.textContent) note('where an item went');
      if (form.dataset.at !== '0') note('a step');
      if ([...form.querySelectorAll('[data-act]')].some((e) => !e.hidden)) note('a way on');
      const order = [...form.querySelectorAll('li[data-option]')].map((e) => e.dataset.option);
      if (order.some((option, at) => Number(option) !== at)) note(`an order, ${order}`);
    }";

/// Waits until nothing of the exercise is left in a page.
async fn is_untouched(quiz: &Quiz) -> Outcome {
    quiz.counts("0 of 15 answered").await?;
    let left: Vec<String> = quiz.exec(&format!("{LEFT} return left")).await?;
    check(left.is_empty(), format!("left behind: {}", left.join("; ")))?;
    quiz.reads(".summary__count", "0 of 15 answered").await?;
    quiz.shows(".summary__again", false).await?;
    is_not_finished(quiz).await
}

async fn is_forgotten_in_every_tab(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let one = Quiz::open(&t, &server, Options::new()).await?;
    one.keep_all_but(&[]).await?;
    one.again().await?;
    one.shows(".finish__words", true).await?;
    let two = one.in_new_tab().await?;
    use_it(&two).await?;
    use_it(&one).await?;
    for quiz in [&one, &two] {
        let left: Vec<String> = quiz.exec(&format!("{LEFT} return left")).await?;
        check(left.len() > 30, "the exercise was not used")?;
    }
    one.press_keeping().await?;
    one.says_of_keeping("Forgotten.").await?;
    is_untouched(&one).await?;
    is_untouched(&two).await?;
    same("kept", one.local_storage(KEY).await?, None)?;
    one.has_no_errors().await?;
    two.has_no_errors().await
}

async fn is_answered_in_every_tab(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let one = Quiz::open(&t, &server, Options::new()).await?;
    let two = one.in_new_tab().await?;
    let question = one.questions().remove(1);
    let id = question.id.as_str();
    one.answer(id, &question.task, Way::Other).await?;
    two.counts("1 of 15 answered").await?;
    two.reads(&within(id, ".question__mark"), BEFORE).await?;
    two.explains(id, &Pick::of(&[])).await?;
    same(
        "to see again",
        two.to_see_again().await?,
        vec![id.to_owned()],
    )?;
    same(
        "picked elsewhere",
        two.picked(id, 0).await?,
        Vec::<usize>::new(),
    )
}

/// What is said of a question that was answered before, or elsewhere.
pub(super) const BEFORE: &str = "Answered before";

async fn can_be_answered_after_forgetting(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let question = quiz.questions().remove(1);
    let id = question.id.as_str();
    quiz.answer(id, &question.task, Way::Other).await?;
    quiz.press_keeping().await?;
    quiz.says_of_keeping("Forgotten.").await?;
    is_untouched(&quiz).await?;
    quiz.answer(id, &question.task, Way::Right).await?;
    quiz.counts("1 of 15 answered").await?;
    // It is a first try again.
    same("kept", quiz.answered().await?[id].as_bool(), Some(true))
}
