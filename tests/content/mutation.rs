//! Texts that nobody would write: no text may panic, and every problem has its place.

use super::{files_of, today};
use citizens_academy_player::content::{Report, Severity, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::path::Path;

/// Pieces that have a meaning somewhere in the format.
const PIECES: [&str; 56] = [
    "+++\n",
    "\n\n",
    "\n",
    "\r\n",
    "\u{feff}",
    "> [!NOTE]\n",
    "> [!TIP]\n",
    "> ",
    "> > ",
    "- ",
    "1. ",
    "7. ",
    "    ",
    "## ",
    "##### ",
    "# ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    "](#a)",
    "](tel:0)",
    "][x]",
    "<b>",
    "<!--",
    "![",
    "|a|\n|-|\n",
    "[^1]",
    "~~",
    "---\n",
    "\\",
    "&amp;",
    "\0",
    "id = \"",
    "[[group]]\n",
    "sections = [",
    "é漢\u{202e}",
    "## [x] ",
    "## [ ] ",
    "## [2] ",
    "## [1] a -> ",
    "\n## [x] a -> end\n",
    "\n# a\n",
    "##",
    "##[x]",
    "### ",
    " -> ",
    "→",
    "end",
    "[x]",
    "\nkind = \"order\"\n",
    "\nkind = \"scenario\"\n",
    "questions = [",
];

/// One change to a file: where, as a share of its length, how much goes, and what comes.
type Change = (usize, u16, u8, Vec<u8>);

fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        1 => (prop::sample::select(PIECES.to_vec()), 2..300_usize)
            .prop_map(|(text, times)| text.repeat(times).into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ]
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((any::<usize>(), any::<u16>(), 0..40_u8, piece()), 1..6)
}

fn apply(files: &mut [(String, Vec<u8>)], changes: Vec<Change>) {
    for (file, place, cut, piece) in changes {
        let count = files.len();
        let bytes = &mut files[file % count].1;
        let start = usize::from(place) * bytes.len() / usize::from(u16::MAX);
        let end = bytes.len().min(start + usize::from(cut));
        bytes.splice(start..end, piece);
    }
}

/// Checks what holds for every report, whatever it reports on.
fn assert_sound(report: &Report, slug: &str) {
    let errors = report
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    assert_eq!(report.module.is_none(), errors, "{:?}", report.problems);
    assert!(report.problems.is_sorted());
    for problem in &report.problems {
        assert!(problem.line >= 1, "{problem}");
        assert!(problem.file.starts_with(&format!("{slug}/")), "{problem}");
        assert!(!problem.message.contains(char::is_control), "{problem:?}");
    }
}

/// Runs two thousand cases, the same every time.
fn run(strategy: &impl Strategy<Value = Vec<Change>>, test: impl Fn(Vec<Change>)) {
    let config = Config {
        cases: 2_000,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::XorShift, &[7; 16]);
    let outcome = TestRunner::new_with_rng(config, rng).run(strategy, |changes| {
        test(changes);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn no_text_panics() {
    for case in ["good-everything", "good-questions"] {
        let case = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/content")
            .join(case);
        let (slug, files) = files_of(&case);
        assert!(
            read(&slug, &files, today()).module.is_some(),
            "the start of every change is sound"
        );
        run(&changes(), |changes| {
            let mut files = files.clone();
            apply(&mut files, changes);
            assert_sound(&read(&slug, &files, today()), &slug);
        });
    }
}

#[test]
fn nothing_is_too_deep() {
    for piece in [
        "> ",
        "- ",
        "1. ",
        "*a ",
        "**a ",
        "[",
        "![",
        "> [!TIP]\n> ",
        "(",
        "_a*b_",
        "<b>",
    ] {
        let body = format!("+++\nid = \"a\"\n+++\n\n{}\n", piece.repeat(5_000));
        for file in ["a.md", "questions/a.md"] {
            let report = read("deep", &[(file, &body)], today());
            assert_sound(&report, "deep");
        }
        let label = format!("+++\nkind = \"single\"\n+++\nA?\n## [x] {piece}\n{piece}\n");
        let label = label.replace(piece, &piece.repeat(5_000));
        assert_sound(&read("deep", &[("questions/a.md", label)], today()), "deep");
    }
    let toml = format!("a = {}", "[".repeat(50_000));
    assert_sound(&read("deep", &[("module.toml", toml)], today()), "deep");
}
