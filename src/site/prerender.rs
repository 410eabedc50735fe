//! The app as HTML.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::App;
use crate::components::slot::Filling;
use crate::domain::outline::Outline;
use crate::domain::ports::MemoryStore;
use crate::domain::ports::NoDisclosures;
use crate::state::learner::Learner;

/// Returns the HTML that the client takes over: the same tree that it would build itself.
#[must_use]
pub fn app(outline: &Outline, filling: Filling) -> String {
    let outline = outline.clone();
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(filling);
        let store = Arc::new(MemoryStore::default());
        let learner = Learner::new(&outline, store, Arc::new(NoDisclosures));
        view! { <App outline learner/> }.to_html()
    });
    owner.cleanup();
    // HTML checkers call `<!>` a parse error. An empty comment is the same node to the client.
    html.replace("<!>", "<!---->")
}
