//! Buttondown.

use citizens_academy_player::domain::signup::plan::Mode;

use crate::support::CONSENT;
use crate::support::ROLE;
use crate::support::asks;
use crate::support::extra;
use crate::support::plan;
use crate::support::problems;
use crate::support::send;

fn members(url: &str) -> String {
    format!(
        r#""preset": "buttondown", "url": "{url}", "extra": {{"tag": ["module", "web"]}},
        "ask": {{"first_name": "optional", "last_name": "optional", {ROLE}}}"#
    )
}

#[test]
fn the_form_is_the_one_it_gives_to_embed() {
    let plan = plan(&members("citizens-academy"));
    assert_eq!(plan.mode, Mode::Navigate);
    assert_eq!(
        plan.url,
        "https://buttondown.com/api/emails/embed-subscribe/citizens-academy"
    );
    assert_eq!(
        asks(&plan),
        [
            ("email", "email", true),
            ("first_name", "metadata__first_name", false),
            ("last_name", "metadata__last_name", false),
            ("role", "metadata__role", false),
            ("consent", "metadata__consent", true)
        ]
    );
    assert_eq!(extra(&plan), r#"[["embed","1"],["tag",["module","web"]]]"#);
    assert_eq!(plan.trap, None);
    assert_eq!(
        send(&plan).body,
        "email=sam%2Bnews%40example.org&metadata__first_name=Zo%C3%AB\
         &metadata__last_name=O%27Neil+%26+Co&metadata__role=Teacher&metadata__consent=2026-11\
         &embed=1&tag=module&tag=web"
    );
}

#[test]
fn a_name_or_an_address_is_enough() {
    for url in [
        "sam",
        "https://buttondown.com/sam",
        "https://buttondown.email/sam/",
        "https://buttondown.com/api/emails/embed-subscribe/sam",
        "https://buttondown.email/api/emails/embed-subscribe/sam",
    ] {
        assert_eq!(
            plan(&members(url)).url,
            "https://buttondown.com/api/emails/embed-subscribe/sam",
            "{url}"
        );
    }
    for url in [
        "https://api.buttondown.com/v1/subscribers",
        "https://buttondown.com/",
        "https://buttondown.com/a/b",
        "sam@example.org",
        "sam/../x",
        "a b",
    ] {
        let text = format!(r#"{{"preset": "buttondown", "url": "{url}", {CONSENT}}}"#);
        assert_eq!(
            problems(&text),
            [
                "signup.url is no user name at Buttondown, nor the address of its embedded form; \
                 write the user name alone"
            ],
            "{url}"
        );
    }
}

#[test]
fn what_it_needs_is_not_overridden() {
    let text = format!(
        r#"{{"preset": "buttondown", "url": "sam", "extra": {{"embed": "0"}}, {CONSENT}}}"#
    );
    assert_eq!(
        problems(&text),
        ["signup.extra.embed is what the preset itself sends; leave it out"]
    );
}
