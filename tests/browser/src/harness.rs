//! Runs cases: each in every engine, each with a window of its own in a browser that no other case
//! uses meanwhile, a time limit, and a picture of the page when it fails. What failed is tried once
//! more by itself, in a new browser.

mod case;
mod ctx;
mod evidence;
mod second;
mod slow;
mod trial;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};
use tokio::runtime::Runtime;

pub use case::{Case, case};
pub use ctx::Ctx;

use crate::engine::Engine;
use second::Run;

/// Three trials at a time: on two processors one of them mostly waits for a clock, and more would
/// only wait for one another.
const THREADS: usize = 3;

/// Runs all `cases`, as the arguments of the program say.
#[must_use]
pub fn run(cases: Vec<Case>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(THREADS);
    let run = match Runtime::new() {
        Ok(runtime) => Arc::new(Run::new(runtime)),
        Err(error) => {
            eprintln!("The tests cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let left_out = left_out(&cases, &arguments);
    let trials = cases
        .into_iter()
        .flat_map(|case| trials_of(case, &run))
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !left_out.is_empty() && !arguments.list {
        println!("Not run, and why:\n{}\n", left_out.join("\n"));
    }
    for (what, lines) in [
        ("The slowest", run.slow.report()),
        (
            "Failed, and passed when tried again alone",
            run.second_tries.report(),
        ),
    ] {
        if !lines.is_empty() {
            println!("{what}:\n{}\n", lines.join("\n"));
        }
    }
    conclusion.exit_code()
}

/// One trial of a case for each engine that it runs in.
fn trials_of(case: Case, run: &Arc<Run>) -> Vec<Trial> {
    let case = Arc::new(case);
    Engine::ALL
        .into_iter()
        .filter(|engine| case.reason_against(*engine).is_none())
        .map(|engine| {
            let (case, run) = (Arc::clone(&case), Arc::clone(run));
            let name = case.trial_name(engine);
            Trial::test(name, move || trial::run(&case, engine, &run))
        })
        .collect()
}

/// The lines about the trials that the cases leave out, as far as they were asked for.
fn left_out(cases: &[Case], arguments: &Arguments) -> Vec<String> {
    let mut lines = Vec::new();
    for case in cases {
        for engine in Engine::ALL {
            let name = case.trial_name(engine);
            if let Some(reason) = case.reason_against(engine)
                && is_asked_for(&name, arguments)
            {
                lines.push(format!("  {name}: {reason}"));
            }
        }
    }
    lines
}

/// Whether the program's arguments select a trial of this name.
fn is_asked_for(name: &str, arguments: &Arguments) -> bool {
    let fits = |filter: &String| {
        if arguments.exact {
            name == filter
        } else {
            name.contains(filter.as_str())
        }
    };
    arguments.filter.as_ref().is_none_or(fits) && !arguments.skip.iter().any(fits)
}
