//! The app as HTML.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::App;
use crate::components::slot::Filling;
use crate::domain::outline::Outline;
use crate::domain::ports::MemoryStore;
use crate::domain::ports::NoAnswers;
use crate::domain::ports::NoAudience;
use crate::domain::ports::NoDisclosures;
use crate::domain::ports::carry::NoCarryDesk;
use crate::state::learner::Learner;
use crate::state::learner::Ports;

/// Returns the HTML that the client takes over: the same tree that it would build itself.
#[must_use]
pub fn app(outline: &Outline, filling: Filling) -> String {
    let outline = outline.clone();
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(filling);
        let ports = Ports {
            store: Arc::new(MemoryStore::default()),
            disclosures: Arc::new(NoDisclosures),
            sheet: Arc::new(NoAnswers),
            carry: Arc::new(NoCarryDesk),
            audience: Arc::new(NoAudience),
            signup: None,
        };
        let learner = Learner::new(&outline, ports);
        view! { <App outline learner/> }.to_html()
    });
    owner.cleanup();
    // HTML checkers call `<!>` a parse error. An empty comment is the same node to the client.
    html.replace("<!>", "<!---->")
}
