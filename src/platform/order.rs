//! Items that a reader puts in order, with a button up and a button down on each.

use web_sys::Element;

use super::page;

/// Matches an item; the attribute's value is its place in the author's order, from 0.
const ITEM: &str = "[data-option]";

/// The attribute of a button that moves its item: `up` or `down`.
const MOVE: &str = "data-move";

/// Moves the item whose button, or part of it, is `target`, and says where it is now. Returns `None`
/// where it is none, or where there is nowhere to go.
pub fn pressed(target: &Element) -> Option<()> {
    let button = target.closest(&format!("button[{MOVE}]")).ok()??;
    let item = button.closest(ITEM).ok()??;
    // The neighbour moves, not the item: an element that is moved loses the focus.
    let neighbour = if button.get_attribute(MOVE).as_deref() == Some("up") {
        let before = item.previous_element_sibling();
        before.map(|before| item.after_with_node_1(&before))
    } else {
        let after = item.next_element_sibling();
        after.map(|after| item.before_with_node_1(&after))
    };
    mark_ends(&item.parent_element()?);
    tell(&item)?;
    neighbour?.ok()
}

/// Says on each button whether there is somewhere to go.
fn mark_ends(list: &Element) {
    let items = page::all_in(list, ITEM);
    for (place, item) in items.iter().enumerate() {
        for (way, end) in [("up", place == 0), ("down", place + 1 == items.len())] {
            if let Ok(Some(button)) = item.query_selector(&format!("[{MOVE}=\"{way}\"]")) {
                // Setting or removing an attribute with a valid name cannot fail.
                let _ = if end {
                    button.set_attribute("aria-disabled", "true")
                } else {
                    button.remove_attribute("aria-disabled")
                };
            }
        }
    }
}

/// Says where the item is now.
fn tell(item: &Element) -> Option<()> {
    let items = page::all_in(&item.parent_element()?, ITEM);
    let place = items
        .iter()
        .position(|other| other.is_same_node(Some(item)))?;
    let label = item.query_selector(".order__label").ok()??.text_content()?;
    let told = item.closest("fieldset").ok()??;
    let told = told.query_selector(".order__told").ok()??;
    told.set_text_content(Some(&format!("{label}: {} of {}", place + 1, items.len())));
    Some(())
}

/// Puts the items in `question` back into the author's order, and says nothing more of them.
pub fn restore(question: &Element) {
    for place in 0..page::all_in(question, ITEM).len() {
        let item = question.query_selector(&format!("[data-option=\"{place}\"]"));
        if let Ok(Some(item)) = item
            && let Some(list) = item.parent_element()
        {
            // The list is its parent already.
            let _ = list.append_child(&item);
        }
    }
    if let Ok(Some(list)) = question.query_selector(".order") {
        mark_ends(&list);
    }
    if let Ok(Some(told)) = question.query_selector(".order__told") {
        told.set_text_content(None);
    }
}
