//! Runs Trunk with the tools that were set up.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::project::{Project, path_with};
use crate::setup::SiteTools;
use crate::signup;
use crate::succeed::succeed;

/// How the site is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quickly, to look at.
    Dev,
    /// Small and fast, to publish.
    Release,
}

/// A command line that builds the site, into `dist/` unless told otherwise.
pub(crate) fn build(
    project: &Project,
    tools: &SiteTools,
    profile: Profile,
    dist: Option<&Path>,
) -> Command {
    let mut command = trunk(project, tools, "build", profile);
    if let Some(dist) = dist {
        command.arg("--dist").arg(dist);
    }
    command
}

/// Builds the release site for a command that a person `typed`, and returns its folder.
pub(crate) fn release_site(
    typed: &str,
    project: &Project,
    tools: &SiteTools,
) -> Result<PathBuf, Error> {
    let site = project.release_site();
    let command = build(project, tools, Profile::Release, Some(&site));
    succeed(typed, "The build of the site", command)?;
    Ok(site)
}

/// A command line that builds the site of a publisher with a sign-up, as it is published. Its form
/// is sent to nobody: whoever looks at the site puts an address in place of that one.
pub(crate) fn build_with_signup(project: &Project, tools: &SiteTools) -> Command {
    let mut command = build(
        project,
        tools,
        Profile::Release,
        Some(&project.signup_site()),
    );
    command.env(signup::VARIABLE, signup::NOBODY);
    command
}

/// A command line that serves the site and builds it anew on every change.
///
/// The page is not reloaded by itself: its content policy is that of the published site,
/// which lets Trunk's reloading through as little as anything else.
///
/// With a port that receives sign-ups, the form of the page posts there.
pub(crate) fn serve(
    project: &Project,
    tools: &SiteTools,
    profile: Profile,
    port: u16,
    signup: Option<u16>,
) -> Command {
    let mut command = trunk(project, tools, "serve", profile);
    command
        .arg("--dist")
        .arg(project.served_site())
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        // Looking up names may take many seconds where there is no network.
        .args(["--disable-address-lookup=true", "--no-autoreload=true"]);
    if let Some(signup) = signup {
        command.env(signup::VARIABLE, signup::endpoint(signup));
    }
    command
}

/// What every Trunk command line has in common.
fn trunk(project: &Project, tools: &SiteTools, action: &str, profile: Profile) -> Command {
    let mut command = project.command(&tools.trunk);
    command
        .arg(action)
        .env("PATH", path_with(&tools.folders))
        // Whoever wants a site with a sign-up to try says so here; what is set elsewhere is no wish
        // for one.
        .env_remove(signup::VARIABLE);
    if profile == Profile::Release {
        command.arg("--release");
        if let Some(flags) = same_everywhere() {
            command.env(CLIENT_FLAGS, flags);
        }
    }
    // Trunk takes `true` and refuses the `1` that people set.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    } else {
        command.env_remove("NO_COLOR");
    }
    command
}

/// What the compiler of the client is told, and no other.
const CLIENT_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has the client not hold where this machine keeps its crates: it would say who built it, and be
/// another on every machine. Nothing where that place cannot be told to the compiler, which splits
/// its flags at spaces.
fn same_everywhere() -> Option<String> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let cargo = folder("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let crates = cargo.join("registry").join("src");
    let crates = crates.to_str().filter(|path| !path.contains([' ', '=']))?;
    Some(format!("--remap-path-prefix={crates}=crates"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    fn tools() -> SiteTools {
        SiteTools {
            trunk: "trunk".into(),
            wasm_test_runner: "runner".into(),
            folders: Vec::new(),
        }
    }

    /// What the variable is set to, or `None` if it is taken away. It is never left as it is.
    fn trial(command: &Command) -> Option<&OsStr> {
        let mut variables = command.get_envs();
        let named = variables.find(|(name, _)| *name == signup::VARIABLE);
        named.unwrap().1
    }

    #[test]
    fn a_site_that_is_served_knows_who_receives_sign_ups() {
        let (project, tools) = (Project::find(), tools());
        for profile in [Profile::Dev, Profile::Release] {
            let command = serve(&project, &tools, profile, 8080, Some(8081));
            let address = OsStr::new("http://127.0.0.1:8081/json");
            assert_eq!(trial(&command), Some(address));
        }
    }

    #[test]
    fn a_site_with_a_sign_up_sends_it_to_nobody() {
        let project = Project::find();
        let command = build_with_signup(&project, &tools());
        assert_eq!(trial(&command), Some(OsStr::new(signup::NOBODY)));
        let arguments: Vec<&OsStr> = command.get_args().collect();
        assert!(arguments.contains(&OsStr::new("--release")));
        assert!(arguments.contains(&project.signup_site().as_os_str()));
    }

    #[test]
    fn every_other_site_does_not() {
        let (project, tools) = (Project::find(), tools());
        let served = serve(&project, &tools, Profile::Dev, 8080, None);
        assert_eq!(trial(&served), None);
        for profile in [Profile::Dev, Profile::Release] {
            let built = build(&project, &tools, profile, None);
            assert_eq!(trial(&built), None);
        }
    }

    #[test]
    fn a_release_does_not_say_where_it_was_built() {
        let (project, tools) = (Project::find(), tools());
        let flags = |profile| {
            let command = build(&project, &tools, profile, None);
            let mut variables = command.get_envs();
            let named = variables.find(|(name, _)| *name == CLIENT_FLAGS);
            named.and_then(|(_, value)| value.map(OsStr::to_owned))
        };
        let release = flags(Profile::Release).unwrap();
        let release = release.to_str().unwrap();
        assert!(release.starts_with("--remap-path-prefix="), "{release}");
        assert!(release.ends_with("registry/src=crates"), "{release}");
        assert_eq!(flags(Profile::Dev), None);
    }
}
