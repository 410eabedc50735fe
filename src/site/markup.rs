//! What a browser makes of the prerendered HTML.

use html5ever::ParseOpts;
use html5ever::QualName;
use html5ever::local_name;
use html5ever::ns;
use html5ever::parse_fragment;
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::Handle;
use markup5ever_rcdom::NodeData;
use markup5ever_rcdom::RcDom;

use crate::components::slot::ATTRIBUTE;
use crate::domain::shape::Shape;

/// Returns the shape of the tree that a browser builds from `html` inside a `<div>`, without what
/// is inside slots.
///
/// # Errors
/// The parser's first complaint. A browser would mend the tree in its own way, and the client would
/// find another tree than the one that was written.
pub fn shape(html: &str) -> Result<String, String> {
    let dom = parse(html);
    if let Some(complaint) = dom.errors.borrow().first() {
        return Err(format!(
            "the prerendered HTML is not well-formed: {complaint}"
        ));
    }
    let mut shape = Shape::default();
    // A fragment's nodes stand in a root <html> element of the parser's own.
    let root = dom.document.children.borrow().first().cloned();
    if let Some(root) = root {
        walk_children(&root, &mut shape);
    }
    Ok(shape.digest())
}

/// Parses `html` as the content of a `<div>`.
#[must_use]
pub fn parse(html: &str) -> RcDom {
    let options = ParseOpts {
        // Scripting is on where the client runs, so that <noscript> holds text there.
        tree_builder: TreeBuilderOpts {
            exact_errors: true,
            scripting_enabled: true,
            ..Default::default()
        },
        ..Default::default()
    };
    let context = QualName::new(None, ns!(html), local_name!("div"));
    parse_fragment(RcDom::default(), options, context, Vec::new(), true).one(html)
}

fn walk_children(node: &Handle, shape: &mut Shape) {
    for child in node.children.borrow().iter() {
        walk(child, shape);
    }
}

fn walk(node: &Handle, shape: &mut Shape) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            shape.enter(&name.local);
            let slot = attrs
                .borrow()
                .iter()
                .any(|attribute| &*attribute.name.local == ATTRIBUTE);
            if !slot {
                walk_children(node, shape);
            }
            shape.leave();
        }
        NodeData::Text { .. } => shape.text(),
        NodeData::Comment { .. } => shape.comment(),
        NodeData::Document | NodeData::Doctype { .. } | NodeData::ProcessingInstruction { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_one_node_whatever_it_holds() {
        let with = |inner: &str| shape(&format!("<main><p data-slot=\"a\">{inner}</p></main>"));
        assert_eq!(with("words"), with("<b>other</b><i>words</i>"));
        assert_ne!(
            with("words"),
            shape("<main><p data-slot=\"a\"></p><p></p></main>")
        );
    }

    #[test]
    fn a_tree_that_a_browser_would_mend_is_refused() {
        assert!(shape("<p><div></div></p>").is_err());
        assert!(shape("<span>").is_err());
        assert!(shape("<p>a<!---->b</p>").is_ok());
    }
}
