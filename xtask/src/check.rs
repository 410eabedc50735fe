//! `cargo xtask check`: format, lints and native tests.

use std::process::{Command, ExitCode};

use crate::deny;
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::report::Report;
use crate::setup;
use crate::signup;
use crate::step::{Step, Tests};

/// What the lint of the client is called.
const WASM_LINTS: &str = "lints of the client (WebAssembly)";

/// What the lint of the client with a sign-up is called.
const WASM_SIGNUP_LINTS: &str = "lints of the client with a sign-up";

/// Runs the steps and prints the summary.
pub(crate) fn run(project: &Project) -> ExitCode {
    let mut report = Report::new();
    if let Some(program) = report.attempt("set-up", || setup::for_check(project)) {
        add_steps(project, &mut report);
        deny::add_steps(project, &program, &mut report);
    }
    report.finish()
}

/// Runs the steps of `check`.
pub(crate) fn add_steps(project: &Project, report: &mut Report) {
    let lint = |name, args: &[&str]| {
        let mut command = project.cargo(["clippy", "--quiet"]);
        command.args(args).args(["--", "-D", "warnings"]);
        Step {
            name,
            command,
            tests: Tests::None,
        }
    };
    report.run(Step {
        name: "format",
        command: project.cargo(["fmt", "--all", "--check"]),
        tests: Tests::None,
    });
    report.run(lint("lints", &["--workspace", "--all-targets"]));
    report.run(lint("lints of the domain alone", &DOMAIN));
    if setup::has_wasm_target(project) {
        let client = [&CLIENT[..], &["--lib", "--bins"]].concat();
        report.run(lint(WASM_LINTS, &client));
        // Half of the sign-up is compiled only for settings that have one.
        let mut with_signup = lint(WASM_SIGNUP_LINTS, &client);
        with_signup.command.env(signup::VARIABLE, "lint");
        report.run(with_signup);
    } else {
        for name in [WASM_LINTS, WASM_SIGNUP_LINTS] {
            report.skip(
                name,
                "the WebAssembly target is missing, which `build` adds",
            );
        }
    }
    report.run(Step {
        name: "documentation",
        command: documentation(project),
        tests: Tests::None,
    });
    for (name, args) in NATIVE_TESTS {
        let mut command = project.cargo(["test", "--quiet"]);
        command.args(args);
        report.run(Step {
            name,
            command,
            tests: Tests::Counted,
        });
    }
}

/// The library with neither of its two builds switched on.
const DOMAIN: [&str; 4] = ["--package", PACKAGE, "--no-default-features", "--lib"];

/// How Cargo is told to compile the client.
pub(crate) const CLIENT: [&str; 7] = [
    "--package",
    PACKAGE,
    "--no-default-features",
    "--features",
    "hydrate",
    "--target",
    WASM_TARGET,
];

/// The native tests. The browser suite is no part of the last, only what it is made of.
const NATIVE_TESTS: [(&str, &[&str]); 5] = [
    ("native tests", &["--package", PACKAGE]),
    ("tests of the mutator", &["--package", "mutator"]),
    ("tests of xtask", &["--package", "xtask"]),
    ("tests of the receiver", &["--package", "signup-receiver"]),
    (
        "tests of the browser harness",
        &["--package", "browser-tests", "--lib", "--bins"],
    ),
];

/// Builds the documentation, where a broken link is an error.
fn documentation(project: &Project) -> Command {
    let mut command = project.cargo(["doc", "--quiet", "--no-deps", "--package", PACKAGE]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}
