//! What lies in the folder: the site's files, copies of them that are compressed already, the
//! instructions, and the list of sums.

use std::fs;
use std::io;
use std::io::Write as _;
use std::path::Path;

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::GzBuilder;

use crate::site::integrity;

/// The name of the list of sums, which `sha256sum -c` reads.
pub const SUMS: &str = "SHA256SUMS";

/// The name of the instructions for who runs a server.
pub const GUIDE: &str = "deploy.md";

/// The ends of the names of files that are smaller when they are compressed.
const COMPRESSIBLE: [&str; 6] = [".html", ".js", ".wasm", ".svg", ".json", ".webmanifest"];

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Returns the files of the folder for the site in `site`; the list of sums comes first.
///
/// # Errors
/// When a file of the site cannot be read.
pub fn files(site: &Path) -> io::Result<Vec<File>> {
    with_copies(of_site(site)?)
}

/// Returns these files with what else belongs into the folder.
pub(super) fn with_copies(mut files: Vec<File>) -> io::Result<Vec<File>> {
    files.push(File {
        path: GUIDE.to_owned(),
        bytes: include_bytes!("../../../docs/deploy.md").to_vec(),
    });
    let copies: io::Result<Vec<_>> = files.iter().map(copies).collect();
    files.extend(copies?.into_iter().flatten());
    files.sort_by(|one, other| place(&one.path).cmp(&place(&other.path)));
    let sums = File {
        path: SUMS.to_owned(),
        bytes: sums(&files).into_bytes(),
    };
    files.insert(0, sums);
    Ok(files)
}

/// Returns the files in `site`, without those that only this machine knows of, whose names begin
/// with a dot.
fn of_site(site: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), site.to_owned())];
    while let Some((prefix, folder)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{prefix}{name}");
            if name.starts_with('.') || name.contains("/.") {
                continue;
            }
            if path.is_dir() {
                folders.push((format!("{name}/"), path));
            } else {
                let bytes = fs::read(path)?;
                files.push(File { path: name, bytes });
            }
        }
    }
    Ok(files)
}

/// Returns the compressed copies of a file, under the names by which servers find them.
fn copies(File { path, bytes }: &File) -> io::Result<Vec<File>> {
    if !COMPRESSIBLE.iter().any(|end| path.ends_with(end)) {
        return Ok(Vec::new());
    }
    let copies = [("br", brotli(bytes)?), ("gz", gzip(bytes)?)];
    let copies = copies.into_iter().map(|(end, bytes)| File {
        path: format!("{path}.{end}"),
        bytes,
    });
    // Also one that is no smaller: servers go by whether there is one, and an earlier version's
    // would stay where this one had none.
    Ok(copies.collect())
}

/// Returns `bytes` in brotli at its highest quality.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    const BUFFER: usize = 1 << 16;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

/// Returns `bytes` in gzip, without a name or a time.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzBuilder::new().write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

/// Returns where a file comes among the others: what leads to others comes last, so that a folder
/// that is being unzipped over an older one is whole for whoever opens it meanwhile.
fn place(name: &str) -> (u8, &str) {
    let leads = if name.starts_with("worker.js") {
        2
    } else {
        u8::from(name.contains(".html"))
    };
    (leads, name)
}

/// Returns the list of the files' sums.
fn sums(files: &[File]) -> String {
    let line = |File { path, bytes }: &File| format!("{}  {path}\n", integrity::hex(bytes));
    files.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    /// A folder of this test's own, with these files; removed in the end.
    fn with_files<T>(name: &str, files: &[(&str, &str)], test: impl FnOnce(&Path) -> T) -> T {
        let folder = std::env::temp_dir().join(format!("academy-{name}-{}", std::process::id()));
        for (name, text) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let outcome = test(&folder);
        fs::remove_dir_all(&folder).unwrap();
        outcome
    }

    fn site() -> Vec<(&'static str, &'static str)> {
        vec![
            ("worker.js", "w"),
            (
                "index.html",
                "<p>again and again and again and again and again and again and again and again</p>",
            ),
            (
                "client-1.js",
                "let a = 1; let b = 1; let c = 1; let d = 1; let e = 1; let f = 1; let g = 1;",
            ),
            ("client-1_bg.wasm", "\0asm"),
            (
                "icon-192.png",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            ),
            ("more/a.svg", "<svg>"),
            (".stage/left", "by a build"),
            (".DS_Store", "by a desktop"),
            ("more/.hidden", "likewise"),
        ]
    }

    fn of(site: &[(&str, &str)], name: &str) -> Vec<File> {
        with_files(name, site, |folder| files(folder).unwrap())
    }

    #[test]
    fn holds_the_site_and_what_leads_to_others_comes_last() {
        let paths: Vec<_> = of(&site(), "folder-paths")
            .into_iter()
            .map(|file| file.path)
            .collect();
        assert_eq!(
            paths,
            [
                "SHA256SUMS",
                "client-1.js",
                "client-1.js.br",
                "client-1.js.gz",
                "client-1_bg.wasm",
                "client-1_bg.wasm.br",
                "client-1_bg.wasm.gz",
                "deploy.md",
                "icon-192.png",
                "more/a.svg",
                "more/a.svg.br",
                "more/a.svg.gz",
                "index.html",
                "index.html.br",
                "index.html.gz",
                "worker.js",
                "worker.js.br",
                "worker.js.gz",
            ]
        );
    }

    #[test]
    fn the_copies_are_the_files_again() {
        let files = of(&site(), "folder-copies");
        let bytes = |path: &str| &files.iter().find(|file| file.path == path).unwrap().bytes;
        for path in ["client-1.js", "index.html"] {
            let mut from_gzip = Vec::new();
            let packed = bytes(&format!("{path}.gz"));
            GzDecoder::new(packed.as_slice())
                .read_to_end(&mut from_gzip)
                .unwrap();
            assert_eq!(&from_gzip, bytes(path));
            let mut from_brotli = Vec::new();
            let packed = bytes(&format!("{path}.br"));
            brotli::Decompressor::new(packed.as_slice(), 4096)
                .read_to_end(&mut from_brotli)
                .unwrap();
            assert_eq!(&from_brotli, bytes(path));
        }
    }

    #[test]
    fn the_same_site_gives_the_same_files_and_another_other_sums() {
        let again = |name| of(&site(), name);
        assert_eq!(again("folder-one"), again("folder-two"));
        let mut other = site();
        other[3].1 = "\0asn";
        assert_ne!(again("folder-three")[0], of(&other, "folder-four")[0]);
    }

    /// As the instructions say; the program is a part of every Linux.
    #[test]
    #[cfg(target_os = "linux")]
    fn the_sums_are_checked_by_the_usual_program() {
        let check = |spoil: bool| {
            let files = of(&site(), &format!("folder-sums-{spoil}"));
            let texts: Vec<_> = files.iter().map(|file| (file.path.as_str(), "")).collect();
            with_files(&format!("folder-check-{spoil}"), &texts, |folder| {
                for file in &files {
                    fs::write(folder.join(&file.path), &file.bytes).unwrap();
                }
                if spoil {
                    fs::write(folder.join("worker.js"), "v").unwrap();
                }
                let mut program = std::process::Command::new("sha256sum");
                let output = program
                    .args(["-c", SUMS])
                    .current_dir(folder)
                    .output()
                    .unwrap();
                let lines = String::from_utf8(output.stdout).unwrap().lines().count();
                assert_eq!(lines, files.len() - 1, "every file has a sum");
                output.status.success()
            })
        };
        assert!(check(false));
        assert!(!check(true));
    }
}
