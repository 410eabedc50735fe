//! The tools that the project installs, and their versions.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use super::npm;
use crate::error::Error;
use crate::project::{cargo_program, path_with};
use crate::wording::describe;

/// A tool that is compiled from its crate.
#[derive(Debug)]
pub(crate) struct CargoTool {
    /// What the tool is called, and its folder in the cache.
    name: &'static str,
    /// The crate that it comes from.
    package: &'static str,
    /// Its version.
    pub(crate) version: &'static str,
    /// More options for `cargo install`.
    options: &'static [&'static str],
    /// How long two cores take to compile it.
    minutes: u32,
}

/// Builds and serves the site. What is left out of it is TLS and a look for newer versions.
pub(crate) const TRUNK: CargoTool = CargoTool {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    options: &["--no-default-features"],
    minutes: 5,
};

/// Joins the WebAssembly to the browser. Its version is the one in Cargo.lock.
pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.126",
    options: &[],
    minutes: 2,
};

/// Drives Firefox.
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    name: "geckodriver",
    package: "geckodriver",
    version: "0.36.0",
    options: &[],
    minutes: 2,
};

/// Checks what the project takes in: licences, sources, build scripts, known faults.
pub(crate) const CARGO_DENY: CargoTool = CargoTool {
    name: "cargo-deny",
    package: "cargo-deny",
    version: "0.20.2",
    options: &[],
    minutes: 3,
};

/// The npm version of Binaryen, which holds wasm-opt.
const BINARYEN: &str = "132.0.0";

/// The version of wasm-opt as the program and Trunk.toml put it.
pub(crate) const WASM_OPT: &str = "version_132";

/// The tools are compiled to be ready soon, not to run fast.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

impl CargoTool {
    /// Gives the folder of the tool's programs, and compiles the tool first if need be.
    pub(crate) fn provide(&self, cache: &Cache) -> Result<PathBuf, Error> {
        let folder = format!("{}-{}", self.name, self.version);
        let proof = program(Path::new("bin"), self.name);
        let whole = cache.provide(&folder, &proof, |partial| self.install(partial))?;
        Ok(whole.join("bin"))
    }

    /// Compiles the tool into a folder.
    fn install(&self, folder: &Path) -> Result<(), Error> {
        let Self {
            package,
            version,
            minutes,
            ..
        } = self;
        println!("Compiling {package} {version}: some {minutes} minutes, once on this machine.");
        let build = folder.join("build");
        let mut command = Command::new(cargo_program());
        command
            .args(["install", "--locked", &format!("{package}@{version}")])
            .args(self.options)
            .args(["--root".as_ref(), folder.as_os_str()])
            .envs(QUICK_PROFILE)
            .env("CARGO_TARGET_DIR", &build)
            // Else Cargo asks for it to be put there, and it is not where the tool will stay.
            .env("PATH", path_with(&[folder.join("bin")]))
            // Away from the project, whose settings are not meant for its tools.
            .current_dir(folder);
        let why = match command.status() {
            Ok(status) if status.success() => {
                return fs::remove_dir_all(&build).map_err(Error::file("removed", build));
            }
            Ok(status) => format!(
                "`cargo install` {}, for the reason given above",
                describe(status)
            ),
            Err(error) => format!("`cargo` could not be started ({error})"),
        };
        Err(self.not_installed(why))
    }

    /// The tool could not be compiled.
    fn not_installed(&self, why: String) -> Error {
        let Self {
            package, version, ..
        } = self;
        let options = [&["--locked"], self.options].concat().join(" ");
        Error::Setup {
            what: format!("{package} {version}"),
            why,
            remedy: format!(
                "put that right and type the command again, or try it by itself with `cargo \
                 install {options} {package}@{version}`"
            ),
        }
    }
}

/// Gives the folder of wasm-opt, and installs it first if need be.
pub(crate) fn binaryen(cache: &Cache) -> Result<PathBuf, Error> {
    let programs = Path::new("node_modules").join(".bin");
    let proof = programs.join("wasm-opt");
    let package = format!("binaryen@{BINARYEN}");
    let whole = cache.provide(&format!("binaryen-{BINARYEN}"), &proof, |partial| {
        println!("Installing wasm-opt ({package} from npm).");
        // Without a package.json here, npm would look for one in the folders above.
        let manifest = partial.join("package.json");
        fs::write(&manifest, "{}\n").map_err(Error::file("written", manifest))?;
        npm::run(partial, "wasm-opt", &["install", "--no-save", &package])
    })?;
    Ok(whole.join(programs))
}

/// A program in a folder, with the ending that the system gives to programs.
pub(crate) fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_ways_to_write_the_version_of_binaryen_agree() {
        let major = BINARYEN.split('.').next().unwrap();
        assert_eq!(WASM_OPT, format!("version_{major}"));
    }

    #[test]
    fn a_tool_that_was_not_compiled_can_be_tried_by_hand() {
        let sentence = TRUNK
            .not_installed("`cargo install` was ended by a signal".to_owned())
            .to_string();
        assert!(
            sentence.contains("`cargo install --locked --no-default-features trunk@0.21.14`"),
            "{sentence}"
        );
    }
}
