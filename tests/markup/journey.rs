//! A journey in the prerendered page: its steps and its drawing.

use citizens_academy_player::domain::journey::COLUMNS;
use citizens_academy_player::domain::journey::Cell;
use citizens_academy_player::domain::journey::Journey;
use citizens_academy_player::domain::journey::PLACES;
use citizens_academy_player::domain::journey::Place;
use citizens_academy_player::domain::journey::PlaceKind;
use citizens_academy_player::domain::journey::ROWS;
use citizens_academy_player::domain::journey::WAYS;
use citizens_academy_player::domain::journey::Way;
use citizens_academy_player::domain::prose::Inline;
use citizens_academy_player::domain::prose::push_words;
use std::fs;

use super::dom::Dom;
use super::module;
use super::page_of;

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

/// A journey with as many steps as one can have, over all of the grid.
fn longest() -> Journey {
    let (places, ways) = (*PLACES.end(), *WAYS.end());
    let kinds = [
        PlaceKind::Phone,
        PlaceKind::Copy,
        PlaceKind::Group,
        PlaceKind::Unknown,
        PlaceKind::Page,
    ];
    let place = |(index, kind): (usize, PlaceKind)| {
        let at = u8::try_from(index).unwrap();
        Place {
            title: format!("Place <{index}>"),
            kind,
            from: index.checked_sub(1),
            at: Cell {
                column: at % COLUMNS + 1,
                row: at / COLUMNS + 1,
            },
            text: text("What happens & where."),
        }
    };
    let way = |index: usize| Way {
        title: format!("Way <{index}>"),
        stops: vec![index + 1],
        text: text("What stops it."),
    };
    Journey {
        title: "A <long> way".to_owned(),
        lead: Some(text("It leads on.")),
        places: (0..places)
            .zip(kinds.into_iter().cycle())
            .map(place)
            .collect(),
        ways: (0..ways).map(way).collect(),
        next: Some(text("What next.")),
    }
}

/// The published journey and the longest one, each as it stands in a page.
fn journeys() -> Vec<(Journey, Dom)> {
    let mut longer = module();
    let published = module();
    let (mut found, mut at) = (None, 0);
    for group in &mut longer.groups {
        for section in &mut group.sections {
            if section.journey.is_some() {
                found = section.journey.replace(longest());
            }
        }
    }
    let mut shown = |module| {
        at += 1;
        let page = Dom::parse(&page_of(module));
        let mut forms = page.with_class("form", "journey");
        assert_eq!(forms.len(), 1, "page {at}");
        assert_eq!(page.complaints(), Vec::<String>::new());
        forms.remove(0)
    };
    let pages = [shown(&published), shown(&longer)];
    [found.unwrap(), longest()].into_iter().zip(pages).collect()
}

/// The steps of a journey: titles and words, places first.
fn steps(journey: &Journey) -> Vec<(String, String)> {
    let places = journey
        .places
        .iter()
        .map(|place| (&place.title, &place.text));
    let ways = journey.ways.iter().map(|way| (&way.title, &way.text));
    let words = |(title, text): (&String, &Vec<Inline>)| {
        let mut words = String::new();
        push_words(text, &mut words);
        (title.clone(), words)
    };
    places.chain(ways).map(words).collect()
}

#[test]
fn a_journey_sends_and_restores_nothing() {
    for (_, form) in journeys() {
        assert_eq!(form.attribute("method"), "dialog");
        assert_eq!(form.attribute("autocomplete"), "off");
        assert!(!form.has("action") && form.all("button").is_empty());
    }
}

#[test]
fn every_step_is_a_field_whose_label_is_all_of_it() {
    for (journey, form) in journeys() {
        assert_eq!(form.first("h4").text(), journey.title);
        assert_eq!(form.all("legend").len(), 1);
        let (fields, labels) = (form.all("input"), form.all("label"));
        let steps = steps(&journey);
        assert_eq!((fields.len(), labels.len()), (steps.len(), steps.len()));
        for (index, (title, words)) in steps.into_iter().enumerate() {
            let (field, label) = (&fields[index], &labels[index]);
            assert_eq!(label.all("input").len(), 1, "{title}");
            assert_eq!(label.text(), format!("{title}. {words}"));
            assert_eq!(field.attribute("type"), "radio", "{title}");
            assert_eq!(field.attribute("name"), "page-journey-control", "{title}");
            assert_eq!(field.attribute("value"), (index + 1).to_string());
            assert_eq!(field.has("checked"), index == 0, "{title}");
        }
    }
}

