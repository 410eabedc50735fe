//! The features that the page's markup uses.

use std::collections::BTreeSet;
use std::path::Path;

use citizens_academy_player::content;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::settings::Config;
use citizens_academy_player::site::assets::Assets;
use citizens_academy_player::site::build::document;
use citizens_academy_player::site::markup;
use markup5ever_rcdom::Handle;
use markup5ever_rcdom::NodeData;

/// A page with everything that it can hold.
pub(crate) fn page() -> String {
    let today = Date::new(2100, 1, 1).expect("a day");
    let module = content::load(Path::new("public/modules/in-control"), today).module;
    let settings = r#"{"publisher": "P", "signup": {"mode": "json", "url": "https://a.example/",
        "ask": {"role": {"label": "I am", "choices": ["A", "B"]}},
        "consent": {"text": "T", "version": "1", "notice": "https://a.example/"}}}"#;
    let config = Config::read(settings).expect("settings");
    let help = content::help::load(Path::new("public"), today).help;
    let assets = Assets {
        script: "client.js".to_owned(),
        wasm: "client_bg.wasm".to_owned(),
        ..Assets::default()
    };
    document(
        &module.expect("the module"),
        &help.expect("the help"),
        &config,
        &assets,
        Path::new("."),
    )
    .expect("a page")
}

/// Returns the elements and attributes in `html`, without classes, data and roles, which every
/// browser takes.
pub(crate) fn features(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(&markup::parse(html).document, &mut found);
    found
}

fn walk(node: &Handle, found: &mut BTreeSet<String>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        found.insert(format!("<{}>", name.local));
        for attribute in attrs.borrow().iter() {
            let name = &*attribute.name.local;
            let known = ["class", "id", "role"].contains(&name);
            if !known && !name.starts_with("data-") && !name.starts_with("aria-") {
                found.insert(format!("attribute {name}"));
            }
        }
    }
    for child in node.children.borrow().iter() {
        walk(child, found);
    }
}
