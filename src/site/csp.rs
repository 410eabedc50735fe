//! The page's content security policy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::Digest as _;
use sha2::Sha256;

/// Returns the policy of a page whose own style is exactly this text.
///
/// Nothing is allowed but the page's own origin: no inline script, no `eval` but the compiling of
/// WebAssembly (`wasm-unsafe-eval`, CSP Level 3, section 2.3.1).
#[must_use]
pub fn policy(style: &str) -> String {
    [
        "default-src 'none'".to_owned(),
        "script-src 'self' 'wasm-unsafe-eval'".to_owned(),
        format!("style-src {}", hash(style)),
        "img-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// Returns the source expression that allows exactly `text`.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
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
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src {}; \
             img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
            hash("c")
        );
        assert_eq!(policy("c"), expected);
    }
}
