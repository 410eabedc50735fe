//! The modules of the checkout: the browser tests, the benchmark and the pictures are of a site of
//! one, and would meet a list where there are several.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::project::Project;

/// Where they lie, from the top of the project.
const FOLDER: &str = "public/modules";

/// Fails if there are several, for a command that a person `typed`.
pub(crate) fn only_one(typed: &str, project: &Project) -> Result<(), Error> {
    let folder = project.path(FOLDER);
    let names = names(&folder).map_err(Error::file("read", &folder))?;
    several(typed, &names).map_or(Ok(()), Err)
}

/// The names of the folders in a folder, in their order.
fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            let name = path.file_name().unwrap_or_default();
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// What is said where there are several modules.
fn several(typed: &str, names: &[String]) -> Option<Error> {
    (names.len() > 1).then(|| Error::Failed {
        what: format!("`{typed}`"),
        why: format!(
            "it looks at a site of one module, and {FOLDER} holds {}: {}",
            names.len(),
            names.join(", ")
        ),
        remedy: format!(
            "move all but one of them out of {FOLDER}, type `{typed}` again, and put them back"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_module_is_looked_at_and_several_are_told() {
        let folder = std::env::temp_dir().join(format!("xtask-modules-{}", std::process::id()));
        fs::create_dir_all(folder.join("in-control")).unwrap();
        fs::write(folder.join("LICENSE"), "text").unwrap();
        assert!(several("cargo xtask bench", &names(&folder).unwrap()).is_none());
        fs::create_dir_all(folder.join("bees")).unwrap();
        let told = several("cargo xtask bench", &names(&folder).unwrap());
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            told.unwrap().to_string(),
            "`cargo xtask bench` failed, because it looks at a site of one module, and \
             public/modules holds 2: bees, in-control; move all but one of them out of \
             public/modules, type `cargo xtask bench` again, and put them back."
        );
    }
}
