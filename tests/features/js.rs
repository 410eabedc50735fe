//! The features that the scripts use which are written by hand. The client's own script is generated;
//! what it speaks to is switched on in `Cargo.toml`.
//!
//! Not seen: members that a pattern takes apart, such as `({ persisted }) =>`, the names of events, and
//! the flags of regular expressions. Of globals with a small letter, only those of [`GLOBALS`] are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Where a script's syntax shows what a browser has to know, and how it is listed.
const SYNTAX: [(&str, &str); 10] = [
    ("?.", "script ?."),
    ("??=", "script ??="),
    ("&&=", "script &&="),
    ("||=", "script ||="),
    ("??", "script ??"),
    ("**", "script **"),
    ("catch {", "script catch without a name"),
    ("#", "script private members"),
    ("static {", "script static blocks"),
    ("for await", "script for await"),
];

/// Globals with a small letter that not every browser of ten years has.
const GLOBALS: [&str; 19] = [
    "caches",
    "clients",
    "cookieStore",
    "createImageBitmap",
    "crypto",
    "customElements",
    "fetch",
    "fetchLater",
    "indexedDB",
    "navigation",
    "queueMicrotask",
    "reportError",
    "requestIdleCallback",
    "scheduler",
    "skipWaiting",
    "speechSynthesis",
    "structuredClone",
    "trustedTypes",
    "visualViewport",
];

/// Members that are the project's own: in messages, in what is kept, and what a module exports.
const OWN: [&str; 3] = ["academy", "default", "v"];

/// Returns the text of the scripts below `folder`, without what is in comments, in texts and in patterns.
pub(crate) fn scripts(folder: &Path) -> String {
    let mut code = String::new();
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("a folder of scripts")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            code.push_str(&scripts(&path));
        } else if path.extension().is_some_and(|it| it == "js") {
            let text = fs::read_to_string(&path).expect("a script");
            bare(&text, &mut code);
            code.push('\n');
        }
    }
    code
}

/// Adds `text` to `code`, with an empty text in place of each text and each pattern, and without comments.
/// Of a template, what is put in stays.
fn bare(text: &str, code: &mut String) {
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        rest = match sign {
            '/' if rest.starts_with("//") => after(rest, "\n"),
            '/' if rest.starts_with("/*") => after(&rest[2..], "*/"),
            '/' if begins_pattern(code) => after_pattern(&rest[1..], code),
            '"' | '\'' => after_text(&rest[1..], sign, code),
            '`' => after_template(&rest[1..], code),
            _ => {
                code.push(sign);
                &rest[sign.len_utf8()..]
            }
        };
    }
}

/// What follows `end`.
fn after<'a>(rest: &'a str, end: &str) -> &'a str {
    rest.split_once(end).map_or("", |(_, rest)| rest)
}

/// Whether a stroke after `code` begins a pattern, not a division.
fn begins_pattern(code: &str) -> bool {
    let before = code.trim_end().chars().next_back();
    before.is_none_or(|sign| "(,=:[!&|?{};+>".contains(sign))
}

/// Passes over the text that `quote` ends.
fn after_text<'a>(rest: &'a str, quote: char, code: &mut String) -> &'a str {
    code.push_str("\"\"");
    let mut escaped = false;
    let end = rest.find(|sign| {
        let ends = sign == quote && !escaped;
        escaped = sign == '\\' && !escaped;
        ends
    });
    end.map_or("", |end| &rest[end + 1..])
}

/// Passes over a pattern and its flags.
fn after_pattern<'a>(rest: &'a str, code: &mut String) -> &'a str {
    let (mut escaped, mut in_class) = (false, false);
    let end = rest.find(|sign| {
        let ends = sign == '/' && !escaped && !in_class;
        if !escaped {
            in_class = sign == '[' || (in_class && sign != ']');
        }
        escaped = sign == '\\' && !escaped;
        ends
    });
    let (pattern, rest) = end.map_or((rest, ""), |end| (&rest[..end], &rest[end + 1..]));
    // What a pattern asks of a browser: to look back, and names.
    for (sign, word) in [("(?<", " lookbehind "), ("\\p{", " unicodeProperties ")] {
        if pattern.contains(sign) {
            code.push_str(word);
        }
    }
    code.push_str("\"\"");
    rest.trim_start_matches(|sign: char| sign.is_ascii_lowercase())
}

/// Passes over a template, and adds what is put into it.
fn after_template<'a>(rest: &'a str, code: &mut String) -> &'a str {
    code.push_str("\"\"");
    let mut rest = rest;
    loop {
        let Some(at) = rest.find(['`', '$', '\\']) else {
            return "";
        };
        rest = &rest[at..];
        if let Some(put_in) = rest.strip_prefix("${") {
            let end = closing(put_in);
            code.push('(');
            bare(&put_in[..end], code);
            code.push(')');
            rest = &put_in[end + 1..];
        } else if let Some(rest) = rest.strip_prefix('`') {
            return rest;
        } else {
            // An escape, with what it escapes, or a sign that is one.
            let length = if rest.starts_with('\\') { 2 } else { 1 };
            rest = &rest[length..];
        }
    }
}

/// Where the brace is that closes what begins here.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    text.find(|sign| {
        let closes = sign == '}' && depth == 0;
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        closes
    })
    .expect("a template that ends")
}

/// Returns the syntax, the members and the global names in `code`.
pub(crate) fn features(code: &str) -> BTreeSet<String> {
    let syntax = SYNTAX.iter().filter(|(sign, _)| code.contains(sign));
    let mut found: BTreeSet<String> = syntax.map(|(_, name)| (*name).to_owned()).collect();
    let is_global = |word: &str| {
        word.starts_with(|sign: char| sign.is_ascii_uppercase()) || GLOBALS.contains(&word)
    };
    let declared = |word: &str| {
        let ways = ["const", "class"];
        ways.iter()
            .any(|way| code.contains(&format!("{way} {word} ")))
    };
    let mut before = "";
    for (at, word) in words(code) {
        let is_member = code[..at].ends_with('.') && !code[..at].ends_with("..");
        if is_member && before != "dataset" && !OWN.contains(&word) {
            found.insert(format!("script .{word}"));
        } else if !is_member && is_global(word) && !declared(word) {
            found.insert(format!("script {word}"));
        }
        before = word;
    }
    found
}

/// The words of `code`, each with its place.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '$';
    code.split(move |sign| !is_part(sign))
        .filter(|word| word.starts_with(|sign: char| sign.is_ascii_alphabetic()))
        .map(|word| (word.as_ptr().addr() - code.as_ptr().addr(), word))
}

#[test]
fn what_stands_in_texts_and_comments_is_no_feature() {
    let mut code = String::new();
    let text = "// a.one\n/* b.two */ const s = 'c.three' + \"d\\\".four\" + `e.five ${f.six(\"g.seven\")} h.eight`;\n\
                if (/i\\/[/.]nine/.test(s)) s.at?.(-1); class Own {} new Own(new URL(s)); x.dataset.ten / y.eleven; requestIdleCallback(s);";
    bare(text, &mut code);
    let found: Vec<String> = features(&code).into_iter().collect();
    let expected = [
        "script .at",
        "script .dataset",
        "script .eleven",
        "script .six",
        "script .test",
        "script ?.",
        "script URL",
        "script requestIdleCallback",
    ];
    assert_eq!(found, expected, "{code}");
}
