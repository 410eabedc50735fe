//! What arrived, for the terminal.

use std::fmt::Write as _;

use signup_receiver::{Delivery, Received};

/// How many characters of a value are shown.
const LENGTH: usize = 300;

/// How many characters of an answer are shown.
const ANSWER_LENGTH: usize = 120;

/// How many fields are shown.
const FIELDS: usize = 40;

/// One request: a line, or some if it is a sign-up.
pub(crate) fn entry(received: &Received) -> String {
    let request = request(received);
    let answer = answer(received);
    if received.is_preflight() {
        return format!("{request}: the browser asks whether the page may post -> {answer}\n");
    }
    if received.method != "POST" {
        return format!("{request} -> {answer}\n");
    }
    let mut entry = format!("\n{request}\n");
    for (name, value) in received.fields.iter().take(FIELDS) {
        let (name, value) = (shown(name, LENGTH), shown(value, LENGTH));
        let _ = writeln!(entry, "  {name}: {value}");
    }
    if received.fields.len() > FIELDS {
        let _ = writeln!(entry, "  … {} more", received.fields.len() - FIELDS);
    }
    if let Some(why) = &received.unreadable {
        let _ = writeln!(entry, "  ({})", shown(&why.to_string(), LENGTH));
    }
    if !received.whole {
        entry.push_str("  (the body was not read)\n");
    }
    let _ = writeln!(entry, "  -> {answer}");
    entry
}

/// Method and path, with the query.
fn request(received: &Received) -> String {
    let mut request = format!("{} {}", received.method, received.path);
    if !received.query.is_empty() {
        let _ = write!(request, "?{}", received.query);
    }
    shown(&request, LENGTH)
}

/// What was answered. A page is only named.
fn answer(received: &Received) -> String {
    let Some(answered) = &received.answered else {
        return "no answer: the connection is closed".to_owned();
    };
    let mut answer = answered.status.to_string();
    if answered.body.starts_with("<!doctype html>") {
        answer.push_str(" and a page");
    } else if !answered.body.is_empty() {
        let _ = write!(answer, " {}", shown(&answered.body, ANSWER_LENGTH));
    }
    if answered.delivery != Delivery::AtOnce {
        let _ = write!(answer, " ({})", answered.delivery);
    }
    answer
}

/// A text that does nothing to a terminal, cut if it is long.
fn shown(text: &str, length: usize) -> String {
    let mut shown = String::new();
    for each in text.chars().take(length) {
        if each.is_control() || is_unseen(each) {
            shown.extend(each.escape_default());
        } else {
            shown.push(each);
        }
    }
    let rest = text.chars().count().saturating_sub(length);
    if rest > 0 {
        let _ = write!(shown, "… ({rest} characters more)");
    }
    shown
}

/// Characters that end lines, turn the direction of text or show nothing.
fn is_unseen(each: char) -> bool {
    matches!(
        each,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests;
