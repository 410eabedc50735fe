//! A module as what can be handed over: [one file](super::single), and a folder, zipped, that lies
//! on any web server as it is.
//!
//! Of several modules, each is handed over by itself, without the way to a list that does not come
//! along. The list and all of them together are the site's folder, which is there to be copied.

pub mod folder;
pub mod zip;

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use super::assets::Assets;
use super::build;
use super::build::Common;
use super::build::Places;
use super::client::Client;
use super::files::Files;
use super::files::PAGE;
use super::materials::bom;
use super::materials::notices;
use super::offline::worker;
use super::refusals;
use super::single;
use crate::domain::date::Date;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::settings::Config;
use folder::File;

/// Writes both for each module of the site that was built, named after it, into the folder `to`.
/// Returns sentences that say where.
///
/// # Errors
/// Sentences that say why they cannot be made; then none is written.
pub fn packages(places: &Places, to: &Path, today: Date) -> Result<Vec<String>, Vec<String>> {
    let config = build::config(&places.source)?;
    let (help, _) = build::help(&places.source, today)?;
    let (modules, _) = build::modules(&places.modules, today)?;
    refusals::is_for_others(&config, false)?;
    let mut made = Vec::new();
    for module in &modules {
        let id = module.id.as_str();
        let (config, site) = if modules.len() > 1 {
            (config.of_listed(id), places.site.join(id))
        } else {
            (config.clone(), places.site.clone())
        };
        let built = Built {
            module,
            help: &help,
            config,
            site,
            source: &places.source,
        };
        built.is_of_this()?;
        let zip = zip::pack(id, &built.folder()?, module.reviewed).map_err(build::told(to))?;
        made.push((
            "As one file",
            format!("{id}.html"),
            built.file()?.into_bytes(),
        ));
        made.push(("As one folder", format!("{id}.zip"), zip));
    }
    fs::create_dir_all(to).map_err(build::told(to))?;
    let write = |(what, name, bytes): (_, _, Vec<u8>)| {
        let path = to.join(name);
        fs::write(&path, &bytes).map_err(build::told(&path))?;
        let size = bytes.len() / 1000;
        Ok(format!("{what}: {} ({size} KB)", path.display()))
    };
    made.into_iter().map(write).collect()
}

/// A module that was built.
struct Built<'a> {
    module: &'a Module,
    help: &'a Help,
    /// The settings that it was built with.
    config: Config,
    /// The folder that it was built into.
    site: PathBuf,
    /// The project's folder.
    source: &'a Path,
}

impl Built<'_> {
    /// Fails where it was built from another module, or with other settings, than there are now.
    fn is_of_this(&self) -> Result<(), Vec<String>> {
        let assets = Assets::find(&self.site).map_err(|error| vec![error.to_string()])?;
        let path = self.site.join(PAGE);
        let built = fs::read_to_string(&path).map_err(build::told(&path))?;
        let page = build::document(self.module, self.help, &self.config, &assets, self.source)?;
        if worker::unsealed(&built) == page {
            return Ok(());
        }
        Err(vec![format!(
            "{} was built before the module or its settings were changed; build the site again",
            path.display()
        )])
    }

    /// Returns the settings of the module by itself.
    fn alone(&self) -> Config {
        Config {
            listed: false,
            ..self.config.clone()
        }
    }

    /// Returns the module as one file.
    fn file(&self) -> Result<String, Vec<String>> {
        single::document(
            self.module,
            self.help,
            &self.alone(),
            &self.site,
            self.source,
        )
    }

    /// Returns the module as the files of one folder.
    fn folder(&self) -> Result<Vec<File>, Vec<String>> {
        if !self.config.listed {
            return folder::files(&self.site).map_err(build::told(&self.site));
        }
        let beside = Files::read(&self.site).map_err(build::told(&self.site))?;
        let mut materials = Files::default();
        for name in [notices::FILE, bom::FILE] {
            let text = beside.text(name).map_err(build::told(&self.site))?;
            materials.add(name, text);
        }
        let common = Common {
            source: self.source,
            help: self.help,
            client: &Client::read(&self.site)?,
            materials,
            pictures: build::pictures(self.source)?,
        };
        let (files, _) = build::of_module(self.module, &self.alone(), &common)?;
        let files = files.iter().map(|(name, bytes)| File {
            path: name.to_owned(),
            bytes: bytes.to_vec(),
        });
        folder::with_copies(files.collect()).map_err(build::told(&self.site))
    }
}
