//! Every case, in every engine.

use std::process::ExitCode;

use browser_tests::harness;

mod cases;

fn main() -> ExitCode {
    harness::run(cases::all())
}
