//! Says to the compiler whether the client needs the code of the sign-up: only where the
//! publisher's settings have a form, or while one is tried. It is a sixth of the client.

use std::env;
use std::fs;

use serde_json::Value;

/// The publisher's settings.
const SETTINGS: &str = "public/config.json";

/// Where a trial of the sign-up is sent (see `src/bin/build_site.rs`).
const TRIAL: &str = "ACADEMY_TRIAL_SIGNUP";

fn main() {
    println!("cargo::rerun-if-changed={SETTINGS}");
    println!("cargo::rerun-if-env-changed={TRIAL}");
    println!("cargo::rustc-check-cfg=cfg(signup)");
    let settings = fs::read_to_string(SETTINGS).unwrap_or_default();
    if env::var_os(TRIAL).is_some() || has_form(&settings) {
        println!("cargo::rustc-cfg=signup");
    }
}

/// Returns whether the settings have a form for a sign-up. What is wrong with them, the build of the
/// site says. `tests/signup/client.rs` holds the two together.
pub(crate) fn has_form(settings: &str) -> bool {
    // Some editors put a byte order mark before it.
    let text = settings.trim_start_matches('\u{feff}');
    let settings: Value = text.parse().unwrap_or_default();
    let signup = &settings["signup"];
    let way = signup["preset"].as_str().or(signup["mode"].as_str());
    // The others are a link, or nothing.
    let without_form = ["none", "link", "mailto", "mailman", "mailman-mail"];
    way.is_some_and(|way| !without_form.contains(&way))
}
