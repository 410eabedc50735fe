//! `cargo xtask test`: every check and test of the project.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::build::pack;
use crate::check::{self, CLIENT};
use crate::cli::Part;
use crate::deny;
use crate::library;
use crate::modules;
use crate::nu;
use crate::project::{Project, find_program, path_with};
use crate::report::Report;
use crate::setup::{self, SiteTools, TestTools};
use crate::step::{Step, Tests};
use crate::trunk::{self, Profile};

/// What a person types.
const COMMAND: &str = "cargo xtask test";

/// What the summary calls the WebAssembly tests.
const WASM_TESTS: &str = "WebAssembly tests";

/// What the summary calls the browser tests.
const BROWSER_TESTS: &str = "browser tests";

/// Runs the steps and prints the summary. A step that fails does not keep the others from
/// being run, but for those that need what it makes.
pub(crate) fn run(project: &Project, only: Option<Part>, suite_args: &[String]) -> ExitCode {
    let mut report = Report::new();
    let tools = report.attempt("set-up", || setup::for_tests(project));
    if only.is_none() {
        check::add_steps(project, &mut report);
        match &tools {
            Some(tools) => deny::add_steps(project, &tools.deny, &mut report),
            None => report.block(deny::NAME, "the set-up failed"),
        }
    }
    if only != Some(Part::Browser) {
        match &tools {
            Some(tools) => test_wasm(project, &tools.site, &mut report),
            None => report.block(WASM_TESTS, "the set-up failed"),
        }
    }
    if only != Some(Part::Wasm) {
        match &tools {
            Some(tools) => test_in_browsers(project, tools, suite_args, &mut report),
            None => report.block(BROWSER_TESTS, "the set-up failed"),
        }
    }
    report.finish()
}

/// Runs the WebAssembly tests in Chromium.
fn test_wasm(project: &Project, tools: &SiteTools, report: &mut Report) {
    let Some(driver) = find_program("chromedriver") else {
        return report.skip(WASM_TESTS, "chromedriver is not in PATH");
    };
    let mut command = project.cargo(["test"]);
    command
        .args(CLIENT)
        .args(["--test", "web"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            &tools.wasm_test_runner,
        )
        .env("CHROMEDRIVER", driver)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            project.path("xtask/webdriver.json"),
        )
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    // Another driver in the environment would be taken first, or a window opened.
    for variable in [
        "GECKODRIVER",
        "GECKODRIVER_REMOTE",
        "SAFARIDRIVER",
        "NO_HEADLESS",
    ] {
        command.env_remove(variable);
    }
    report.run(Step {
        name: WASM_TESTS,
        command,
        tests: Tests::Required,
    });
}

/// Builds the sites and runs the browser tests on them.
fn test_in_browsers(
    project: &Project,
    tools: &TestTools,
    suite_args: &[String],
    report: &mut Report,
) {
    let one = report.attempt("a site of one module", || {
        modules::only_one(COMMAND, project)
    });
    if one.is_none() {
        return report.block(BROWSER_TESTS, "they look at a site of one module");
    }
    if !build_sites(project, tools, report) {
        return report.block(BROWSER_TESTS, "a site was not built, or not packed");
    }
    let library = project.library_site();
    let sites = [
        project.release_site(),
        project.signup_site(),
        library.join("bees"),
        library,
        // The module as one file.
        project.test_packages(),
    ];
    nu::check(project, &tools.packages.nu, &sites, report);
    let mut command = project.cargo(["test", "--package", "browser-tests", "--test", "suite"]);
    command
        .arg("--")
        .args(suite_args)
        .env("PATH", path_with(&tools.site.folders))
        .env("ACADEMY_SITE", project.release_site())
        .env("ACADEMY_DEV_SITE", project.dev_site())
        .env("ACADEMY_SIGNUP_SITE", project.signup_site())
        .env("ACADEMY_LIBRARY_SITE", project.library_site())
        .env("ACADEMY_PACKAGES", project.test_packages())
        .env("ACADEMY_GECKODRIVER", &tools.geckodriver)
        .env("ACADEMY_AXE", &tools.packages.axe)
        .env("ACADEMY_NPM", project.path("tests/node_modules"));
    report.run(Step {
        name: BROWSER_TESTS,
        command,
        tests: Tests::Required,
    });
}

/// Builds the sites that the browser tests look at. Tells whether all were built.
fn build_sites(project: &Project, tools: &TestTools, report: &mut Report) -> bool {
    let site = |profile, dist: PathBuf| trunk::build(project, &tools.site, profile, Some(&dist));
    let mut build = |name, command: Command| {
        report.run(Step {
            name,
            command,
            tests: Tests::None,
        })
    };
    let release = build(
        "release site",
        site(Profile::Release, project.release_site()),
    );
    let dev = build("development site", site(Profile::Dev, project.dev_site()));
    // Each test puts the address of its own receiver in place of nobody's.
    let with_signup = build(
        "release site with a sign-up",
        trunk::build_with_signup(project, &tools.site),
    );
    let packages = build(
        "packages of the release site",
        pack(project, &project.release_site(), &project.test_packages()),
    );
    // Round the client of the release site.
    release && dev && with_signup && packages && build_library(project, report)
}

/// Builds the site of several modules. Tells whether it was built.
fn build_library(project: &Project, report: &mut Report) -> bool {
    let made = report.attempt("files for a site of several modules", || {
        library::build(project)
    });
    made.is_some_and(|command| {
        report.run(Step {
            name: "site of several modules",
            command,
            tests: Tests::None,
        })
    })
}
