//! How the page is shared, and how it is embedded: a panel at its foot, a file with an element for
//! other people's pages, and a document for programs that embed it by its address (oEmbed 1.0).

use maud::Markup;
use maud::html;
use serde_json::json;

use super::glue;
use crate::components::embed;
use crate::domain::module::Module;
use crate::settings::Config;

/// The name of the oEmbed document in the site's folder.
pub const OEMBED: &str = "oembed.json";

/// What a frame has to allow, and no more: the client runs, keeps a place, is answered (forms),
/// opens links in new tabs and lets those be pages like others, saves what a reader asks for, and
/// leaves the whole page when the reader presses the exit.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-forms allow-popups \
                           allow-popups-to-escape-sandbox allow-downloads \
                           allow-top-navigation-by-user-activation";

/// The height of a frame that nobody sizes, in CSS pixels.
const HEIGHT: u32 = 640;

/// The width that a program is told that knows numbers only, in CSS pixels. The frame itself takes
/// the width that there is.
const WIDTH: u32 = 640;

/// Returns the file that defines the element for other people's pages.
#[must_use]
pub fn script() -> String {
    glue::without_comments(include_str!("embed.js")).replace("{sandbox}", SANDBOX)
}

/// Returns the line for pages that may have scripts, for a page at `address`.
#[must_use]
pub fn element(module: &Module, address: &str) -> String {
    let (id, language) = (&module.id, &module.language);
    let line = format!(
        "<script src=\"{}{}\" async></script>\n\
         <citizens-academy-module src=\"{0}\" module=\"{id}\" lang=\"{language}\">\
         <a href=\"{0}\">{title}</a></citizens-academy-module>",
        embed::PLACE,
        embed::SCRIPT,
        title = escape(&module.document_title),
    );
    line.replace(embed::PLACE, address)
}

/// Returns the line for pages that may not, for a page at `address`.
#[must_use]
pub fn frame(module: &Module, address: &str) -> String {
    let title = escape(&module.document_title);
    let frame = format!(
        "<iframe src=\"{}?embed=h5p\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         style=\"border:0\" loading=\"lazy\" sandbox=\"{SANDBOX}\"></iframe>",
        embed::PLACE,
    );
    frame.replace(embed::PLACE, address)
}

/// Returns `text` as it stands in HTML, in text and between quotes.
fn escape(text: &str) -> String {
    html! { (text) }.into_string()
}

/// Returns the oEmbed document of a page at `address` (<https://oembed.com>, section 2.3.4).
#[must_use]
pub fn oembed(module: &Module, config: &Config, address: &str) -> String {
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": module.document_title,
        "provider_name": config.publisher,
        "provider_url": address,
        "html": frame(module, address),
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": 86_400,
    });
    format!("{document}\n")
}

/// Returns the link by which programs find that document.
#[must_use]
pub fn discovery(module: &Module, address: &str) -> Markup {
    html! {
        link rel="alternate" type="application/json+oembed" href={ (address) (OEMBED) }
            title=(module.document_title);
    }
}

/// Returns the panel.
#[must_use]
pub fn panel(module: &Module, config: &Config) -> Markup {
    let address = config.address.as_deref().unwrap_or(embed::PLACE);
    html! {
        details class="share" id=(embed::PANEL) {
            summary class="share__summary" { "Share or embed this page" }
            @if config.address.is_none() {
                // Gone once the page knows its own address.
                p class="share__place" {
                    "Where it says " code { (embed::PLACE) } ", put this page's address."
                }
            }
            (part("page-share-link", "A link to this page", address, 1))
            (part("page-share-element", "To embed it in a page of yours", &element(module, address), 5))
            (part("page-share-frame", "The same without a script", &frame(module, address), 5))
        }
    }
}

/// Returns something to copy, with its label and its button.
fn part(id: &str, label: &str, copied: &str, rows: u8) -> Markup {
    html! {
        div class="share__part" {
            label for=(id) { (label) }
            textarea class="share__copy" id=(id) rows=(rows) readonly spellcheck="false"
                translate="no" { (copied) }
            button class="button" type="button" data-needs-client="" hidden {
                "Copy" span class="unseen" { ": " (label) }
            }
            span role="status" {}
        }
    }
}

/// Returns the words for a page within another page, for the client to show there.
#[must_use]
pub fn framed() -> Markup {
    html! {
        p class="head__framed" id=(embed::FRAMED) hidden {
            "You see this inside another page. You can also "
            a href="?" { "open it in a tab of its own" }
            "; some browsers keep your place longer there."
            span id=(embed::TOLD) hidden {
                " The page around this one is told how much you have read and answered, but not \
                 what you answered."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_whole_without_its_comments() {
        let script = script();
        assert!(script.contains(SANDBOX) && !script.contains("{sandbox}"));
        assert!(!script.contains("//"), "{script}");
        assert!(script.contains("customElements.define"));
    }

    #[test]
    fn quotes_do_not_end_an_attribute() {
        assert_eq!(
            escape("a \"b\" <c> & d"),
            "a &quot;b&quot; &lt;c&gt; &amp; d"
        );
    }
}
