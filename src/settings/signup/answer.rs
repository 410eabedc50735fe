//! What the answers of a service without a preset mean.

use serde_json::Value;

use super::names;
use super::service;
use super::service::says;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rule;
use crate::domain::signup::rule::Rules;
use crate::settings::problems::Problems;
use crate::settings::table;
use crate::settings::table::Table;

/// Returns what the answers of most services mean: 201 and 204 (RFC 9110, section 15.3), and the
/// words that form services share.
fn usual() -> Rules {
    let status = |status| Rule {
        status: Some(status),
        value: None,
    };
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Rules {
        subscribed: vec![
            status(201),
            status(204),
            says("/ok", true),
            says("/success", true),
            says("/result", "success"),
            says("/status", "success"),
            says("/status", "ok"),
        ],
        confirm: Vec::new(),
        already: vec![status(409)],
        refused: vec![
            says("/ok", false),
            says("/success", false),
            says("/result", "error"),
            says("/status", "error"),
            says("/status", "fail"),
        ],
        message: texts(&["/message", "/error", "/error/message", "/msg", "/detail"]),
        fields: Some("/errors".to_owned()),
    }
}

/// Reads what answers mean; `None` where the service lets no page see them.
pub(super) fn read(mode: Mode, table: &Table<'_>, problems: &mut Problems) -> Option<Rules> {
    let email_follows = table.flag("double_opt_in", problems);
    let answer = table
        .get("answer")
        .and_then(|value| Table::open("signup.answer", value, names::ANSWER, problems));
    let mut rules = usual();
    if let Some(answer) = &answer {
        if answer.flag("hidden", problems) {
            hidden(mode, table, answer, problems);
            return None;
        }
        given(answer, &mut rules, problems);
        if email_follows && answer.has("confirm") {
            problems.add(
                "signup.double_opt_in",
                "stands beside signup.answer.confirm, which tells the two cases apart; leave it out",
            );
        }
    }
    if email_follows {
        service::follow_by_email(&mut rules);
    }
    Some(rules)
}

/// Notes what does not go with answers that nobody sees.
fn hidden(mode: Mode, table: &Table<'_>, answer: &Table<'_>, problems: &mut Problems) {
    if mode != Mode::Form {
        problems.add(
            "signup.answer.hidden",
            "goes with the mode \"form\" alone: browsers send JSON only to services that let pages \
             see their answers",
        );
    }
    let others = names::ANSWER.iter().filter(|name| **name != "hidden");
    let others = others.filter(|name| answer.has(name));
    let mut paths: Vec<_> = others.map(|name| answer.path_of(name)).collect();
    if table.has("double_opt_in") {
        paths.push(table.path_of("double_opt_in"));
    }
    for path in paths {
        problems.add(
            &path,
            "means nothing, since the answer is hidden; leave it out",
        );
    }
}

/// Puts what the publisher says of answers in the place of what is usual.
fn given(answer: &Table<'_>, rules: &mut Rules, problems: &mut Problems) {
    for (name, known) in [
        ("subscribed", &mut rules.subscribed),
        ("confirm", &mut rules.confirm),
        ("already", &mut rules.already),
        ("refused", &mut rules.refused),
    ] {
        if answer.has(name) {
            let items = answer.items(name, problems).into_iter();
            *known = items
                .filter_map(|(path, value)| rule(name, &path, value, problems))
                .collect();
        }
    }
    if answer.has("message") {
        let texts = answer.texts("message", problems).into_iter();
        rules.message = texts
            .filter_map(|(path, text)| pointer(&path, text, problems))
            .collect();
    }
    if let Some(text) = answer.text("fields", problems) {
        rules.fields = pointer("signup.answer.fields", text, problems);
    }
}

/// Reads one rule of the list `name`.
fn rule(name: &str, path: &str, value: &Value, problems: &mut Problems) -> Option<Rule> {
    let table = Table::open(path, value, names::RULE, problems)?;
    let status = match table.get("status") {
        None => None,
        Some(value) => Some(status(name, &table.path_of("status"), value, problems)?),
    };
    let place = match table.get("at") {
        None => None,
        Some(value) => {
            let path = table.path_of("at");
            Some(pointer(
                &path,
                table::text(&path, value, problems)?,
                problems,
            )?)
        }
    };
    let value = match (place, table.get("is")) {
        (Some(place), Some(value)) if !value.is_array() && !value.is_object() => {
            Some((place, value.clone()))
        }
        (None, None) if status.is_some() => None,
        (None, None) => {
            problems.add(
                path,
                "says nothing; give it a \"status\", or \"at\" and \"is\"",
            );
            return None;
        }
        (Some(_), Some(_)) => {
            let path = table.path_of("is");
            problems.add(&path, "is to be text, a number, true, false or null");
            return None;
        }
        _ => {
            problems.add(
                path,
                "needs both \"at\" (the place) and \"is\" (the value there)",
            );
            return None;
        }
    };
    Some(Rule { status, value })
}

/// Reads a status that can come to the list `name` (RFC 9110, section 15). 408, 429 and 5xx say
/// that the service is unwell or busy, whatever else the answer holds.
fn status(name: &str, path: &str, value: &Value, problems: &mut Problems) -> Option<u16> {
    let status = value.as_u64().and_then(|number| u16::try_from(number).ok());
    let success = ["subscribed", "confirm"].contains(&name);
    let wrong = match status {
        Some(408 | 429 | 500..=599) => "says that the service is unwell or busy; leave it out",
        Some(200..=299) => return status,
        Some(_) if success => "is no status of success; write one from 200 to 299",
        Some(400..=499) => return status,
        _ => "is to be a status from 200 to 299 or 400 to 499, without quotes",
    };
    problems.add(path, wrong);
    None
}

/// Checks a place in JSON (RFC 6901, section 3).
fn pointer(path: &str, text: String, problems: &mut Problems) -> Option<String> {
    let escaped = |rest: &str| rest.starts_with(['0', '1']);
    if !text.starts_with('/') || !text.split('~').skip(1).all(escaped) {
        let wrong = "is to name a place by a slash and a name, as in \"/data/state\"";
        problems.add(path, wrong);
        return None;
    }
    Some(text)
}
