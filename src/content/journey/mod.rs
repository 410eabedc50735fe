//! A journey's file: where one thing can travel, step by step, and what can stop it.
//!
//! [`place`] and [`way`] read its tables, and [`tree`] checks that the places fit together; [`uses`]
//! checks that each journey belongs to a section.

mod place;
mod tree;
mod uses;
mod way;

pub(super) use uses::check;

use super::line::{self, Line};
use super::page::{At, Page};
use super::sentences::Passage;
use super::toml_fields::{Fields, parse};
use super::{JOURNEYS, ReadingAge, reading_age};
use crate::domain::id::Id;
use crate::domain::journey::{Journey, PLACES, WAYS};
use core::ops::RangeInclusive;

const KEYS: [&str; 5] = ["title", "lead", "place", "way", "next"];

/// Why a step holds no link.
const NO_LINK: &str =
    "a step is there to be picked, so it cannot hold a link; put the link into \"next\"";

/// A journey's file, read as far as it can be.
#[derive(Clone, Debug)]
pub(super) struct JourneyFile {
    /// The file, with its problems.
    pub(super) page: Page,
    /// The name by which a section refers to it: that of the file.
    pub(super) name: Option<Id>,
    /// What it says; `None` where a problem was noted instead.
    pub(super) journey: Option<Journey>,
    /// What its links within the module lead to.
    pub(super) anchors: Vec<At<Id>>,
    age: Option<f64>,
}

impl JourneyFile {
    /// Reads the file `stem`.toml of the module `slug`; `english` says whether the reading age can
    /// be told.
    pub(super) fn read(slug: &str, stem: &str, bytes: &[u8], english: bool) -> Self {
        let (mut page, text) = Page::open(slug, &format!("{JOURNEYS}/{stem}.toml"), bytes);
        let name = Id::new(stem);
        if let Err(error) = &name {
            page.error(1, format!("the file's name is the journey's, and {error}"));
        }
        let mut file = Self {
            page,
            name: name.ok(),
            journey: None,
            anchors: Vec::new(),
            age: None,
        };
        if let Some(text) = text {
            file.read_text(&text, english);
        }
        file
    }

    fn read_text(&mut self, text: &str, english: bool) {
        let page = &mut self.page;
        let Some(document) = parse(page, text, 0) else {
            return;
        };
        let fields = Fields::new(page, document.as_table(), "the journey", &KEYS, (1, 0));
        let title = fields.text(page, "title").map(|text| text.value);
        let lead = line::optional(page, &fields, "lead");
        let places = place::read(page, &fields);
        let ways = way::read(page, &fields);
        let next = line::optional(page, &fields, "next");
        check_count(page, &fields, ("place", places.len()), PLACES);
        check_count(page, &fields, ("way", ways.len()), WAYS);
        let of_places = places.iter().filter_map(|place| place.text.as_ref());
        let of_ways = ways.iter().filter_map(|way| way.text.as_ref());
        let lines = lead.iter().chain(of_places).chain(of_ways).chain(&next);
        let (anchors, passages) = gather(lines);
        self.anchors = anchors;
        if english {
            self.age = reading_age::check(page, "journey", &passages);
        }
        let ways = way::resolve(page, ways, &places);
        let places = tree::resolve(page, places);
        self.journey = title
            .zip(places)
            .zip(ways)
            .map(|((title, places), ways)| Journey {
                title,
                lead: lead.map(|line| line.words),
                places,
                ways,
                next: next.map(|line| line.words),
            });
    }

    /// Returns how hard the journey reads, if that can be told.
    pub(super) fn reading_age(&self) -> Option<ReadingAge> {
        self.age.map(|age| ReadingAge {
            file: self.page.path().to_owned(),
            age,
        })
    }
}

/// Gathers what the checks want to know of `lines`: what they link to, and their words.
fn gather<'a>(lines: impl Iterator<Item = &'a Line>) -> (Vec<At<Id>>, Vec<Passage>) {
    let (mut anchors, mut passages) = (Vec::new(), Vec::new());
    for line in lines {
        anchors.extend_from_slice(&line.anchors);
        passages.extend_from_slice(&line.passages);
    }
    (anchors, passages)
}

/// Notes if there are too few or too many tables under a key.
fn check_count(
    page: &mut Page,
    fields: &Fields<'_>,
    (key, count): (&str, usize),
    allowed: RangeInclusive<usize>,
) {
    // What stands there instead of tables has a problem of its own.
    if allowed.contains(&count) || (count == 0 && fields.has(key)) {
        return;
    }
    let (least, most) = allowed.into_inner();
    let message = format!("a journey has {least} to {most} of [[{key}]], and this one has {count}");
    page.error(fields.line_of(page, key), message);
}
