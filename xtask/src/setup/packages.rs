//! What the tests take from npm, as `tests/package-lock.json` pins it: axe-core, which looks for
//! what shuts people out, the Nu HTML Checker, and the scripts of pages that hold frames. And what
//! the bench takes, by a lock file of its own, since it is large: Lighthouse.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use super::cache::Cache;
use super::npm;
use crate::error::Error;
use crate::project::Project;

/// The folder of the tests' packages.
const TESTS: &str = "tests";

/// The folder of the bench's packages.
const BENCH: &str = "tests/lighthouse";

/// The lock file in such a folder.
const LOCK: &str = "package-lock.json";

/// A copy of the lock file that was installed; it tells whether the packages are up to date.
const INSTALLED: &str = "node_modules/installed-package-lock.json";

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

/// Gives the paths of the tests' packages, and installs them first if need be.
pub(crate) fn provide(project: &Project, cache: &Cache) -> Result<Packages, Error> {
    let packages = Packages {
        axe: project.path(AXE),
        nu: project.path(NU),
    };
    install(project, cache, TESTS, &[&packages.axe, &packages.nu])?;
    Ok(packages)
}

/// Gives the folder of the bench's packages, and installs them first if need be.
pub(crate) fn provide_lighthouse(project: &Project, cache: &Cache) -> Result<PathBuf, Error> {
    let modules = project.path(BENCH).join("node_modules");
    install(
        project,
        cache,
        BENCH,
        &[&modules.join("lighthouse/cli/index.js")],
    )?;
    Ok(modules)
}

/// Installs what the lock file in `folder` says, unless it is there; `files` are some of it.
fn install(project: &Project, cache: &Cache, folder: &str, files: &[&Path]) -> Result<(), Error> {
    let folder = project.path(folder);
    let (lock, installed) = (folder.join(LOCK), folder.join(INSTALLED));
    let wanted = fs::read(&lock).map_err(Error::file("read", &lock))?;
    let up_to_date = || {
        let there = files.iter().all(|file| file.exists());
        there && fs::read(&installed).is_ok_and(|is| is == wanted)
    };
    if up_to_date() {
        return Ok(());
    }
    let _lock = cache.lock()?;
    if !up_to_date() {
        println!("Installing from npm what {} says.", lock.display());
        // The checker's own script would look for Java, and fetch one: Debian's is here.
        let args = ["ci", "--ignore-scripts"];
        npm::run(&folder, "the packages of the tests", &args)?;
        fs::write(&installed, wanted).map_err(Error::file("written", &installed))?;
    }
    Ok(())
}
