//! The SHA-256 sums of the site's files: what a file has to be, so that browsers refuse another one
//! (Subresource Integrity, W3C, section 3.2), and what it is called, where its name changes with it.
//!
//! SHA-256, as in the content policy: a longer hash is no safer here, and costs every first load.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::Digest as _;
use sha2::Sha256;

/// How many digits a name has of a sum.
const SHORT: usize = 16;

/// Returns what `integrity` says of a file with this content.
#[must_use]
pub fn of(content: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", base64(content))
}

/// Returns the sum of this content in Base64 (RFC 4648, section 4).
#[must_use]
pub fn base64(content: impl AsRef<[u8]>) -> String {
    STANDARD.encode(Sha256::digest(content))
}

/// Returns the sum of this content in hexadecimal digits.
#[must_use]
pub fn hex(content: impl AsRef<[u8]>) -> String {
    let sum = Sha256::digest(content);
    sum.iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// Returns the first 16 hexadecimal digits of the sum of this content, for a name or a version that
/// changes with it.
#[must_use]
pub fn short(content: impl AsRef<[u8]>) -> String {
    hex(content).chars().take(SHORT).collect()
}

/// Returns whether a name is such digits between these two parts.
#[must_use]
pub fn is_in_name(name: &str, before: &str, after: &str) -> bool {
    let sum = name
        .strip_prefix(before)
        .and_then(|rest| rest.strip_suffix(after));
    sum.is_some_and(|sum| sum.len() == SHORT && is_hex(sum))
}

/// Returns whether all are hexadecimal digits as they are written here.
#[must_use]
pub fn is_hex(digits: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    digits.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_the_specification_shows() {
        // The example of CSP Level 3, section 8.2.
        let expected = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(of("alert('Hello, world.');"), expected);
    }
}
