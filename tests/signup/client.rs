//! The client has the code of the sign-up where the settings have a form, and nowhere else.

use citizens_academy_player::settings::Config;
use citizens_academy_player::settings::signup::Way;
use citizens_academy_player::settings::signup::names;

use crate::support::CONSENT;

#[allow(dead_code, reason = "a build script has a `main`")]
#[path = "../../build.rs"]
mod script;

/// An address that the mode or the preset takes.
fn url(word: &str) -> &'static str {
    match word {
        "mailto" | "mailman-mail" => "news@example.org",
        "mailman" => "https://lists.example.org/lists/news.example.org/",
        "mailchimp" => "https://a.us1.list-manage.com/subscribe/post?u=1&id=2",
        "brevo" | "brevo-page" => "https://a.sibforms.com/serve/b",
        "buttondown" => "citizens-academy",
        "formspree" => "https://formspree.io/f/abcdefgh",
        _ => "https://lists.example.org/",
    }
}

/// The settings with this word as the mode or the preset.
fn settings(setting: &str, word: &str) -> String {
    let more = match word {
        "link" | "mailto" | "mailman" | "mailman-mail" => String::new(),
        "listmonk" | "listmonk-page" => {
            format!(r#", "lists": ["16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e"], {CONSENT}"#)
        }
        _ => format!(", {CONSENT}"),
    };
    let url = url(word);
    format!(r#"{{"publisher": "P", "signup": {{"{setting}": "{word}", "url": "{url}"{more}}}}}"#)
}

#[test]
fn the_build_script_reads_the_settings_as_the_build_of_the_site_does() {
    let modes = names::MODES.iter().map(|word| ("mode", word));
    let presets = names::PRESETS.iter().map(|word| ("preset", word));
    for (setting, word) in modes.chain(presets) {
        let text = settings(setting, word);
        // As some editors write it.
        let marked = format!("\u{feff}{text}");
        for text in [text, marked] {
            let config = Config::read(&text).expect(&text);
            let form = config
                .signup
                .is_some_and(|signup| matches!(signup.way, Way::Form(_)));
            assert_eq!(script::has_form(&text), form, "{text}");
        }
    }
}

#[test]
fn settings_without_a_sign_up_have_no_form() {
    for text in [
        "",
        "{",
        "{}",
        r#"{"publisher": "P"}"#,
        r#"{"signup": null}"#,
        r#"{"signup": {}}"#,
    ] {
        assert!(!script::has_form(text), "{text}");
    }
}
