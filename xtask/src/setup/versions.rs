//! Keeps the versions that the set-up installs in step with those the project asks for.
//!
//! Trunk fetches a tool itself when the one in `PATH` has another version, and wasm-bindgen's
//! program works with no other version of its library.

use std::fs;

use super::tools;
use crate::error::Error;
use crate::project::Project;

/// Fails if Cargo.lock or Trunk.toml asks for another version of a tool.
pub(crate) fn agree(project: &Project) -> Result<(), Error> {
    let read = |file: &'static str| {
        let path = project.path(file);
        fs::read_to_string(&path).map_err(Error::file("read", path))
    };
    let (lock, trunk) = (read("Cargo.lock")?, read("Trunk.toml")?);
    let bindgen = tools::WASM_BINDGEN.version;
    compare(
        "Cargo.lock",
        "wasm-bindgen",
        locked(&lock, "wasm-bindgen"),
        bindgen,
    )?;
    compare(
        "Trunk.toml",
        "wasm_bindgen",
        setting(&trunk, "wasm_bindgen"),
        bindgen,
    )?;
    compare(
        "Trunk.toml",
        "wasm_opt",
        setting(&trunk, "wasm_opt"),
        tools::WASM_OPT,
    )
}

/// Fails if a file names another version than the set-up installs.
fn compare(
    file: &'static str,
    tool: &'static str,
    found: Option<&str>,
    installed: &str,
) -> Result<(), Error> {
    if found == Some(installed) {
        return Ok(());
    }
    let found = found.map(str::to_owned);
    Err(Error::Version {
        file,
        tool,
        found,
        installed: installed.to_owned(),
    })
}

/// The version of a package in the text of Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    lock.split("[[package]]")
        .find(|entry| setting(entry, "name") == Some(package))
        .and_then(|entry| setting(entry, "version"))
}

/// The value of a line such as `key = "value"`.
fn setting<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        let value = value.trim().strip_prefix('"')?;
        let (value, _) = value.split_once('"')?;
        (name.trim() == key).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_this_project_agree_with_the_set_up() {
        agree(&Project::find()).unwrap();
    }

    #[test]
    fn reads_a_version_from_cargo_lock() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\n\
                    version = \"0.4.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\n\
                    version = \"0.2.3\"\ndependencies = [\n \"cfg-if\",\n]\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.3"));
        assert_eq!(locked(lock, "wasm"), None);
    }

    #[test]
    fn reads_a_setting_and_its_comment_is_no_part_of_it() {
        let text =
            "[tools]\n# wasm_opt = \"version_1\"\nwasm_opt = \"version_2\" # as \"binaryen\"";
        assert_eq!(setting(text, "wasm_opt"), Some("version_2"));
        assert_eq!(setting(text, "sass"), None);
    }

    #[test]
    fn another_version_is_told_with_both_numbers() {
        let error = compare("Trunk.toml", "wasm_opt", Some("version_1"), "version_2");
        let sentence = error.unwrap_err().to_string();
        assert!(sentence.contains("version_1 of wasm_opt"), "{sentence}");
        assert!(sentence.contains("installs version_2"), "{sentence}");
    }
}
