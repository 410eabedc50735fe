//! The lists of help: whom a reader can turn to, with numbers and addresses.
//!
//! Two files of one form: [`MAIN`] is for everybody, [`LOCAL`] is for those near the publisher, who
//! may replace or delete it. A number that is out of date helps nobody, so each file says when a
//! person last tried what it names, and an author is warned when that is too long ago.

use std::fs;
use std::io;
use std::path::Path;

use super::links;
use super::page::{At, Page};
use super::problem::{Problem, Severity};
use super::reading_age;
use super::sentences::Passage;
use super::toml_fields::{Fields, parse};
use crate::domain::date::Date;
use crate::domain::help::{Contact, Help, List, Service, Topic};
use crate::domain::prose::Target;

/// The file of the services that are for everybody.
pub const MAIN: &str = "help.toml";

/// The file of the services near the publisher; there may be none.
pub const LOCAL: &str = "help-local.toml";

/// How many months after it was tried a list has to be tried again.
const MONTHS: u8 = 6;

/// What a file says of itself while nobody has tried what it names.
const NOT_YET: &str = "not yet";

const LIST_KEYS: [&str; 3] = ["sourced", "tried", "topic"];
const TOPIC_KEYS: [&str; 2] = ["title", "service"];
const SERVICE_KEYS: [&str; 10] = [
    "name", "who", "what", "then", "call", "text", "word", "web", "mail", "free",
];

/// What became of the lists of help.
#[derive(Clone, Debug, PartialEq)]
pub struct HelpReport {
    /// The help; `Some` exactly when no problem is an [error](Severity::Error).
    pub help: Option<Help>,
    /// Everything that is wrong, by file and line.
    pub problems: Vec<Problem>,
}

/// Reads the lists in the folder `dir`; `today` is the day after which nobody can have tried
/// anything.
#[must_use]
pub fn load(dir: &Path, today: Date) -> HelpReport {
    let folder = dir.file_name().unwrap_or(dir.as_os_str()).to_string_lossy();
    let (mut lists, mut problems) = (Vec::new(), Vec::new());
    for name in [MAIN, LOCAL] {
        let (list, told) = match fs::read(dir.join(name)) {
            Ok(bytes) => read(&folder, name, &bytes, today),
            Err(error) if name == LOCAL && error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => {
                let (mut page, _) = Page::open(&folder, name, b"");
                page.error(1, format!("this file cannot be read: {error}"));
                (None, page.into_problems())
            }
        };
        lists.extend(list);
        problems.extend(told);
    }
    let sound = problems
        .iter()
        .all(|problem| problem.severity != Severity::Error);
    HelpReport {
        help: sound.then_some(Help { lists }),
        problems,
    }
}

/// Reads one list from the bytes of the file `name` in `folder`. There is none where something is
/// wrong with it.
#[must_use]
pub fn read(folder: &str, name: &str, bytes: &[u8], today: Date) -> (Option<List>, Vec<Problem>) {
    let (mut page, text) = Page::open(folder, name, bytes);
    let list = text.and_then(|text| read_list(&mut page, &text, today));
    let list = list.filter(|_| page.is_sound());
    let mut problems = page.into_problems();
    problems.sort();
    (list, problems)
}

fn read_list(page: &mut Page, text: &str, today: Date) -> Option<List> {
    let document = parse(page, text, 0)?;
    let subject = "the list of help";
    let fields = Fields::new(page, document.as_table(), subject, &LIST_KEYS, (1, 0));
    let sourced = fields.text(page, "sourced");
    let tried = read_tried(page, &fields, today);
    let mut passages = Vec::new();
    let topics = fields.tables(page, "topic", ("the topic", &TOPIC_KEYS));
    if topics.is_empty() && !fields.has("topic") {
        page.error(
            1,
            "the list names nobody; add a topic under a line [[topic]]",
        );
    }
    let topics: Vec<_> = topics
        .iter()
        .filter_map(|topic| read_topic(page, topic, &mut passages))
        .collect();
    reading_age::check(page, subject.trim_start_matches("the "), &passages);
    Some(List {
        sourced: sourced?.value,
        tried,
        topics,
    })
}

