//! What a person reads on paper.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome, check};
use crate::settings;

/// The text of each page of the PDF at `path`, as `pdftotext` of Poppler reads it.
pub(crate) fn pages(path: &Path) -> Outcome<Vec<String>> {
    let program = settings::program(&["pdftotext"]).ok_or_else(|| {
        Failure::new("pdftotext is not in PATH; `cargo xtask test` sets it up (poppler-utils)")
    })?;
    let output = Command::new(program)
        .args(["-enc", "UTF-8"])
        .args([path.as_os_str(), "-".as_ref()])
        .output()?;
    check(
        output.status.success(),
        format!("pdftotext: {}", String::from_utf8_lossy(&output.stderr)),
    )?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // A font may have one sign for two letters.
    let signs = [
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
    ];
    let text = signs
        .iter()
        .fold(text, |text, (sign, letters)| text.replace(sign, letters));
    // A form feed ends each page.
    Ok(text
        .split_terminator('\u{c}')
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect())
}
