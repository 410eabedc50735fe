//! The web servers that publishers use, with what the instructions tell them to write.
//!
//! Each is the program of the distribution with settings of its own, on a free port of this machine,
//! in the foreground; the services that a distribution may start are left alone.

mod apache;
mod nginx;
mod reply;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use citizens_academy_player::site::package::folder::{self, File};

pub use reply::Reply;

use crate::failure::{Failure, Outcome};
use crate::port;
use crate::process::Helper;
use crate::settings;
use crate::temp::TempFolder;

/// How long a server may take until it listens.
const LIMIT: Duration = Duration::from_secs(15);

/// Where the module lies in the examples of the instructions.
const PATH: &str = "/learning/in-control/";

/// The folder below the server's own that holds what it sends.
const ROOT: &str = "www";

/// A web server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// nginx.
    Nginx,
    /// Apache.
    Apache,
}

/// A server that runs with the folder that publishers are given; it ends when it is dropped.
#[derive(Debug)]
pub struct Host {
    port: u16,
    _helper: Helper,
}

impl Kind {
    /// What the instructions say for this server.
    pub fn instructions(self) -> Outcome<String> {
        let language = match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
        };
        let guide = settings::project().join("docs").join(folder::GUIDE);
        let text = fs::read_to_string(&guide)?;
        let fence = format!("```{language}\n");
        let mut parts = text.split(fence.as_str()).skip(1);
        match (
            parts.next().and_then(|part| part.split_once("```")),
            parts.next(),
        ) {
            (Some((instructions, _)), None) => Ok(instructions.to_owned()),
            _ => Err(Failure::new(format!(
                "{} has not exactly one block for {language}",
                guide.display()
            ))),
        }
    }
}

impl Host {
    /// Starts the server with `instructions`, or with none, and the folder for the site in `site`.
    pub async fn start(kind: Kind, site: &Path, instructions: &str) -> Outcome<Self> {
        let folder = TempFolder::new()?;
        // Where it was started by root, Apache goes on as somebody else.
        folder.open()?;
        for File { path, bytes } in packed(site)? {
            folder.write(&format!("{ROOT}{PATH}{path}"), bytes)?;
        }
        let port = port::free()?;
        let (program, args) = match kind {
            Kind::Nginx => nginx::prepare(&folder, port, instructions)?,
            Kind::Apache => apache::prepare(&folder, port, instructions)?,
        };
        let helper = Helper::start(folder, program.as_os_str(), &args, &[])?;
        port::wait_for(port, LIMIT).await.map_err(|failure| {
            let messages = helper.messages();
            failure.during(&format!("{kind:?} did not start: {}", messages.trim()))
        })?;
        Ok(Self {
            port,
            _helper: helper,
        })
    }

    /// The address of the module, with a path below it.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{PATH}{path}", self.port)
    }

    /// Asks for a file of the module, with more headers, each on a line that ends.
    pub fn get(&self, path: &str, headers: &str) -> Outcome<Reply> {
        reply::get(self.port, &format!("{PATH}{path}"), headers)
    }
}

/// What publishers are given for the site in `site`: made once, since it takes a while.
pub fn packed(site: &Path) -> Outcome<&'static [File]> {
    static PACKED: OnceLock<(PathBuf, Vec<File>)> = OnceLock::new();
    if PACKED.get().is_none() {
        let files = folder::files(site)?;
        // Another case may have been faster with the same.
        let _ = PACKED.set((site.to_owned(), files));
    }
    match PACKED.get() {
        Some((of, files)) if of == site => Ok(files),
        _ => Err(Failure::new("only one site can be packed in a run")),
    }
}

/// The first of `names` in `PATH`, or where programs for administrators are.
fn program(names: &[&str]) -> Outcome<PathBuf> {
    let for_administrators = |name: &&str| {
        let path = Path::new("/usr/sbin").join(name);
        path.is_file().then_some(path)
    };
    settings::program(names)
        .or_else(|| names.iter().find_map(for_administrators))
        .ok_or_else(|| {
            Failure::new(format!(
                "`{}` is not installed; type `cargo xtask test`, which installs it or says how",
                names.join("` or `")
            ))
        })
}

/// A path as text, for settings and arguments.
fn text(path: &(impl AsRef<OsStr> + ?Sized)) -> String {
    path.as_ref().to_string_lossy().into_owned()
}
