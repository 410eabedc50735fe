//! What a reader is told, question by question.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::exercise::Act;
use super::exercise::Exercise;
use super::paper::Paper;
use crate::domain::exercise::Standing;
use crate::domain::exercise::Task;
use crate::domain::exercise::Turn;
use crate::domain::id::Id;
use crate::domain::outline::GroupOutline;
use crate::domain::outline::Outline;
use crate::domain::outline::QuestionOutline;
use crate::domain::ports::Face;
use crate::domain::ports::Summary;
use crate::domain::progress::Progress;
use crate::domain::progress::ProgressMode;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// An exercise of one question "a" with this task, and one question "b" that is left alone.
fn exercise(task: Task) -> (Exercise, Arc<Paper>) {
    let other = Task::One {
        right: 0,
        options: 2,
    };
    let question = |name: &str, task| QuestionOutline { id: id(name), task };
    let outline = Outline {
        id: id("m"),
        progress: ProgressMode::On,
        groups: vec![GroupOutline {
            id: id("check"),
            counts: true,
            sections: Vec::new(),
            questions: vec![question("a", task), question("b", other)],
        }],
    };
    let paper = Arc::new(Paper::default());
    (Exercise::new(&outline, Arc::clone(&paper) as _), paper)
}

/// Has the reader pick and check; returns what is to be kept.
fn check(exercise: &mut Exercise, paper: &Paper, picks: &[usize]) -> Option<Standing> {
    *paper.picks.lock().unwrap() = picks.to_vec();
    exercise.act(&id("a"), Act::Check)
}

fn one() -> Task {
    Task::One {
        right: 1,
        options: 3,
    }
}

/// Two steps; the first choice of each helps.
fn story() -> Task {
    let turn = |helps, to| Turn { helps, to };
    Task::Story {
        steps: vec![
            vec![turn(true, Some(1)), turn(false, Some(1))],
            vec![turn(true, None), turn(false, None)],
        ],
    }
}

/// Answers of every kind, with what is kept of them and how the words about them begin.
fn answers() -> Vec<(Task, Vec<usize>, Standing, &'static str)> {
    use Standing::Answered;
    use Standing::FirstTry;
    let several = || Task::Several {
        right: vec![true, true, false],
    };
    let order = || Task::Order {
        places: vec![1, 0, 2],
    };
    vec![
        (one(), vec![1], FirstTry, "Yes, that is what"),
        (
            one(),
            vec![0],
            Answered,
            "Many people think so. You picked:",
        ),
        (
            Task::One {
                right: 1,
                options: 2,
            },
            vec![0],
            Answered,
            "Many people would say so. You picked:",
        ),
        (several(), vec![0, 1], FirstTry, "Yes, we would pick"),
        (several(), vec![0, 2], Answered, "Some of this"),
        (
            several(),
            vec![2],
            Answered,
            "Many people think so. You picked:",
        ),
        (order(), vec![1, 0, 2], FirstTry, "Yes, we would put them"),
        (order(), vec![1, 2, 0], Answered, "We would start with"),
        (
            order(),
            vec![0, 2, 1],
            Answered,
            "We would put them in another",
        ),
    ]
}

#[test]
fn every_answer_is_explained_and_none_is_called_wrong() {
    for (task, picks, standing, said) in answers() {
        let (mut exercise, paper) = exercise(task);
        let kept = check(&mut exercise, &paper, &picks);
        assert_eq!(kept, Some(standing), "{said}");
        let face = paper.face_of(&id("a"));
        assert!(face.said.starts_with(said), "{:?} for {said:?}", face.said);
        let explained: Vec<usize> = face.explained.iter().map(|(_, option)| *option).collect();
        let all_of_an_order = [1, 0, 2];
        let expected = if said.starts_with("We would") {
            &all_of_an_order
        } else {
            &picks[..]
        };
        assert_eq!(explained, expected, "{said}");
        let settled = standing == Standing::FirstTry;
        assert_eq!(face.more.is_empty(), settled, "{said}");
        let words = format!("{} {}", face.said, face.more).to_lowercase();
        assert!(!words.contains("wrong"), "{words}");
    }
}

#[test]
fn who_checks_again_is_told_again() {
    let (mut exercise, paper) = exercise(one());
    for times in 1..3 {
        check(&mut exercise, &paper, &[0]);
        assert_eq!(paper.said.lock().unwrap().len(), times);
        assert_eq!(paper.face_of(&id("a")).explained, [(0, 0)]);
    }
}

