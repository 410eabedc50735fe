//! A module as the list shows it.

use maud::Markup;
use maud::html;

use crate::domain::module::Module;
use crate::domain::outline::Outline;
use crate::domain::progress::ProgressMode;
use crate::site::files::PAGE;
use crate::site::slots;
use crate::site::slots::counted;

/// Returns the card of `module`. Where progress may be kept, it has a place for what this device
/// keeps, which a [script](super::place) fills.
pub(super) fn render(module: &Module, mode: ProgressMode) -> Markup {
    let outline = Outline::new(module, mode);
    let parts = outline.sections().filter(|(_, counts)| *counts);
    let parts: Vec<&str> = parts.map(|(part, _)| part.id.as_str()).collect();
    let questions = outline.questions().filter(|(_, counts)| *counts);
    let questions: Vec<&str> = questions
        .map(|(question, _)| question.id.as_str())
        .collect();
    let language = &module.language;
    html! {
        li class="library__module" {
            h2 class="library__title" lang=(language) {
                a class="library__link" href={ "./" (module.id) "/" (PAGE) } { (module.title) }
            }
            p lang=(language) { (module.summary) }
            @if let Some(audience) = &module.audience {
                p class="library__audience" lang=(language) { (audience) }
            }
            p class="library__facts" { (facts(slots::minutes(module), parts.len(), questions.len())) }
            @if mode != ProgressMode::Off {
                p class="library__place" data-key=(outline.storage_key())
                    data-parts=(parts.join(" ")) data-questions=(questions.join(" ")) {
                    progress class="progress__bar" hidden value="0" {}
                    span class="library__done" {}
                }
            }
        }
    }
}

/// Returns how much there is to read, and to answer.
fn facts(minutes: usize, parts: usize, questions: usize) -> String {
    let mut what = Vec::new();
    what.extend((parts > 0).then(|| counted(parts, "part")));
    let asked = || format!("{} if you like", counted(questions, "question"));
    what.extend((questions > 0).then(asked));
    format!(
        "About {}: {}.",
        counted(minutes, "minute"),
        what.join(", and ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_is_counted_in_words() {
        assert_eq!(
            facts(25, 12, 15),
            "About 25 minutes: 12 parts, and 15 questions if you like."
        );
        assert_eq!(facts(1, 1, 0), "About 1 minute: 1 part.");
        assert_eq!(facts(1, 0, 1), "About 1 minute: 1 question if you like.");
    }
}
