//! How soon an answer is explained, on a device a quarter as fast as this machine.

use std::path::Path;

use serde_json::json;

use super::first_click::click_at;
use super::series::median;
use super::visit::{arrive, settle};
use super::{Figure, Line, recorder};
use crate::failure::{Failure, Outcome};
use crate::page::Page;
use crate::server::SiteBuilder;
use crate::variant;

/// Milliseconds from the press to the picture of the explanation.
const PAINT_BUDGET: f64 = 50.0;
/// The same in an exercise of many questions: within this an answer is felt to be at once.
const MANY_PAINT_BUDGET: f64 = 100.0;
/// How many questions are many.
const MANY: usize = 300;
/// A start with many questions may take as often the time of a start with the module's own.
const GROWTH_BUDGET: f64 = 3.0;
/// How many questions are answered in a visit.
const ANSWERS: usize = 5;

/// The last questions of the exercise that have fields.
const QUESTIONS: &str = "
return [...document.querySelectorAll('form.question:has(input)')]
  .filter((e) => e.checkVisibility()).map((e) => e.id).slice(-arguments[0]);";

/// Picks, has the page note when the explanation of that has been painted, and tells where to
/// press. The frame after the words are in the document is drawn before the message comes.
const PREPARE: &str = "
const form = document.getElementById(arguments[0]);
const button = form.querySelector('button[type=submit]');
form.querySelector('input').checked = true;
button.scrollIntoView({ block: 'center' });
window.__painted = new Promise((painted) => {
  button.addEventListener('click', ({ timeStamp }) => {
    new MutationObserver(() => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted(performance.now() - timeStamp);
      port2.postMessage(null);
    })).observe(form.querySelector('.result__why'), { childList: true });
  }, { once: true });
});
const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
return frame().then(frame).then(() => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
});";

/// Reads what was noted; nothing where no explanation came.
const READ: &str = "
const late = new Promise((given_up) => setTimeout(() => given_up(null), 10000));
return Promise.race([window.__painted, late]);";

/// The times of some visits, in milliseconds.
#[derive(Debug, Default)]
struct Times {
    starts: Vec<f64>,
    paints: Vec<f64>,
}

/// Answers questions of the module as it is, and of one with many of them.
pub async fn answers(folder: &Path, runs: usize) -> Outcome<Vec<Figure>> {
    let many = variant::many_questions(folder, MANY)?;
    let (mut own, mut of_many) = (Times::default(), Times::default());
    for _ in 0..runs {
        let site = || SiteBuilder::new(Ok(folder.to_owned()));
        own.visit(site()).await?;
        let html = many.clone();
        of_many.visit(site().rewrite(move |_| html.clone())).await?;
    }
    let [start, paint] = own.medians()?;
    let [start_of_many, paint_of_many] = of_many.medians()?;
    let told = |what: &str, time| Figure::told(format!("4x slower: {what}"), time, "ms");
    let many = |what: &str| format!("{what} with {MANY} questions");
    let growth = Figure::told("ratio of these", start_of_many / start, "");
    Ok(vec![
        told("answer until explained", paint).at_most(PAINT_BUDGET),
        told(&many("the same"), paint_of_many).at_most(MANY_PAINT_BUDGET),
        told("start", start),
        told(&many("start"), start_of_many),
        growth.at_most(GROWTH_BUDGET),
    ])
}

impl Times {
    /// Visits a site, and answers some questions.
    async fn visit(&mut self, site: SiteBuilder) -> Outcome {
        let server = site.start()?;
        let page = arrive(&server, Line::Plain).await?;
        Line::slow_down(&page).await?;
        page.goto("").await?;
        settle(&page, true).await?;
        let start = recorder::read(&page).await?.hydration;
        self.starts
            .push(start.ok_or_else(|| {
                Failure::new("the client takes no measure named `academy-start`")
            })?);
        let questions: Vec<String> = page.exec_with(QUESTIONS, vec![json!(ANSWERS)]).await?;
        for question in questions {
            self.paints.push(answer(&page, &question).await?);
        }
        Ok(())
    }

    /// The start in the middle, and the answer in the middle.
    fn medians(self) -> Outcome<[f64; 2]> {
        Ok([median(self.starts)?, median(self.paints)?])
    }
}

/// Answers a question; gives the time from the press to the picture of the explanation.
async fn answer(page: &Page, question: &str) -> Outcome<f64> {
    let place = page.exec_with(PREPARE, vec![json!(question)]).await?;
    click_at(page, place).await?;
    let time: Option<f64> = page.exec(READ).await?;
    time.ok_or_else(|| Failure::new(format!("an answer to `{question}` is never explained")))
}
