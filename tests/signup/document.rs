//! `docs/signup.md` and the reader of settings say the same.

use std::fs;

use citizens_academy_player::settings::Config;
use citizens_academy_player::settings::signup::names;
use serde_json::Value;

fn document() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/signup.md");
    fs::read_to_string(path).expect("docs/signup.md")
}

/// The blocks of JSON in the document.
fn blocks(document: &str) -> Vec<&str> {
    let blocks = document.split("```json\n").skip(1);
    let blocks = blocks.map(|rest| rest.split("```").next().expect("an end"));
    blocks.collect()
}

#[test]
fn every_example_is_accepted() {
    let document = document();
    let blocks = blocks(&document);
    assert!(blocks.len() >= 15, "{} examples", blocks.len());
    for block in blocks {
        match Config::read(block) {
            Ok(config) => assert!(
                config.signup.is_some() || block.contains("\"none\""),
                "an example without a sign-up: {block}"
            ),
            Err(problems) => panic!("{block}\n{}", problems.join("\n")),
        }
    }
}

#[test]
fn every_mode_and_every_preset_has_an_example() {
    let document = document();
    let examples = blocks(&document).concat();
    let modes = names::MODES.iter().map(|word| ("mode", word));
    let presets = names::PRESETS.iter().map(|word| ("preset", word));
    for (setting, word) in modes.chain(presets) {
        let example = format!("\"{setting}\": \"{word}\"");
        assert!(examples.contains(&example), "no example has {example}");
    }
}

/// What stands in an example at a place: the object there, or each of the rules in the lists there.
fn objects<'a>(example: &'a Value, place: &str) -> Vec<&'a Value> {
    let found = example.pointer(place).into_iter();
    match place {
        "/signup/answer/*" => {
            let answer = example.pointer("/signup/answer").and_then(Value::as_object);
            let lists = answer
                .into_iter()
                .flatten()
                .filter_map(|(_, list)| list.as_array());
            lists.flatten().collect()
        }
        _ => found.collect(),
    }
}

#[test]
fn every_setting_stands_in_an_example() {
    let document = document();
    let examples: Vec<Value> = blocks(&document)
        .into_iter()
        .map(|block| block.parse().expect("JSON"))
        .collect();
    let places = [
        (names::SIGNUP, "/signup"),
        (names::CONSENT, "/signup/consent"),
        (names::ASK, "/signup/ask"),
        (names::ROLE, "/signup/ask/role"),
        (names::FIELDS, "/signup/fields"),
        (names::ANSWER, "/signup/answer"),
        (names::RULE, "/signup/answer/*"),
    ];
    assert_eq!(places.map(|(names, _)| names), names::ALL);
    for (names, place) in places {
        let all: Vec<_> = examples
            .iter()
            .flat_map(|example| objects(example, place))
            .collect();
        for name in names {
            let shown = all.iter().any(|object| object.get(name).is_some());
            assert!(shown, "no example has {place}/{name}");
        }
    }
}

#[test]
fn every_setting_is_explained_and_exists() {
    let document = document();
    let groups = [
        (names::SIGNUP, ""),
        (names::CONSENT, "consent."),
        (names::ASK, "ask."),
        (names::ROLE, "ask.role."),
        (names::FIELDS, ""),
        (names::ANSWER, "answer."),
        (names::RULE, ""),
    ];
    assert_eq!(groups.map(|(names, _)| names), names::ALL);
    for (names, before) in groups {
        for name in names {
            let word = format!("`{before}{name}`");
            assert!(document.contains(&word), "{word} is not explained");
        }
    }
    // The first cell of each row of the tables names a setting.
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
    let named: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
    assert!(named.len() >= 20, "{named:?}");
    for name in named.into_iter().filter(|name| !name.starts_with('{')) {
        let last = name.rsplit('.').next().expect("a name");
        let known = names::ALL.concat().contains(&last)
            || names::MODES.contains(&last)
            || names::PRESETS.contains(&last);
        assert!(known, "{name} is no setting");
    }
}
