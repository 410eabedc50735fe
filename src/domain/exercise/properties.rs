//! What holds for every task, every attempt and every order of events.

use proptest::collection::vec;
use proptest::prelude::*;

use super::Attempt;
use super::Standing;
use super::Task;
use super::Turn;
use super::Verdict;

/// What a reader can do with a question.
#[derive(Clone, Debug)]
enum Event {
    Check(Vec<usize>),
    GoOn,
    GoBack,
    Pick,
}

fn picks() -> impl Strategy<Value = Vec<usize>> {
    vec(0..7_usize, 0..6)
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        // Most often one pick, as stories want it.
        4 => (0..4_usize).prop_map(|pick| Event::Check(vec![pick])),
        2 => picks().prop_map(Event::Check),
        3 => Just(Event::GoOn),
        2 => Just(Event::GoBack),
        1 => Just(Event::Pick),
    ]
}

fn one() -> impl Strategy<Value = Task> {
    (2..7_usize)
        .prop_flat_map(|options| (0..options, Just(options)))
        .prop_map(|(right, options)| Task::One { right, options })
}

fn several() -> impl Strategy<Value = Task> {
    vec(any::<bool>(), 2..7).prop_map(|right| Task::Several { right })
}

fn order() -> impl Strategy<Value = Task> {
    (2..6_usize)
        .prop_flat_map(|items| Just((0..items).collect::<Vec<_>>()).prop_shuffle())
        .prop_filter("the build refuses it", |places| !places.is_sorted())
        .prop_map(|places| Task::Order { places })
}

/// Stories of two to four steps; every choice leads to a later step, or ends the story.
fn story() -> impl Strategy<Value = Task> {
    let turns = vec((any::<bool>(), any::<prop::sample::Index>()), 2..5);
    vec(turns, 2..5).prop_map(|steps| {
        let last = steps.len();
        let turn = |step: usize, (helps, index): (bool, prop::sample::Index)| {
            let to = step + 1 + index.index(last - step);
            Turn {
                helps,
                to: (to < last).then_some(to),
            }
        };
        Task::Story {
            steps: steps
                .into_iter()
                .enumerate()
                .map(|(step, turns)| turns.into_iter().map(|t| turn(step, t)).collect())
                .collect(),
        }
    })
}

fn task() -> impl Strategy<Value = Task> {
    prop_oneof![one(), several(), order(), story()]
}

fn after(attempt: Attempt, task: &Task, event: Event) -> (Attempt, Option<Standing>) {
    match event {
        Event::Check(picks) => attempt.check(task, picks),
        Event::GoOn => (attempt.go_on(task), None),
        Event::GoBack => (attempt.go_back(), None),
        Event::Pick => (attempt.pick(), None),
    }
}

/// How many options a question has that is no story.
fn options(task: &Task) -> usize {
    match task {
        Task::One { options, .. } => *options,
        Task::Several { right } => right.len(),
        Task::Order { places } => places.len(),
        Task::Story { .. } => 0,
    }
}

/// Fails where `attempt` is a state that the model forbids.
fn allowed(task: &Task, attempt: &Attempt) -> Result<(), TestCaseError> {
    let story = matches!(task, Task::Story { .. });
    match attempt {
        Attempt::Untouched => {}
        Attempt::Checked(picked) | Attempt::Changed(picked) => {
            prop_assert!(!story, "a story is told, not checked");
            prop_assert_eq!(task.accept(picked.options().to_vec()), Some(picked.clone()));
        }
        Attempt::Unpicked(trail) | Attempt::Facing(trail) => {
            prop_assert!(trail.leads_to(task).is_some(), "there is a step to face");
            prop_assert!(story || trail.passed(task).is_empty());
        }
        Attempt::Told(trail) => {
            prop_assert!(story && !trail.passed(task).is_empty());
        }
    }
    // What is explained is on the screen, and belongs to the task.
    let step = attempt.step(task);
    for (of, option) in attempt.explained(task) {
        prop_assert_eq!(of, step);
        match task {
            Task::Story { .. } => prop_assert!(task.turn(of, option).is_some()),
            other => prop_assert!(option < options(other), "there is no option {option}"),
        }
    }
    let judged = attempt.verdict(task).is_some();
    let reads = judged || matches!(attempt, Attempt::Changed(_));
    prop_assert_eq!(reads, !attempt.explained(task).is_empty());
    prop_assert!(
        judged || !attempt.settled(task),
        "only an answer is settled"
    );
    Ok(())
}

proptest! {
    #[test]
    fn no_events_lead_to_a_forbidden_state(task in task(), events in vec(event(), 0..24)) {
        let mut attempt = Attempt::default();
        for event in events {
            let (on, back) = (attempt.can_go_on(&task), attempt.can_go_back());
            let (next, standing) = after(attempt.clone(), &task, event.clone());
            allowed(&task, &next)?;
            match event {
                Event::GoOn => prop_assert_eq!(on, next != attempt),
                Event::GoBack => prop_assert_eq!(back, next != attempt),
                Event::Pick => {
                    let asked = matches!(next, Attempt::Unpicked(_));
                    prop_assert!(!asked, "something is picked now");
                    prop_assert_eq!(next.verdict(&task), None, "of another answer");
                }
                Event::Check(_) => {}
            }
            // Something is kept exactly when an answer has just been given, or a story has ended.
            let given = matches!(event, Event::Check(_)) && match &next {
                Attempt::Checked(_) => true,
                Attempt::Told(trail) => trail.leads_to(&task).is_none(),
                _ => false,
            };
            prop_assert_eq!(standing.is_some(), given);
            if standing == Some(Standing::FirstTry) {
                prop_assert!(next.settled(&task), "settled at the first try, so settled");
            }
            attempt = next;
        }
    }

    #[test]
    fn a_story_always_ends(task in story(), choices in vec(0..2_usize, 4)) {
        let mut attempt = Attempt::default();
        let mut kept = None;
        for choice in choices {
            let (told, standing) = attempt.check(&task, vec![choice]);
            kept = kept.or(standing);
            attempt = told.go_on(&task);
        }
        prop_assert!(kept.is_some(), "four choices end four steps");
    }

    #[test]
    fn a_detour_is_not_forgotten_by_going_back(task in story(), events in vec(event(), 0..24)) {
        let mut attempt = Attempt::default();
        let mut detour = false;
        for event in events {
            let (next, standing) = after(attempt, &task, event.clone());
            detour |= matches!(event, Event::Check(_)) && next.verdict(&task) == Some(Verdict::Otherwise);
            if let Some(standing) = standing {
                prop_assert_eq!(standing == Standing::FirstTry, !detour);
            }
            attempt = next;
        }
    }

    #[test]
    fn every_answer_has_a_verdict_and_one_answer_settles(task in prop_oneof![one(), several(), order()], picks in picks()) {
        if let Some(picked) = task.accept(picks) {
            let verdict = task.judge(&picked);
            let right: Vec<usize> = match &task {
                Task::One { right, .. } => vec![*right],
                Task::Several { right } => (0..right.len()).filter(|at| right[*at]).collect(),
                Task::Order { places } => {
                    let item = |place| (0..places.len()).find(|at| places[*at] == place);
                    (0..places.len()).filter_map(item).collect()
                }
                Task::Story { .. } => Vec::new(),
            };
            prop_assert_eq!(verdict == Verdict::Settled, picked.options() == right);
        }
    }
}