#[test]
fn who_checks_nothing_reads_nothing_of_an_earlier_answer() {
    let (mut exercise, paper) = exercise(Task::Several {
        right: vec![true, true, false],
    });
    check(&mut exercise, &paper, &[0, 2]);
    check(&mut exercise, &paper, &[]);
    assert!(
        paper
            .face_of(&id("a"))
            .said
            .starts_with("Pick an answer first")
    );
    assert_eq!(paper.face_of(&id("a")).explained, []);
    check(&mut exercise, &paper, &[2]);
    exercise.forget();
    exercise.show();
    assert_eq!(paper.face_of(&id("a")), Face::default());
}

#[test]
fn an_order_that_nobody_touched_is_no_answer() {
    let (mut exercise, paper) = exercise(Task::Order {
        places: vec![1, 0, 2],
    });
    assert_eq!(check(&mut exercise, &paper, &[0, 1, 2]), None);
    let face = paper.face_of(&id("a"));
    assert_eq!(face.said, "Move something first, or skip this one.");
    assert_eq!(face.explained, []);
}

#[test]
fn what_is_said_of_an_answer_goes_with_it() {
    for (task, picks, ..) in answers() {
        let (mut exercise, paper) = exercise(task);
        check(&mut exercise, &paper, &picks);
        let explained = paper.face_of(&id("a")).explained;
        exercise.act(&id("a"), Act::Pick);
        let face = paper.face_of(&id("a"));
        assert_eq!((face.said, face.more), ("", ""), "{picks:?}");
        assert_eq!(face.explained, explained, "it names what it explains");
        check(&mut exercise, &paper, &[]);
        assert!(paper.face_of(&id("a")).said.ends_with("or skip this one."));
        exercise.act(&id("a"), Act::Pick);
        assert_eq!(paper.face_of(&id("a")).said, "", "something is picked now");
        assert_eq!(paper.face_of(&id("a")).explained, []);
    }
}

#[test]
fn a_story_does_not_go_on_from_a_choice_that_was_taken_back() {
    let (mut exercise, paper) = exercise(story());
    check(&mut exercise, &paper, &[1]);
    exercise.act(&id("a"), Act::Pick);
    assert!(!paper.face_of(&id("a")).can_go_on);
    assert_eq!(paper.face_of(&id("a")).explained, []);
    exercise.act(&id("a"), Act::GoOn);
    assert_eq!(paper.face_of(&id("a")).step, 0);
    assert!(paper.led_to.lock().unwrap().iter().all(|step| *step == 0));
}

#[test]
fn nothing_picked_is_no_answer() {
    let (mut exercise, paper) = exercise(one());
    assert_eq!(check(&mut exercise, &paper, &[]), None);
    assert!(
        paper
            .face_of(&id("a"))
            .said
            .starts_with("Pick an answer first")
    );
    assert_eq!(paper.face_of(&id("a")).explained, []);
}

#[test]
fn a_story_is_walked_back_and_on() {
    let (mut exercise, paper) = exercise(story());
    assert_eq!(check(&mut exercise, &paper, &[1]), None, "it goes on");
    let told = paper.face_of(&id("a"));
    assert_eq!(
        (told.step, told.can_go_on, told.can_go_back),
        (0, true, true)
    );
    assert_eq!(told.said, "Here is what can come of it.");
    exercise.act(&id("a"), Act::GoBack);
    assert_eq!(
        (
            paper.face_of(&id("a")).step,
            paper.face_of(&id("a")).explained
        ),
        (0, vec![])
    );
    assert_eq!(check(&mut exercise, &paper, &[0]), None);
    exercise.act(&id("a"), Act::GoOn);
    assert_eq!(paper.face_of(&id("a")).step, 1);
    let standing = check(&mut exercise, &paper, &[0]);
    assert_eq!(standing, Some(Standing::Answered), "there was a detour");
    assert_eq!(paper.face_of(&id("a")).more, "The story ends here.");
    assert_eq!(
        *paper.led_to.lock().unwrap(),
        [0, 1],
        "the reader is led to each step"
    );
    assert_eq!(check(&mut exercise, &paper, &[1]), Some(Standing::Answered));
    assert!(paper.face_of(&id("a")).more.contains("try another way"));
}

