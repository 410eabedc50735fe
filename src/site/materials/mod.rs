//! What the client is made of: the crates that are linked into the WebAssembly. What only helped to
//! build it is not in it; `Cargo.lock` tells of that.
//!
//! Two files of the site tell it: a [bill of materials](bom) for programs, and the
//! [notices] that the licences ask for. Both are the same for the same lock file.

mod ask;
pub mod bom;
pub mod notices;
mod tree;

use std::path::Path;

use serde_json::Value;

/// A crate that the client is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression (SPDX Specification 2.3, annex D).
    pub license: String,
    /// Who wrote it, as far as it says.
    pub authors: Vec<String>,
    /// Where its source is developed, if it says.
    pub repository: Option<String>,
    /// Whether it is part of this project, and no work of others.
    pub own: bool,
    /// The SHA-256 of its archive in the registry, in hexadecimal; none where it is the project's
    /// own.
    pub checksum: Option<String>,
    /// The places of the crates that it needs.
    pub needs: Vec<usize>,
    /// The texts of the files in which it says its licence.
    pub texts: Vec<String>,
}

/// What the client is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Materials {
    /// The crates, by name and version.
    pub all: Vec<Material>,
    /// The version of Rust, whose standard library is linked, too.
    pub rust: String,
}

/// Asks Cargo what the client of the project in `source` is made of.
///
/// # Errors
/// A sentence that says what Cargo, or a file, did not tell.
pub fn gather(source: &Path) -> Result<Materials, String> {
    let mut nodes = tree::read(&ask::tree(source)?);
    nodes.sort();
    let metadata = ask::metadata(source)?;
    let lock = ask::lock(source)?;
    let place = |name: &str, version: &str| {
        let found = nodes.binary_search_by(|it| (&*it.name, &*it.version).cmp(&(name, version)));
        found.ok()
    };
    let mut all = Vec::new();
    for node in &nodes {
        let package = package(&metadata, &node.name, &node.version)?;
        let mut material = described(package);
        material.checksum = tree::checksum(&lock, &node.name, &node.version);
        let needs = node.needs.iter();
        material.needs = needs
            .filter_map(|(name, version)| place(name, version))
            .collect();
        if !material.own {
            material.texts = texts(package, &material)?;
        }
        all.push(material);
    }
    Ok(Materials {
        all,
        rust: ask::rust(source)?,
    })
}

/// Returns what Cargo knows of a package.
fn package<'m>(metadata: &'m Value, name: &str, version: &str) -> Result<&'m Value, String> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let mut fitting = packages.filter(|it| it["name"] == name && it["version"] == version);
    let found = fitting.next();
    found.ok_or_else(|| format!("cargo metadata does not tell of {name} {version}"))
}

fn described(package: &Value) -> Material {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    let authors = package["authors"].as_array().into_iter().flatten();
    Material {
        name: text("name").unwrap_or_default(),
        version: text("version").unwrap_or_default(),
        // An older way to write it.
        license: text("license").unwrap_or_default().replace('/', " OR "),
        authors: authors
            .filter_map(|author| author.as_str().map(str::to_owned))
            .collect(),
        repository: text("repository"),
        own: package["source"].is_null(),
        ..Material::default()
    }
}

/// Returns the texts of the files in which a package says its licence. Where it may be taken under
/// MIT, that of the other licence is left out.
fn texts(package: &Value, material: &Material) -> Result<Vec<String>, String> {
    let manifest = package["manifest_path"].as_str().unwrap_or_default();
    let folder = Path::new(manifest).parent().unwrap_or(Path::new("."));
    let mut files = ask::files(folder)?;
    files.retain(|(name, _)| notices::is_notice(name));
    let choice = material.license.contains(" OR ");
    if choice && files.iter().any(|(name, _)| name.contains("MIT")) {
        files.retain(|(name, _)| !name.contains("APACHE") && !name.contains("UNLICENSE"));
    }
    let texts = files.into_iter().map(|(_, path)| ask::text(&path));
    texts.collect()
}
