//! A form to try.

use citizens_academy_player::domain::signup::outcome::Outcome;
use citizens_academy_player::domain::signup::plan::Mode;
use citizens_academy_player::settings::Config;
use citizens_academy_player::settings::signup::Way;

use crate::support::asks;
use crate::support::check;

fn config() -> Config {
    Config::read(r#"{"publisher": "P", "signup": {"mode": "link", "url": "https://a.example"}}"#)
        .expect("settings")
}

#[test]
fn takes_the_place_of_the_sign_up_on_this_machine() {
    for (url, origin) in [
        ("http://127.0.0.1:8081/join", "http://127.0.0.1:8081"),
        ("http://localhost/join", "http://localhost"),
    ] {
        let config = config().with_trial(url).expect("a trial");
        assert_eq!(config.publisher, "P");
        let signup = config.signup.expect("a sign-up");
        assert_eq!(signup.origin().as_deref(), Some(origin));
        let Way::Form(form) = signup.way else {
            panic!("a form");
        };
        assert_eq!((form.plan.mode, &*form.plan.url), (Mode::Json, url));
        assert_eq!(
            asks(&form.plan),
            [
                ("email", "email", true),
                ("first_name", "first_name", false),
                ("consent", "consent", true)
            ]
        );
        assert!(form.consent.text.starts_with("This is a trial."));
        assert_eq!(form.consent.notice, format!("{origin}/"));
        check(
            &form.plan,
            &[
                (201, "", Outcome::Subscribed),
                (409, "", Outcome::Already),
                (200, "", Outcome::Unsure),
            ],
        );
    }
}

#[test]
fn sends_nothing_elsewhere() {
    for url in [
        "https://127.0.0.1/",
        "https://a.example/",
        "http://a.example/",
        "http://192.168.0.1/",
        "http://[::1]:8081/join",
        "http://localhost.a.example/",
        "http://127.0.0.1@a.example/",
        "http://127.0.0.1/#x",
        "127.0.0.1:8081",
        "",
    ] {
        let problems = config().with_trial(url).expect_err(url);
        assert_eq!(
            problems,
            [format!(
                "\"{url}\" is no address on this machine, and a trial sends nothing elsewhere; \
                 write one such as http://127.0.0.1:8081/"
            )]
        );
    }
}
