//! What stands at the end of an exercise, and at the end of the module.

use maud::Markup;
use maud::html;

use super::finished;
use super::prose;
use crate::app;
use crate::components::group;
use crate::domain::module::Group;
use crate::domain::module::Module;

/// The id of the end of the module.
pub const END: &str = "page-finish";

/// How the end of the module begins.
pub const END_WORDS: &str = "You have come to the end";

/// The words for a reader who has finished, where the author wrote none.
const FINISH: &str = "Thank you for taking the time. You can come back whenever you like.";

/// Returns the summary of the questions in `group`, in the slot of this name.
///
/// The count, and what to look at again, are the client's to fill; what to do next is there for
/// everybody.
#[must_use]
pub fn summary(slot: &str, group: &Group) -> Markup {
    // Where no client works, nothing of it would be left, and no empty card stands there.
    let bare = group.next.is_none();
    html! {
        div.summary.summary--bare[bare] id=(group::summary_id(&group.id)) data-slot=(slot) tabindex="-1"
            role="group" aria-label="Where you are" {
            div class="summary__state" data-needs-client="" hidden {
                p class="summary__count" {}
                @if let Some(first) = group.questions.first() {
                    p class="summary__open" {
                        a href={ "#" (first.id) } { "Go to the next open question" }
                    }
                }
                div class="summary__again" {
                    p { "You may want to look at these again:" }
                    ul {
                        @for question in &group.questions {
                            li data-again=(question.id) {
                                a href={ "#" (question.id) } { (question.title) }
                            }
                        }
                    }
                }
            }
            @if let Some(next) = &group.next { p class="summary__next" { (prose::inlines(next)) } }
        }
    }
}

/// Returns the end of the module.
#[must_use]
pub fn finish(module: &Module) -> Markup {
    html! {
        div class="finish" id=(END) data-slot=(app::FINISH) tabindex="-1" role="group"
            aria-label="The end" {
            p class="finish__said" role="status" {}
            div class="finish__words" hidden {
                h2 class="finish__title" { (END_WORDS) }
                p { (words(module)) }
                p { a href={ "./" (finished::FILE) } { "A page to print or keep" } }
            }
        }
    }
}

/// Returns the words for a reader who has finished.
#[must_use]
pub fn words(module: &Module) -> Markup {
    let words = module.completion.finish.as_ref();
    words.map_or_else(|| html! { (FINISH) }, |words| prose::inlines(words))
}
