//! Leaving quickly: a way out that hides the page, has the device forget the module, and leaves no
//! way back to it.
//!
//! A plain link, so that it leads away without any script. The rest is [`script`]: JavaScript of its
//! own, small and fetched first, because nobody who has to leave can wait for the client, or be
//! let down by it.

use maud::DOCTYPE;
use maud::Markup;
use maud::html;

use super::glue;
use super::integrity;
use crate::domain::module::Module;
use crate::domain::outline::Outline;
use crate::domain::progress::ProgressMode;
use crate::settings::exit::Exit;

/// What the names of the script's files begin with.
pub const PREFIX: &str = "exit-";

/// The file of a page with nothing on it, which stands where the module stood.
pub const BLANK: &str = "blank.html";

/// What the link says.
pub const WORDS: &str = "Leave quickly";

/// What is told to somebody whom the browser did not let leave.
const CLOSE: &str =
    "Close this tab to leave. On a computer, press Ctrl and W, or Cmd and W on a Mac.";

/// Returns the name of the script's file, which changes with its text, and its text.
#[must_use]
pub fn script() -> (String, String) {
    script_that("forget(dataset.forget)")
}

/// The same, for a page that has the places of several modules forgotten: their keys stand in a row.
/// A page of a module is not to pay for the loop.
#[must_use]
pub fn script_of_list() -> (String, String) {
    script_that("dataset.forget.split(\" \").forEach(forget)")
}

fn script_that(forgets: &str) -> (String, String) {
    let text = glue::without_comments(include_str!("exit.js")).replace("{forget}", forgets);
    (format!("{PREFIX}{}.js", integrity::short(&text)), text)
}

/// Returns what loads the script: early, while the page goes on being read.
#[must_use]
pub fn load() -> Markup {
    load_file(&script().0)
}

/// Returns what loads the script of this name.
pub(super) fn load_file(name: &str) -> Markup {
    // Without a hash: in a frame without an origin, all that comes from the server comes from
    // elsewhere, and what has a hash is then brought only with the server's leave (Subresource
    // Integrity, W3C, section 3.3). The way out has to work without it.
    let address = format!("./{name}");
    html! {
        script async src=(address) {}
        // WebKit may let an async script wait until all of the page has loaded, which a client that does
        // not come keeps from happening. It does not let this one wait. The first of the two acts.
        script defer src=(address) {}
    }
}

/// Returns the way out for the keyboard: the second stop of every page, seen when it has the focus.
#[must_use]
pub fn twin(exit: &Exit) -> Markup {
    html! {
        a class="skip exit-twin" href=(exit.url) rel="noreferrer" { (WORDS) }
    }
}

/// Returns the key under which the device keeps what leaving has it forget.
#[must_use]
pub fn key(module: &Module) -> String {
    Outline::new(module, ProgressMode::On).storage_key()
}

/// Returns the way out, and the place where presses of the Shift key are counted aloud. What is kept
/// under `keys`, with blanks between them, is forgotten where the publisher wants that.
#[must_use]
pub fn way_out(exit: &Exit, keys: &str) -> Markup {
    let key = exit.forget.then_some(keys);
    html! {
        a class="exit" href=(exit.url) rel="noreferrer" data-forget=[key] data-close=(CLOSE) {
            (WORDS)
        }
        p class="exit__count" role="status" data-twice="Press Shift 2 more times to leave."
            data-once="Press Shift once more to leave." data-over="You are still on this page."
            data-copied="Link copied."
            data-uncopied="This browser did not copy the link." {}
    }
}

/// Returns what leaving quickly does, and what it cannot do.
#[must_use]
pub fn words(exit: &Exit) -> Markup {
    html! {
        p class="exit-words" {
            strong { (WORDS) } " opens another site in place of this page, or an empty page without "
            "internet."
            // True only with the script, which shows it.
            @if exit.forget {
                span class="exit-words__keys" {
                    " This device then forgets what you read and answered here."
                }
            }
            " Leaving can't clear your browser's history or the files that it stores. "
            "The network, such as your school's, or a program that watches this device, may still "
            "know that you were here."
            span class="exit-words__keys" {
                " On a keyboard, you can also press Shift three times within five seconds."
            }
            noscript {
                " Without JavaScript, the Back button leads to this page again"
                @if exit.forget { ", and nothing is deleted from this device" }
                "."
            }
        }
    }
}

/// Returns the page with nothing on it.
#[must_use]
pub fn blank(language: &str) -> String {
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Blank page" }
            }
            body {}
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_named_after_its_text() {
        let (name, text) = script();
        let (prefix, rest) = name.split_at(PREFIX.len());
        let (hash, end) = rest.split_at(16);
        assert!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_eq!([prefix, end], [PREFIX, ".js"]);
        assert!(!text.contains("// "), "comments are not for the line");
    }

    #[test]
    fn what_is_said_of_forgetting_is_what_is_set() {
        let mut exit = Exit::default();
        let told = words(&exit).into_string();
        assert!(told.contains("device then forgets"));
        assert!(told.contains("and nothing is deleted from this device"));
        exit.forget = false;
        let told = words(&exit).into_string();
        assert!(!told.contains("forgets") && !told.contains("deleted"));
        assert!(told.contains("leads to this page again."));
    }
}
