//! The top of the page: whose it is, and what it says before one reads.

use citizens_academy_player::settings::Config;

use crate::dom::Dom;
use crate::{document_of, module, page};

#[test]
fn a_publishers_own_mark_stands_beside_their_name() {
    let ours = Config::read(r#"{"publisher": "Us"}"#).unwrap();
    let mark = Some("<svg class=\"mine\"></svg>".to_owned());
    let own = Config {
        mark,
        ..ours.clone()
    };
    for (config, is_own) in [(&ours, false), (&own, true)] {
        let page = Dom::parse(&document_of(&module(), config));
        let name = &page.with_class("p", "header__publisher")[0];
        assert_eq!(name.with_class("svg", "mine").len(), usize::from(is_own));
        assert_eq!(
            name.with_class("svg", "header__mark").len(),
            usize::from(!is_own)
        );
    }
}

#[test]
fn the_head_says_how_long_it_takes_and_who_is_told() {
    let page = page();
    let facts = page.with_class("p", "head__facts");
    let words = facts.first().map(Dom::text).unwrap_or_default();
    assert!(words.starts_with("About "), "{words:?}");
    let told = "This page tells nobody what you read or answer.";
    assert!(words.ends_with(told), "{words:?}");
}
