//! Texts that nobody would write: no text may panic, and every problem has its place.

use super::{files_of, today};
use citizens_academy_player::content::{Report, Severity, read};
use mutator::{Mutator, ROUNDS, meet};
use std::path::Path;

/// Pieces that have a meaning somewhere in the format.
const PIECES: [&str; 63] = [
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
    " {#a}\n",
    " {#A .b c=d}\n",
    "## 12é {#",
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
    "[[place]]\n",
    "\nfrom = \"",
    "at = [9, 0]\n",
    "\njourney = \"",
];

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

/// A module to begin with: its folder's name, and the names and bytes of its files.
type Files = (String, Vec<(String, Vec<u8>)>);

fn case(name: &str) -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/content");
    files_of(&folder.join(name))
}

/// Modules of few files, which are read soon: one for each file of the larger ones.
fn small() -> Vec<Files> {
    const GROUP: &str = "\n[[group]]\nid = \"check\"\ntitle = \"Check\"\nquestions = [\"";
    let (slug, base) = case("good-smallest");
    let mut modules = vec![(slug.clone(), base.clone())];
    for (name, bytes) in case("good-questions").1 {
        let Some(id) = name.strip_prefix("questions/") else {
            continue;
        };
        let mut files = base.clone();
        let (_, manifest) = files
            .iter_mut()
            .find(|it| it.0 == "module.toml")
            .expect("it");
        let group = format!("{GROUP}{}\"]\n", id.trim_end_matches(".md"));
        manifest.extend(group.bytes());
        files.push((name, bytes));
        modules.push((slug.clone(), files));
    }
    for (name, bytes) in case("good-journey").1 {
        let Some(file) = name.strip_prefix("journeys/") else {
            continue;
        };
        let mut files = base.clone();
        let section = files.iter_mut().find(|it| it.0 == "first.md").expect("it");
        let head = format!("+++\njourney = \"{}\"\n", file.trim_end_matches(".toml"));
        section.1.splice(..4, head.bytes());
        files.push((name, bytes));
        modules.push((slug.clone(), files));
    }
    for (name, bytes) in case("good-everything").1 {
        let mut files = base.clone();
        files.retain(|(other, _)| *other != name && name == "module.toml");
        files.push((name, bytes));
        modules.push((slug.clone(), files));
    }
    modules
}

/// Changes files of modules, one or some at once, and reads the modules, until this many files were
/// changed.
fn change(modules: &[Files], seed: u64, files_to_change: usize) {
    let mut mutator = Mutator::new(seed, &PIECES);
    let (mut all, mut whole, mut changed) = (0, 0, 0);
    while changed < files_to_change {
        let (slug, mut files) = mutator.dice.pick(modules);
        let (other, chosen) = (mutator.dice.pick(&files).1, mutator.dice.below(files.len()));
        let mut met = Vec::new();
        for (at, (name, bytes)) in files.iter_mut().enumerate() {
            if at == chosen || mutator.dice.below(3) == 0 {
                changed += 1;
                mutator.change(bytes, &other);
                met.extend([name.as_bytes(), b": ", bytes, b"\n"].concat());
            }
        }
        meet(&slug, &met, &mut |_| {
            let report = read(&slug, &files, today());
            assert_sound(&report, &slug);
            all += 1;
            whole += usize::from(report.module.is_some());
        });
    }
    // The changes reach both sides, or they would prove little.
    assert!(whole > all / 200, "{whole} of {all} are still modules");
    assert!(whole < all / 2, "{whole} of {all} are still modules");
}

#[test]
fn no_text_panics() {
    let modules = small();
    assert!(modules.len() >= 9, "{} small modules", modules.len());
    change(&modules, 20_261_124, ROUNDS / 2);
}

/// Another half, beside the first.
#[test]
fn no_other_text_panics() {
    change(&small(), 20_261_125, ROUNDS / 2);
}

#[test]
fn no_text_among_others_panics() {
    let modules = [
        case("good-everything"),
        case("good-questions"),
        case("good-journey"),
    ];
    for (slug, files) in &modules {
        let report = read(slug, files, today());
        assert!(report.module.is_some(), "the start of a change is sound");
    }
    change(&modules, 20_261_126, ROUNDS / 25);
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
    for file in ["module.toml", "journeys/a.toml"] {
        assert_sound(&read("deep", &[(file, &toml)], today()), "deep");
    }
}
