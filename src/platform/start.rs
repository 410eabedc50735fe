//! The start of the client: look at the page, take it over or build it afresh, then listen.

use std::sync::Arc;

use leptos::mount::hydrate_from;
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::carry;
use super::carry::PageCarryDesk;
use super::desk;
use super::disclosures::PageDisclosures;
use super::ends;
use super::failure;
use super::focus::Focus;
use super::news;
use super::page;
use super::sheet;
use super::sheet::PageSheet;
use super::store::LocalStore;
use super::tree;
use crate::app;
use crate::app::App;
use crate::components::carry as carried;
use crate::components::group;
use crate::components::question;
use crate::components::section;
use crate::components::slot;
use crate::domain::outline::GroupOutline;
use crate::domain::outline::Outline;
use crate::state::learner::Learner;
use crate::state::learner::Ports;
use crate::state::learner::Sending;

/// Starts the client. Where it cannot start, the page stays as it is and says so.
pub fn start() {
    page::clock(true);
    failure::watch();
    if run().is_none() {
        failure::tell();
    }
}

/// Returns `None` where something that the page was built with is missing.
fn run() -> Option<()> {
    let text = page::element("page-data")?.text_content()?;
    let data: Value = text.parse().ok()?;
    let outline = Outline::from_json(&data)?;
    let signup = desk::of(&data);
    let root = page::element("page-app")?;
    if root.get_attribute("data-shape")? == tree::shape(&root) {
        let begin = outline.clone();
        hydrate_from(root, move || listening(begin, signup)).forget();
    } else {
        build_afresh(&root, outline, signup)?;
    }
    Some(())
}

/// Returns the app, listening to the browser.
fn listening(outline: Outline, signup: Option<Sending>) -> impl IntoView {
    let ports = Ports {
        store: Arc::new(LocalStore),
        disclosures: Arc::new(PageDisclosures),
        sheet: Arc::new(PageSheet),
        carry: Arc::new(PageCarryDesk),
        signup,
    };
    let learner = Learner::new(&outline, ports);
    let key = outline.storage_key();
    // After the tree stands: the first drawing has to be the one that was prerendered.
    Effect::new(move || {
        learner.sync();
        news::of_store(key.clone(), move |text| {
            learner.store_changed(text.as_deref());
        });
        news::of_waking(move || learner.sync());
        sheet::listen(move |question, act| learner.act(&question, act));
        desk::listen(learner);
        match ends::watch(move |section| learner.reached_end(&section)) {
            Some(()) => page::say(page::READY),
            None => failure::tell(),
        }
        // Once what it leads to is seen.
        carry::listen(learner);
        page::clock(false);
    });
    view! { <App outline learner/> }
}

/// Builds the tree anew from the slots that the page holds, and puts it in place of what is there.
///
/// A translation tool or an extension changed the page before the client started, so the client
/// cannot know what it would walk into. What the person has opened stays open, and the focus stays
/// where it is.
fn build_afresh(root: &HtmlElement, outline: Outline, signup: Option<Sending>) -> Option<()> {
    // A copy, so that the page that the reader sees stays whole until the new tree is.
    let copy: HtmlElement = root.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    if !complete(&outline, &copy) {
        return None;
    }
    slot::offer(copy.into());
    let open = page::all("details.section[open] > [id]");
    let fresh: HtmlElement = root.clone_node().ok()?.dyn_into().ok()?;
    mount_to(fresh.clone(), move || listening(outline, signup)).forget();
    for text in open {
        reopen(&fresh, &text.id());
    }
    let focus = Focus::within(root);
    root.replace_with_with_node_1(&fresh).ok()?;
    focus.and_then(|focus| focus.restore(&fresh));
    Some(())
}

/// Opens the section in `page` whose text has this id.
fn reopen(page: &HtmlElement, id: &str) -> Option<()> {
    let text = page.query_selector(&format!("#{id}")).ok()??;
    text.parent_element()?.set_attribute("open", "").ok()
}

/// Returns whether the page still holds every slot of the module.
fn complete(outline: &Outline, page: &HtmlElement) -> bool {
    let of_sections = outline
        .sections()
        .flat_map(|(section, _)| section::slots(&section.id));
    let of_questions = outline
        .questions()
        .map(|(question, _)| question::slot(question.id.as_str()));
    let has = |name: String| {
        page.query_selector(&slot::selector(&name))
            .is_ok_and(|slot| slot.is_some())
    };
    let of_page = [
        app::HEAD,
        carried::SLOT,
        app::FOOT,
        app::FINISH,
        app::SIGNUP,
    ];
    let of_page = of_page.map(str::to_owned);
    of_sections
        .chain(of_questions)
        .chain(outline.groups.iter().flat_map(of_group))
        .chain(of_page)
        .all(has)
}

/// Returns the names of a group's own slots.
fn of_group(group: &GroupOutline) -> Vec<String> {
    let mut names = vec![group::heading_slot(&group.id)];
    if !group.questions.is_empty() {
        names.push(group::summary_slot(&group.id));
    }
    names
}
