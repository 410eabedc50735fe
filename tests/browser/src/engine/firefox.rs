//! Firefox, by geckodriver.

use serde_json::{Map, Value, json};

use super::Plan;
use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::settings::{self, program};
use crate::temp::TempFolder;

/// The names that distributions give to the browser.
const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];

/// Lets the window become as narrow as a phone: the tool bars would keep it at 500 pixels.
const NARROW: &str = "
:root, #navigator-toolbox, #browser, #nav-bar, #TabsToolbar, #titlebar {
  min-width: 0 !important;
  min-height: 0 !important;
}
#nav-bar, #TabsToolbar { overflow: hidden !important; }
";

/// Settings of a profile, each with its value, or none where the browser's own is meant.
pub(crate) type Switches = [(&'static str, Option<Value>); 6];

/// What is not installed, if anything.
pub(super) fn missing() -> Option<&'static str> {
    match (program(&BROWSERS), settings::path(settings::GECKODRIVER)) {
        (None, _) => Some("`firefox-esr`"),
        (_, Err(_)) => Some("`geckodriver` (named by ACADEMY_GECKODRIVER)"),
        _ => None,
    }
}

/// How to start it.
pub(super) fn plan(options: &Options, folder: &TempFolder) -> Outcome<Plan> {
    let browser = program(&BROWSERS).ok_or_else(|| Failure::new("`firefox-esr` is not in PATH"))?;
    folder.write("profile/chrome/userChrome.css", NARROW)?;
    let profile = folder.path().join("profile");
    let capabilities = json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "-profile", profile],
            "prefs": preferences(options, folder),
        },
    });
    Ok(Plan {
        program: settings::path(settings::GECKODRIVER)?,
        // Its second port would be the same in every driver.
        args: vec![
            "--websocket-port=0".to_owned(),
            // The switch of the network and the settings are the browser's own, no page's.
            "--allow-system-access".to_owned(),
        ],
        // A crash reporter would leave the process group.
        env: vec![("MOZ_CRASHREPORTER_DISABLE".to_owned(), "1".to_owned())],
        capabilities: super::object(capabilities),
    })
}

/// The settings of the profile.
fn preferences(options: &Options, folder: &TempFolder) -> Map<String, Value> {
    let mut preferences = Map::new();
    let mut set = |name: &str, value: Value| {
        preferences.insert(name.to_owned(), value);
    };
    set(
        "toolkit.legacyUserProfileCustomizations.stylesheets",
        true.into(),
    );
    // 2: into this folder, unasked.
    set("browser.download.folderList", 2.into());
    let downloads = folder.downloads().display().to_string();
    set("browser.download.dir", downloads.into());
    // One process for all pages: they are all of this machine, and to start one takes longer than
    // most cases.
    set("fission.autostart", false.into());
    set("dom.ipc.processCount", 1.into());
    set("dom.ipc.processPrelaunch.enabled", false.into());
    for (name, value) in switches(options) {
        if let Some(value) = value {
            set(name, value);
        }
    }
    preferences
}

/// The settings that differ between options. Pages that are opened after a change follow it.
pub(super) fn switches(options: &Options) -> Switches {
    let when = |wanted: bool, value: Value| wanted.then_some(value);
    [
        (
            "javascript.enabled",
            when(!options.java_script, false.into()),
        ),
        ("ui.systemUsesDarkTheme", when(options.dark, 1.into())),
        (
            "layout.css.prefers-color-scheme.content-override",
            when(options.dark, 0.into()),
        ),
        (
            "ui.prefersReducedMotion",
            when(options.reduced_motion, 1.into()),
        ),
        // Always the person's colours, never the page's.
        (
            "browser.display.document_color_use",
            when(options.forced_colors, 2.into()),
        ),
        (
            "network.cookie.cookieBehavior",
            when(options.storage_refused, 2.into()),
        ),
    ]
}
