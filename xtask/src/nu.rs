//! The Nu HTML Checker, on every page of a site.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::project::Project;
use crate::report::Report;
use crate::step::{Step, Tests};

/// What the summary calls it.
pub(crate) const NAME: &str = "HTML checker";

/// What the checker says and nobody has to act on, each with its reason.
const EXCLUSIONS: &str = "tests/nu-exclusions.txt";

/// Checks every page in the folders of `sites`, their styles included. An error, a warning or a
/// piece of advice that is not excluded is a failure.
pub(crate) fn check(project: &Project, nu: &Path, sites: &[PathBuf], report: &mut Report) {
    let Some(pages) = report.attempt("pages for the HTML checker", || pages(sites)) else {
        return report.block(NAME, "its pages were not found");
    };
    let mut command = project.command("java");
    command
        // Its parser is recursive, and a page may be long.
        .args(["-Xss4m", "-jar"])
        .arg(nu)
        .args(["--Werror", "--format", "gnu", "--filterfile"])
        .arg(project.path(EXCLUSIONS))
        .args(pages);
    report.run(Step {
        name: NAME,
        command,
        tests: Tests::None,
    });
}

/// The pages in the folders. A folder without one has failed: nothing would be checked.
fn pages(sites: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut pages = Vec::new();
    for site in sites {
        let before = pages.len();
        let entries = fs::read_dir(site).map_err(Error::file("read", site))?;
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        pages.extend(paths.filter(|path| path.extension().is_some_and(|it| it == "html")));
        if pages.len() == before {
            return Err(Error::Failed {
                what: "Looking for pages".to_owned(),
                why: format!("there is none in {}", site.display()),
                remedy: "build the site, then type `cargo xtask test` again".to_owned(),
            });
        }
    }
    pages.sort();
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn every_page_is_found_and_a_folder_without_one_is_no_site() {
        let site = env::temp_dir().join(format!("xtask-nu-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        assert!(pages(std::slice::from_ref(&site)).is_err());
        for name in ["b.html", "a.html", "c.txt"] {
            fs::write(site.join(name), "").unwrap();
        }
        let found = pages(std::slice::from_ref(&site)).unwrap();
        assert_eq!(found, [site.join("a.html"), site.join("b.html")]);
        fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn every_exclusion_has_a_reason_above_it() {
        let path = Project::find().path(EXCLUSIONS);
        let text = fs::read_to_string(path).unwrap();
        let mut above = "";
        for line in text.lines() {
            let reasoned = line.is_empty() || line.starts_with('#') || above.starts_with('#');
            assert!(reasoned, "no reason stands above {line:?}");
            above = line;
        }
    }
}