#[test]
fn the_lists_count_on() {
    for (journey, form) in journeys() {
        let lists = form.all("ol");
        let starts: Vec<_> = lists.iter().map(|list| list.attribute("start")).collect();
        let second = (journey.places.len() + 1).to_string();
        assert_eq!(starts, ["", second.as_str()]);
        let items: Vec<_> = lists.iter().map(|list| list.children().len()).collect();
        assert_eq!(items, [journey.places.len(), journey.ways.len()]);
    }
}

#[test]
fn the_drawing_has_numbers_and_no_words_and_nobody_is_told_of_it() {
    for (journey, form) in journeys() {
        let drawing = form.first("svg");
        assert_eq!(drawing.attribute("aria-hidden"), "true");
        let mut numbers: Vec<usize> = drawing
            .all("text")
            .iter()
            .map(|number| number.text().parse().unwrap())
            .collect();
        numbers.sort_unstable();
        let count = journey.places.len();
        let mut wanted: Vec<usize> = (1..=count).collect();
        wanted.extend((0..count).filter_map(|place| journey.stopped_at(place)));
        wanted.sort_unstable();
        assert_eq!(numbers, wanted);
        let drawn = ["svg", "g", "path", "circle", "text"];
        for part in drawing.all("*") {
            assert!(drawn.contains(&part.name().as_str()), "<{}>", part.name());
        }
    }
}

#[test]
fn each_part_of_the_drawing_belongs_to_its_steps() {
    for (journey, form) in journeys() {
        let parts = form.first("svg").children();
        // Arrows first: the places lie over them.
        let (arrows, places) = parts.split_at(journey.places.len() - 1);
        let numbers = |index: usize| {
            let off = journey.stopped_at(index).map(|step| step.to_string());
            ((index + 1).to_string(), off.unwrap_or_default())
        };
        let of = |part: &Dom| (part.attribute("data-on"), part.attribute("data-off"));
        for (index, arrow) in arrows.iter().enumerate() {
            assert_eq!(of(arrow), numbers(index + 1), "the arrow to {index}");
        }
        for (index, place) in places.iter().enumerate() {
            assert_eq!(of(place), numbers(index), "the place {index}");
            assert!(place.has("transform"), "the place {index}");
        }
        assert_eq!(places.len(), journey.places.len());
    }
}

/// The style sheet counts no further than it was written to.
#[test]
fn the_style_sheet_knows_every_step() {
    let css = fs::read_to_string("style/components/journey.css").unwrap();
    let (places, steps) = (*PLACES.end(), PLACES.end() + WAYS.end());
    let rule = |selector: &str, name: &str, step: usize| {
        let rule = format!("{selector} {{ {name}: {step}; }}");
        assert!(css.contains(&rule), "there is no rule {rule:?}");
    };
    for step in 1..=steps {
        rule(
            &format!(".journey:has([value=\"{step}\"]:checked)"),
            "--at",
            step,
        );
    }
    for step in 1..=places {
        rule(&format!("[data-on=\"{step}\"]"), "--on", step);
    }
    for step in PLACES.start() + 1..=steps {
        rule(&format!("[data-off=\"{step}\"]"), "--off", step);
    }
    let after: usize = css.split("--at: ").nth(1).unwrap()[..2].parse().unwrap();
    assert!(
        after > steps + 1,
        "where all is lit, no step may be the current one"
    );
}

#[test]
fn the_drawing_is_as_large_as_its_grid() {
    let (_, form) = journeys().remove(1);
    let of_rows = usize::from(ROWS).min(PLACES.end().div_ceil(usize::from(COLUMNS)));
    let wanted = format!("0 0 {} {}", u32::from(COLUMNS) * 64, of_rows * 64);
    assert_eq!(form.first("svg").attribute("viewBox"), wanted);
}
