//! Writes the page beside the client that Trunk built. Trunk runs it as its `post_build` hook.
//!
//! Trunk says where things are through `TRUNK_SOURCE_DIR` and `TRUNK_STAGING_DIR`; by hand, the
//! first argument is the site's folder and the second, if any, the folder of modules.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use citizens_academy_player::site::build::Places;
use citizens_academy_player::site::build::build;
use citizens_academy_player::site::today::today;

/// While the site is served for a trial, this says where its sign-up is sent. Whatever is published
/// is built without it, and an address elsewhere than on this machine is refused.
const TRIAL: &str = "ACADEMY_TRIAL_SIGNUP";

fn main() -> ExitCode {
    let (sentences, code) = match places().and_then(|places| build(&places, today())) {
        Ok(warnings) => (warnings, ExitCode::SUCCESS),
        Err(errors) => (errors, ExitCode::FAILURE),
    };
    for sentence in sentences {
        eprintln!("{sentence}");
    }
    code
}

/// Finds out where the site is made from, and where to.
fn places() -> Result<Places, Vec<String>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let source = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let Some(site) = arguments.next().or(staging) else {
        return Err(vec![
            "Which folder holds the built client? Type it after the command, or build with Trunk."
                .to_owned(),
        ]);
    };
    let modules = arguments
        .next()
        .unwrap_or_else(|| source.join("public/modules"));
    Ok(Places {
        source,
        modules,
        site,
        develop: env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug"),
        trial: env::var(TRIAL).ok(),
    })
}
