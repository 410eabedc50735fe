//! What a module is installed with, as a program of its own: a web app manifest and its icons.

pub mod icons;
pub mod webmanifest;

use super::colour::Colours;
use crate::domain::module::Module;
use crate::settings::Config;

/// Returns the files that a module is installed with, each with its name: the manifest, and the icons
/// drawn from this SVG, in the colours of this style sheet.
///
/// # Errors
/// A sentence that names what cannot be used.
pub fn files(
    module: &Module,
    config: &Config,
    style: &str,
    svg: &str,
) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let colours = Colours::of(style)?;
    let manifest = webmanifest::render(module, config, colours);
    let mut files = vec![(webmanifest::FILE, manifest.into_bytes())];
    for icon in icons::ICONS.iter().chain([&icons::TOUCH]) {
        let drawn = icon.draw(svg, colours.accent);
        let drawn = drawn.map_err(|error| format!("public/icon.svg: {error}"))?;
        files.push((icon.name, drawn));
    }
    Ok(files)
}
