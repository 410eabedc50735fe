//! What the command line may say, and what is said of one that is wrong.

use super::*;

fn parse_words(line: &str) -> Result<Command, String> {
    parse(line.split_whitespace().map(str::to_owned)).map_err(|error| error.to_string())
}

#[test]
fn nothing_and_every_way_to_ask_for_help_print_the_usage() {
    for line in ["", "help", "--help", "-h", "serve --help", "test -h"] {
        assert_eq!(parse_words(line), Ok(Command::Help), "{line}");
    }
}

#[test]
fn a_filter_that_looks_like_help_is_passed_on() {
    let args = vec!["--help".to_owned()];
    assert_eq!(parse_words("bench -- --help"), Ok(Command::Bench { args }));
}

#[test]
fn serve_takes_a_port_and_a_profile() {
    let serve = |port, release| {
        Ok(Command::Serve {
            port,
            release,
            signup: true,
        })
    };
    assert_eq!(parse_words("serve"), serve(8080, false));
    assert_eq!(parse_words("serve --port 9000"), serve(9000, false));
    assert_eq!(
        parse_words("serve --release --port=9000"),
        serve(9000, true)
    );
}

#[test]
fn sign_ups_are_received_unless_they_are_left_out() {
    assert_eq!(
        parse_words("serve --no-signup --port 9000"),
        Ok(Command::Serve {
            port: 9000,
            release: false,
            signup: false
        })
    );
    assert!(USAGE.contains("[--no-signup]"));
}

#[test]
fn what_runs_beside_the_server_takes_ports() {
    let announce = |port, signup| Ok(Command::Announce { port, signup });
    assert_eq!(parse_words("announce 9000"), announce(9000, None));
    assert_eq!(
        parse_words("announce 9000 9001"),
        announce(9000, Some(9001))
    );
    assert_eq!(
        parse_words("receive --port 9001"),
        Ok(Command::Receive { port: 9001 })
    );
}

#[test]
fn a_port_that_is_none_is_refused() {
    for line in [
        "serve --port",
        "serve --port 0",
        "serve --port=x",
        "serve --port 65536",
        "announce 9000 0",
        "receive",
        "receive --port",
    ] {
        let sentence = parse_words(line).unwrap_err();
        assert!(
            sentence.contains("a number from 1 to 65535"),
            "{line}: {sentence}"
        );
    }
}

#[test]
fn test_takes_a_part_and_passes_the_rest_on() {
    let suite_args = vec!["section".to_owned(), "--nocapture".to_owned()];
    assert_eq!(
        parse_words("test --only browser -- section --nocapture"),
        Ok(Command::Test {
            only: Some(Part::Browser),
            suite_args
        })
    );
    assert_eq!(
        parse_words("test --only=wasm"),
        Ok(Command::Test {
            only: Some(Part::Wasm),
            suite_args: Vec::new()
        })
    );
}

#[test]
fn what_is_not_understood_is_named() {
    for (line, words) in [
        ("sevre", "`sevre` is not a command"),
        ("serve --prot 1", "`serve` has no option `--prot`"),
        (
            "serve --no-signup=1",
            "`serve` has no option `--no-signup=1`",
        ),
        ("receive 9001", "`receive` has no option `9001`"),
        ("build --release", "`build` has no option `--release`"),
        ("check -- x", "`check` takes nothing after `--`"),
        (
            "test section",
            "a filter for the browser tests goes after `--`",
        ),
        (
            "test --only all",
            "`--only` wants `wasm` or `browser`, not `all`",
        ),
    ] {
        let sentence = parse_words(line).unwrap_err();
        assert!(sentence.contains(words), "{line}: {sentence}");
    }
}
