//! The bill of materials, for programs that watch for known faults.
//!
//! CycloneDX 1.6 (ECMA-424), as JSON. It has no serial number and no time, so that the same lock file
//! gives the same bytes.

use serde_json::Value;
use serde_json::json;

use super::Material;
use super::Materials;

/// The name of its file in the site's folder.
pub const FILE: &str = "bom.cdx.json";

/// Returns the bill.
#[must_use]
pub fn render(materials: &Materials) -> String {
    let (own, others): (Vec<_>, Vec<_>) = materials
        .all
        .iter()
        .partition(|material| material.name == env!("CARGO_PKG_NAME"));
    let mut components: Vec<Value> = others.into_iter().map(component).collect();
    components.push(standard_library(&materials.rust));
    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {},
        "components": components,
        "dependencies": materials.all.iter().map(|it| needs(it, materials)).collect::<Value>(),
    });
    if let Some(own) = own.first() {
        let mut component = component(own);
        component["type"] = json!("application");
        bill["metadata"]["component"] = component;
    }
    format!("{bill:#}\n")
}

/// Returns the name under which the bill knows a crate: for those of the registry, its package URL
/// (<https://github.com/package-url/purl-spec>).
fn name(material: &Material) -> String {
    // A plus sign would be read as a blank.
    let version = material.version.replace('+', "%2B");
    format!("pkg:cargo/{}@{version}", material.name)
}

fn component(material: &Material) -> Value {
    let name = name(material);
    let mut component = json!({
        "type": "library",
        "bom-ref": name,
        "name": material.name,
        "version": material.version,
        "licenses": [{ "expression": material.license }],
    });
    if !material.own {
        component["purl"] = json!(name);
    }
    if let Some(checksum) = &material.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &material.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

fn standard_library(version: &str) -> Value {
    json!({
        "type": "library",
        "bom-ref": "rust-std",
        "name": "std",
        "version": version,
        "description": "The standard library of Rust",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    })
}

fn needs(material: &Material, materials: &Materials) -> Value {
    let needs = material.needs.iter();
    let needs = needs
        .filter_map(|place| materials.all.get(*place))
        .map(name);
    json!({ "ref": name(material), "dependsOn": needs.collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_every_crate_and_what_needs_what() {
        let material = |name: &str, needs| Material {
            name: name.to_owned(),
            version: "1.0.0+a".to_owned(),
            license: "MIT".to_owned(),
            needs,
            ..Material::default()
        };
        let all = vec![
            material("a", vec![]),
            material("b", vec![0]),
            material(env!("CARGO_PKG_NAME"), vec![0, 1]),
        ];
        let rust = "1.95.0".to_owned();
        let bill: Value = render(&Materials { all, rust }).parse().unwrap();
        let own = &bill["metadata"]["component"];
        assert_eq!(own["type"], "application");
        let a = json!("pkg:cargo/a@1.0.0%2Ba");
        assert_eq!(bill["components"][0]["bom-ref"], a);
        assert_eq!(bill["components"][2]["bom-ref"], "rust-std");
        assert_eq!(bill["dependencies"][1]["dependsOn"], json!([a]));
        assert_eq!(bill["dependencies"][2]["ref"], own["bom-ref"]);
    }
}
