//! The features that style sheets use.

use std::collections::BTreeSet;
use std::path::Path;

use citizens_academy_player::site::style;

/// Properties whose values are names of the author's own, or of other properties.
const NAMES: [&str; 5] = [
    "animation",
    "counter-increment",
    "counter-reset",
    "font",
    "transition",
];

/// The project's style sheets, joined.
pub(crate) fn sheets() -> String {
    style::load(Path::new("style"), &[]).expect("the style sheets")
}

/// The selectors that look for something anywhere below an element: not only among its children, or
/// the elements after it.
pub(crate) fn wide_looks(sheet: &str) -> Vec<&str> {
    let heads = parts(sheet).into_iter().filter_map(|part| match part {
        Part::Head(head) => Some(head),
        Part::Declaration(..) => None,
    });
    let looks = heads.filter(|head| {
        let mut asked = head.split(":has(").skip(1);
        asked.any(|asked| !asked.starts_with(['>', '~', '+', '*']))
    });
    looks.collect()
}

/// What a sheet consists of.
enum Part<'s> {
    /// What stands before a brace, or an at-rule without one.
    Head(&'s str),
    /// A property with its value.
    Declaration(&'s str, &'s str),
}

fn parts(sheet: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for piece in sheet.split_inclusive(['{', '}', ';']) {
        let is_head = piece.ends_with('{');
        let piece = piece.trim_end_matches(['{', '}', ';']).trim();
        if is_head || piece.starts_with('@') {
            parts.push(Part::Head(piece));
        } else if let Some((name, value)) = piece.split_once(':') {
            parts.push(Part::Declaration(name.trim(), value.trim()));
        }
    }
    parts
}

/// Returns the features that a sheet without comments uses: at-rules, media features,
/// pseudo-classes and -elements, nesting, properties, the words that are their values, functions
/// and units.
pub(crate) fn features(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let sheet = without_strings(sheet);
    for part in parts(&sheet) {
        match part {
            Part::Head(text) if text.starts_with('@') => at_rule(text, &mut found),
            Part::Head(text) => selectors(text, &mut found),
            Part::Declaration(name, value) => declaration(name, value, &mut found),
        }
    }
    found
}

fn without_strings(sheet: &str) -> String {
    let pieces = sheet.split('"').enumerate();
    pieces
        .filter(|(at, _)| at % 2 == 0)
        .map(|(_, piece)| piece)
        .collect()
}

/// Whether a name goes on with this.
fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

/// The name at the start of `text`.
fn name(text: &str) -> &str {
    text.split(|c| !in_name(c)).next().unwrap_or_default()
}

fn at_rule(text: &str, found: &mut BTreeSet<String>) {
    let rule = name(&text[1..]);
    found.insert(format!("@{rule}"));
    if rule == "media" {
        for condition in text.split('(').skip(1) {
            found.insert(format!("@media {}", name(condition)));
        }
    }
}

fn selectors(text: &str, found: &mut BTreeSet<String>) {
    for (at, _) in text.match_indices(':') {
        let (before, rest) = (&text[..at], text[at..].trim_start_matches(':'));
        if !before.ends_with(':') {
            let colons = text.len() - at - rest.len();
            found.insert(format!("{}{}", ":".repeat(colons), name(rest)));
        }
    }
    if text.contains('&') {
        found.insert("&".to_owned());
    }
}

fn declaration(property: &str, value: &str, found: &mut BTreeSet<String>) {
    let own = property.starts_with("--");
    if !own {
        found.insert(property.to_owned());
    }
    let mut rest = value;
    while let Some(start) = rest.find(|c: char| in_name(c) || c == '#') {
        rest = &rest[start..];
        let word = name(rest.trim_start_matches('#'));
        let hash = rest.starts_with('#');
        rest = &rest[word.len() + usize::from(hash)..];
        if hash {
            continue;
        }
        let number = word.trim_start_matches('-');
        if rest.starts_with('(') {
            found.insert(format!("{word}()"));
        } else if number.starts_with(|c: char| c.is_ascii_digit()) {
            // "1.5em" comes in two: its point is no part of a name.
            let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
            if !unit.is_empty() {
                found.insert(format!("1{unit}"));
            }
        } else if word != "-" && !own && !word.starts_with("--") && !NAMES.contains(&property) {
            found.insert(format!("{property}: {word}"));
        }
    }
}

/// Selectors that are newer than others: a browser that does not know one drops every rule in
/// whose list it stands, but what `:is()` and `:where()` hold it reads one by one.
const NEWER: [&str; 2] = [":has(", "::details-content"];

/// Returns the lists of selectors in which a newer one would take others along.
fn endangered(sheet: &str) -> Vec<String> {
    let newer = |selector: &str| NEWER.iter().any(|it| selector.contains(it));
    let guarded = |selector: &str| selector.starts_with(":is(") || selector.starts_with(":where(");
    let bare = |selector: &str| newer(selector) && !guarded(selector);
    let heads = parts(sheet).into_iter().filter_map(|part| match part {
        Part::Head(text) if !text.starts_with('@') => Some(text),
        _ => None,
    });
    heads
        .filter(|head| {
            let list = top_level(head);
            list.len() > 1 && list.iter().any(|it| bare(it))
        })
        .map(str::to_owned)
        .collect()
}

/// The selectors of a list, not those in brackets.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(list[start..].trim());
    found
}

#[test]
fn a_newer_selector_takes_no_older_one_along() {
    assert_eq!(endangered(&sheets()), Vec::<String>::new());
    assert_eq!(endangered(".a,.b:has(.c){d: e;}").len(), 1);
    let guarded = ":is(.a,.b:has(.c)){d: e;} .b:has(.c, .d){e: f;}";
    assert_eq!(endangered(guarded), Vec::<String>::new());
}

#[test]
fn reads_a_sheet() {
    let sheet = "@layer a{@media (min-width: 60em) and (hover){.b:not(:has(c))::after{
        margin: calc(1.5em * -2) auto; --own: clamp(1rem, 2vi, 3px); content: \"x{y\";}}}";
    let found = features(sheet);
    let expected = [
        "1em",
        "1px",
        "1rem",
        "1vi",
        "::after",
        ":has",
        ":not",
        "@layer",
        "@media",
        "@media hover",
        "@media min-width",
        "calc()",
        "clamp()",
        "content",
        "margin",
        "margin: auto",
    ];
    assert_eq!(
        found.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
}
