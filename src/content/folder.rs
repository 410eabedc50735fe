//! The disk: the files of a module's folder. The only part of the pipeline that touches it.

use super::{MANIFEST, Problem, QUESTIONS, Report, Severity, read};
use crate::domain::date::Date;
use std::fs;
use std::io;
use std::path::Path;

/// Reads the module in the folder `dir`, whose name is the module's id.
///
/// Reads `module.toml` and every `.md` file directly in the folder and in its folder
/// [`QUESTIONS`], if it has one; `today` is the day after which no review can have taken place. A
/// folder or file that cannot be read is one of the report's problems.
#[must_use]
pub fn load(dir: &Path, today: Date) -> Report {
    let slug = dir.file_name().unwrap_or(dir.as_os_str()).to_string_lossy();
    match files(dir) {
        Ok(files) => read(&slug, &files, today),
        Err(error) => Report {
            module: None,
            problems: vec![Problem {
                file: slug.into_owned(),
                line: 1,
                severity: Severity::Error,
                message: format!("the module's folder cannot be read: {error}"),
            }],
            reading_ages: Vec::new(),
        },
    }
}

/// Returns the names and bytes of the files that make a module.
fn files(dir: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    add(dir, "", &mut files)?;
    let questions = dir.join(QUESTIONS);
    if questions.is_dir() {
        add(&questions, &format!("{QUESTIONS}/"), &mut files)?;
    }
    Ok(files)
}

/// Adds the files directly in `dir` that are part of a module; `prefix` heads their names.
fn add(dir: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Editors keep their backups in files that start with a dot.
        let text = super::stem(&name).is_some() && !name.starts_with('.');
        if text || (prefix.is_empty() && name == MANIFEST) {
            files.push((format!("{prefix}{name}"), fs::read(entry.path())?));
        }
    }
    Ok(())
}
