//! The style sheets, as the one that stands in the page.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// Returns all style sheets under `dir`, joined and without comments.
///
/// Their order does not matter: each puts its rules into a cascade layer, and `layers.css`, which
/// comes first, says in which order the layers win.
///
/// # Errors
/// When a style sheet cannot be read.
pub fn load(dir: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(dir, &mut files)?;
    files.sort_by_key(|file| (!file.ends_with("layers.css"), file.clone()));
    let sheets: io::Result<String> = files.iter().map(fs::read_to_string).collect();
    Ok(squeeze(&sheets?))
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    Ok(())
}

/// Leaves out comments, indentation and empty lines. More would save little once compressed.
///
/// The project's style sheets have no string that holds `/*`; a test sees to it.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_what_no_browser_needs() {
        let css = "/* why */\n.a {\n  color: red; /* and why */\n\n}\n";
        assert_eq!(squeeze(css), ".a {\ncolor: red;\n}");
    }

    #[test]
    fn the_layers_come_first_and_nothing_is_lost() {
        let css = load(Path::new("style")).unwrap();
        assert!(css.starts_with("@layer "), "{}", &css[..40]);
        assert_eq!(css.matches('{').count(), css.matches('}').count());
    }
}
