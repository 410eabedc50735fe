//! The site as what can be handed over: [one file](super::single), and a folder, zipped, that lies
//! on any web server as it is.

pub mod folder;
pub mod zip;

use std::fs;
use std::path::Path;

use super::assets::Assets;
use super::build;
use super::build::Places;
use super::offline::worker;
use super::refusals;
use super::single;
use crate::domain::date::Date;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;

/// Writes both for the site that was built, named after its module, into the folder `to`. Returns
/// sentences that say where.
///
/// # Errors
/// Sentences that say why they cannot be made.
pub fn packages(places: &Places, to: &Path, today: Date) -> Result<Vec<String>, Vec<String>> {
    let config = build::config(&places.source)?;
    let (help, _) = build::help(&places.source, today)?;
    let (module, _) = build::module(&places.modules, today)?;
    refusals::is_for_others(&config, false)?;
    is_of_this(places, &module, &help, &config)?;
    let file = single::document(&module, &help, &config, &places.site, &places.source)?;
    let files = folder::files(&places.site).map_err(build::told(&places.site))?;
    let zip = zip::pack(module.id.as_str(), &files, module.reviewed).map_err(build::told(to))?;
    fs::create_dir_all(to).map_err(build::told(to))?;
    let made = [
        ("As one file", "html", file.into_bytes()),
        ("As one folder", "zip", zip),
    ];
    let write = |(what, end, bytes): (_, _, Vec<u8>)| {
        let path = to.join(format!("{}.{end}", module.id));
        fs::write(&path, &bytes).map_err(build::told(&path))?;
        let size = bytes.len() / 1000;
        Ok(format!("{what}: {} ({size} KB)", path.display()))
    };
    made.into_iter().map(write).collect()
}

/// Fails where the site was built from another module, or with other settings, than there are now.
fn is_of_this(
    places: &Places,
    module: &Module,
    help: &Help,
    config: &Config,
) -> Result<(), Vec<String>> {
    let assets = Assets::find(&places.site).map_err(|error| vec![error.to_string()])?;
    let page = places.site.join("index.html");
    let built = fs::read_to_string(&page).map_err(build::told(&page))?;
    if worker::unsealed(&built) == build::document(module, help, config, &assets, &places.source)? {
        return Ok(());
    }
    Err(vec![format!(
        "{} was built before the module or its settings were changed; build the site again",
        page.display()
    )])
}
