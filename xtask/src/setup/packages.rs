//! What the tests take from npm, as `tests/package-lock.json` pins it: axe-core, which looks for
//! what shuts people out, the Nu HTML Checker, and the scripts of pages that hold frames.

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
const AXE: &str = "tests/node_modules/axe-core/axe.min.js";

/// The program that checks pages; Java runs it.
const NU: &str = "tests/node_modules/vnu-jar/build/dist/vnu.jar";

/// The packages.
#[derive(Debug)]
pub(crate) struct Packages {
    /// axe-core's script.
    pub(crate) axe: PathBuf,
    /// The Nu HTML Checker, for Java.
    pub(crate) nu: PathBuf,
}

/// Gives the paths of the packages, and installs them first if need be.
pub(crate) fn provide(project: &Project, cache: &Cache) -> Result<Packages, Error> {
    let lock = project.path(LOCK);
    let installed = project.path(INSTALLED);
    let packages = Packages {
        axe: project.path(AXE),
        nu: project.path(NU),
    };
    let wanted = fs::read(&lock).map_err(Error::file("read", &lock))?;
    let up_to_date = || {
        let there = packages.axe.exists() && packages.nu.exists();
        there && fs::read(&installed).is_ok_and(|is| is == wanted)
    };
    if up_to_date() {
        return Ok(packages);
    }
    let _lock = cache.lock()?;
    if !up_to_date() {
        println!("Installing what the tests need from npm, as {LOCK} says.");
        // The checker's own script would look for Java, and fetch one: Debian's is here.
        let args = ["ci", "--ignore-scripts"];
        npm::run(&project.path("tests"), "the packages of the tests", &args)?;
        fs::write(&installed, wanted).map_err(Error::file("written", &installed))?;
    }
    Ok(packages)
}
