//! A place in the tree that the build fills and the client leaves as it is.
//!
//! A module's text is prerendered from typed blocks. The client needs none of it, so it neither
//! carries the text a second time nor walks through it: it passes over the slot's element while it
//! hydrates, and keeps that very element (with whatever a translation tool made of its words) where
//! it has to build the tree afresh.
//!
//! Holds an element of the browser, as a view has to.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::CastFrom as _;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element;
use leptos::tachys::renderer::types::Node;
use leptos::tachys::view::Mountable;
use leptos::tachys::view::Position;
use leptos::tachys::view::PositionState;
use leptos::tachys::view::add_attr::AddAnyAttr;

/// The attribute by which the client finds a slot's element; its value is the slot's name.
pub const ATTRIBUTE: &str = "data-slot";

/// What the build fills the slots with: returns, for a slot's name, the HTML of one element that
/// bears [`ATTRIBUTE`].
#[derive(Clone)]
pub struct Filling(pub Arc<dyn Fn(&str) -> String + Send + Sync>);

thread_local! {
    static OFFERED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Offers an element, in no document, whose slots are taken over when the tree is built afresh.
pub fn offer(page: Element) {
    OFFERED.set(Some(page));
}

/// Returns the selector of the slot with this name.
#[must_use]
pub fn selector(name: &str) -> String {
    format!("[{ATTRIBUTE}=\"{name}\"]")
}

/// A place that the build fills and the client leaves as it is.
#[component]
pub fn Slot(
    /// Names the place: unique in the page.
    name: String,
) -> impl IntoView {
    let html = use_context::<Filling>()
        .map(|filling| (filling.0)(&name))
        .unwrap_or_default();
    SlotView { name, html }
}

/// The view of a [`Slot`].
struct SlotView {
    name: String,
    html: String,
}

/// The element that a slot consists of.
struct SlotState(Element);

impl Mountable for SlotState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

impl Render for SlotView {
    type State = SlotState;

    fn build(self) -> Self::State {
        let offered = OFFERED
            .with_borrow(|page| page.as_ref()?.query_selector(&selector(&self.name)).ok()?);
        SlotState(offered.unwrap_or_else(|| Rndr::create_element("div", None)))
    }

    fn rebuild(self, _state: &mut Self::State) {}
}

impl AddAnyAttr for SlotView {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for SlotView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        buf.push_str(&self.html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        // The client measured the tree's shape before: there is an element here.
        Element::cast_from(cursor.current()).map_or_else(|| self.build(), SlotState)
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
