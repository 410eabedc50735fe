//! The data in the page, as a tool or an extension may leave it.

use std::path::Path;

use citizens_academy_player::content;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::domain::outline::Outline;
use citizens_academy_player::domain::progress::ProgressMode;

const WORDS: &[&str] = &[
    "id",
    "progress",
    "groups",
    "sections",
    "questions",
    "counts",
    "task",
    "on",
    "one",
    "order",
    "a",
    "\\u0000",
];

/// The data of a page with every kind of question.
fn data() -> String {
    let today = Date::new(2026, 11, 23).expect("a day");
    let report = content::load(Path::new("tests/content/good-questions"), today);
    let module = report.module.expect("a module");
    Outline::new(&module, ProgressMode::On)
        .to_json()
        .to_string()
}

#[test]
fn the_data_of_a_page_is_understood_or_refused() {
    let (mut read, mut refused) = (0, 0);
    mutator::each("page", &[&data()], WORDS, |bytes| {
        let json = serde_json::from_slice(bytes).ok();
        match json.as_ref().and_then(Outline::from_json) {
            Some(outline) => {
                read += 1;
                assert_eq!(Outline::from_json(&outline.to_json()), Some(outline));
            }
            None => refused += 1,
        }
    });
    assert!(read > mutator::ROUNDS / 200, "{read} were read");
    assert!(refused > mutator::ROUNDS / 20, "{refused} were refused");
}
