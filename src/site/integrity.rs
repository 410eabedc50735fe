//! What a file of the site has to be: browsers refuse another one (Subresource Integrity, W3C,
//! section 3.2).
//!
//! SHA-256, as in the content policy: a longer hash is no safer here, and costs every first load.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::Digest as _;
use sha2::Sha256;

/// Returns what `integrity` says of a file with this content.
#[must_use]
pub fn of(content: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
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
