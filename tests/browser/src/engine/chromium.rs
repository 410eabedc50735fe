//! Chromium, by chromedriver.

use serde_json::{Map, Value, json};

use super::Plan;
use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::settings::program;
use crate::temp::TempFolder;

/// The names that distributions give to the browser.
pub(super) const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// The driver's name.
const DRIVER: &str = "chromedriver";

/// Quiet and alone: nothing is fetched but what the page asks for. Without the sandbox because
/// the tests also run as root, in containers; the pages are the project's own.
pub(super) const ARGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A crash reporter would leave the process group.
    "--disable-breakpad",
];

/// What is not installed, if anything.
pub(super) fn missing() -> Option<&'static str> {
    match (program(&BROWSERS), program(&[DRIVER])) {
        (None, _) => Some("`chromium`"),
        (_, None) => Some("`chromedriver`"),
        _ => None,
    }
}

/// How to start it.
pub(super) fn plan(options: &Options, folder: &TempFolder) -> Outcome<Plan> {
    let browser = program(&BROWSERS).ok_or_else(|| Failure::new("`chromium` is not in PATH"))?;
    let driver = program(&[DRIVER]).ok_or_else(|| Failure::new("`chromedriver` is not in PATH"))?;
    let mut args: Vec<String> = ARGS.iter().map(ToString::to_string).collect();
    let profile = folder.path().join("profile");
    args.push(format!("--user-data-dir={}", profile.display()));
    for (wanted, arg) in [
        (options.dark, "--force-dark-mode"),
        (options.reduced_motion, "--force-prefers-reduced-motion"),
        (options.forced_colors, "--force-high-contrast"),
    ] {
        if wanted {
            args.push(arg.to_owned());
        }
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": browser,
            "args": args,
            "prefs": preferences(options, folder),
        },
    });
    Ok(Plan {
        program: driver,
        args: Vec::new(),
        env: Vec::new(),
        capabilities: super::object(capabilities),
    })
}

/// The settings of the profile; 2 means "block".
fn preferences(options: &Options, folder: &TempFolder) -> Map<String, Value> {
    let mut preferences = Map::new();
    let downloads = folder.downloads().display().to_string();
    preferences.insert("download.default_directory".to_owned(), downloads.into());
    if !options.java_script {
        let name = "profile.managed_default_content_settings.javascript";
        preferences.insert(name.to_owned(), 2.into());
    }
    if options.storage_refused {
        let name = "profile.default_content_setting_values.cookies";
        preferences.insert(name.to_owned(), 2.into());
    }
    preferences
}
