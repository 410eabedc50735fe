//! The document around the app.

use maud::DOCTYPE;
use maud::Markup;
use maud::PreEscaped;
use maud::html;

use super::assets::Assets;
use super::bar;
use super::colour::Colours;
use super::csp;
use super::csp::Destinations;
use super::drawings;
use super::exit;
use super::integrity;
use super::library;
use super::offline;
use super::offline::icons;
use super::offline::webmanifest;
use super::reading;
use super::share;
use super::single::Single;
use super::start::Start;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;
use crate::settings::signup::Signup;

/// The parts of a page.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The module.
    pub module: &'a Module,
    /// Who can help.
    pub help: &'a Help,
    /// The publisher's settings.
    pub config: &'a Config,
    /// The client.
    pub client: Client<'a>,
    /// The style sheet.
    pub style: &'a str,
    /// The prerendered app.
    pub app: &'a str,
    /// The [shape](crate::domain::shape) of the app's tree.
    pub shape: &'a str,
    /// The module's skeleton, as JSON.
    pub data: &'a str,
}

/// Where a page has its client.
#[derive(Clone, Copy, Debug)]
pub enum Client<'a> {
    /// In files beside it, one of which [starts](super::start) it.
    Beside(&'a Start, &'a Assets),
    /// In itself, and all else with it.
    Within(&'a Single),
}

impl Page<'_> {
    /// Returns the document.
    #[must_use]
    pub fn render(&self) -> String {
        let signup = self.config.signup.as_ref();
        let origin = signup.and_then(Signup::origin);
        let own = self.config.origin();
        let to = Destinations {
            own: own.as_deref(),
            ..csp::destinations(signup, origin.as_deref())
        };
        let address = self.config.address.as_deref();
        let found = address.map(|address| share::discovery(self.module, address));
        let found = found.unwrap_or_default();
        html! {
            (DOCTYPE)
            html lang=(self.module.language) {
                @match self.client {
                    Client::Beside(..) => (head_and(self.module, self.config, self.style, to, &found)),
                    Client::Within(single) => (single.head(self.module, self.config, self.style, to)),
                }
                body {
                    a class="skip" href="#page-main" { "Skip to the text" }
                    (bar::with_help(self.help, &self.config.exit, self.module, ""))
                    (header(self.config))
                    @if let Client::Within(single) = self.client { (single.pages()) }
                    div id="page-app" data-shape=(self.shape) { (PreEscaped(self.app)) }
                    script type="application/json" id="page-data" { (PreEscaped(data(self.data))) }
                    @if self.config.offline { (offline::place()) }
                    @match self.client {
                        Client::Beside(start, assets) => (scripts(start, assets)),
                        Client::Within(single) => (single.client()),
                    }
                }
            }
        }
        .into_string()
    }
}

/// Returns the scripts of the page. They come last, so that nothing competes with the text on a slow
/// line.
///
/// The second does nothing by itself. It is there for its hash: what `import()` brings has none of
/// its own, but a module is brought once. The first script, which is run first (HTML Standard,
/// section 4.12.1.1), waits until this one is there and sound: WebKit would bring one that was
/// refused once more, and then without the hash.
fn scripts(start: &Start, assets: &Assets) -> Markup {
    html! {
        script type="module" src={ "./" (start.name) } integrity=(integrity::of(&start.text)) {}
        script type="module" src={ "./" (assets.script) } integrity=(assets.script_integrity) {}
    }
}

/// Returns the `<head>` of a page of this site, which may send to these origins.
#[must_use]
pub fn head(module: &Module, config: &Config, style: &str, to: Destinations<'_>) -> Markup {
    head_and(module, config, style, to, &html! {})
}

/// Returns such a `<head>` with `more` in it.
fn head_and(
    module: &Module,
    config: &Config,
    style: &str,
    to: Destinations<'_>,
    more: &Markup,
) -> Markup {
    let reading = reading::script(module, config);
    head_of(
        &module.document_title,
        &reading,
        &exit::load(),
        style,
        to,
        more,
    )
}

/// Returns a `<head>` with this title, with what loads these scripts, and with `more` in it.
pub(super) fn head_of(
    title: &str,
    reading: &str,
    exit: &Markup,
    style: &str,
    to: Destinations<'_>,
    more: &Markup,
) -> Markup {
    let links = html! {
        // The manifest's own colour is for light windows. Before the script that follows it to what the
        // reader chose.
        @if let Ok(colours) = Colours::of(style) {
            meta name="theme-color" media="(prefers-color-scheme: dark)"
                content=(colours.dark_surface);
        }
        (reading::load(reading))
        (exit)
        link rel="icon" href="./icon.svg" type="image/svg+xml";
        link rel="apple-touch-icon" href={ "./" (icons::TOUCH.name) };
        // With what lets the browser in: an intranet may ask for a password.
        link rel="manifest" href={ "./" (webmanifest::FILE) } crossorigin="use-credentials";
        (more)
    };
    head_with(title, style, &csp::policy(style, reading, to), &links)
}

/// What the site says of itself to whoever has not opened it yet.
const DESCRIPTION: &str =
    "Read at your own pace, check yourself with some questions, and see who can help.";

/// Returns a `<head>` with this policy, and what only a page with files beside it has.
pub(super) fn head_with(title: &str, style: &str, policy: &str, links: &Markup) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (title) }
            // What search engines show. It names the topic no more than the title does.
            meta name="description" content=(DESCRIPTION);
            (links)
            style { (PreEscaped(style)) }
        }
    }
}

/// Returns the band at the top of a page of this site.
#[must_use]
pub fn header(config: &Config) -> Markup {
    html! {
        header class="header" {
            p class="header__publisher" {
                @if let Some(mark) = &config.mark {
                    (PreEscaped(mark))
                } @else {
                    // The icon (public/icon.svg) without its ground: an open book.
                    svg class="header__mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" {
                        path d=(drawings::BOOK) {}
                    }
                }
                (config.publisher)
            }
            @if config.listed { (library::link()) }
            (reading::menu(config))
        }
    }
}

/// Returns JSON that can stand in a `<script>`: nothing in it can end the element (HTML Standard,
/// section 4.12.1.3, "Restrictions for contents of script elements").
fn data(json: &str) -> String {
    json.replace('<', "\\u003c")
}
