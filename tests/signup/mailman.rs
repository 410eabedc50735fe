//! Mailman 3.

use citizens_academy_player::settings::signup::Way;

use crate::support::problems;
use crate::support::read;

fn way(preset: &str, url: &str) -> Way {
    let text = format!(r#"{{"preset": "{preset}", "url": "{url}"}}"#);
    let signup = read(&text).expect(url).expect("a sign-up");
    assert_eq!(signup.origin(), None, "nothing is sent by the page");
    signup.way
}

#[test]
fn people_are_led_to_the_lists_page() {
    for url in [
        "https://lists.example.org/mailman3/lists/news.example.org/",
        "https://lists.example.org/mailman3/lists/news.example.org",
    ] {
        assert_eq!(
            way("mailman", url),
            Way::Link("https://lists.example.org/mailman3/lists/news.example.org/".to_owned())
        );
    }
    for url in [
        "https://lists.example.org/",
        "https://lists.example.org/lists/",
        "https://lists.example.org/lists/news",
        "https://lists.example.org/lists/news.example.org/anonymous_subscribe",
        "https://lists.example.org/lists/news.example.org/?a",
    ] {
        let text = format!(r#"{{"preset": "mailman", "url": "{url}"}}"#);
        assert_eq!(
            problems(&text),
            [
                "signup.url is not the address of a list's page in Mailman 3, which ends like \
                 /lists/news.example.org/"
            ]
        );
    }
}

#[test]
fn people_write_to_the_address_that_takes_sign_ups() {
    for list in [
        "news@example.org",
        "news-join@example.org",
        "mailto:news@example.org",
    ] {
        assert_eq!(
            way("mailman-mail", list),
            Way::Mail("news-join@example.org".to_owned())
        );
    }
}
