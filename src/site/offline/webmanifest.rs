//! The web app manifest: how the module looks where a person installs it.
//!
//! It says who publishes the module, and nothing of the topic: an icon on a home screen is seen by
//! others.

use serde_json::Value;
use serde_json::json;

use super::icons::ICONS;
use crate::site::colour::Colours;

/// The name of its file in the site's folder.
pub const FILE: &str = "manifest.webmanifest";

/// Returns the manifest (Web Application Manifest, W3C) of a page that goes by these names, a whole one
/// and a short one, in this language.
///
/// Without an `id`: what tells the modules of an origin apart is the address where they start, and
/// that is what it would be by itself (section 1.5, "`id` member").
#[must_use]
pub fn render([name, short_name]: [&str; 2], language: &str, colours: Colours) -> String {
    let icons = ICONS.iter().map(|icon| {
        json!({
            "src": format!("./{}", icon.name),
            "sizes": format!("{0}x{0}", icon.size),
            "type": "image/png",
            "purpose": if icon.maskable { "maskable" } else { "any" },
        })
    });
    let manifest = json!({
        "name": name,
        "short_name": short_name,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": colours.ground.to_string(),
        "theme_color": colours.surface.to_string(),
        "icons": icons.collect::<Value>(),
    });
    manifest.to_string()
}
