//! Codes that carry progress, as they are typed, pasted, or made up.

use std::path::Path;
use std::sync::Arc;

use citizens_academy_player::content;
use citizens_academy_player::domain::date::Date;
use citizens_academy_player::domain::exercise::Standing;
use citizens_academy_player::domain::id::Id;
use citizens_academy_player::domain::outline::Outline;
use citizens_academy_player::domain::ports::KeyValueStore;
use citizens_academy_player::domain::ports::MemoryStore;
use citizens_academy_player::domain::progress::Ledger;
use citizens_academy_player::domain::progress::Progress;
use citizens_academy_player::domain::progress::ProgressMode;
use citizens_academy_player::domain::progress::carry;
use citizens_academy_player::domain::progress::carry::Refusal;

const KEY: &str = "academy:in-control";

const WORDS: &[&str] = &[
    "0",
    "1",
    "7",
    "B",
    "Z",
    "z",
    "O",
    "l",
    "A",
    "é",
    "\u{FF17}",
    "\0",
    "\u{1F512}",
    " ",
    "-",
    "=",
    "#carry=",
    "00000",
    "ZZZZZ",
    "\n",
];

/// The outline of the published module, or of one with another name.
fn outline(name: &str) -> Outline {
    let today = Date::new(2100, 1, 1).expect("a day");
    let report = content::load(Path::new("public/modules/in-control"), today);
    let mut module = report.module.expect("a module");
    module.id = Id::new(name).expect("an id");
    Outline::new(&module, ProgressMode::On)
}

/// Progress with the first so many sections and questions of a module.
fn done(outline: &Outline, sections: usize, questions: usize) -> Progress {
    let mut progress = Progress::default();
    for (section, _) in outline.sections().take(sections) {
        progress.merge(&Progress::of_section(section.id.clone()));
    }
    for (at, (question, _)) in outline.questions().take(questions).enumerate() {
        let standing = [Standing::FirstTry, Standing::Answered][at % 2];
        progress.merge(&Progress::of_question(question.id.clone(), standing));
    }
    progress
}

/// What was done by those who made the codes to begin with.
fn all_done(outline: &Outline) -> Vec<Progress> {
    let all = [(0, 0), (1, 0), (2, 1), (7, 4), (14, 21)];
    all.map(|(sections, questions)| done(outline, sections, questions))
        .to_vec()
}

/// The codes to begin with: every form, as links too, and some of another module.
fn codes(outline: &Outline, foreign: &Outline) -> Vec<String> {
    let of = |progress| {
        let own = carry::write(outline, progress);
        let link = format!("https://a.example/#carry={}", own.kept);
        [
            own.typed,
            own.kept,
            link,
            carry::write(foreign, progress).kept,
        ]
    };
    all_done(outline).iter().flat_map(of).collect()
}

/// A page that has read something, and what its device keeps.
fn page(here: &Progress) -> (Ledger, Arc<MemoryStore>) {
    let store = Arc::new(MemoryStore::default());
    let mut ledger = Ledger::new(store.clone(), KEY.to_owned(), ProgressMode::On);
    ledger.bring(here);
    (ledger, store)
}

#[test]
fn a_code_adds_what_it_was_made_of_or_changes_nothing() {
    let (outline, foreign) = (outline("in-control"), outline("other"));
    let codes = codes(&outline, &foreign);
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let known = all_done(&outline);
    let here = done(&outline, 3, 2);
    let (mut taken, mut refused) = (0, [0; 9]);
    mutator::each("carry", &codes, WORDS, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let (mut ledger, store) = page(&here);
        let kept = store.get(KEY).expect("a look");
        match carry::bring(&mut ledger, &outline, &text) {
            Ok(_) => {
                taken += 1;
                let carried = carry::read(&outline, &text).expect("the same").progress;
                assert!(known.contains(&carried), "it is taken for another one");
                let mut both = here.clone();
                both.merge(&carried);
                assert_eq!(ledger.progress(), &both, "nothing is lost");
                let now = store.get(KEY).expect("a look").expect("what was kept");
                assert_eq!(Progress::decode(&now), Ok(both), "on the device, too");
            }
            Err(refusal) => {
                refused[refusal as usize] += 1;
                assert_eq!(ledger.progress(), &here, "what is refused changes nothing");
                assert_eq!(store.get(KEY), Ok(kept), "on the device neither");
            }
        }
    });
    // The changes reach every side, or they would prove little.
    assert!(taken > mutator::ROUNDS / 50, "{taken} were taken");
    for reason in [
        Refusal::NoCode,
        Refusal::Cut,
        Refusal::Mistaken,
        Refusal::Foreign,
    ] {
        let count = refused[reason as usize];
        assert!(count > 20, "{count} were refused for {reason:?}");
    }
}
