//! The few lines of JavaScript that start the client, and say so where it does not start; after it
//! they have the browser keep the module.
//!
//! A file of its own, not a script in the page: a server may send a content policy that refuses
//! every inline script, and then nothing would tell the reader what does not work.
//!
//! What the client is made of is fetched at once, and it starts after the page has been painted, so
//! that nobody waits for the text because of it. A page that is not painted, in a tab behind others or
//! in a frame out of sight, lets it start all the same.

use super::assets::Assets;
use super::integrity;
use super::offline;

/// What the names of such files begin with.
pub const PREFIX: &str = "start-";

/// A file for the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Its name, which changes with its text.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Start {
    /// Returns the file that starts the client made of `assets`, and after it, where browsers are to
    /// keep the module, what has them do so.
    #[must_use]
    pub fn new(assets: &Assets, offline: bool) -> Self {
        let then = if offline {
            let script = offline::script();
            format!(".finally(() => {{\n{script}}}).catch(() => {{}})")
        } else {
            String::new()
        };
        let text = include_str!("start.js")
            .replace("{script}", &assets.script)
            .replace("{wasm}", &assets.wasm)
            .replace("{frame}", &assets.frame)
            .replace("{frame_seal}", &assets.frame_integrity)
            .replace("{seal}", &assets.wasm_integrity)
            .replace("{then}", &then);
        Self {
            name: format!("{PREFIX}{}.js", integrity::short(&text)),
            text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_changes_with_the_client() {
        let start = |wasm: &str| {
            let assets = Assets {
                script: "client-1.js".to_owned(),
                wasm: wasm.to_owned(),
                ..Assets::default()
            };
            Start::new(&assets, true)
        };
        assert_ne!(
            start("client-1_bg.wasm").name,
            start("client-2_bg.wasm").name
        );
        let file = start("client-1_bg.wasm");
        assert!(file.text.contains("./client-1.js") && file.text.contains("./client-1_bg.wasm"));
        assert!(!file.text.contains('{') || !file.text.contains("{wasm}"));
    }

    #[test]
    fn the_client_waits_for_nothing() {
        let assets = Assets {
            script: "client-1.js".to_owned(),
            wasm: "client-1_bg.wasm".to_owned(),
            ..Assets::default()
        };
        let [with, without] = [true, false].map(|offline| Start::new(&assets, offline).text);
        let script = offline::script();
        let begin = without.trim_end().trim_end_matches(';');
        assert_eq!(
            with,
            format!("{begin}.finally(() => {{\n{script}}}).catch(() => {{}});\n")
        );
    }
}
