//! What the published module says.

use citizens_academy_player::domain::module::SectionKind;
use std::collections::BTreeSet;

use super::module;
use super::page;

#[test]
fn the_published_module_says_what_a_reader_needs() {
    let module = module();
    let ids: Vec<_> = module
        .sections()
        .map(|section| section.id.as_str())
        .collect();
    for needed in [
        "i-sent-one",
        "threats",
        "i-was-sent-one",
        "a-friend",
        "feelings",
        "control",
        "disappearing",
        "who-may-see",
        "exploitation",
        "blackmail",
        "bullying",
        "the-law",
        "parents",
        "staff",
    ] {
        assert!(ids.contains(&needed), "there is no section {needed:?}");
    }
    assert_eq!(
        module.groups[0].id.as_str(),
        "now",
        "what to do now comes first"
    );
    let risks = module
        .sections()
        .filter(|section| section.kind == SectionKind::Risk)
        .count();
    assert_eq!(risks, 7);
}

#[test]
fn only_listed_services_and_their_right_numbers_are_named() {
    let numbers: BTreeSet<_> = page()
        .all("a")
        .iter()
        .map(|link| link.attribute("href"))
        .filter(|href| href.contains(':') && !href.starts_with("https:"))
        // What is taken along on this device: it leads nowhere.
        .filter(|href| href != "data:text/plain,")
        .collect();
    let allowed = [
        "tel:999",
        "tel:101",
        "tel:08001111",
        "tel:08088005000",
        "tel:03001234043",
        "tel:0800555111",
        "sms:85258",
        "mailto:help@nspcc.org.uk",
    ];
    for number in numbers {
        assert!(
            allowed.contains(&number.as_str()),
            "{number} is not on the list of services"
        );
    }
}
