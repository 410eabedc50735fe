//! Whether the options of a module's questions give away which of them is right.
//!
//! Authors explain the right answer best, so it grows longer than the rest, and they tend to put it
//! into the same place. A reader who notices answers without thinking. One question proves nothing
//! of the kind, so what concerns places and the longest option is counted over the whole module.

use super::question::{Asked, QuestionFile};
use crate::domain::question::QuestionKind;

/// How many times as long as the shortest option the longest one stands out...
const TIMES: usize = 2;

/// ...if it is also longer by more than so many characters: about three words. "Yes" and "It
/// depends" differ as much as their meaning.
const CHARACTERS: usize = 20;

/// The fewest answers of which a share says anything.
const ENOUGH: usize = 5;

/// The share, in percent, above which readers can answer without reading. A reader who guesses
/// one of two options is right half of the time.
const SHARE: usize = 60;

/// The fewest options of which being the longest says anything: of two, one always is.
const FEWEST: usize = 3;

/// What the form of a step's options shows.
#[derive(Clone, Debug)]
struct Form {
    /// The number of the question's file.
    file: usize,
    /// The kind of the question.
    kind: QuestionKind,
    /// The line of each option, and the number of characters of its label.
    options: Vec<(usize, usize)>,
    /// Which option is right, if exactly one is.
    right: Option<usize>,
}

/// A warning for the author of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hint {
    file: usize,
    line: usize,
    message: String,
}

/// Warns of options whose length or place gives away which is right.
pub(super) fn check(questions: &mut [QuestionFile]) {
    let mut forms = Vec::new();
    for (file, question) in questions.iter().enumerate() {
        // What cannot be published yet has worse problems.
        if let Some(kind) = question
            .head
            .kind
            .as_ref()
            .filter(|_| question.page.is_sound())
        {
            let steps = question.steps.iter();
            forms.extend(steps.map(|step| form(file, kind.value, step)));
        }
    }
    for hint in hints(&forms) {
        if let Some(question) = questions.get_mut(hint.file) {
            question.page.warning(hint.line, hint.message);
        }
    }
}

fn form(file: usize, kind: QuestionKind, step: &Asked) -> Form {
    let options = step.options.iter();
    let mut rights = options.clone().enumerate().filter(|(_, o)| o.is_right());
    let right = rights.next().map(|(at, _)| at);
    Form {
        file,
        kind,
        right: right.filter(|_| rights.next().is_none()),
        options: options
            .map(|option| (option.line, option.words.chars().count()))
            .collect(),
    }
}

fn hints(forms: &[Form]) -> Vec<Hint> {
    let mut hints: Vec<Hint> = forms.iter().filter_map(uneven).collect();
    hints.extend(often_longest(forms));
    let alone = |form: &&Form| matches!(form.kind, QuestionKind::Single | QuestionKind::MythOrFact);
    hints.extend(often_here(forms.iter().filter(alone), "questions"));
    // A story is read in one go, so its steps are compared with each other and not with the rest.
    let story = |form: &&Form| form.kind == QuestionKind::Scenario;
    hints.extend(often_here(
        forms.iter().filter(story),
        "steps of scenarios with one right option",
    ));
    hints
}

/// Warns of a step whose options differ too much in length.
fn uneven(form: &Form) -> Option<Hint> {
    // All items of an order are part of the answer, so their length gives nothing away.
    if form.kind == QuestionKind::Order {
        return None;
    }
    let (short_line, short) = *form.options.iter().min_by_key(|(_, length)| *length)?;
    let (line, long) = *form.options.iter().max_by_key(|(_, length)| *length)?;
    (long > TIMES * short && long - short > CHARACTERS).then(|| Hint {
        file: form.file,
        line,
        message: format!(
            "this option has {long} characters and the one on line {short_line} has {short}; make \
             them more alike, since readers guess by length"
        ),
    })
}

/// Warns once if the right option is too often the longest of its step, where it stands out most.
fn often_longest(forms: &[Form]) -> Option<Hint> {
    let measured = || {
        let long = forms.iter().filter(|form| form.options.len() >= FEWEST);
        long.filter_map(|form| Some((form, form.right?)))
    };
    let lead = |(form, right): (&Form, usize)| {
        let (line, length) = *form.options.get(right)?;
        let others = form
            .options
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != right);
        let next = others.map(|(_, (_, length))| *length).max()?;
        let lead = length.checked_sub(next).filter(|lead| *lead > 0)?;
        Some((lead, form.file, line))
    };
    let longest: Vec<_> = measured().filter_map(lead).collect();
    let (total, count) = (measured().count(), longest.len());
    if !is_often(count, total) {
        return None;
    }
    let (_, file, line) = longest
        .into_iter()
        .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(Hint {
        file,
        line,
        message: format!(
            "the right option is the longest in {count} of {total} choices among three or more, \
             and most of all here; make it shorter or others longer, since readers guess by length"
        ),
    })
}

