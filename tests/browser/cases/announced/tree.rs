//! The accessibility tree as lines of text: one for each thing that is announced.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use browser_tests::prelude::*;
use serde_json::{Value, json};

use crate::cases::module::Module;

/// What only holds others, or is a part of a line.
const PASSED_OVER: [&str; 5] = [
    "none",
    "generic",
    "InlineTextBox",
    "LineBreak",
    "ListMarker",
];

/// Whose words are those of the text in them, or are announced with what they stand in.
const WITHOUT_TEXT: [&str; 12] = [
    "heading",
    "link",
    "button",
    "DisclosureTriangle",
    "LabelText",
    "Legend",
    "radio",
    "checkbox",
    "textbox",
    "option",
    "figcaption",
    "graphics-symbol",
];

/// The states that are written down, by the name that the protocol gives them.
const STATES: [&str; 9] = [
    "level", "expanded", "checked", "pressed", "required", "invalid", "disabled", "readonly",
    "live",
];

/// The tree of the element that `part` selects, or of the page.
pub(super) async fn of(module: &Module, part: &str) -> Outcome<String> {
    let nodes = nodes(module, json!({})).await?;
    let nodes = list(&nodes["nodes"]);
    let root = if part.is_empty() {
        nodes.first()
    } else {
        let document = module.cdp("DOM.getDocument", json!({"depth": 0})).await?;
        let element = element(module, &document["root"]["nodeId"], part).await?;
        of_element(nodes, &element)
    };
    lines(nodes, root, part)
}

/// The tree of the element that `part` selects in the only frame of the page.
pub(super) async fn in_frame(module: &Module, part: &str) -> Outcome<String> {
    let frames = module.cdp("Page.getFrameTree", json!({})).await?;
    let frame = &frames["frameTree"]["childFrames"][0]["frame"]["id"];
    let nodes = nodes(module, json!({"frameId": frame})).await?;
    let nodes = list(&nodes["nodes"]);
    let document = module.cdp("DOM.getDocument", json!({"depth": 0})).await?;
    let holder = element(module, &document["root"]["nodeId"], "iframe").await?;
    let pushed = json!({"backendNodeIds": [holder["contentDocument"]["backendNodeId"]]});
    let pushed = module
        .cdp("DOM.pushNodesByBackendIdsToFrontend", pushed)
        .await?;
    let element = element(module, &pushed["nodeIds"][0], part).await?;
    lines(nodes, of_element(nodes, &element), part)
}

async fn nodes(module: &Module, of: Value) -> Outcome<Value> {
    module.cdp("Accessibility.getFullAXTree", of).await
}

/// What the browser knows of the element that `css` selects in a document.
async fn element(module: &Module, document: &Value, css: &str) -> Outcome<Value> {
    let found = json!({"nodeId": document, "selector": css});
    let found = module.cdp("DOM.querySelector", found).await?;
    let described = json!({"nodeId": found["nodeId"], "pierce": true});
    let described = module.cdp("DOM.describeNode", described).await?;
    Ok(described["node"].clone())
}

/// The node of an element.
fn of_element<'a>(nodes: &'a [Value], element: &Value) -> Option<&'a Value> {
    nodes
        .iter()
        .find(|node| node["backendDOMNodeId"] == element["backendNodeId"])
}

/// The lines of `root` and of what is below it.
fn lines(nodes: &[Value], root: Option<&Value>, part: &str) -> Outcome<String> {
    let by_id = nodes
        .iter()
        .map(|node| (text(&node["nodeId"]), node))
        .collect();
    let nothing = || Failure::new(format!("nothing is announced of `{part}`"));
    let mut lines = String::new();
    add(root.ok_or_else(nothing)?, &by_id, ("", 0), &mut lines);
    Ok(lines)
}

/// Writes a node, and below it what it holds. `within` is the role that it is announced in.
fn add(
    node: &Value,
    by_id: &BTreeMap<&str, &Value>,
    (within, depth): (&str, usize),
    lines: &mut String,
) {
    let role = text(&node["role"]["value"]);
    let is_passed = node["ignored"] == true || PASSED_OVER.contains(&role);
    let is_said = role == "StaticText" && WITHOUT_TEXT.contains(&within);
    if !is_passed && !is_said {
        lines.push_str(&"  ".repeat(depth));
        lines.push_str(&line(node, role));
        lines.push('\n');
    }
    let inner = if is_passed {
        (within, depth)
    } else {
        (role, depth + 1)
    };
    for child in list(&node["childIds"])
        .iter()
        .filter_map(|id| by_id.get(text(id)))
    {
        add(child, by_id, inner, lines);
    }
}

/// A node: its role, its name, its description and its states.
fn line(node: &Value, role: &str) -> String {
    // Writing to a text does not fail.
    let mut line = role.to_owned();
    for words in [&node["name"]["value"], &node["description"]["value"]] {
        let words = text(words);
        if !words.is_empty() {
            let _ = write!(line, " {words:?}");
        }
    }
    let properties = list(&node["properties"]);
    for property in properties {
        let (name, value) = (text(&property["name"]), &property["value"]["value"]);
        let is_so = *value != false && *value != "false" && *value != "off";
        if STATES.contains(&name) && (is_so || name == "expanded") {
            let _ = write!(line, " {name}={}", value.to_string().trim_matches('"'));
        }
    }
    line
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
