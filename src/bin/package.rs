//! Writes the site that was built as what can be handed over: one file, and one zipped folder, each
//! named after the module.
//!
//! The first argument is the site's folder, the second the folder for what is made. It runs at the
//! top of the project.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use citizens_academy_player::site::build::Places;
use citizens_academy_player::site::package::packages;
use citizens_academy_player::site::today::today;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(site), Some(to), None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!(
            "Which folder holds the site, and where are its packages to go? Type both after the \
             command."
        );
        return ExitCode::FAILURE;
    };
    let source = PathBuf::from(".");
    let places = Places {
        modules: source.join("public/modules"),
        source,
        site,
        develop: false,
        trial: None,
    };
    match packages(&places, &to, today()) {
        Ok(sentences) => {
            println!("{}", sentences.join("\n"));
            ExitCode::SUCCESS
        }
        Err(sentences) => {
            eprintln!("{}", sentences.join("\n"));
            ExitCode::FAILURE
        }
    }
}
