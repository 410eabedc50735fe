//! Mailchimp.

use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Mode;

use crate::support::CONSENT;
use crate::support::ROLE;
use crate::support::asks;
use crate::support::extra;
use crate::support::hear;
use crate::support::plan;
use crate::support::problems;
use crate::support::send;

const URL: &str = "https://example.us21.list-manage.com/subscribe/post?u=0123456789abcdef012345678&id=0a1b2c3d4e&f_id=00c0ffee";

fn members(url: &str) -> String {
    format!(
        r#""preset": "mailchimp", "url": "{url}", "fields": {{"role": "MMERGE7"}},
        "extra": {{"tags": "1234,5678"}},
        "ask": {{"first_name": "required", "last_name": "optional", {ROLE}}}"#
    )
}

#[test]
fn the_form_is_the_one_it_gives_to_embed() {
    let plan = plan(&members(URL));
    assert_eq!(plan.mode, Mode::Navigate);
    assert_eq!(plan.url, URL);
    assert_eq!(
        asks(&plan),
        [
            ("email", "EMAIL", true),
            ("first_name", "FNAME", true),
            ("last_name", "LNAME", false),
            ("role", "MMERGE7", false),
            ("consent", "CONSENT", true)
        ]
    );
    assert_eq!(
        extra(&plan),
        r#"[["subscribe","Subscribe"],["tags","1234,5678"]]"#
    );
    assert_eq!(
        plan.trap.as_deref(),
        Some("b_0123456789abcdef012345678_0a1b2c3d4e")
    );
    assert_eq!(
        send(&plan).body,
        "EMAIL=sam%2Bnews%40example.org&FNAME=Zo%C3%AB&LNAME=O%27Neil+%26+Co&MMERGE7=Teacher\
         &CONSENT=2026-11&subscribe=Subscribe&tags=1234%2C5678\
         &b_0123456789abcdef012345678_0a1b2c3d4e="
    );
}

#[test]
fn what_people_copy_is_put_right() {
    let decoded = URL.replace("&amp;", "&");
    for copied in [
        URL.replace('&', "&amp;"),
        URL.replace("post?", "post-json?"),
        format!("{}&c=?", URL.replace("post?", "post-json?")),
        format!("{}&amp;c=callback", URL.replace("post?", "post-json?")),
        URL.replace("https://example", "HTTPS://EXAMPLE"),
    ] {
        let plan = plan(&members(&copied));
        assert_eq!(plan.url, decoded, "{copied}");
        assert_eq!(
            plan.trap.as_deref(),
            Some("b_0123456789abcdef012345678_0a1b2c3d4e")
        );
    }
}

#[test]
fn other_addresses_are_refused() {
    let wrong = "signup.url is not the address of a Mailchimp form; copy the one after action= in \
                 your embedded form, with its u= and id=";
    for url in [
        "https://example.us21.list-manage.com/subscribe/post?u=1",
        "https://example.us21.list-manage.com/subscribe/post?u=1&id=",
        "https://example.us21.list-manage.com/subscribe/post?u=1&id=%22",
        "https://example.us21.list-manage.com/subscribe/post",
        "https://example.us21.list-manage.com/subscribe?u=1&id=2",
        "https://list-manage.com.example/subscribe/post?u=1&id=2",
        "https://evillist-manage.com/subscribe/post?u=1&id=2",
        "https://us21.api.mailchimp.com/3.0/lists",
    ] {
        let text = format!(r#"{{"preset": "mailchimp", "url": "{url}", {CONSENT}}}"#);
        assert_eq!(problems(&text), [wrong], "{url}");
    }
}

#[test]
fn the_role_needs_the_publishers_own_tag() {
    let text =
        format!(r#"{{"preset": "mailchimp", "url": "{URL}", "ask": {{{ROLE}}}, {CONSENT}}}"#);
    assert_eq!(
        problems(&text),
        ["signup.fields.role is missing; write the merge tag of your audience's field for it"]
    );
}

#[test]
fn no_answer_of_its_says_anything() {
    let plan = plan(&members(URL));
    for body in [
        "",
        "{\"result\":\"success\",\"msg\":\"Thanks\"}",
        "<p>Thank you",
    ] {
        assert_eq!(hear(&plan, 200, body), Outcome::Unsure);
    }
}
