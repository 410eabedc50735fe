//! What can stop a command. Every error is one sentence: what failed, why, and what to type.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// Why a command could not go on.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line was not understood.
    Usage {
        /// What is wrong with it.
        problem: String,
    },
    /// Something that the command needs is missing and was not installed.
    Setup {
        /// The thing that is missing.
        what: String,
        /// Why it was not installed.
        why: String,
        /// What the person can do, with the command to type.
        remedy: String,
    },
    /// A file of the project asks for another version of a tool than the set-up installs.
    Version {
        /// The file, from the top of the project.
        file: &'static str,
        /// The tool.
        tool: &'static str,
        /// The version that the file names, if it names one.
        found: Option<String>,
        /// The version that the set-up installs.
        installed: String,
    },
    /// A program of the project ran and did not succeed.
    Failed {
        /// What was to be done.
        what: String,
        /// How it ended.
        why: String,
        /// What to type.
        remedy: String,
    },
    /// Another program listens on the port.
    PortTaken {
        /// The port of 127.0.0.1.
        port: u16,
        /// A port to try instead.
        other: u16,
    },
    /// A file or folder could not be read or written.
    File {
        /// What was tried, such as "made" or "read".
        tried: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

impl Error {
    /// The exit status: 2 for a command line that was not understood, else 1.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage { .. } => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }

    /// A [`Self::File`], for use with `map_err`.
    pub(crate) fn file(
        tried: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File {
            tried,
            path,
            source,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { problem } => {
                write!(
                    f,
                    "{problem}; type `cargo xtask --help` to see what there is."
                )
            }
            Self::Setup { what, why, remedy } => {
                write!(f, "{what} could not be set up, because {why}; {remedy}.")
            }
            Self::Version {
                file,
                tool,
                found,
                installed,
            } => {
                let found = found.as_deref().unwrap_or("no version");
                write!(
                    f,
                    "{file} names {found} of {tool}, but the set-up installs {installed}: write \
                     the same version in {file} and in xtask/src/setup/tools.rs, then type the \
                     command again.",
                )
            }
            Self::Failed { what, why, remedy } => {
                write!(f, "{what} failed, because {why}; {remedy}.")
            }
            Self::PortTaken { port, other } => write!(
                f,
                "The module cannot be served on port {port}, because another program uses it; \
                 type `cargo xtask serve --port {other}`.",
            ),
            Self::File {
                tried,
                path,
                source,
            } => write!(
                f,
                "{} could not be {tried}, because the system said \"{source}\"; put that right \
                 and type the command again.",
                path.display(),
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. } => Some(source),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
