//! Finds what must not stand in a file that everybody can read.
//!
//! The forms of keys are those that services document: Brevo (`xkeysib-`, `xsmtpsib-`), Stripe and
//! its like (`sk_`, `sk-`), SendGrid (`SG.`), Mailgun (`key-`), Mailchimp (`-us1`), JSON Web Tokens
//! (RFC 7519), GitHub (`ghp_`), GitLab (`glpat-`), Amazon (`AKIA`), Google
//! (`AIza`), Slack (`xoxb-`, and its webhooks), PEM (RFC 7468) and what stands in the header
//! `Authorization` (RFC 9110, section 11.6.2).

use serde_json::Value;

use super::address::Address;
use super::problems::Problems;

/// What is said of a secret.
const WHY: &str = "everything in this file is public: whoever opens the page could read it. Take \
                   it out, and have the service make a new one";

/// Words that name secrets.
const WORDS: &[&str] = &[
    "accesskey",
    "accesstoken",
    "apikey",
    "apikeys",
    "apitoken",
    "auth",
    "authorisation",
    "authorization",
    "authtoken",
    "bearer",
    "credential",
    "credentials",
    "key",
    "keys",
    "pass",
    "passcode",
    "passphrase",
    "passwd",
    "password",
    "passwords",
    "privatekey",
    "pw",
    "pwd",
    "secret",
    "secretkey",
    "secrets",
    "token",
    "tokens",
];

/// Notes everything in `value`, the setting at `path`, that looks like a secret.
pub(crate) fn scan(path: &str, value: &Value, problems: &mut Problems) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}.{name}");
                if is_name(name) {
                    problems.add(&path, format_args!("is called like a secret, and {WHY}"));
                } else {
                    scan(&path, value, problems);
                }
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                scan(&format!("{path}[{at}]"), value, problems);
            }
        }
        Value::String(text) => scan_text(path, text, problems),
        _ => {}
    }
}

fn scan_text(path: &str, text: &str, problems: &mut Problems) {
    let text = text.trim();
    let names_a_field = path.contains(".fields.") || path.ends_with(".honeypot");
    if names_a_field && is_name(text) {
        problems.add(path, format_args!("names a secret, and {WHY}"));
    } else if is_value(text, is_prose(path))
        || pieces(text, is_prose(path)).any(|piece| is_value(piece, false))
    {
        problems.add(path, format_args!("looks like a secret, and {WHY}"));
    } else if let Ok(address) = Address::parse(text) {
        for (name, _) in address.parameters() {
            if is_name(name) {
                let words =
                    format!("has \"{name}\" in it, which is called like a secret, and {WHY}");
                problems.add(path, words);
            }
        }
    }
}

/// Returns the parts of an address, or of anything else that programs read, and the words in each;
/// of words for people nothing.
fn pieces(text: &str, prose: bool) -> impl Iterator<Item = &str> {
    let between = |mark: char| "/?&=;#,:\"'".contains(mark);
    let parted = (!prose || text.contains("://")).then_some(text);
    let parts = parted.into_iter().flat_map(move |text| text.split(between));
    parts.flat_map(|part| part.split_whitespace().chain([part.trim()]))
}

/// Returns whether the setting at `path` is words for people.
fn is_prose(path: &str) -> bool {
    ["signup.lead", "signup.consent.text", "signup.ask.role."]
        .iter()
        .any(|start| path.starts_with(start))
}

/// Returns whether `name` has a word in it that names secrets. In schools, a key stage is none.
pub(crate) fn is_name(name: &str) -> bool {
    let words = words(name);
    words.iter().enumerate().any(|(at, word)| {
        let stage = word == "key" && words.get(at + 1).is_some_and(|next| next == "stage");
        WORDS.contains(&word.as_str()) && !stage
    })
}

