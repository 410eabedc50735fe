//! The plan in the page, as a tool or an extension may leave it: understood or refused, and never one
//! that breaks what is made of it.

use citizens_academy_player::domain::signup::plan::Plan;

use crate::mutation::services;
use crate::support::hear;
use crate::support::plan;
use crate::support::send;

/// What means something in a plan.
const WORDS: &[&str] = &[
    "mode",
    "url",
    "asks",
    "extra",
    "accept",
    "subscribed",
    "refused",
    "message",
    "json",
    "form",
    "navigate",
    "email",
    "consent",
    "65536",
    "null",
    "\\u0000",
];

#[test]
fn the_plan_in_a_page_is_understood_or_refused() {
    let plans: Vec<String> = services()
        .iter()
        .map(|(members, ..)| plan(members).to_json().to_string())
        .collect();
    let plans: Vec<&str> = plans.iter().map(String::as_str).collect();
    let (mut read, mut refused) = (0, 0);
    mutator::each("plan", &plans, WORDS, |bytes| {
        let json = serde_json::from_slice(bytes).ok();
        let Some(plan) = json.as_ref().and_then(Plan::from_json) else {
            refused += 1;
            return;
        };
        read += 1;
        // What is sent and what is heard by it panics neither.
        send(&plan);
        hear(&plan, 200, r#"{"ok":true,"data":{"state":"in"}}"#);
        assert_eq!(Plan::from_json(&plan.to_json()), Some(plan));
    });
    assert!(read > mutator::ROUNDS / 20, "{read} were read");
    assert!(refused > mutator::ROUNDS / 20, "{refused} were refused");
}
