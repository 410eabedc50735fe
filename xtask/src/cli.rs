//! Reads the command line.

use crate::error::Error;

/// The port that `serve` takes unless told otherwise.
const DEFAULT_PORT: u16 = 8080;

/// What `cargo xtask --help` prints.
pub(crate) const USAGE: &str = "\
The commands of the project. Each one first sets up what it needs and does not find.

  cargo xtask serve [--port N] [--release] [--no-signup]
      builds the module, serves it on http://127.0.0.1:8080/ and builds it anew on every change;
      beside it, receives sign-ups and shows them (--no-signup: does not)
  cargo xtask build
      builds the site that is published, into dist/, and packs it into packages/
  cargo xtask check
      format, lints and native tests: the quick look before a commit
  cargo xtask test [--only wasm|browser] [-- FILTER]
      every check and test, in Chromium, Firefox and WebKit; FILTER goes to the browser tests
  cargo xtask bench [-- ARGUMENTS]
      sizes and timings, also written to target/bench.json
  cargo xtask pictures
      takes the pictures of the README anew, in docs/

Compiled tools are kept in the user's cache folder, or in $CITIZENS_ACADEMY_TOOLS if that is
set, and every checkout on the machine uses the same ones.";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print [`USAGE`].
    Help,
    /// Build, serve and watch.
    Serve {
        /// The port of 127.0.0.1 to listen on.
        port: u16,
        /// Build as for publication.
        release: bool,
        /// Receive sign-ups.
        signup: bool,
    },
    /// Wait for the server and print its address: `serve` starts it beside Trunk.
    Announce {
        /// The port to wait for.
        port: u16,
        /// The port that receives sign-ups, if one does.
        signup: Option<u16>,
    },
    /// Receive sign-ups and print them: `serve` starts it beside Trunk.
    Receive {
        /// The port of 127.0.0.1 to listen on.
        port: u16,
    },
    /// Build the release site and pack it.
    Build,
    /// Format, lints, native tests.
    Check,
    /// Everything.
    Test {
        /// Leave the rest out.
        only: Option<Part>,
        /// Handed to the browser tests.
        suite_args: Vec<String>,
    },
    /// Measure.
    Bench {
        /// Handed to the measuring program.
        args: Vec<String>,
    },
    /// Take the README's pictures.
    Pictures,
}

/// A part of `test` that can be run by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The WebAssembly tests.
    Wasm,
    /// The browser tests, with the sites that they look at.
    Browser,
}

/// Reads the arguments that follow the program's name.
pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Command, Error> {
    let mut args = args.into_iter();
    let Some(name) = args.next() else {
        return Ok(Command::Help);
    };
    let mut options: Vec<String> = args.collect();
    let passed_on = split_off_rest(&mut options);
    if is_help(&name) || options.iter().any(|option| is_help(option)) {
        return Ok(Command::Help);
    }
    let takes_more = matches!(name.as_str(), "test" | "bench");
    if !takes_more && !passed_on.is_empty() {
        return Err(usage(format!("`{name}` takes nothing after `--`")));
    }
    let mut options = options.into_iter();
    let command = match name.as_str() {
        "serve" => parse_serve(&mut options)?,
        "announce" => Command::Announce {
            port: parse_port(options.next())?,
            signup: options
                .next()
                .map(|port| parse_port(Some(port)))
                .transpose()?,
        },
        "receive" => parse_receive(&mut options)?,
        "build" => Command::Build,
        "check" => Command::Check,
        "test" => Command::Test {
            only: parse_only(&mut options)?,
            suite_args: passed_on,
        },
        "bench" => Command::Bench { args: passed_on },
        "pictures" => Command::Pictures,
        _ => return Err(usage(format!("`{name}` is not a command"))),
    };
    match options.next() {
        Some(option) => Err(usage(format!("`{name}` has no option `{option}`"))),
        None => Ok(command),
    }
}

/// Takes what follows `--` off the options.
fn split_off_rest(options: &mut Vec<String>) -> Vec<String> {
    match options.iter().position(|option| option == "--") {
        Some(at) => options.split_off(at).into_iter().skip(1).collect(),
        None => Vec::new(),
    }
}

/// Whether a word asks for the usage text.
fn is_help(word: &str) -> bool {
    matches!(word, "help" | "--help" | "-h")
}

/// Reads the options of `serve`.
fn parse_serve(options: &mut impl Iterator<Item = String>) -> Result<Command, Error> {
    let (mut port, mut release, mut signup) = (DEFAULT_PORT, false, true);
    while let Some(option) = options.next() {
        match option.split_once('=') {
            Some(("--port", value)) => port = parse_port(Some(value.to_owned()))?,
            None if option == "--port" => port = parse_port(options.next())?,
            None if option == "--release" => release = true,
            None if option == "--no-signup" => signup = false,
            _ => return Err(usage(format!("`serve` has no option `{option}`"))),
        }
    }
    Ok(Command::Serve {
        port,
        release,
        signup,
    })
}

/// Reads the option of `receive`, which it wants.
fn parse_receive(options: &mut impl Iterator<Item = String>) -> Result<Command, Error> {
    match options.next().as_deref() {
        Some("--port") | None => {
            let port = parse_port(options.next())?;
            Ok(Command::Receive { port })
        }
        Some(option) => Err(usage(format!("`receive` has no option `{option}`"))),
    }
}

/// Reads the value of `--port`.
fn parse_port(value: Option<String>) -> Result<u16, Error> {
    let value = value.unwrap_or_default();
    match value.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(usage(format!(
            "`--port` wants a number from 1 to 65535, not `{value}`"
        ))),
    }
}

/// Reads the options of `test`. Whatever is not `--only` is left to the caller to refuse.
fn parse_only(options: &mut impl Iterator<Item = String>) -> Result<Option<Part>, Error> {
    let Some(option) = options.next() else {
        return Ok(None);
    };
    let part = match option.split_once('=') {
        Some(("--only", value)) => value.to_owned(),
        None if option == "--only" => options.next().unwrap_or_default(),
        _ => {
            let hint = "a filter for the browser tests goes after `--`";
            return Err(usage(format!("`test` has no option `{option}` ({hint})")));
        }
    };
    match part.as_str() {
        "wasm" => Ok(Some(Part::Wasm)),
        "browser" => Ok(Some(Part::Browser)),
        _ => Err(usage(format!(
            "`--only` wants `wasm` or `browser`, not `{part}`"
        ))),
    }
}

/// A command line that was not understood.
fn usage(problem: String) -> Error {
    Error::Usage { problem }
}

#[cfg(test)]
mod tests;
