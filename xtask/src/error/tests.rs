//! Every error is one sentence.

use super::*;

fn one_of_each() -> Vec<Error> {
    let text = str::to_owned;
    vec![
        Error::Usage {
            problem: text("`sevre` is not a command"),
        },
        Error::Setup {
            what: text("wasm-opt"),
            why: text("npm is not on this machine"),
            remedy: text("type `apt-get install npm`, then the command again"),
        },
        Error::Version {
            file: "Cargo.lock",
            tool: "wasm-bindgen",
            found: Some(text("0.2.1")),
            installed: text("0.2.2"),
        },
        Error::Failed {
            what: text("The build"),
            why: text("`trunk build` ended with exit status 1"),
            remedy: text("correct what it says above and type `cargo xtask build`"),
        },
        Error::PortTaken {
            port: 8080,
            other: 8081,
        },
        Error::File {
            tried: "made",
            path: "/nowhere".into(),
            source: io::Error::from(io::ErrorKind::PermissionDenied),
        },
    ]
}

#[test]
fn every_error_is_one_sentence_that_says_what_to_type() {
    for error in one_of_each() {
        let sentence = error.to_string();
        assert!(
            sentence.ends_with('.') && !sentence.contains(". "),
            "{sentence}"
        );
        assert!(!sentence.contains('\n'), "{sentence}");
        assert!(sentence.contains("type"), "{sentence}");
    }
}

#[test]
fn a_version_that_is_not_named_is_told_as_such() {
    let (file, tool, installed) = ("Trunk.toml", "wasm_opt", "version_132".to_owned());
    let error = Error::Version {
        file,
        tool,
        found: None,
        installed,
    };
    assert!(
        error
            .to_string()
            .starts_with("Trunk.toml names no version of wasm_opt, but")
    );
}
