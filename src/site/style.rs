//! The style sheets, as the one that stands in the page.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::domain::outline::Outline;
use crate::domain::progress::Progress;
use crate::domain::tally::Tally;

/// Returns the style sheets under `dir`, joined and without comments. Those named in `without` are
/// left out: the page has nothing of what they are for.
///
/// Their order does not matter: each puts its rules into a cascade layer, and `layers.css`, which
/// comes first, says in which order the layers win.
///
/// # Errors
/// When a style sheet cannot be read.
pub fn load(dir: &Path, without: &[&str]) -> io::Result<String> {
    let mut files = Vec::new();
    collect(dir, &mut files)?;
    files.retain(|file| !without.iter().any(|name| file.ends_with(name)));
    files.sort_by_key(|file| (!file.ends_with("layers.css"), file.clone()));
    let sheets: io::Result<String> = files.iter().map(fs::read_to_string).collect();
    Ok(with_dark_chosen(&squeeze(&sheets?)))
}

/// Returns a style sheet that knows of how many parts progress is made: the bar shows a dot for each.
#[must_use]
pub fn with_parts(css: &str, outline: &Outline) -> String {
    let all = Tally::of(outline, &Progress::default());
    let parts = all.sections + all.questions;
    format!("{css}.progress__bar{{--parts:{parts}}}")
}

/// How the dark colours begin, for a device that prefers them.
const DARK_PREFERRED: &str =
    "@media (prefers-color-scheme: dark){:root:where(:not([data-reading~=\"light\"])){";

/// How they begin for a reader who has chosen them. Paper stays white.
const DARK_CHOSEN: &str = "@media screen{:root:where([data-reading~=\"dark\"]){";

/// Writes the dark colours once more, right behind themselves, for a reader who has chosen them.
/// CSS cannot name two conditions for one rule if one of them is a medium; by hand, one of the two
/// would be forgotten some day.
fn with_dark_chosen(css: &str) -> String {
    let Some((before, rest)) = css.split_once(DARK_PREFERRED) else {
        return css.to_owned();
    };
    let Some((colours, after)) = rest.split_once("}}") else {
        return css.to_owned();
    };
    [
        before,
        DARK_PREFERRED,
        colours,
        "}}",
        DARK_CHOSEN,
        colours,
        "}}",
        after,
    ]
    .concat()
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

/// Leaves out comments, indentation, and the ends of lines where something else ends, too. More
/// would save little once compressed.
///
/// The project's style sheets have no string that holds `/*` or ` {`; a test sees to it.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let mut short = String::with_capacity(out.len());
    for line in out.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !short.is_empty() && !short.ends_with(['{', '}', ';', ',']) {
            short.push(' ');
        }
        short.push_str(line);
    }
    short.replace(" {", "{")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_what_no_browser_needs() {
        let css = "/* why */\n.a {\n  color: red; /* and why */\n\n}\n";
        assert_eq!(squeeze(css), ".a{color: red;}");
        assert_eq!(squeeze("a\nb,\nc {\n}"), "a b,c{}");
    }

    #[test]
    fn the_layers_come_first_and_nothing_is_lost() {
        let css = load(Path::new("style"), &[]).unwrap();
        assert!(css.starts_with("@layer "), "{}", &css[..40]);
        assert_eq!(css.matches('{').count(), css.matches('}').count());
    }

    #[test]
    fn dark_colours_can_be_chosen() {
        let css = load(Path::new("style"), &[]).unwrap();
        let colours = |start: &str| {
            let (_, rest) = css.split_once(start).unwrap();
            rest.split_once("}}").unwrap().0.to_owned()
        };
        let chosen = colours(DARK_CHOSEN);
        assert!(chosen.contains("--ground: #161b1d;") && chosen.contains("--plain-tint"));
        assert_eq!(chosen, colours(DARK_PREFERRED));
        // What more contrast asks for, and paper, have the last word.
        let at = |sign: &str| css.find(sign).unwrap();
        assert!(at(DARK_CHOSEN) < at("@media (prefers-contrast: more){"));
        assert!(at(DARK_CHOSEN) < at("color-scheme: light;--none: none;"));
    }

    #[test]
    fn what_a_page_has_not_needs_no_style() {
        let (all, some) = (Path::new("style"), &["signup.css"]);
        let (all, some) = (load(all, &[]).unwrap(), load(all, some).unwrap());
        assert!(all.contains(".signup__trap") && !some.contains(".signup__trap"));
    }

    /// What is left out of the text would be missing in a string.
    #[test]
    fn no_string_holds_what_is_left_out() {
        let css = load(Path::new("style"), &[]).unwrap();
        for string in css.split('"').skip(1).step_by(2) {
            assert!(
                !string.contains(['{', ';', '}']) && !string.contains("/*"),
                "{string}"
            );
        }
    }
}
