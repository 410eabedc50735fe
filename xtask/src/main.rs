//! The commands of the project: `cargo xtask serve`, `build`, `check`, `test` and `bench`.
//!
//! It is the first thing that a fresh machine compiles, so it depends on the standard library
//! alone, as does the receiver of sign-ups that `serve` starts. [`setup`] brings what is missing;
//! the other modules run it.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test that fails may panic")
)]

mod arrival;
mod bench;
mod build;
mod check;
mod cli;
mod deny;
mod error;
mod library;
mod modules;
mod nu;
mod parent;
mod pictures;
mod project;
mod report;
mod serve;
mod setup;
mod signup;
mod step;
mod succeed;
mod summary;
mod tally;
mod test;
mod trunk;
mod wording;

use std::env;
use std::process::ExitCode;

use cli::Command;
use error::Error;
use project::Project;

fn main() -> ExitCode {
    match cli::parse(env::args().skip(1)).and_then(run) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            error.exit_code()
        }
    }
}

/// Carries out one command.
fn run(command: Command) -> Result<ExitCode, Error> {
    let project = Project::find();
    match command {
        Command::Help => {
            println!("{}", cli::USAGE);
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve {
            port,
            release,
            signup,
        } => serve::run(&project, port, release, signup),
        Command::Announce { port, signup } => Ok(serve::announce(port, signup)),
        Command::Receive { port } => signup::receive(port),
        Command::Build => build::run(&project),
        Command::Check => Ok(check::run(&project)),
        Command::Test { only, suite_args } => Ok(test::run(&project, only, &suite_args)),
        Command::Bench { args } => bench::run(&project, &args),
        Command::Pictures => pictures::run(&project),
    }
}
