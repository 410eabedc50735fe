//! How the module is shared, and how it is embedded: a page that says so, a file with an element for
//! other people's pages, and a document for programs that embed it by its address (oEmbed 1.0).

use maud::DOCTYPE;
use maud::Markup;
use maud::html;
use serde_json::json;

use super::bar;
use super::csp::Destinations;
use super::exit;
use super::files::Files;
use super::glue;
use super::integrity;
use super::page;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;

/// The name of the page in the site's folder.
pub const FILE: &str = "share.html";

/// The style sheet of the page.
pub const STYLE: &str = "share.css";

/// What the names of the page's scripts begin with.
pub const PREFIX: &str = "share-";

/// The name of the file that defines the element for other people's pages. It stands in those pages,
/// so it stays the same for ever.
pub const SCRIPT: &str = "embed.js";

/// The name of the oEmbed document.
pub const OEMBED: &str = "oembed.json";

/// The address that stands in what is to be copied until the page knows its own.
pub const PLACE: &str = "https://example.org/";

/// What is said once it was copied.
const COPIED: &str = "Copied.";

/// What is said where the browser refused.
const REFUSED: &str =
    "This browser did not let the page copy it. It is selected: copy it as you copy other text.";

/// What a frame has to allow, and no more: the client runs, keeps a place, is answered (forms),
/// opens links in new tabs and lets those be pages like others, saves what a reader asks for, and
/// leaves the whole page when the reader presses the exit.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-forms allow-popups \
                           allow-popups-to-escape-sandbox allow-downloads \
                           allow-top-navigation-by-user-activation";

/// What a frame is granted that is refused to pages of other origins: to copy a link or a code
/// when the reader presses the button for it.
pub const ALLOW: &str = "clipboard-write";

/// The height of a frame that nobody sizes, in CSS pixels.
const HEIGHT: u32 = 640;

/// The width that a program is told that knows numbers only, in CSS pixels. The frame itself takes
/// the width that there is.
const WIDTH: u32 = 640;

/// Adds all of that to the files of a module's folder. Programs find a site that knows its address.
pub(super) fn add(files: &mut Files, module: &Module, help: &Help, config: &Config, style: &str) {
    files.add(FILE, render(module, help, config, style));
    let (name, text) = script();
    files.add(name, text);
    files.add(SCRIPT, element_script());
    if let Some(address) = &config.address {
        files.add(OEMBED, oembed(module, config, address));
    }
}

/// Returns the file that defines the element for other people's pages.
#[must_use]
pub fn element_script() -> String {
    glue::without_comments(include_str!("embed.js"))
        .replace("{sandbox}", SANDBOX)
        .replace("{allow}", ALLOW)
}

/// Returns the name of the page's script, which changes with its text, and its text.
#[must_use]
pub fn script() -> (String, String) {
    let text = glue::without_comments(include_str!("share.js"))
        .replace("{place}", PLACE)
        .replace("{copied}", COPIED)
        .replace("{refused}", REFUSED);
    (format!("{PREFIX}{}.js", integrity::short(&text)), text)
}

/// Returns the line for pages that may have scripts, for a module at `address`.
#[must_use]
pub fn element(module: &Module, address: &str) -> String {
    let (id, language) = (&module.id, &module.language);
    let title = escape(&module.document_title);
    format!(
        "<script src=\"{address}{SCRIPT}\" async></script>\n\
         <citizens-academy-module src=\"{address}\" module=\"{id}\" lang=\"{language}\" \
         title=\"{title}\"><a href=\"{address}\">{title}</a></citizens-academy-module>"
    )
}

/// Returns the line for pages that may not, for a module at `address`.
#[must_use]
pub fn frame(module: &Module, address: &str) -> String {
    let title = escape(&module.document_title);
    format!(
        "<iframe src=\"{address}?embed=h5p\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         style=\"border:0\" loading=\"lazy\" allow=\"{ALLOW}\" sandbox=\"{SANDBOX}\"></iframe>"
    )
}

/// Returns `text` as it stands in HTML, in text and between quotes.
fn escape(text: &str) -> String {
    html! { (text) }.into_string()
}

/// Returns the oEmbed document of a module at `address` (<https://oembed.com>, section 2.3.4).
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

/// Returns the link to the page.
#[must_use]
pub fn link() -> Markup {
    html! { p { a href={ "./" (FILE) } { "Share or embed this page" } } }
}

/// Returns the page.
#[must_use]
pub fn render(module: &Module, help: &Help, config: &Config, style: &str) -> String {
    let (name, text) = script();
    html! {
        (DOCTYPE)
        html lang=(module.language) {
            (page::head(module, config, style, Destinations::default()))
            body {
                a class="skip" href="#page-main" { "Skip to the text" }
                (bar::with_help(help, &config.exit, module, "./index.html"))
                (page::header(config))
                main id="page-main" tabindex="-1" {
                    (words(module, config))
                    div class="foot" { (exit::words(&config.exit)) }
                }
                script type="module" src={ "./" (name) } integrity=(integrity::of(&text)) {}
            }
        }
    }
    .into_string()
}

/// Returns what stands in the page.
fn words(module: &Module, config: &Config) -> Markup {
    let address = config.address.as_deref().unwrap_or(PLACE);
    html! {
        div class="head" {
            h1 class="head__title" { "Share or embed" }
            p { "Copy one of these into your page." }
            @if config.address.is_none() {
                p class="share__local" hidden {
                    "This address may work for you alone. Open this page at the address that your \
                     readers use, with https, and copy from there."
                }
                p class="share__place" {
                    "Where it says " code { (PLACE) } ", put the module's address."
                }
            }
            p class="head__now" { a href="./index.html" { "Back to the module" } }
        }
        div class="group" {
            div class="group__head" { h2 class="group__title" { "To copy" } }
            div class="section" {
                div class="section__text" {
                    (part("share-link", "A link", address, 2))
                    (part(
                        "share-element",
                        "With a script: a web page of your own, as high as the module",
                        &element(module, address),
                        6,
                    ))
                    (part(
                        "share-frame",
                        "Without a script: SharePoint, Moodle and others, with a scrollbar",
                        &frame(module, address),
                        8,
                    ))
                    p {
                        "Change 640 to the height that you want, in pixels. Your page can be told \
                         how far a reader is and how high the module is. It is not told who reads, \
                         but a website with a sign-in knows that by itself. The reader is told so."
                    }
                }
            }
        }
    }
}

/// Returns something to copy, with its label and its button.
fn part(id: &str, label: &str, copied: &str, rows: u8) -> Markup {
    html! {
        div class="share__part" {
            label for=(id) { (label) }
            textarea class="field share__copy" id=(id) rows=(rows) readonly spellcheck="false"
                translate="no" { (copied) }
            button class="button" type="button" aria-label={ "Copy: " (label) } hidden { "Copy" }
            span role="status" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_are_whole_without_their_comments() {
        let element = element_script();
        assert!(element.contains(SANDBOX) && !element.contains("{sandbox}"));
        assert!(!element.contains("//"), "{element}");
        assert!(element.contains("customElements.define"));
        let (name, text) = script();
        assert!(name.starts_with(PREFIX));
        assert!(text.contains(PLACE) && text.contains(COPIED) && text.contains(REFUSED));
        assert!(!text.contains("{place}") && !text.contains("// Gone"));
    }

    #[test]
    fn quotes_do_not_end_an_attribute() {
        assert_eq!(
            escape("a \"b\" <c> & d"),
            "a &quot;b&quot; &lt;c&gt; &amp; d"
        );
    }
}
