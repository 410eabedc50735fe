//! The page's content security policy.

use super::integrity;
use crate::domain::signup::plan::Mode;
use crate::settings::signup::Signup;
use crate::settings::signup::Way;

/// Where a page may send what a person typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Destinations<'a> {
    /// The origin that its client may send to.
    pub connect: Option<&'a str>,
    /// The origin that its forms may be sent to by the browser.
    pub form: Option<&'a str>,
    /// Its own origin, where the build knows it. In a sandbox that gives the page no origin, WebKit
    /// takes `'self'` for nothing.
    pub own: Option<&'a str>,
}

/// Returns where the form of these settings, sent to `origin`, may be sent, and by whom.
#[must_use]
pub fn destinations<'a>(signup: Option<&Signup>, origin: Option<&'a str>) -> Destinations<'a> {
    let Some(Way::Form(form)) = signup.map(|signup| &signup.way) else {
        return Destinations::default();
    };
    let navigates = form.plan.mode == Mode::Navigate;
    Destinations {
        connect: origin.filter(|_| !navigates),
        form: origin.filter(|_| navigates),
        own: None,
    }
}

/// Returns the policy of a page whose own style and script are exactly these texts, and that may
/// send to these origins besides.
///
/// Nothing else is allowed but the page's own origin: no other inline script, no `eval` but the
/// compiling of WebAssembly (`wasm-unsafe-eval`, CSP Level 3, section 2.3.1).
#[must_use]
pub fn policy(style: &str, script: &str, to: Destinations<'_>) -> String {
    let besides =
        |origin: Option<&str>| origin.map_or_else(String::new, |origin| format!(" {origin}"));
    let own = besides(to.own);
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self'{own} {} 'wasm-unsafe-eval'", hash(script)),
        format!("style-src {}", hash(style)),
        format!("img-src 'self'{own}"),
        format!("connect-src 'self'{own}{}", besides(to.connect)),
        format!("manifest-src 'self'{own}"),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        format!("form-action {}", to.form.unwrap_or("'none'")),
    ]
    .join("; ")
}

/// Returns the policy of a page that is [one file](super::single): its own style and scripts are
/// exactly these texts.
///
/// It asks nobody for anything: not even the folder that it lies in is allowed, which may be
/// somebody's downloads.
#[must_use]
pub fn policy_of_single(style: &str, scripts: &[&str], to: Destinations<'_>) -> String {
    let scripts: Vec<_> = scripts.iter().map(|script| hash(script)).collect();
    let mut policy = vec![
        "default-src 'none'".to_owned(),
        format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        format!("style-src {}", hash(style)),
        "base-uri 'none'".to_owned(),
        format!("form-action {}", to.form.unwrap_or("'none'")),
    ];
    policy.extend(to.connect.map(|origin| format!("connect-src {origin}")));
    policy.join("; ")
}

/// Returns the source expression that allows exactly `text`.
fn hash(text: &str) -> String {
    format!("'{}'", integrity::of(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_the_specification_shows() {
        // The example of CSP Level 3, section 8.2: "alert('Hello, world.');".
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), expected);
    }

    #[test]
    fn is_exactly_this() {
        let expected = format!(
            "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src {}; \
             img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
             base-uri 'none'; form-action 'none'",
            hash("s"),
            hash("c")
        );
        assert_eq!(policy("c", "s", Destinations::default()), expected);
    }

    #[test]
    fn one_file_may_ask_for_nothing_but_a_sign_up() {
        let alone = format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; \
             base-uri 'none'; form-action 'none'",
            hash("s"),
            hash("c")
        );
        assert_eq!(
            policy_of_single("c", &["s"], Destinations::default()),
            alone
        );
        let to = Destinations {
            connect: Some("https://example.org"),
            ..Destinations::default()
        };
        let with_signup = policy_of_single("c", &["s"], to);
        assert_eq!(
            with_signup,
            format!("{alone}; connect-src https://example.org")
        );
    }

    #[test]
    fn names_the_origin_of_a_page_that_knows_it() {
        let to = Destinations {
            own: Some("https://a.example"),
            ..Destinations::default()
        };
        let policy = policy("c", "s", to);
        for part in [
            "script-src 'self' https://a.example 'sha256-",
            "connect-src 'self' https://a.example;",
            "form-action 'none'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
    }
}