/// Warns once if too many right options of `forms`, which `sort` names, stand in the same place.
fn often_here<'f>(forms: impl Iterator<Item = &'f Form>, sort: &str) -> Option<Hint> {
    let rights: Vec<(&Form, usize)> = forms.filter_map(|form| Some((form, form.right?))).collect();
    let (total, places) = (rights.len(), rights.iter().map(|(_, right)| *right));
    let count = |place: usize| rights.iter().filter(|(_, right)| *right == place).count();
    let place = places.max_by_key(|place| (count(*place), core::cmp::Reverse(*place)))?;
    if !is_often(count(place), total) {
        return None;
    }
    let (form, right) = rights.iter().find(|(_, right)| *right == place)?;
    let (line, _) = *form.options.get(*right)?;
    Some(Hint {
        file: form.file,
        line,
        message: format!(
            "the right option is number {} in {} of {total} {sort}; move it in some of them, \
             such as here",
            place + 1,
            count(place)
        ),
    })
}

/// Returns whether `count` of `total` is a share that gives the answers away.
fn is_often(count: usize, total: usize) -> bool {
    total >= ENOUGH && count * 100 > total * SHARE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A question with labels of these lengths, on the lines 1, 2 and so on.
    fn form(kind: QuestionKind, lengths: &[usize], right: usize) -> Form {
        Form {
            file: 0,
            kind,
            options: (1..).zip(lengths.iter().copied()).collect(),
            right: Some(right),
        }
    }

    fn single(lengths: &[usize], right: usize) -> Form {
        form(QuestionKind::Single, lengths, right)
    }

    #[test]
    fn compares_the_lengths_of_one_step() {
        for (lengths, expected) in [
            (&[10, 30][..], None),
            (&[10, 31], Some(2)),
            (&[31, 10], Some(1)),
            (&[21, 42], None),
            (&[20, 41, 22], Some(2)),
            (&[3, 20], None),
            (&[], None),
        ] {
            let line = uneven(&single(lengths, 0)).map(|hint| hint.line);
            assert_eq!(line, expected, "{lengths:?}");
        }
        assert_eq!(uneven(&form(QuestionKind::Order, &[1, 99], 0)), None);
    }

    #[test]
    fn counts_how_often_the_right_option_is_the_longest() {
        let (long, level) = (single(&[9, 12, 9], 1), single(&[12, 12, 9], 1));
        let forms = |long_ones: usize, others: usize| {
            let mut forms = vec![long.clone(); long_ones];
            forms.extend(vec![level.clone(); others]);
            forms
        };
        for (long_ones, others, expected) in [
            (4, 0, false),
            (3, 2, false),
            (4, 1, true),
            (5, 0, true),
            (6, 4, false),
            (7, 3, true),
        ] {
            let found = often_longest(&forms(long_ones, others)).is_some();
            assert_eq!(found, expected, "{long_ones} and {others}");
        }
        assert_eq!(often_longest(&vec![single(&[9, 12], 1); 9]), None);
    }

    #[test]
    fn points_at_the_option_that_stands_out_most() {
        let mut forms = vec![single(&[9, 12, 9], 1); 5];
        forms[3] = Form {
            file: 3,
            ..single(&[9, 9, 19], 2)
        };
        let hint = often_longest(&forms).map(|hint| (hint.file, hint.line));
        assert_eq!(hint, Some((3, 3)));
    }

    #[test]
    fn counts_how_often_the_right_option_has_the_same_place() {
        for (places, expected) in [
            (&[1, 1, 1, 1][..], None),
            (&[1, 1, 1, 0, 0], None),
            (&[0, 1, 1, 1, 1], Some(2)),
            (&[0, 0, 0, 0, 0], Some(1)),
            (&[0, 1, 2, 0, 1, 2], None),
        ] {
            let forms: Vec<Form> = places.iter().map(|at| single(&[9, 9, 9], *at)).collect();
            let line = often_here(forms.iter(), "questions").map(|hint| hint.line);
            assert_eq!(line, expected, "{places:?}");
        }
    }

    #[test]
    fn keeps_stories_and_questions_apart() {
        let mut forms = vec![single(&[9, 9], 0); 3];
        forms.extend(vec![form(QuestionKind::Scenario, &[9, 9], 0); 3]);
        assert_eq!(hints(&forms), []);
        forms.extend(vec![form(QuestionKind::Scenario, &[9, 9], 0); 2]);
        assert_eq!(hints(&forms).len(), 1);
        forms.extend(vec![form(QuestionKind::MythOrFact, &[9, 9], 0); 2]);
        assert_eq!(hints(&forms).len(), 2);
    }

    #[test]
    fn says_nothing_of_several_right_options() {
        let mut form = single(&[9, 9, 9], 0);
        form.right = None;
        assert_eq!(hints(&vec![form; 9]), []);
    }
}
