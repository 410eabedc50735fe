//! The three engines, and how each is started.

mod chromium;
mod firefox;
mod webkit;

use std::fmt;
use std::path::PathBuf;

use serde_json::{Map, Value};

use self::firefox::Switches;
use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::settings;
use crate::temp::TempFolder;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Chromium's, which Chrome, Edge and most phones have.
    Chromium,
    /// Firefox's.
    Firefox,
    /// WebKit, which every browser on an iPhone or iPad has.
    WebKit,
}

/// What a driver is started with, and what it is asked for.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The driver's program.
    pub(crate) program: PathBuf,
    /// Its arguments, but for the port.
    pub(crate) args: Vec<String>,
    /// Variables that the driver hands on to the browser.
    pub(crate) env: Vec<(String, String)>,
    /// The capabilities of the session.
    pub(crate) capabilities: Map<String, Value>,
}

/// Returns Chromium's program, for tools that start it themselves.
///
/// # Errors
/// When it is not installed.
pub fn chromium() -> Outcome<PathBuf> {
    settings::program(&chromium::BROWSERS).ok_or_else(|| Failure::new("`chromium` is not in PATH"))
}

/// Returns what Chromium is started with.
#[must_use]
pub fn chromium_args() -> Vec<String> {
    chromium::ARGS.iter().map(ToString::to_string).collect()
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in front of a trial's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Fails with what to type unless the browser and its driver are here.
    pub fn require(self) -> Outcome {
        let missing = match self {
            Self::Chromium => chromium::missing(),
            Self::Firefox => firefox::missing(),
            Self::WebKit => webkit::missing(),
        };
        match missing {
            None => Ok(()),
            Some(what) => Err(Failure::new(format!(
                "{self} cannot be started because {what} is not installed; type `cargo xtask \
                 test`, which installs it or says how"
            ))),
        }
    }

    /// Whether a browser that runs can be set up for `options`, and how: by these settings. The size of a
    /// page can be changed in all engines, and when to go on after a navigation in none.
    pub(crate) fn switches(self, options: &Options) -> Option<Switches> {
        (self == Self::Firefox).then(|| firefox::switches(options))
    }

    /// How to start a session with `options`; files for it go to `folder`.
    pub(crate) async fn plan(self, options: &Options, folder: &TempFolder) -> Outcome<Plan> {
        let mut plan = match self {
            Self::Chromium => chromium::plan(options, folder),
            Self::Firefox => firefox::plan(options, folder),
            Self::WebKit => webkit::plan(options, folder).await,
        }?;
        if !options.waits_for_load {
            plan.capabilities
                .insert("pageLoadStrategy".to_owned(), "none".into());
        }
        Ok(plan)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// The members of a JSON object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
