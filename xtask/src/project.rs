//! Where things are: the checkout, what is built from it, and the programs on this machine.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;

/// The name of the crate at the top of the workspace.
pub(crate) const PACKAGE: &str = "citizens-academy-player";

/// The target of the client's build.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A checkout of the project.
#[derive(Debug)]
pub(crate) struct Project {
    /// The folder that holds the workspace.
    root: PathBuf,
}

impl Project {
    /// Finds the checkout that this program was started from.
    ///
    /// Cargo says at run time where the crate is. What was true at compile time may be another
    /// checkout that shares the build folder, and is only the second choice.
    pub(crate) fn find() -> Self {
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        Self {
            root: here.parent().map_or(here.clone(), Path::to_path_buf),
        }
    }

    /// A file or folder of the checkout.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The release site that the tests and the benchmark look at.
    pub(crate) fn release_site(&self) -> PathBuf {
        self.path("target/site/release")
    }

    /// The development site that the tests look at.
    pub(crate) fn dev_site(&self) -> PathBuf {
        self.path("target/site/dev")
    }

    /// The release site for a publisher with a sign-up, that the tests look at.
    pub(crate) fn signup_site(&self) -> PathBuf {
        self.path("target/site/signup")
    }

    /// The site of several modules that the tests look at.
    pub(crate) fn library_site(&self) -> PathBuf {
        self.path("target/site/library")
    }

    /// The packages of the release site, that the tests look at.
    pub(crate) fn test_packages(&self) -> PathBuf {
        self.path("target/site/packages")
    }

    /// What `serve` builds; `dist/` holds nothing but what `build` made.
    pub(crate) fn served_site(&self) -> PathBuf {
        self.path("target/site/serve")
    }

    /// Where `bench` writes its numbers.
    pub(crate) fn bench_file(&self) -> PathBuf {
        self.path("target/bench.json")
    }

    /// Starts a command line with a program, at the top of the checkout.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// Starts a `cargo` command line at the top of the checkout.
    pub(crate) fn cargo<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = self.command(cargo_program());
        command.args(args);
        command
    }
}

/// The `cargo` that runs this program.
pub(crate) fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Whether this is a continuous-integration run, where nothing may be left out.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// Looks for a program in the folders of `PATH`.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// `PATH` with some folders put first.
pub(crate) fn path_with(folders: &[PathBuf]) -> OsString {
    let usual = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&usual));
    // A folder whose name holds the separator cannot be in PATH at all.
    env::join_paths(all).unwrap_or(usual)
}

/// Removes a folder and all that is in it, if there is one.
pub(crate) fn remove(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Error::file("removed", folder)(error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checkout_is_the_folder_with_the_workspace() {
        assert!(Project::find().path("xtask/Cargo.toml").is_file());
    }

    #[test]
    fn a_program_that_is_not_there_is_not_found() {
        assert_eq!(find_program("no-such-program-anywhere"), None);
    }

    #[test]
    fn our_folders_come_first() {
        let path = path_with(&["/tools/a".into(), "/tools/b".into()]);
        let folders: Vec<PathBuf> = env::split_paths(&path).take(2).collect();
        assert_eq!(
            folders,
            [PathBuf::from("/tools/a"), PathBuf::from("/tools/b")]
        );
    }
}
