//! Sets up what a command needs and does not find, and says what it does.
//!
//! What comes from Debian, npm and rustup goes where those put it. Compiled tools go to
//! [`cache::Cache`], which every checkout on the machine shares. Nothing here runs twice: each
//! part looks first, and a machine that has everything is done in well under a second.

mod cache;
mod debian;
mod npm;
mod packages;
mod rust;
mod tools;
mod versions;

use std::path::PathBuf;

use crate::error::Error;
use crate::project::{Project, in_ci};
use cache::Cache;
use packages::Packages;

/// What it takes to build the site.
#[derive(Debug)]
pub(crate) struct SiteTools {
    /// The Trunk program.
    pub(crate) trunk: PathBuf,
    /// The program that runs WebAssembly tests; it comes with wasm-bindgen.
    pub(crate) wasm_test_runner: PathBuf,
    /// Folders that go first in `PATH`: Trunk looks there for wasm-bindgen and wasm-opt.
    pub(crate) folders: Vec<PathBuf>,
}

/// What it takes to look at the site in browsers.
#[derive(Debug)]
pub(crate) struct TestTools {
    /// What it takes to build it.
    pub(crate) site: SiteTools,
    /// The program that checks what the project takes in.
    pub(crate) deny: PathBuf,
    /// The program that drives Firefox.
    pub(crate) geckodriver: PathBuf,
    /// The accessibility checker that the tests put into pages, and the checker of HTML.
    pub(crate) packages: Packages,
}

/// Sets up what `serve` and `build` need.
pub(crate) fn for_site(project: &Project) -> Result<SiteTools, Error> {
    versions::agree(project)?;
    rust::add_wasm_target(project)?;
    let cache = Cache::find()?;
    let binaryen = tools::binaryen(&cache)?;
    let bindgen = tools::WASM_BINDGEN.provide(&cache)?;
    let trunk = tools::TRUNK.provide(&cache)?;
    Ok(SiteTools {
        trunk: tools::program(&trunk, "trunk"),
        wasm_test_runner: tools::program(&bindgen, "wasm-bindgen-test-runner"),
        folders: vec![trunk, bindgen, binaryen],
    })
}

/// Sets up what `bench` needs.
pub(crate) fn for_bench(project: &Project) -> Result<SiteTools, Error> {
    debian::provide(&Cache::find()?, debian::CHROMIUM)?;
    for_site(project)
}

/// Sets up Lighthouse for `bench`, and gives the folder that holds it.
pub(crate) fn lighthouse(project: &Project) -> Result<PathBuf, Error> {
    packages::provide_lighthouse(project, &Cache::find()?)
}

/// Sets up what `test` needs.
///
/// Outside CI a missing browser or server does not stop the other steps: the sentence is printed,
/// and the tests with it fail.
pub(crate) fn for_tests(project: &Project) -> Result<TestTools, Error> {
    let cache = Cache::find()?;
    rust::add_components(project)?;
    match debian::provide(&cache, debian::FOR_TESTS) {
        Err(error) if !in_ci() => println!("{error}"),
        outcome => outcome?,
    }
    let packages = packages::provide(project, &cache)?;
    let site = for_site(project)?;
    let geckodriver = tools::GECKODRIVER.provide(&cache)?;
    let geckodriver = tools::program(&geckodriver, "geckodriver");
    Ok(TestTools {
        deny: deny(&cache)?,
        site,
        geckodriver,
        packages,
    })
}

/// Whether the client can be compiled here, and so be checked.
pub(crate) fn has_wasm_target(project: &Project) -> bool {
    rust::has_wasm_target(project)
}

/// Sets up what `check` needs, and gives the program that checks what the project takes in.
pub(crate) fn for_check(project: &Project) -> Result<PathBuf, Error> {
    rust::add_components(project)?;
    deny(&Cache::find()?)
}

/// Gives the program that checks what the project takes in.
fn deny(cache: &Cache) -> Result<PathBuf, Error> {
    let folder = tools::CARGO_DENY.provide(cache)?;
    Ok(tools::program(&folder, "cargo-deny"))
}
