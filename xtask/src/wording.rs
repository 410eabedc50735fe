//! Commands and how they ended, in words.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// An exit status in words that follow a program's name.
pub(crate) fn describe(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with exit status {code}"),
        None => "was ended by a signal".to_owned(),
    }
}

/// A command line as a person would type it.
pub(crate) fn show(command: &Command) -> String {
    let name = |word: &OsStr| word.to_string_lossy().into_owned();
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_stem().map_or_else(String::new, name)];
    for word in command.get_args().map(name) {
        let plain = !word.is_empty() && !word.contains(char::is_whitespace);
        words.push(if plain { word } else { format!("'{word}'") });
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_is_shown_as_it_is_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["run", "a b", ""]);
        assert_eq!(show(&command), "cargo run 'a b' ''");
    }
}
