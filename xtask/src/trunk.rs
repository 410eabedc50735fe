//! Runs Trunk with the tools that were set up.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::project::{Project, path_with};
use crate::setup::SiteTools;

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

/// A command line that serves the site and builds it anew on every change.
///
/// The page is not reloaded by itself: its content policy is that of the published site,
/// which lets Trunk's reloading through as little as anything else.
pub(crate) fn serve(project: &Project, tools: &SiteTools, profile: Profile, port: u16) -> Command {
    let mut command = trunk(project, tools, "serve", profile);
    command
        .arg("--dist")
        .arg(project.served_site())
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        // Looking up names may take many seconds where there is no network.
        .args(["--disable-address-lookup=true", "--no-autoreload=true"]);
    command
}

/// What every Trunk command line has in common.
fn trunk(project: &Project, tools: &SiteTools, action: &str, profile: Profile) -> Command {
    let mut command = project.command(&tools.trunk);
    command.arg(action).env("PATH", path_with(&tools.folders));
    if profile == Profile::Release {
        command.arg("--release");
    }
    // Trunk takes `true` and refuses the `1` that people set.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    } else {
        command.env_remove("NO_COLOR");
    }
    command
}
