//! Files, their types, and their compressed form.

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use axum::body::Bytes;
use brotli::CompressorWriter;

/// The file below `folder` that `path` (below the prefix) names; a folder names its index.
pub(super) fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path);
    let stays_below = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !stays_below {
        return None;
    }
    let file = folder.join(relative);
    if path.is_empty() || path.ends_with('/') {
        Some(file.join("index.html"))
    } else {
        Some(file)
    }
}

/// The type that a host sends with a file of this name.
pub(super) fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

/// The bytes in brotli at its highest quality, as hosts that compress beforehand do; the same
/// bytes if that makes nothing smaller.
pub(super) fn compress(bytes: &Bytes) -> Option<Bytes> {
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    const BUFFER: usize = 4096;
    let mut writer = CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(bytes).ok()?;
    let compressed = writer.into_inner();
    (compressed.len() < bytes.len()).then(|| compressed.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new("/site");
        assert_eq!(locate(folder, "../secret"), None);
        assert_eq!(locate(folder, "/etc/passwd"), None);
        assert_eq!(locate(folder, "a/../../b"), None);
    }

    #[test]
    fn a_folder_names_its_index() {
        let folder = Path::new("/site");
        assert_eq!(locate(folder, "").unwrap(), Path::new("/site/index.html"));
        assert_eq!(
            locate(folder, "a/").unwrap(),
            Path::new("/site/a/index.html")
        );
        assert_eq!(locate(folder, "a.js").unwrap(), Path::new("/site/a.js"));
    }

    #[test]
    fn only_what_shrinks_is_compressed() {
        let long = Bytes::from(vec![b'a'; 10_000]);
        assert!(compress(&long).unwrap().len() < 100);
        assert_eq!(compress(&Bytes::from_static(b"a")), None);
    }
}
