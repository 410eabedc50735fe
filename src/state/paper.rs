//! A page of paper: the tests' twin of the questions in the page.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::domain::id::Id;
use crate::domain::ports::AnswerSheet;
use crate::domain::ports::Face;
use crate::domain::ports::Summary;

/// A page that remembers what it was told to show. Like the real one, it changes only what differs
/// from what is said to be seen: a false word about that leaves something standing.
#[derive(Default)]
pub(super) struct Paper {
    pub(super) picks: Mutex<Vec<usize>>,
    pub(super) faces: Mutex<BTreeMap<Id, Face>>,
    /// The first words about answers, each time that they were put into the page.
    pub(super) said: Mutex<Vec<&'static str>>,
    pub(super) shows: Mutex<usize>,
    pub(super) led_to: Mutex<Vec<usize>>,
    pub(super) cleared: Mutex<Vec<Id>>,
    pub(super) summary: Mutex<Summary>,
    pub(super) sums: Mutex<usize>,
}

impl AnswerSheet for Paper {
    fn picked(&self, _question: &Id, _step: usize) -> Vec<usize> {
        self.picks.lock().unwrap().clone()
    }

    fn clear(&self, question: &Id) {
        self.cleared.lock().unwrap().push(question.clone());
    }

    fn lead_to(&self, _question: &Id, step: usize) {
        self.led_to.lock().unwrap().push(step);
    }

    fn show(&self, question: &Id, shown: &Face, face: &Face) {
        assert_ne!(shown, face, "nothing is shown twice");
        let mut faces = self.faces.lock().unwrap();
        let seen = faces.entry(question.clone()).or_default();
        if shown.said != face.said && !face.said.is_empty() {
            self.said.lock().unwrap().push(face.said);
        }
        put(&mut seen.step, &shown.step, &face.step);
        put(&mut seen.said, &shown.said, &face.said);
        put(&mut seen.explained, &shown.explained, &face.explained);
        put(&mut seen.more, &shown.more, &face.more);
        put(&mut seen.mark, &shown.mark, &face.mark);
        put(&mut seen.can_go_on, &shown.can_go_on, &face.can_go_on);
        put(&mut seen.can_go_back, &shown.can_go_back, &face.can_go_back);
        put(&mut seen.at_end, &shown.at_end, &face.at_end);
        assert_eq!(seen, face, "what is seen is what is to be seen");
        *self.shows.lock().unwrap() += 1;
    }

    fn sum_up(&self, _group: &Id, summary: &Summary) {
        *self.summary.lock().unwrap() = summary.clone();
        *self.sums.lock().unwrap() += 1;
    }

    fn finish(&self, _finished: bool, _said: &'static str) {}
}

impl Paper {
    /// Returns what is seen of a question.
    pub(super) fn face_of(&self, question: &Id) -> Face {
        let faces = self.faces.lock().unwrap();
        faces.get(question).cloned().unwrap_or_default()
    }
}

/// Puts `is` in the place of what is seen, where `was` says that it is not there yet.
fn put<T: PartialEq + Clone>(seen: &mut T, was: &T, is: &T) {
    if was != is {
        seen.clone_from(is);
    }
}
