//! What a code holds, for whom it fits, and why it is refused.

use std::sync::LazyLock;

use proptest::collection::btree_map;
use proptest::collection::btree_set;
use proptest::prelude::*;

use super::Carried;
use super::Refusal;
use super::items;
use super::letters;
use super::mark;
use super::read;
use super::write;
use crate::domain::exercise::Standing;
use crate::domain::exercise::Task;
use crate::domain::id::Id;
use crate::domain::outline::GroupOutline;
use crate::domain::outline::Outline;
use crate::domain::outline::QuestionOutline;
use crate::domain::outline::SectionOutline;
use crate::domain::progress::Progress;
use crate::domain::progress::ProgressMode;

/// As many as the published module has.
const SECTIONS: usize = 14;
const QUESTIONS: usize = 21;

static MODULE: LazyLock<Outline> = LazyLock::new(|| outline("in-control", SECTIONS, QUESTIONS));

pub(super) fn id(sort: &str, number: usize) -> Id {
    Id::new(&format!("{sort}-{number}")).unwrap()
}

/// A module whose questions stand in its last section, and in a group of their own.
pub(super) fn outline(name: &str, sections: usize, questions: usize) -> Outline {
    let question = |number| QuestionOutline {
        id: id("question", number),
        task: Task::One {
            right: 0,
            options: 2,
        },
    };
    let section = |number| SectionOutline {
        id: id("section", number),
        questions: if number + 1 == sections {
            (0..questions / 2).map(question).collect()
        } else {
            Vec::new()
        },
    };
    let group = |name, sections, questions| GroupOutline {
        id: Id::new(name).unwrap(),
        counts: true,
        sections,
        questions,
    };
    let exercise = (questions / 2..questions).map(question).collect();
    Outline {
        id: Id::new(name).unwrap(),
        progress: ProgressMode::On,
        groups: vec![
            group("text", (0..sections).map(section).collect(), Vec::new()),
            group("check", Vec::new(), exercise),
        ],
    }
}

/// Progress in which the first sections were read and the first questions answered, every other
/// one settled at the first try.
pub(super) fn done(sections: usize, questions: usize) -> Progress {
    let mut progress = Progress::default();
    for number in 0..sections {
        progress.merge(&Progress::of_section(id("section", number)));
    }
    for number in 0..questions {
        let standing = [Standing::FirstTry, Standing::Answered][number % 2];
        progress.merge(&Progress::of_question(id("question", number), standing));
    }
    progress
}

fn carried(progress: Progress, more: bool) -> Carried {
    Carried { progress, more }
}

/// Returns the code to be typed.
pub(super) fn to_type(outline: &Outline, progress: &Progress) -> String {
    write(outline, progress).typed
}

/// Returns the code to be kept.
pub(super) fn to_keep(outline: &Outline, progress: &Progress) -> String {
    write(outline, progress).kept
}

