//! The site of several modules that the tests look at: the published module, and the one that shows
//! that the player is not made for one text. It is published nowhere.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::project::{self, Project};

/// A command line that builds it round the client of the release site, which has to be built.
pub(crate) fn build(project: &Project) -> Result<Command, Error> {
    let (site, modules) = (project.library_site(), project.path("target/site/modules"));
    project::remove(&site)?;
    project::remove(&modules)?;
    for (from, to) in [
        (project.release_site(), &site),
        (project.path("public/modules"), &modules),
        (project.path("tests/modules"), &modules),
    ] {
        copy(&from, to).map_err(Error::file("copied", &from))?;
    }
    let mut command = project.cargo(["run", "--quiet", "--bin", "build_site", "--"]);
    command.arg(site).arg(modules);
    Ok(command)
}

/// Copies all that is in a folder into another one.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_copied_with_all_that_is_in_them() {
        let folder = std::env::temp_dir().join(format!("xtask-copy-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("a/b")).unwrap();
        fs::write(from.join("a/b/c.md"), "text").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("a/b/c.md")).unwrap(), "text");
        fs::remove_dir_all(&folder).unwrap();
    }
}
