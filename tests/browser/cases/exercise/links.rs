//! Links lead to questions and out of them.

use browser_tests::prelude::*;
use serde_json::json;

use super::answer::Way;
use super::quiz::{Quiz, within};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(
            "exercise::an_address_leads_to_a_question",
            an_address_leads_to_a_question,
        ),
        case("exercise::skip_leads_to_the_next", skip_leads_to_the_next),
        case(
            "exercise::links_lead_out_of_a_question",
            links_lead_out_of_a_question,
        ),
        case(
            "exercise::the_summary_leads_to_questions",
            the_summary_leads_to_questions,
        ),
    ]
}

/// Waits until an element lies where a link leads: its top, with the room that the style sheet
/// wants above it, near the top of what is seen; or anywhere where the page ends.
async fn is_reached(quiz: &Quiz, id: &str) -> Outcome {
    let reached = format!(
        "(() => {{
           const e = document.getElementById({});
           const r = e.getBoundingClientRect();
           const room = parseFloat(getComputedStyle(e).scrollMarginTop);
           const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
           return r.height > 0 && r.top > -2 && r.top - room < (end ? innerHeight : 130);
         }})()",
        json!(id)
    );
    let failure = format!("`{id}` is not reached");
    quiz.wait_until(&reached, 3000, &failure).await
}

/// Clicks a link, and waits until its target is reached and in the address.
async fn follows(quiz: &Quiz, css: &str, target: &str) -> Outcome {
    quiz.click(css).await?;
    is_reached(quiz, target).await?;
    let address = quiz.address().await?;
    check(
        address.ends_with(&format!("#{target}")),
        format!("`{css}` leads to {address}, not to #{target}"),
    )
}

/// A question in a card that is closed.
const IN_CARD: &str = "quiz-parents-first";

async fn an_address_leads_to_a_question(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let id = quiz.questions().remove(4).id.to_string();
    quiz.goto(&format!("#{id}")).await?;
    is_reached(&quiz, &id).await?;
    quiz.goto(&format!("?again#{id}")).await?;
    quiz.is_ready().await?;
    is_reached(&quiz, &id).await?;
    quiz.goto(&format!("#{IN_CARD}")).await?;
    is_reached(&quiz, IN_CARD).await?;
    same("the card is open", quiz.is_open("parents").await?, true)?;
    quiz.goto(&format!("?more#{IN_CARD}")).await?;
    quiz.is_ready().await?;
    is_reached(&quiz, IN_CARD).await?;
    quiz.has_no_errors().await
}

async fn skip_leads_to_the_next(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let questions = quiz.questions();
    let mut next: Vec<String> = questions.iter().map(|each| each.id.to_string()).collect();
    next.push("page-end-check".to_owned());
    for pair in next.windows(2) {
        follows(&quiz, &within(&pair[0], "a.links__skip"), &pair[1]).await?;
    }
    // The next stop of the keyboard is where the link leads.
    let summary = "document.getElementById('page-end-check')";
    let skip = within(&next[next.len() - 2], "a.links__skip");
    quiz.tab_from_start_to(&skip).await?;
    quiz.press("Enter").await?;
    quiz.tab().await?;
    let inside = format!("{summary}.contains(document.activeElement)");
    quiz.wait_until(&inside, 3000, "the focus does not follow the link")
        .await
}

async fn links_lead_out_of_a_question(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let (first_group, first) = {
        let group = &quiz.outline().groups[0];
        (group.id.to_string(), quiz.questions().remove(0))
    };
    let links: Vec<(String, String)> = quiz
        .exec_with(
            "return [...document.querySelectorAll(arguments[0])]
               .map((e) => [e.textContent.trim(), e.getAttribute('href').slice(1)])",
            vec![within(first.id.as_str(), "ul.links a").into()],
        )
        .await?;
    same("links of a question", links.len(), 4)?;
    same("the link to it", links[3].1.clone(), first.id.to_string())?;
    let (words, section) = &links[1];
    let title = quiz
        .exec_with::<String>(
            "return document.querySelector(`details:has(> #${arguments[0]}) h3`).textContent.trim()",
            vec![json!(section)],
        )
        .await?;
    same("the link back", words.clone(), format!("Read: {title}"))?;
    same("open at first", quiz.is_open(section).await?, false)?;
    let link = |at: usize| within(first.id.as_str(), &format!("ul.links li:nth-child({at}) a"));
    follows(&quiz, &link(2), section).await?;
    same("open by its link", quiz.is_open(section).await?, true)?;
    follows(&quiz, &link(3), &first_group).await?;
    quiz.has_no_errors().await
}

async fn the_summary_leads_to_questions(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let quiz = Quiz::open(&t, &server, Options::new()).await?;
    let questions = quiz.questions();
    let open = ".summary__open a";
    follows(&quiz, open, questions[0].id.as_str()).await?;
    for question in questions.iter().take(3) {
        quiz.answer(question.id.as_str(), &question.task, Way::Other)
            .await?;
    }
    follows(&quiz, open, questions[3].id.as_str()).await?;
    same("to see again", quiz.to_see_again().await?.len(), 3)?;
    for question in questions.iter().take(3) {
        let again = format!(".summary__again [data-again='{}'] a", question.id);
        follows(&quiz, &again, question.id.as_str()).await?;
    }
    Ok(())
}