/// Any progress with the test module.
fn progress() -> impl Strategy<Value = Progress> {
    let first = any::<bool>();
    let read = btree_set(0..SECTIONS, 0..SECTIONS);
    let answered = btree_map(0..QUESTIONS, first, 0..QUESTIONS);
    (read, answered).prop_map(|(read, answered)| {
        let mut progress = Progress::default();
        for number in read {
            progress.merge(&Progress::of_section(id("section", number)));
        }
        for (number, first) in answered {
            let standing = [Standing::Answered, Standing::FirstTry][usize::from(first)];
            progress.merge(&Progress::of_question(id("question", number), standing));
        }
        progress
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_carried_arrives(progress in progress()) {
        for code in [to_type(&MODULE, &progress), to_keep(&MODULE, &progress)] {
            prop_assert_eq!(read(&MODULE, &code), Ok(carried(progress.clone(), false)), "{}", code);
        }
    }

    #[test]
    fn a_code_to_type_is_short(progress in progress()) {
        let code = to_type(&MODULE, &progress);
        prop_assert!(code.len() <= 29, "{}", code);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(?s).{0,60}") {
        let _ = read(&MODULE, &text);
    }

    #[test]
    fn any_groups_are_read_or_refused(groups in proptest::collection::vec(0..1_u32 << 24, 0..12)) {
        let _ = read(&MODULE, &letters::write(groups, " "));
    }
}

/// The codes were worked out by another program, from the description at the top of this module.
#[test]
fn this_is_the_format() {
    assert_eq!(
        to_type(&MODULE, &done(14, 15)),
        "46TN7 M8V1Z HRJZB PMSPB 1QSQN"
    );
    assert_eq!(
        to_keep(&MODULE, &done(2, 1)),
        "2XZJQ-4XMKN-4XRHC-JMGSK-HFYK0"
    );
    // A shorter list is taken before the map.
    assert_eq!(to_type(&MODULE, &done(1, 1)), "2XZJQ 4XRHC JMGSK DGN1D");
}

#[test]
fn nothing_done_is_a_code_too() {
    let code = to_type(&MODULE, &Progress::default());
    assert_eq!(code.len(), 11);
    assert_eq!(
        read(&MODULE, &code),
        Ok(carried(Progress::default(), false))
    );
}

#[test]
fn order_and_place_in_the_module_do_not_matter() {
    let (before, mut after) = (&*MODULE, MODULE.clone());
    after.groups.reverse();
    after.groups[1].sections.reverse();
    after.groups[1].counts = false;
    let moved = after.groups[1].sections[0].questions.split_off(3);
    after.groups[0].questions.splice(0..0, moved);
    let progress = done(7, 9);
    let code = to_type(before, &progress);
    assert_eq!(to_type(&after, &progress), code);
    assert_eq!(read(&after, &code), Ok(carried(progress, false)));
}

#[test]
fn another_version_takes_what_it_has() {
    let (old, new) = (outline("in-control", 10, 10), outline("in-control", 12, 8));
    let code = to_keep(&old, &done(10, 10));
    assert_eq!(read(&new, &code), Ok(carried(done(10, 8), true)));
    let typed = to_type(&old, &done(10, 10));
    assert_eq!(read(&new, &typed), Err(Refusal::OtherVersion));
    let all_gone = to_keep(&outline("in-control", 0, 10), &done(0, 2));
    let without = outline("in-control", 5, 0);
    assert_eq!(read(&without, &all_gone), Err(Refusal::Unknown));
    // What came from another version travels on, and so only as a list.
    let progress = done(10, 10);
    let code = to_type(&new, &progress);
    assert_eq!(read(&old, &code), Ok(carried(progress, false)));
}

/// A section that became a question was not answered by being read.
#[test]
fn what_changed_its_sort_is_left_out() {
    let mut other = outline("in-control", 5, 0);
    other.groups[1].questions.push(QuestionOutline {
        id: id("section", 9),
        task: Task::One {
            right: 0,
            options: 2,
        },
    });
    let mut progress = done(1, 0);
    progress.merge(&Progress::of_section(id("section", 9)));
    let code = to_keep(&MODULE, &progress);
    assert_eq!(read(&other, &code), Ok(carried(done(1, 0), true)));
    let typed = to_type(&MODULE, &done(5, 5));
    let mut same_ids = MODULE.clone();
    let section = same_ids.groups[0].sections.remove(0);
    same_ids.groups[1].questions.push(QuestionOutline {
        id: section.id,
        task: Task::One {
            right: 0,
            options: 2,
        },
    });
    assert_eq!(read(&same_ids, &typed), Err(Refusal::OtherVersion));
}

#[test]
fn what_does_not_belong_here_is_refused() {
    let foreign = outline("other", SECTIONS, QUESTIONS);
    for code in [
        to_type(&foreign, &done(14, 21)),
        to_keep(&foreign, &done(2, 2)),
    ] {
        assert_eq!(read(&MODULE, &code), Err(Refusal::Foreign), "{code}");
    }
    let head = super::head(&MODULE, true);
    for version in 2..8 {
        let newer = head & 0x1F_FFFF | version << 21;
        let code = letters::write(vec![newer, 1, 2, 3], " ");
        assert_eq!(read(&MODULE, &code), Err(Refusal::Newer), "{code}");
    }
    let code = letters::write(vec![head & 0x1F_FFFF], " ");
    assert_eq!(read(&MODULE, &code), Err(Refusal::Mistaken), "version 0");
    let nested = "[".repeat(30_000) + &"]".repeat(30_000);
    assert_eq!(read(&MODULE, &nested), Err(Refusal::TooLong));
}

/// Whoever forges a check can still not have two codes for the same progress, nor one that says
/// what cannot be.
#[test]
fn what_no_player_writes_is_refused() {
    let refused = |groups: Vec<u32>| {
        let code = letters::write(groups, " ");
        assert_eq!(read(&MODULE, &code), Err(Refusal::Mistaken), "{code}");
    };
    let list = letters::read(&to_keep(&MODULE, &done(3, 3))).unwrap();
    let [head, one, two, ..] = list[..] else {
        panic!("a list")
    };
    refused(vec![head, two, one]);
    refused(vec![head, one, one]);
    refused(vec![head, 0]);
    // One thing twice, and one of which nothing is known.
    refused(vec![head, one & !3 | 2, one & !3 | 3]);
    refused(vec![head, one & !3]);
    let map = letters::read(&to_type(&MODULE, &done(3, 3))).unwrap();
    let [head, one, two, three] = map[..] else {
        panic!("a map")
    };
    refused(vec![head, one, two]);
    refused(vec![head, one, two, three, 0]);
    let small = outline("in-control", 3, 0);
    let map = letters::read(&to_type(&small, &done(3, 0))).unwrap();
    let code = letters::write(vec![map[0], map[1] | 1], " ");
    assert_eq!(read(&small, &code), Err(Refusal::Mistaken), "not zero");
    // A question of which it is known that it was read.
    let asking = outline("in-control", 0, 1);
    let edition = items::edition(&items::all(&asking)) << 8;
    let code = letters::write(vec![super::head(&asking, true), edition | 1 << 6], " ");
    assert_eq!(read(&asking, &code), Err(Refusal::Mistaken), "read");
}

/// A code holds marks, and a mark is a fourth of a hash: no id, no name, no topic.
#[test]
fn nothing_of_an_id_stands_in_a_code() {
    let id = Id::new("i-sent-one").unwrap();
    let code = to_keep(&MODULE, &Progress::of_section(id.clone()));
    assert!(mark(&id) < 1 << 22);
    assert!(!code.contains(['A', 'E', 'I', 'O', 'U']), "{code}");
    assert_eq!(code.len(), 17);
}
