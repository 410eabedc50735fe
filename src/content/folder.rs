//! The disk: the files of a module's folder. The only part of the pipeline that touches it.

use super::{JOURNEYS, MANIFEST, Problem, QUESTIONS, Report, Severity, read};
use crate::domain::date::Date;
use std::fs;
use std::io;
use std::path::Path;

/// Reads the module in the folder `dir`, whose name is the module's id.
///
/// Reads `module.toml`, every `.md` file directly in the folder and in its folder [`QUESTIONS`], if
/// it has one, and every `.toml` file in its folder [`JOURNEYS`]; `today` is the day after which no review can have taken place. A
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
    let is_text = |name: &str| super::stem(name).is_some();
    add(
        dir,
        "",
        |name| is_text(name) || name == MANIFEST,
        &mut files,
    )?;
    let is_toml = |name: &str| super::toml_stem(name).is_some();
    add_folder(dir, QUESTIONS, is_text, &mut files)?;
    add_folder(dir, JOURNEYS, is_toml, &mut files)?;
    Ok(files)
}

/// Adds the files of a part of the module, which has a `folder` of its own, if it is there.
fn add_folder(
    dir: &Path,
    folder: &str,
    is_part: impl Fn(&str) -> bool,
    files: &mut Vec<(String, Vec<u8>)>,
) -> io::Result<()> {
    let path = dir.join(folder);
    if !path.is_dir() {
        return Ok(());
    }
    add(&path, &format!("{folder}/"), is_part, files)
}

/// Adds the files directly in `dir` whose names `is_part` takes; `prefix` heads their names.
fn add(
    dir: &Path,
    prefix: &str,
    is_part: impl Fn(&str) -> bool,
    files: &mut Vec<(String, Vec<u8>)>,
) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Editors keep their backups in files that start with a dot.
        if is_part(&name) && !name.starts_with('.') {
            files.push((format!("{prefix}{name}"), fs::read(entry.path())?));
        }
    }
    Ok(())
}
