//! Where the things under test and the tools are: `cargo xtask test` says so in variables.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, check};

/// The release build of the site.
pub const SITE: &str = "ACADEMY_SITE";
/// The debug build of the site.
pub const DEV_SITE: &str = "ACADEMY_DEV_SITE";
/// The release build of the site for a publisher with a sign-up: its client can send one.
pub const SIGNUP_SITE: &str = "ACADEMY_SIGNUP_SITE";
/// The release build of a site of several modules: the published one, and `tests/modules/bees`.
pub const LIBRARY_SITE: &str = "ACADEMY_LIBRARY_SITE";
/// The packages of the release site.
pub const PACKAGES: &str = "ACADEMY_PACKAGES";
/// Firefox's driver.
pub const GECKODRIVER: &str = "ACADEMY_GECKODRIVER";
/// The script of axe-core.
pub const AXE: &str = "ACADEMY_AXE";
/// The folder of what npm installed: the scripts of pages that hold frames.
pub const NPM: &str = "ACADEMY_NPM";
/// The folder of what npm installed for the bench: Lighthouse.
pub const LIGHTHOUSE: &str = "ACADEMY_LIGHTHOUSE";
/// Where the bench writes its figures.
pub const BENCH_FILE: &str = "ACADEMY_BENCH_FILE";

/// The path that `variable` holds, which must exist and be absolute.
pub fn path(variable: &str) -> Outcome<PathBuf> {
    let path = optional_path(variable).ok_or_else(|| {
        Failure::new(format!(
            "{variable} is not set; `cargo xtask test` sets it and runs these tests"
        ))
    })?;
    check(
        path.is_absolute() && path.exists(),
        format!(
            "{variable} is `{}`, which is not the absolute path of anything; `cargo xtask test` \
             sets it and runs these tests",
            path.display()
        ),
    )?;
    Ok(path)
}

/// The path that `variable` holds, if it is set.
#[must_use]
pub fn optional_path(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// The build folder of the workspace, for what a run leaves behind.
#[must_use]
pub fn target() -> PathBuf {
    optional_path("CARGO_TARGET_DIR")
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"))
}

/// The project's folder.
#[must_use]
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The first of `names` that is an executable in PATH, or at the absolute path given.
#[must_use]
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect())
        .unwrap_or_default();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}
