//! The part of the page from which a place is carried elsewhere.

use maud::Markup;
use maud::html;

use crate::components::carry;

/// Returns it. It stands in the progress strip, which is hidden until the client has started.
#[must_use]
pub fn render() -> Markup {
    html! {
        details class="carry" id=(carry::ROOT) data-slot=(carry::SLOT) {
            summary class="carry__summary" { "Carry on somewhere else" }
            p {
                "A code takes along what you have read and answered. It names neither you nor the \
                 topic, and this page sends it nowhere. Whoever enters it here can see how far you \
                 have got."
            }
            p id=(carry::NOTHING) {
                "There is nothing to take along yet. Read a section or answer a question first."
            }
            div class="carry__part" id=(carry::TAKE) hidden {
                div class="carry__field" { (taken(carry::CODE, "Code", "Copy the code")) }
                div class="carry__field" id=(carry::BY_LINK) {
                    (taken(carry::LINK, "Link", "Copy the link"))
                }
                // An empty file, where nobody sees it: a link without an address has no file to save.
                a class="button" id=(carry::FILE) href="data:text/plain," download=(carry::FILE_NAME) {
                    "Save as a file"
                }
            }
            p class="carry__said" id=(carry::TAKEN) role="status" {}
            // Above the field and its button: whoever is led to the button sees what is asked.
            p class="carry__said" id=(carry::BROUGHT) role="status" {}
            (brought())
        }
    }
}

/// Returns a field to copy from.
fn taken(id: &str, name: &str, copy: &str) -> Markup {
    html! {
        label class="carry__label" for=(id) { (name) }
        textarea class="field" id=(id) rows="2" readonly autocomplete="off" spellcheck="false" {}
        button class="button" type="button" data-copies=(id) { (copy) }
    }
}

/// Returns the form for a code from elsewhere.
fn brought() -> Markup {
    html! {
        // Without its client this form would put the code into the address.
        form class="carry__part" id=(carry::FORM) method="dialog" {
            div class="carry__field" {
                label class="carry__label" for=(carry::TYPED) { "Code or link from elsewhere" }
                input class="field" id=(carry::TYPED) type="text" autocomplete="off"
                    autocapitalize="characters" spellcheck="false"
                    aria-describedby=(carry::BROUGHT);
                button class="button" id=(carry::BRING) aria-describedby=(carry::BROUGHT) {
                    "Carry on here"
                }
            }
            div class="carry__field" {
                label class="carry__label" for=(carry::OPEN) { "Or a file from elsewhere" }
                input id=(carry::OPEN) type="file" accept=".txt";
            }
        }
    }
}
