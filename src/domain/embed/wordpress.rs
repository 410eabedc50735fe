//! WordPress, when it shows a page that it found by oEmbed (`wp-embed.js`).
//!
//! It writes a secret into the fragment of the frame's address, takes heights that bear it, and
//! makes them 200 to 1000 pixels.

use serde_json::Value;

use super::talk::Size;

/// How long a secret may be; WordPress makes ten characters.
const LONGEST: usize = 40;

/// Finds the secret in the fragment of an address, such as `#?secret=a1B2c3D4e5`.
#[must_use]
pub fn secret(fragment: &str) -> Option<&str> {
    let secret = fragment.strip_prefix("#?secret=")?;
    let letters = secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (letters && (1..=LONGEST).contains(&secret.len())).then_some(secret)
}

/// Returns whether WordPress has started, and would be told the height again.
#[must_use]
pub fn asks(message: &Value, secret: &str) -> bool {
    message["message"] == "ready" && message["secret"] == secret
}

/// Tells the height.
#[must_use]
pub fn height(secret: &str, size: Size) -> String {
    let height = size.height;
    format!(r#"{{"secret":"{secret}","message":"height","value":{height}}}"#)
}