#[test]
fn an_answer_that_ends_the_module_leads_to_its_end() {
    let (mut exercise, paper) = exercise(one());
    check(&mut exercise, &paper, &[0]);
    assert!(!paper.face_of(&id("a")).at_end);
    exercise.end_at(&id("a"));
    assert!(paper.face_of(&id("a")).at_end);
    exercise.act(&id("a"), Act::Pick);
    assert!(
        !paper.face_of(&id("a")).at_end,
        "nothing is said of an answer"
    );
    check(&mut exercise, &paper, &[1]);
    assert!(paper.face_of(&id("a")).at_end, "this is still the end");
    exercise.forget();
    exercise.show();
    assert_eq!(paper.face_of(&id("a")), Face::default());
}

#[test]
fn the_summary_names_what_to_see_again() {
    let (mut exercise, paper) = exercise(one());
    let summary = |total: usize, open: &[&str], again: &[&str]| Summary {
        total,
        open: open.iter().map(|name| id(name)).collect(),
        again: again.iter().map(|name| id(name)).collect(),
    };
    exercise.show();
    assert_eq!(*paper.summary.lock().unwrap(), summary(2, &["a", "b"], &[]));
    check(&mut exercise, &paper, &[0]);
    exercise.take_over(&Progress::of_question(id("a"), Standing::Answered));
    exercise.show();
    assert_eq!(*paper.summary.lock().unwrap(), summary(2, &["b"], &["a"]));
    check(&mut exercise, &paper, &[1]);
    exercise.show();
    assert_eq!(
        *paper.summary.lock().unwrap(),
        summary(2, &["b"], &[]),
        "settled now"
    );
}

#[test]
fn what_an_earlier_visit_answered_is_said_and_can_be_forgotten() {
    let (mut exercise, paper) = exercise(one());
    let progress = Progress::of_question(id("a"), Standing::FirstTry);
    assert!(!exercise.take_over(&progress));
    exercise.show();
    assert!(paper.face_of(&id("a")).mark.starts_with("Answered before"));
    assert_eq!(
        paper.face_of(&id("a")).explained,
        [],
        "what was picked is not known"
    );
    exercise.show();
    assert_eq!(
        *paper.shows.lock().unwrap(),
        1,
        "what is shown is not shown again"
    );
    check(&mut exercise, &paper, &[0]);
    assert_eq!(paper.face_of(&id("a")).mark, "Answered");
    assert!(exercise.take_over(&Progress::default()), "it is gone");
    exercise.forget();
    exercise.show();
    assert_eq!(paper.face_of(&id("a")), Face::default());
    assert_eq!(*paper.cleared.lock().unwrap(), [id("a"), id("b")]);
}

/// What a reader does with the question "a".
fn acts() -> impl Strategy<Value = Vec<(Act, Vec<usize>)>> {
    let act = prop_oneof![
        3 => Just(Act::Check),
        1 => Just(Act::Pick),
        1 => Just(Act::GoOn),
        1 => Just(Act::GoBack),
    ];
    let picks = prop_oneof![
        3 => vec(0..3_usize, 0..3),
        1 => Just(vec![0, 1, 2]).prop_shuffle(),
    ];
    vec((act, picks), 0..24)
}

proptest! {
    #[test]
    fn what_gives_no_answer_changes_no_summary(which in any::<Index>(), acts in acts()) {
        let mut tasks: Vec<Task> = answers().into_iter().map(|(task, ..)| task).collect();
        tasks.push(story());
        let (mut exercise, paper) = exercise(which.get(&tasks).clone());
        let mut progress = Progress::default();
        exercise.show();
        for (act, picks) in acts {
            let before = (paper.summary.lock().unwrap().clone(), *paper.sums.lock().unwrap());
            *paper.picks.lock().unwrap() = picks;
            let standing = exercise.act(&id("a"), act);
            if let Some(standing) = standing
                && progress.standing(&id("a")).is_none()
            {
                progress.merge(&Progress::of_question(id("a"), standing));
            }
            exercise.take_over(&progress);
            exercise.show();
            let after = (paper.summary.lock().unwrap().clone(), *paper.sums.lock().unwrap());
            if standing.is_none() {
                prop_assert_eq!(before, after);
            } else {
                prop_assert_eq!(before.0 == after.0, before.1 == after.1, "told when it changes");
            }
        }
    }
}
