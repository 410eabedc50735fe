//! Keeping the focus where the person put it.

use wasm_bindgen::JsCast as _;
use web_sys::FocusOptions;
use web_sys::HtmlElement;

use super::page;

/// Which element of a tree has the focus: its tag, and how many of that tag stand before it.
pub struct Focus {
    tag: String,
    place: u32,
}

impl Focus {
    /// Finds the focus in `tree`; `None` where it is elsewhere.
    #[must_use]
    pub fn within(tree: &HtmlElement) -> Option<Self> {
        let focused = page::document()?.active_element()?;
        let tag = focused.tag_name();
        let alike = tree.query_selector_all(&tag).ok()?;
        let is_it = |place: &u32| {
            alike
                .item(*place)
                .is_some_and(|node| node.is_same_node(Some(&focused)))
        };
        let place = (0..alike.length()).find(is_it)?;
        Some(Self { tag, place })
    }

    /// Puts the focus on the same element of a new tree, without scrolling to it. Returns `None`
    /// where the tree has no such element.
    pub fn restore(&self, tree: &HtmlElement) -> Option<()> {
        let alike = tree.query_selector_all(&self.tag).ok()?;
        let element: HtmlElement = alike.item(self.place)?.dyn_into().ok()?;
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok()
    }
}
