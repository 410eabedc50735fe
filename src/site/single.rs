//! The module as one file that holds everything: text, style, client, and the site's other pages. It
//! opens by a double click, from a stick, a shared drive or an email.
//!
//! A page that was opened so has no origin to speak of: browsers let it fetch nothing, not even what
//! lies beside it. So the WebAssembly stands in it as text, in Base64: a third longer, and every
//! browser that runs the client can read it. Nothing in it asks for a service worker or a manifest,
//! which such a page cannot have.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::Markup;
use maud::PreEscaped;
use maud::html;

use super::assets::Assets;
use super::build;
use super::csp;
use super::csp::Destinations;
use super::exit;
use super::finished;
use super::frame;
use super::frame::Frame;
use super::help;
use super::help_card;
use super::materials::notices;
use super::page;
use super::page::Client;
use super::privacy;
use super::privacy::Privacy;
use super::reading;
use super::share;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;

/// The style sheet of what only such a file has.
pub(super) const STYLE: &str = "single.css";

/// The style sheet of what a browser tells of keeping a site.
const OFFLINE_STYLE: &str = "offline.css";

/// The id of the WebAssembly's text.
const CLIENT: &str = "page-client";

/// The id of the notices.
const NOTICES: &str = "page-notices";

/// The id of the page for a reader who has finished.
const FINISHED: &str = "page-finished";

/// The id of the page with the help alone.
const CARD: &str = "page-card";

/// What can be done with one of its pages. To save it would be to save the whole file.
const KEEP: &str = "You can print this page.";

/// The module's address, seen from one of its pages.
const BACK: &str = "#page-main";

/// The id of the privacy notice.
const PRIVACY: &str = "page-privacy";

/// What starts the client.
const STARTS: &str = include_str!("single.js");

/// What starts the client for a page within another page.
const FRAME_STARTS: &str = include_str!("single_frame.js");

/// What such a file has besides the page of the module.
#[derive(Clone, Debug)]
pub struct Single {
    /// The site's other pages, each with its id and its class.
    pages: [(&'static str, &'static str, Markup); 3],
    /// The notices that the licences of the client's parts ask for.
    notices: String,
    /// The script: the client's JavaScript, and what starts it.
    script: String,
    /// The WebAssembly, in Base64.
    wasm: String,
    /// The script for a page within another page.
    frame_script: String,
    /// Its WebAssembly, in Base64.
    frame_wasm: String,
}

/// Returns the file of `module`, with the client whose files lie in `site`.
///
/// # Errors
/// Sentences that say why it cannot be made.
pub fn document(
    module: &Module,
    help: &Help,
    config: &Config,
    site: &Path,
    source: &Path,
) -> Result<String, Vec<String>> {
    // No browser keeps it but as the file that it is.
    let config = &Config {
        offline: false,
        ..config.clone()
    };
    let assets = Assets::find(site).map_err(|error| vec![error.to_string()])?;
    let (script, wasm) = (site.join(assets.script), site.join(assets.wasm));
    let text = fs::read_to_string(&script).map_err(build::told(&script))?;
    let bytes = fs::read(&wasm).map_err(build::told(&wasm))?;
    let frame = Frame::find(site).map_err(build::told(site))?;
    let notices = site.join(notices::FILE);
    let notices = fs::read_to_string(&notices).map_err(build::told(&notices))?;
    // Nothing in them may end the element that they stand in, or hide its end.
    let notices = notices.replace("</", "< /").replace("<!", "< !");
    let single = Single {
        pages: pages(module, help, config, source)?,
        notices,
        script: inline(&text, STARTS, CLIENT).map_err(told(&script))?,
        wasm: STANDARD.encode(bytes),
        frame_script: inline(frame.plain(), FRAME_STARTS, frame::ID)
            .map_err(told(&site.join(&frame.name)))?,
        frame_wasm: STANDARD.encode(&frame.wasm),
    };
    let mut without = vec![OFFLINE_STYLE, share::STYLE];
    without.extend(config.signup.is_none().then_some(build::SIGNUP_STYLE));
    let style = build::load_style(source, &without)?;
    let page = build::render(module, help, config, &style, Client::Within(&single))?;
    // Whoever has the file shares the file.
    let page = page.replace(&share::link().into_string(), "");
    // Its pages are parts of it.
    let parts = [
        (finished::FILE, FINISHED),
        (help_card::FILE, CARD),
        (privacy::FILE, PRIVACY),
    ];
    Ok(parts.iter().fold(page, |page, (file, id)| {
        page.replace(&format!("\"./{file}\""), &format!("\"#{id}\""))
    }))
}