/// Reads the day on which a person tried the list; warns where it is not there, or too long ago.
fn read_tried(page: &mut Page, fields: &Fields<'_>, today: Date) -> Option<Date> {
    let try_them = "try each number and address, then write the day, like tried = 2026-11-23";
    let Some(tried) = fields.date_or(page, "tried", NOT_YET) else {
        if !fields.has("tried") {
            let told = format!("the list does not say when a person last tried it; {try_them}");
            page.warning(1, told);
        }
        return None;
    };
    let At { value, line } = tried;
    match value {
        None => page.warning(line, format!("nobody has tried this list yet; {try_them}")),
        Some(day) if day > today => page.error(
            line,
            format!("the day {day} lies in the future; today is {today}"),
        ),
        Some(day) if day.months_later(MONTHS) < today => page.warning(
            line,
            format!("this list was last tried on {day}, over {MONTHS} months ago; {try_them}"),
        ),
        Some(_) => {}
    }
    value
}

fn read_topic(page: &mut Page, topic: &Fields<'_>, passages: &mut Vec<Passage>) -> Option<Topic> {
    let title = topic.text(page, "title");
    let services = topic.tables(page, "service", ("the service", &SERVICE_KEYS));
    if services.is_empty() && !topic.has("service") {
        topic.lacks(page, "service", "one under a line [[topic.service]]");
    }
    let services: Vec<_> = services
        .iter()
        .filter_map(|service| read_service(page, service, passages))
        .collect();
    Some(Topic {
        title: title?.value,
        services,
    })
}

fn read_service(
    page: &mut Page,
    service: &Fields<'_>,
    passages: &mut Vec<Passage>,
) -> Option<Service> {
    let name = service.text(page, "name");
    let who = service.text(page, "who");
    let what = service.text(page, "what");
    let then = service.optional_text(page, "then");
    let free = service.flag(page, "free");
    let contacts = read_contacts(page, service);
    if free && !["call", "text"].iter().any(|way| service.has(way)) {
        page.error(
            service.line_of(page, "free"),
            "\"free\" is said of calls and text messages, and this service has none; delete it",
        );
    }
    for (key, words) in [
        ("what", what.as_ref().map(|what| &what.value)),
        ("then", then.as_ref()),
    ] {
        let mut passage = Passage::default();
        passage.push(words.map_or("", String::as_str), service.line_of(page, key));
        passages.push(passage);
    }
    Some(Service {
        name: name?.value,
        who: who?.value,
        what: what?.value,
        then,
        free,
        contacts,
    })
}

/// Reads how to get in touch, in the order in which the page offers it.
fn read_contacts(page: &mut Page, service: &Fields<'_>) -> Vec<Contact> {
    let before = page.count();
    let mut contacts = Vec::new();
    for way in ["call", "text", "web", "mail"] {
        contacts.extend(read_contact(page, service, way));
    }
    let word = service.optional_text(page, "word");
    match (
        word,
        contacts
            .iter_mut()
            .find(|one| matches!(one.target, Target::Sms(_))),
    ) {
        (Some(word), Some(text)) => text.shown = format!("{word} to {}", text.shown),
        (Some(_), None) if !service.has("text") => page.error(
            service.line_of(page, "word"),
            "\"word\" is what to send in a text message, and this service has no \"text\"; add the \
             number or delete the word",
        ),
        _ => {}
    }
    if contacts.is_empty() && page.count() == before {
        service.lacks(
            page,
            "call",
            "call, text, web or mail: a reader has to reach it",
        );
    }
    contacts
}

fn read_contact(page: &mut Page, service: &Fields<'_>, way: &str) -> Option<Contact> {
    if !service.has(way) {
        return None;
    }
    let At { value: shown, line } = service.text(page, way)?;
    let number = |scheme: &str| {
        let digits = shown.replace(' ', "");
        let told = |_| format!("\"{shown}\" is not a number; write it in digits, like 0800 1111");
        links::target(&format!("{scheme}:{digits}")).map_err(told)
    };
    let target = match way {
        "call" => number("tel"),
        "text" => number("sms"),
        "mail" => links::target(&format!("mailto:{shown}")).map_err(|_| {
            format!("\"{shown}\" is not an email address; write it like help@example.org")
        }),
        _ => links::web(&shown).map(Target::Web),
    };
    let target = target.map_err(|message| page.error(line, message)).ok()?;
    let shown = match &target {
        Target::Web(address) => short(address).to_owned(),
        _ => shown,
    };
    Some(Contact { target, shown })
}

/// Returns an address as people say it: without what every address begins and ends with.
fn short(address: &str) -> &str {
    let rest = address.strip_prefix("https://").unwrap_or(address);
    rest.strip_prefix("www.")
        .unwrap_or(rest)
        .trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_as_people_say_them() {
        for (address, shown) in [
            ("https://www.childline.org.uk", "childline.org.uk"),
            ("https://stopncii.org/", "stopncii.org"),
            ("https://a.example/b/c", "a.example/b/c"),
        ] {
            assert_eq!(short(address), shown);
        }
    }
}
