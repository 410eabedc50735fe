//! The layers of `ARCHITECTURE.md`: which part of the crate may know which.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// For each folder or file under `src`, what its files must not name, and why.
const RULES: &[(&str, &[&str], &str)] = &[
    (
        "domain",
        &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_",
            "std::fs",
            "std::time",
            "std::env",
        ],
        "the domain knows std and serde only: no framework, browser, files or clock",
    ),
    (
        "domain",
        &[
            "crate::app",
            "crate::components",
            "crate::content",
            "crate::platform",
            "crate::settings",
            "crate::site",
            "crate::state",
            "crate::suggest",
        ],
        "the domain depends on no other layer",
    ),
    (
        "content",
        &[
            "leptos",
            "web_sys",
            "std::time",
            "std::env",
            "crate::app",
            "crate::components",
            "crate::platform",
            "crate::settings",
            "crate::site",
            "crate::state",
        ],
        "the content pipeline knows the domain only",
    ),
    (
        "settings",
        &[
            "leptos",
            "web_sys",
            "std::fs",
            "std::net",
            "std::time",
            "std::env",
            "crate::app",
            "crate::components",
            "crate::content",
            "crate::platform",
            "crate::site",
            "crate::state",
        ],
        "the settings know the domain only, and are read from text",
    ),
    (
        "suggest.rs",
        &["crate::"],
        "what helps all readers of files knows none of them",
    ),
    (
        "state",
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_",
            "crate::components",
            "crate::platform",
            "crate::settings",
            "crate::site",
            "crate::content",
        ],
        "the state speaks to the browser through ports",
    ),
    (
        "components",
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_",
            "crate::platform",
            "crate::settings",
            "crate::site",
            "crate::content",
        ],
        "views speak to the browser through the state",
    ),
    (
        "app.rs",
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_",
            "crate::platform",
            "crate::settings",
            "crate::site",
            "crate::content",
        ],
        "the app is drawn by both builds",
    ),
    (
        "platform",
        &["crate::settings", "crate::site", "crate::content"],
        "the client has no parser and no page writer",
    ),
    (
        "site",
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_",
            "crate::platform",
        ],
        "the site is built without a browser",
    ),
];

fn files(path: &Path, out: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            files(&entry.unwrap().path(), out);
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        out.push(path.to_owned());
    }
}

/// Returns each broken rule in `text`, a file of the layer `layer`, with its line.
fn broken<'a>(layer: &str, text: &'a str) -> Vec<(usize, &'a str, &'static str)> {
    let rules = RULES.iter().filter(|(named, ..)| *named == layer);
    let mut found = Vec::new();
    for (_, forbidden, reason) in rules {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if forbidden.iter().any(|word| code.contains(word)) {
                found.push((number + 1, line, *reason));
            }
        }
    }
    found
}

#[test]
fn no_layer_knows_what_it_must_not() {
    let mut found = Vec::new();
    for (layer, ..) in RULES {
        let mut paths = Vec::new();
        files(&Path::new("src").join(layer), &mut paths);
        assert!(
            !paths.is_empty(),
            "src/{layer} is gone: mend the rules in tests/layers.rs"
        );
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            for (line, code, reason) in broken(layer, &text) {
                found.push(format!(
                    "{}:{line}: {reason}: {}",
                    path.display(),
                    code.trim()
                ));
            }
        }
    }
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Imports in braces hide from the rules what they name.
#[test]
fn what_is_imported_is_named_in_full() {
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        for hidden in ["crate::{", "std::{", "core::{", "super::super"] {
            let line = text.lines().position(|line| line.contains(hidden));
            let place = line.map(|line| format!("{}:{}", path.display(), line + 1));
            assert_eq!(place, None, "write `{hidden}…` out, one import a line");
        }
    }
}

#[test]
fn a_broken_rule_is_seen() {
    let text = "use std::fmt;\nuse web_sys::Window;\n// web_sys in words is fine\n";
    assert_eq!(broken("state", text).len(), 1);
    assert_eq!(broken("state", text)[0].0, 2);
    assert!(broken("platform", text).is_empty());
}

#[test]
fn files_stay_small() {
    let mut paths = Vec::new();
    for folder in ["src", "xtask/src", "tests"] {
        files(Path::new(folder), &mut paths);
    }
    let long: Vec<_> = paths
        .iter()
        .filter(|path| fs::read_to_string(path).unwrap().lines().count() > 400)
        .collect();
    assert!(long.is_empty(), "over 400 lines: {long:?}");
}
