//! What has the browser keep the module, so that it opens without a network, and be installed.
//!
//! A service worker, which keeps exactly the files of this build; the few lines of the page that
//! bring it in and tell what came of it; and a web app manifest with its icons. The scripts are
//! JavaScript, since a service worker can be nothing else, and since nothing of this is to wait for
//! the client, nor the client for it.

pub mod icons;
mod picture;
pub mod webmanifest;
pub mod worker;

use maud::Markup;
use maud::html;

use super::colour::Colours;
use super::glue;

/// What stands in the page before the version of the build that it belongs to.
const BEFORE_VERSION: &str = "<div class=\"offline\" data-version=\"";

/// Returns the page's script, which is to be the body of a function.
#[must_use]
pub fn script() -> String {
    glue::without_comments(include_str!("page.js"))
}

/// Returns the place in the page where the [script] says what came of it. [`worker::seal`] writes
/// the version in.
#[must_use]
pub fn place() -> Markup {
    html! {
        div class="offline" data-version="" {
            // A live region, there before it is filled: what is put into it is told.
            p class="offline__said" role="status" {}
            button class="button" type="button" hidden { "Load it" }
            button class="button button--quiet" type="button" hidden { "Not now" }
        }
    }
}

/// Returns the icons, each with the name of its file: drawn from this SVG, in the colours of this style
/// sheet.
///
/// # Errors
/// A sentence that names what cannot be used.
pub fn pictures(style: &str, svg: &str) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let colours = Colours::of(style)?;
    let draw = |icon: &icons::Icon| {
        let drawn = icon.draw(svg, colours.accent);
        let drawn = drawn.map_err(|error| format!("public/icon.svg: {error}"))?;
        Ok((icon.name, drawn))
    };
    icons::ICONS
        .iter()
        .chain([&icons::TOUCH])
        .map(draw)
        .collect()
}

/// Returns the manifest of a page that goes by these names, a whole one and a short one, in this
/// language, in the colours of this style sheet.
///
/// # Errors
/// A sentence that names the colour that is not there.
pub fn manifest(names: [&str; 2], language: &str, style: &str) -> Result<String, String> {
    Ok(webmanifest::render(names, language, Colours::of(style)?))
}
