//! What is to be seen of the exercise, on the elements that the build put into the page.
//!
//! Words are set on elements, and only where they change: screen readers tell what changes in a
//! live region, and a translation tool's words are left alone.

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use web_sys::HtmlElement;
use web_sys::ScrollIntoViewOptions;
use web_sys::ScrollLogicalPosition;

use super::page;
use crate::domain::ports::Face;
use crate::domain::ports::Summary;

/// The attribute of a question that says which step is on the screen.
const AT: &str = "data-at";

/// The attribute of a question about which something is said.
const SAID: &str = "data-said";

/// The attribute of a story that can go on or back.
const WALKS: &str = "data-walks";

/// Returns the selector of a step within its question.
#[must_use]
pub fn step(step: usize) -> String {
    format!("[data-step=\"{step}\"]")
}

/// Shows `face` on the question in `form`, of which `shown` is seen.
pub fn show(form: &Element, shown: &Face, face: &Face) {
    if shown.step != face.step {
        set(form, AT, Some(&face.step.to_string()));
    }
    // Not left to the style sheet, which could ask whether anything is in there: WebKit was seen to
    // notice too late.
    if shown.is_silent() != face.is_silent() {
        set(form, SAID, (!face.is_silent()).then_some(""));
    }
    // Nor this: for each answer a browser would look at every question of a long page.
    let walks = |face: &Face| face.can_go_on || face.can_go_back;
    if walks(shown) != walks(face) {
        set(form, WALKS, walks(face).then_some(""));
    }
    for (class, was, is) in [
        (".result__said", shown.said, face.said),
        (".result__more", shown.more, face.more),
        (".question__mark", shown.mark, face.mark),
    ] {
        if was != is {
            say(form, class, is);
        }
    }
    for (part, was, is) in [
        ("[data-act=\"go-on\"]", shown.can_go_on, face.can_go_on),
        (
            "[data-act=\"go-back\"]",
            shown.can_go_back,
            face.can_go_back,
        ),
        (".result__end", shown.at_end, face.at_end),
    ] {
        if was != is {
            hide(form, part, !is);
        }
    }
    if shown.explained != face.explained {
        explain(form, &face.explained);
    }
    if shown.said != face.said && !face.said.is_empty() {
        bring_into_view(form);
    }
}

/// Scrolls as far as it takes to see the first words about an answer, if at all: on a small screen
/// they stand below it, and checking would seem to do nothing.
fn bring_into_view(form: &Element) {
    if let Ok(Some(said)) = form.query_selector(".result__said") {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        said.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Puts copies of explanations into the live region: what is put into one is told.
fn explain(form: &Element, explained: &[(usize, usize)]) -> Option<()> {
    let region = form.query_selector(".result__why").ok()??;
    region.set_text_content(None);
    for (step, option) in explained {
        let original = form.query_selector(&format!("[data-explains=\"{step}:{option}\"]"));
        let copy = original.ok()??.clone_node_with_deep(true).ok()?;
        region.append_child(&copy).ok()?;
    }
    Some(())
}

/// Shows where the reader stands with the questions that `end` ends.
pub fn sum_up(end: &Element, summary: &Summary) {
    let answered = summary.total - summary.open.len();
    let said = format!("{answered} of {} answered", summary.total);
    say(end, ".summary__count", &said);
    hide(end, ".summary__open", summary.open.is_empty());
    hide(end, ".summary__again", summary.again.is_empty());
    let first = summary.open.first().map(|first| format!("#{first}"));
    if let Ok(Some(link)) = end.query_selector(".summary__open a") {
        set(&link, "href", first.as_deref());
    }
    for item in page::all_in(end, "[data-again]") {
        let question = item.get_attribute("data-again").unwrap_or_default();
        let again = summary.again.iter().any(|id| id.as_str() == question);
        set_hidden(&item, !again);
    }
}

/// Shows the end of the module, or hides it, and says `said` of it.
///
/// What is said of it stands far below what the reader may look at: the count leads there.
pub fn finish(finish: &Element, finished: bool, said: &str) {
    if let Some(count) = page::element("page-count") {
        set(&count, "href", finished.then_some("#page-finish"));
    }
    hide(finish, ".finish__words", !finished);
    say(finish, ".finish__said", said);
}

/// Sets the words of the first element in `root` that matches.
fn say(root: &Element, selector: &str, words: &str) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        element.set_text_content(Some(words));
    }
}

/// Hides or shows the first element in `root` that matches.
fn hide(root: &Element, selector: &str, hidden: bool) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        set_hidden(&element, hidden);
    }
}

/// Hides or shows an element. One that is so already is left alone: with hundreds of them, the
/// browser would look at the style of each.
pub(super) fn set_hidden(element: &Element, hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>()
        && element.hidden() != hidden
    {
        element.set_hidden(hidden);
    }
}

/// Sets an attribute, or removes it.
pub(super) fn set(element: &Element, name: &str, value: Option<&str>) {
    // Fails only for a name that is none.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