/// Returns the site's other pages.
fn pages(
    module: &Module,
    help: &Help,
    config: &Config,
    source: &Path,
) -> Result<[(&'static str, &'static str, Markup); 3], Vec<String>> {
    let finished = finished::words(module, BACK, KEEP);
    let card = html! {
        (help_card::words(BACK, "the module", KEEP)) div { (help::topics(help)) } (help::age(help))
    };
    let privacy = Privacy::of_single(source, module, config)?.words(config, BACK, "the module");
    Ok([
        (FINISHED, "head ", finished),
        (CARD, "head help-card ", card),
        (PRIVACY, "", privacy),
    ])
}

impl Single {
    /// Returns the `<head>` of a file that may send to these origins.
    pub(super) fn head(
        &self,
        module: &Module,
        config: &Config,
        style: &str,
        to: Destinations<'_>,
    ) -> Markup {
        let (_, exit) = exit::script();
        let reading = reading::script(module, config);
        let policy = csp::policy_of_single(
            style,
            &[&reading, &exit, &self.script, &self.frame_script],
            to,
        );
        let first = html! { (reading::load(&reading)) script { (PreEscaped(exit)) } };
        page::head_with(&module.document_title, style, &policy, &first)
    }

    /// Returns the site's other pages, each of which is shown when a link leads to it.
    pub(super) fn pages(&self) -> Markup {
        html! {
            @for (id, class, words) in &self.pages {
                main class={ (class) "single" } id=(id) tabindex="-1" hidden { (words) }
            }
        }
    }

    /// Returns the client, and the notices for whoever looks into the file.
    pub(super) fn client(&self) -> Markup {
        html! {
            script type="text/plain" id=(NOTICES) { (PreEscaped(&self.notices)) }
            script type="text/plain" id=(CLIENT) { (PreEscaped(&self.wasm)) }
            script type="module" { (PreEscaped(&self.script)) }
            script type="text/plain" id=(frame::ID) { (PreEscaped(&self.frame_wasm)) }
            script type="module" { (PreEscaped(&self.frame_script)) }
        }
    }
}

/// Returns what is said of a file that cannot be used.
fn told(path: &Path) -> impl Fn(String) -> Vec<String> {
    move |why| vec![format!("{}: {why}", path.display())]
}

/// Returns the JavaScript of a client as a script that can stand in a page, with what starts it at
/// its end: with the WebAssembly of which the text is in the element `id`.
///
/// # Errors
/// What keeps it from that.
fn inline(script: &str, starts: &str, id: &str) -> Result<String, String> {
    let mut inline = String::with_capacity(script.len());
    for line in script.lines() {
        // Nobody can import from a script in a page.
        if !line.starts_with("export {") {
            inline.push_str(line.strip_prefix("export ").unwrap_or(line));
            inline.push('\n');
        }
    }
    // Where it stands, it never asks for a file; and this would be the address of the page.
    let inline = inline.replace("import.meta.url", "location");
    let is_bound = |line: &str| line.starts_with("import") || line.starts_with("default ");
    let ends = |text: &str| text.contains("</script") || text.contains("<!--");
    let start = frame::starter(script)?;
    if inline.lines().any(is_bound) || ends(&inline) {
        return Err("it cannot stand in a page; wasm-bindgen has changed".to_owned());
    }
    let starting = starts.replace("{id}", id).replace("{start}", start);
    Ok(inline + &starting)
}
