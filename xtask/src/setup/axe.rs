//! axe-core, the accessibility checker: an npm package that `tests/package-lock.json` pins.

use std::fs;
use std::path::PathBuf;

use super::cache::Cache;
use super::npm;
use crate::error::Error;
use crate::project::Project;

/// The lock file.
const LOCK: &str = "tests/package-lock.json";

/// A copy of the lock file that was installed; it tells whether the packages are up to date.
const INSTALLED: &str = "tests/node_modules/installed-package-lock.json";

/// The script that the browser tests put into pages.
const SCRIPT: &str = "tests/node_modules/axe-core/axe.min.js";

/// Gives the path of axe-core's script, and installs it first if need be.
pub(crate) fn provide(project: &Project, cache: &Cache) -> Result<PathBuf, Error> {
    let lock = project.path(LOCK);
    let installed = project.path(INSTALLED);
    let script = project.path(SCRIPT);
    let wanted = fs::read(&lock).map_err(Error::file("read", &lock))?;
    let up_to_date = || script.exists() && fs::read(&installed).is_ok_and(|is| is == wanted);
    if up_to_date() {
        return Ok(script);
    }
    let _lock = cache.lock()?;
    if !up_to_date() {
        println!("Installing axe-core (from npm, as {LOCK} says).");
        npm::run(&project.path("tests"), "axe-core", &["ci"])?;
        fs::write(&installed, wanted).map_err(Error::file("written", &installed))?;
    }
    Ok(script)
}
