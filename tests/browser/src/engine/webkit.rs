//! WebKit: MiniBrowser, the small browser that WebKitGTK brings, by WebKitWebDriver.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::Plan;
use crate::failure::{Failure, Outcome, check};
use crate::options::Options;
use crate::screen;
use crate::settings::{self, program};
use crate::temp::TempFolder;

/// The driver's name.
const DRIVER: &str = "WebKitWebDriver";

/// Lets the window become as narrow as a phone: the tool bar would keep it at 447 pixels. The
/// page takes none of this.
const NARROW: &str = "
window, headerbar, headerbar *, toolbar, toolbar *, notebook, notebook *, tab, entry, button {
  min-width: 0;
  min-height: 0;
  padding: 0;
  margin: 0;
  border-width: 0;
  font-size: 1px;
}
";

/// What is not installed, if anything.
pub(super) fn missing() -> Option<&'static str> {
    if program(&[DRIVER]).is_none() {
        Some("`WebKitWebDriver`")
    } else if browser().is_none() {
        Some("WebKit's `MiniBrowser`")
    } else if !screen::is_installed() {
        Some("`Xvfb`, the screen that WebKit draws on,")
    } else {
        None
    }
}

/// How to start it.
pub(super) async fn plan(options: &Options, folder: &TempFolder) -> Outcome<Plan> {
    check(
        !options.forced_colors,
        "WebKit has no forced colours; leave it out of this case with `except`",
    )?;
    let driver =
        program(&[DRIVER]).ok_or_else(|| Failure::new("`WebKitWebDriver` is not in PATH"))?;
    let browser = browser().ok_or_else(|| Failure::new("WebKit's `MiniBrowser` was not found"))?;
    let animations = u8::from(!options.reduced_motion);
    folder.write(
        "config/gtk-3.0/settings.ini",
        format!("[Settings]\ngtk-enable-animations={animations}\n"),
    )?;
    folder.write("config/gtk-3.0/gtk.css", NARROW)?;
    folder.write(
        "config/user-dirs.dirs",
        format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.downloads().display()),
    )?;
    let capabilities = json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": browser, "args": arguments(options) },
    });
    let in_folder = |name: &str| folder.path().join(name).display().to_string();
    Ok(Plan {
        program: driver,
        args: Vec::new(),
        env: vec![
            ("DISPLAY".to_owned(), screen::display().await?),
            ("XDG_CONFIG_HOME".to_owned(), in_folder("config")),
            ("XDG_DATA_HOME".to_owned(), in_folder("data")),
            ("XDG_CACHE_HOME".to_owned(), in_folder("cache")),
            ("NO_AT_BRIDGE".to_owned(), "1".to_owned()),
            // Where there is no graphics processor, one is emulated, and to draw by that takes
            // twice the time.
            (
                "WEBKIT_SKIA_ENABLE_CPU_RENDERING".to_owned(),
                "1".to_owned(),
            ),
            (
                "WEBKIT_SKIA_CPU_PAINTING_THREADS".to_owned(),
                "1".to_owned(),
            ),
            // What the emulated graphics processor compiles is the same each time.
            (
                "MESA_SHADER_CACHE_DIR".to_owned(),
                settings::target().join("shaders").display().to_string(),
            ),
            // No page here has sound or moving pictures: what could play them is not searched for.
            ("GST_PLUGIN_SYSTEM_PATH_1_0".to_owned(), in_folder("none")),
        ],
        capabilities: super::object(capabilities),
    })
}

/// The browser's arguments.
fn arguments(options: &Options) -> Vec<&'static str> {
    let mut args = vec!["--automation"];
    if !options.java_script {
        args.push("--enable-javascript=false");
    }
    if options.dark {
        args.push("--dark-mode");
    }
    if options.storage_refused {
        args.push("--enable-html5-local-storage=false");
    }
    args
}

/// The browser, which lies below a folder that is named after the machine's kind.
fn browser() -> Option<PathBuf> {
    let libraries = [PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")];
    let machines = fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    libraries
        .into_iter()
        .chain(machines)
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.is_file())
}
