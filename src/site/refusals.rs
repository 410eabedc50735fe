//! What keeps a site from being built, though each of its parts is right.

use super::client::Client;
use crate::components::signup;
use crate::settings::Config;
use crate::settings::signup::Signup;

/// Fails where the settings of a site to publish lead its visitors to their own machines.
pub(super) fn is_for_others(config: &Config, trial: bool) -> Result<(), Vec<String>> {
    let signup = config.signup.as_ref().filter(|_| !trial);
    let told = |(setting, url): (&str, &str)| {
        format!(
            "public/config.json: {setting} leads to {url}, which is every visitor's own machine; write \
             an https address that they can reach (`cargo xtask serve` tries a form without it)"
        )
    };
    let mut back = signup.map(Signup::leads_back).unwrap_or_default();
    if config.exit.leads_back() {
        back.push(("exit.url", &config.exit.url));
    }
    if let Some(address) = config.address.as_deref().filter(|_| config.leads_back()) {
        back.push(("address", address));
    }
    if back.is_empty() {
        return Ok(());
    }
    Err(back.into_iter().map(told).collect())
}

/// Fails where the client was built without the code of the sign-up: a form would do nothing.
pub(super) fn sends(client: &Client) -> Result<(), Vec<String>> {
    if client.holds(signup::BUTTON) {
        return Ok(());
    }
    Err(vec![format!(
        "the client in {} was built for settings without a sign-up; build it again, with Trunk",
        client.found.display()
    )])
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn with(url: &str) -> Config {
        let signup = format!(
            r#"{{"mode": "json", "url": "{url}", "consent": {{"text": "News.", "version": "1",
                "notice": "https://example.org/privacy"}}}}"#
        );
        Config::read(&format!(r#"{{"publisher": "P", "signup": {signup}}}"#)).unwrap()
    }

    #[test]
    fn what_is_published_sends_nobody_to_their_own_machine() {
        let loopback = with("http://127.0.0.1:9/s");
        let told = is_for_others(&loopback, false).unwrap_err().concat();
        assert!(told.starts_with("public/config.json: signup.url leads to http://127.0.0.1:9/s,"));
        assert_eq!(
            is_for_others(&loopback, true),
            Ok(()),
            "a trial is on this machine"
        );
        assert_eq!(is_for_others(&with("https://example.org/s"), false), Ok(()));
        // Safe or not, by a link or by the notice.
        for signup in [
            r#"{"mode": "link", "url": "http://localhost/s"}"#,
            r#"{"mode": "json", "url": "https://localhost:8443/s", "consent": {"text": "News.",
                "version": "1", "notice": "http://127.0.0.1/privacy"}}"#,
        ] {
            let text = format!(r#"{{"publisher": "P", "signup": {signup}}}"#);
            let told = is_for_others(&Config::read(&text).unwrap(), false).unwrap_err();
            assert_eq!(told.len(), signup.matches("//").count(), "{told:?}");
        }
        let away = r#"{"publisher": "P", "exit": {"url": "http://127.0.0.1:9/away"}}"#;
        let told = is_for_others(&Config::read(away).unwrap(), true)
            .unwrap_err()
            .concat();
        assert!(told.starts_with("public/config.json: exit.url leads to http://127.0.0.1:9/away,"));
        let here = r#"{"publisher": "P", "address": "http://localhost:9/m/"}"#;
        let told = is_for_others(&Config::read(here).unwrap(), true)
            .unwrap_err()
            .concat();
        assert!(told.starts_with("public/config.json: address leads to http://localhost:9/m/,"));
    }

    #[test]
    fn a_form_needs_a_client_that_can_send_it() {
        let site = std::env::temp_dir().join(format!("academy-sends-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        let script = "function init() {}\nexport { init as default };\n";
        let put = |name: &str, text: &str| fs::write(site.join(name), text).unwrap();
        put("client-0123456789abcdef.js", script);
        put("frame.js", script);
        put("frame_bg.wasm", "\0asm");
        put("client-0123456789abcdef_bg.wasm", "nothing of it");
        let told = sends(&Client::find(&site).unwrap()).unwrap_err().concat();
        assert!(
            told.contains("built for settings without a sign-up"),
            "{told}"
        );
        put(
            "client-0123456789abcdef_bg.wasm",
            &format!("..{}..", signup::BUTTON),
        );
        assert_eq!(sends(&Client::find(&site).unwrap()), Ok(()));
        fs::remove_dir_all(&site).unwrap();
    }
}