/// Returns the words of a name: `apiKey`, `api_key` and `API-Key` have the same two.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        let next_is_small = characters.peek().is_some_and(char::is_ascii_lowercase);
        let begins = character.is_ascii_uppercase()
            && (before.is_ascii_lowercase() || (before.is_ascii_uppercase() && next_is_small));
        if begins || !character.is_alphabetic() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_alphabetic()) {
            word.extend(character.to_lowercase());
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns whether `text` has the form of a secret. In words for people, "Basic training" is none.
fn is_value(text: &str, prose: bool) -> bool {
    /// How long a key is at least. What is shorter and begins like one can be a language: "sk-SK".
    const KEY: usize = 12;
    let starts = [
        "xkeysib-",
        "xsmtpsib-",
        "SG.",
        "ghp_",
        "github_pat_",
        "AKIA",
        "AIza",
        "glpat-",
        "rk_live_",
        "rk_test_",
        "xoxb-",
        "xoxp-",
        "hooks.slack.com",
    ];
    starts.iter().any(|start| text.starts_with(start))
        || (text.len() >= KEY && (text.starts_with("sk_") || text.starts_with("sk-")))
        || text.contains("-----BEGIN ")
        || is_header(text, prose)
        || is_mailgun(text)
        || is_mailchimp(text)
        || is_jwt(text)
}

/// Returns whether `text` is what the header `Authorization` holds.
fn is_header(text: &str, prose: bool) -> bool {
    let Some((scheme, rest)) = text.split_once(' ') else {
        return false;
    };
    let named = ["bearer", "basic", "token"]
        .iter()
        .any(|word| scheme.eq_ignore_ascii_case(word));
    let rest = rest.trim();
    let one_word = !rest.contains(char::is_whitespace);
    let like_a_key = one_word && (rest.len() >= 16 || rest.contains(|c: char| c.is_ascii_digit()));
    named && (like_a_key || !prose)
}

fn is_hex(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_mailgun(text: &str) -> bool {
    text.strip_prefix("key-").is_some_and(is_hex)
}

fn is_mailchimp(text: &str) -> bool {
    text.rsplit_once("-us").is_some_and(|(hex, centre)| {
        let digits = centre.bytes().all(|byte| byte.is_ascii_digit());
        is_hex(hex) && digits && !centre.is_empty()
    })
}

fn is_jwt(text: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.=".contains(&byte);
    text.starts_with("eyJ") && text.matches('.').count() == 2 && text.bytes().all(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_by_whole_words() {
        for name in [
            "key",
            "api_key",
            "apikey",
            "apiKey",
            "APIKey",
            "X-Api-Key",
            "token",
            "access_token",
            "accessToken2",
            "csrf.token",
            "secret",
            "client_secret",
            "PASSWORD",
            "authorization",
            "Bearer",
            "metadata__token",
        ] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "monkey",
            "keyboard",
            "secretary",
            "u",
            "id",
            "EMAIL",
            "b_0123456789abcdef_0123",
            "key_stage",
            "",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn knows_values_by_their_form() {
        let hex = "0123456789abcdef0123456789abcdef";
        for text in [
            "xkeysib-1",
            "xsmtpsib-1",
            "sk_live_0123456789",
            "sk-0123456789",
            "Bearer abc",
            "basic YTpi",
            "Token abc",
            "SG.a.b",
            &format!("key-{hex}"),
            &format!("{hex}-us21"),
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
            "ghp_1",
            "AKIAIOSFODNN7EXAMPLE",
            "-----BEGIN PRIVATE KEY-----",
        ] {
            assert!(is_value(text, false), "{text}");
        }
        assert!(is_value("Bearer 0123456789abcdef", true));
        for text in [
            "Basic training",
            "Token of thanks",
            "Bearer of news",
            "Sketch",
        ] {
            assert!(!is_value(text, true), "{text}");
        }
        for text in [
            hex,
            "16c08e2c-d46c-4a3f-9f3b-0d5b7a1f6c7e",
            "MUIFAKexampleexampleexample_-example",
            &format!("{hex}-us"),
            "key-1",
            "sk-SK",
            "sk_SK",
            "eyJ.eyJ",
        ] {
            assert!(!is_value(text, false), "{text}");
        }
    }
}
