//! What the client is made of, as Cargo tells it of this very project.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;

use citizens_academy_player::site::materials;
use citizens_academy_player::site::materials::Materials;
use citizens_academy_player::site::materials::bom;
use citizens_academy_player::site::materials::notices;
use serde_json::Value;

fn gathered() -> Materials {
    materials::gather(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn the_bill_names_what_is_linked() {
    let materials = gathered();
    let text = bom::render(&materials);
    assert_eq!(text, bom::render(&gathered()), "the same every time");
    assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "a path of here");
    let bill: Value = text.parse().unwrap();
    let components = bill["components"].as_array().unwrap();
    let names: BTreeSet<_> = components
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    for linked in ["leptos", "wasm-bindgen", "web-sys", "serde_json", "std"] {
        assert!(names.contains(linked), "{linked} is not in the bill");
    }
    for other in [
        "maud",
        "pulldown-cmark",
        "leptos_macro",
        "proptest",
        "tokio",
    ] {
        assert!(!names.contains(other), "{other} is not linked");
    }
    let refs: BTreeSet<_> = components
        .iter()
        .map(|it| it["bom-ref"].as_str().unwrap())
        .collect();
    assert_eq!(refs.len(), components.len(), "each component once");
    for component in components.iter().filter(|it| it["purl"].is_string()) {
        let hash = component["hashes"][0]["content"].as_str().unwrap();
        assert_eq!(hash.len(), 64, "{component}");
        assert_ne!(component["licenses"][0]["expression"], "", "{component}");
    }
    let own = bill["metadata"]["component"]["bom-ref"].as_str().unwrap();
    for entry in bill["dependencies"].as_array().unwrap() {
        let needs = entry["dependsOn"].as_array().unwrap();
        for name in needs.iter().chain([&entry["ref"]]) {
            let name = name.as_str().unwrap();
            assert!(refs.contains(name) || name == own, "{name} is no component");
        }
    }
}

#[test]
fn the_notices_hold_a_text_for_each_crate() {
    let materials = gathered();
    let text = notices::render(&materials).unwrap();
    for material in materials.all.iter().filter(|it| !it.own) {
        let line = format!(
            "\n{} {} ({})\n",
            material.name, material.version, material.license
        );
        assert!(text.contains(&line), "{line}");
    }
    assert!(text.contains("Permission is hereby granted"));
    assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "a path of here");
}
