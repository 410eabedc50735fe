//! What stands of the questions in the prerendered page, before any script has run.

use std::collections::BTreeSet;

use citizens_academy_player::components::group::summary_id;
use citizens_academy_player::domain::exercise::Task;
use citizens_academy_player::domain::module::SectionKind;
use citizens_academy_player::domain::question::Question;
use citizens_academy_player::domain::question::QuestionKind;

use super::dom::Dom;
use super::module;
use super::page;

/// Every question, as its author wrote it and as it stands in the page.
fn questions() -> Vec<(Question, Dom)> {
    let (page, module) = (page(), module());
    let of_page = |question: &Question| (question.clone(), page.by_id(question.id.as_str()));
    module.questions().map(of_page).collect()
}

#[test]
fn a_question_is_a_form_that_sends_and_restores_nothing() {
    for (question, form) in questions() {
        let id = &question.id;
        assert_eq!(form.name(), "form", "{id}");
        assert_eq!(form.attribute("method"), "dialog", "{id}");
        assert_eq!(form.attribute("autocomplete"), "off", "{id}");
        assert_eq!(form.attribute("data-at"), "0", "{id}");
        assert!(!form.has("action") && !form.has("hidden"), "{id}");
        assert_eq!(form.headings()[0].text(), question.title, "{id}");
    }
}

#[test]
fn every_step_is_a_group_of_labelled_fields() {
    for (question, form) in questions() {
        // Each form is a group of its own, whatever the others call their fields (HTML Standard,
        // section 4.10.5.1.16, "radio button group").
        assert_eq!(form.name(), "form");
        let mut names = BTreeSet::new();
        let steps = form.with_class("div", "step");
        assert_eq!(steps.len(), question.steps.len(), "{}", question.id);
        for (at, (step, asked)) in steps.iter().zip(&question.steps).enumerate() {
            assert_eq!(step.attribute("data-step"), at.to_string());
            assert_eq!(step.all("legend").len(), 1, "{}", question.id);
            let fields = step.all("input");
            let items = step.with_class("li", "order__item");
            let expected = asked.options.len();
            assert_eq!(fields.len() + items.len(), expected, "{}", question.id);
            assert_eq!(step.with_class("label", "option").len(), fields.len());
            let kind = match question.kind {
                QuestionKind::Several => "checkbox",
                _ => "radio",
            };
            for (option, field) in fields.iter().enumerate() {
                assert_eq!(field.attribute("value"), option.to_string());
                assert_eq!(field.attribute("type"), kind, "{}", question.id);
                assert!(!field.has("checked"), "{}", question.id);
            }
            // In it, one step's fields do not share their name with another's.
            let own: BTreeSet<_> = fields.iter().map(|one| one.attribute("name")).collect();
            assert!(own.len() <= 1, "{own:?}");
            assert!(own.iter().all(|name| names.insert(name.clone())), "{own:?}");
        }
    }
}

#[test]
fn every_option_is_explained_once_under_its_own_words() {
    for (question, form) in questions() {
        let answers = form.with_class("details", "answers");
        assert_eq!(answers.len(), 1, "{}", question.id);
        assert!(!answers[0].has("open"), "{} tells at once", question.id);
        let explained = answers[0].all("[data-explains]");
        let found: BTreeSet<_> = explained
            .iter()
            .map(|answer| answer.attribute("data-explains"))
            .collect();
        let steps = question.steps.iter().enumerate();
        let expected: BTreeSet<_> = steps
            .flat_map(|(step, asked)| {
                (0..asked.options.len()).map(move |option| format!("{step}:{option}"))
            })
            .collect();
        assert_eq!(found, expected, "{}", question.id);
        assert_eq!(explained.len(), expected.len(), "{}", question.id);
        for answer in explained {
            let own = own_words(&form, &answer.attribute("data-explains"));
            let mut over = answer.with_class("p", "answer__label");
            let first = over[0].text();
            if question.kind == QuestionKind::MythOrFact {
                // Under the bare label it would be read as how things are.
                let right = question.task.clone();
                let Task::One { right, .. } = right else {
                    panic!("{}", question.id);
                };
                let right = own_words(&form, &format!("0:{right}"));
                assert_eq!(first, format!("Our answer: {right}"));
                over = answer.with_class("p", "answer__picked");
                assert_eq!(over[0].text(), format!("If you picked: {own}"));
            } else {
                assert!(first.starts_with(&own), "{first:?} explains {own:?}");
            }
            assert!(answer.all("p").len() > 1, "{own:?} is not explained");
        }
    }
}

/// The words of an option where it is picked.
fn own_words(form: &Dom, name: &str) -> String {
    let (step, option) = name.split_once(':').unwrap();
    let step = &form.with_class("div", "step")[step.parse::<usize>().unwrap()];
    let mut labels = step.with_class("span", "option__label");
    labels.extend(step.with_class("span", "order__label"));
    labels[option.parse::<usize>().unwrap()].text()
}

#[test]
fn what_needs_the_client_is_hidden_and_what_it_tells_is_silent() {
    for (question, form) in questions() {
        let id = &question.id;
        for button in form.all("button") {
            let hidden = button.has("hidden") || is_hidden(&form, &button.text());
            assert!(hidden, "{id}: {:?} is there at once", button.text());
        }
        let checks = form.all("button").into_iter();
        let checks = checks.filter(|button| button.attribute("type") == "submit");
        assert_eq!(checks.count(), 1, "{id}");
        let result = form.with_class("div", "result");
        assert_eq!(result[0].attribute("role"), "status", "{id}");
        assert_eq!(result[0].text(), "", "{id} tells something at once");
    }
}

/// Whether a button with these words stands in a part that waits for the client.
fn is_hidden(form: &Dom, words: &str) -> bool {
    let parts = form.all("[data-needs-client]").into_iter();
    let mut hidden = parts.filter(|part| part.has("hidden"));
    hidden.any(|part| part.all("button").iter().any(|one| one.text() == words))
}

#[test]
fn questions_for_adults_lead_to_the_steps_for_adults() {
    let (page, module) = (page(), module());
    let adults = module.sections();
    let adults = adults.filter(|section| section.kind == SectionKind::Adults);
    let first = format!("#{}", module.groups[0].id);
    let mut seen = 0;
    for section in adults {
        for question in &section.questions {
            seen += 1;
            let form = page.by_id(question.id.as_str());
            let links = form.all("a").into_iter().map(|link| link.attribute("href"));
            let links: Vec<_> = links.collect();
            assert!(!links.contains(&first), "{}: {links:?}", question.id);
            let own = format!("#{}", section.id);
            let list = &form.with_class("ul", "links")[0];
            let leads = list.all("a").into_iter();
            let help = leads.filter(|link| link.attribute("href") == own);
            let words: Vec<_> = help.map(|link| link.text()).collect();
            assert_eq!(words, [format!("What to do: {}", section.title)]);
        }
    }
    assert!(seen > 2, "adults are asked nothing");
}

#[test]
fn skip_leads_past_a_question_and_the_last_to_the_summary() {
    let (page, module) = (page(), module());
    for group in module.groups.iter().filter(|one| !one.questions.is_empty()) {
        let mut next: Vec<_> = group
            .questions
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        next.push(summary_id(&group.id));
        for pair in next.windows(2) {
            let skip = page.by_id(&pair[0]).with_class("a", "links__skip");
            let leads: Vec<_> = skip.iter().map(|link| link.attribute("href")).collect();
            assert_eq!(leads, [format!("#{}", pair[1])], "{}", pair[0]);
        }
    }
}
