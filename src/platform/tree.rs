//! The tree that the client is about to take over: is it the one that was built?

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use web_sys::Node;

use crate::components::slot::ATTRIBUTE;
use crate::domain::shape::Shape;

/// Returns the shape of what is inside `root`, without what is inside slots.
#[must_use]
pub fn shape(root: &Element) -> String {
    let mut shape = Shape::default();
    walk_children(root, &mut shape);
    shape.digest()
}

fn walk_children(node: &Node, shape: &mut Shape) {
    let mut child = node.first_child();
    while let Some(node) = child {
        walk(&node, shape);
        child = node.next_sibling();
    }
}

fn walk(node: &Node, shape: &mut Shape) {
    match node.node_type() {
        Node::ELEMENT_NODE => {
            shape.enter(&node.node_name());
            let slot = node
                .dyn_ref::<Element>()
                .is_some_and(|node| node.has_attribute(ATTRIBUTE));
            if !slot {
                walk_children(node, shape);
            }
            shape.leave();
        }
        Node::TEXT_NODE => shape.text(),
        Node::COMMENT_NODE => shape.comment(),
        _ => {}
    }
}
