//! What the project takes in, by `deny.toml`: licences, sources, build scripts, and faults that are
//! known of crates.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::project::Project;
use crate::report::Report;
use crate::step::{Step, Tests};
use crate::wording::describe;

/// What the summary calls the check of all that the project itself can tell.
pub(crate) const NAME: &str = "licences, sources and build scripts";

/// What the summary calls the check that needs a list from elsewhere.
const FAULTS: &str = "known faults of crates";

/// How long the list may take to come.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the steps. The list of known faults (RustSec's) is kept apart from the registry, so there
/// are machines that reach the one and not the other.
pub(crate) fn add_steps(project: &Project, program: &Path, report: &mut Report) {
    let step = |name, args: &[&str]| {
        let mut command = project.command(program);
        command.args(args);
        Step {
            name,
            command,
            tests: Tests::None,
        }
    };
    let own = ["--offline", "check", "licenses", "sources", "bans"];
    report.run(step(NAME, &own));
    let mut fetch = project.command(program);
    fetch.args(["fetch", "db"]);
    match fetched(fetch, PATIENCE) {
        Ok(()) => {
            report.run(step(FAULTS, &["check", "--disable-fetch", "advisories"]));
        }
        Err(why) => report.cannot(FAULTS, &format!("their list did not come ({why})")),
    }
}

/// Fetches the list; tells why it did not come.
fn fetched(mut fetch: Command, patience: Duration) -> Result<(), String> {
    fetch
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut child = fetch.spawn().map_err(|error| error.to_string())?;
    let mut words = child.stderr.take();
    let start = Instant::now();
    let status = loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) => break status,
            None if start.elapsed() > patience => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("nothing came in {} seconds", patience.as_secs()));
            }
            None => thread::sleep(Duration::from_millis(50)),
        }
    };
    if status.success() {
        return Ok(());
    }
    let mut said = String::new();
    if let Some(words) = &mut words {
        let _ = words.read_to_string(&mut said);
    }
    let last = said.lines().rfind(|line| !line.trim().is_empty());
    Err(last.map_or_else(|| describe(status), |line| line.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    #[cfg(unix)]
    fn what_did_not_come_is_told_with_its_reason() {
        let long = Duration::from_mins(1);
        assert_eq!(fetched(shell("true"), long), Ok(()));
        let told = fetched(
            shell("echo first >&2; echo 'no such host' >&2; exit 1"),
            long,
        );
        assert_eq!(told, Err("no such host".to_owned()));
        let told = fetched(shell("exit 3"), long);
        assert_eq!(told, Err("ended with exit status 3".to_owned()));
        let told = fetched(shell("exec sleep 20"), Duration::ZERO);
        assert_eq!(told, Err("nothing came in 0 seconds".to_owned()));
    }
}
