//! The folder as a zip.

use std::io;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::CompressionMethod;
use rawzip::ZipArchiveWriter;
use rawzip::time::UtcDateTime;
use sha2::Digest as _;
use sha2::Sha256;

use super::folder::File;

/// Returns a zip of the files, the list of sums first, in a folder of this name. The same files give
/// the same bytes.
///
/// # Errors
/// Where the crate refuses a name.
pub fn pack(folder: &str, files: &[File]) -> io::Result<Vec<u8>> {
    let time = files.first().map(|sums| time(&sums.bytes));
    let time = time.unwrap_or_else(|| UtcDateTime::from_unix(START));
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for File { path, bytes } in files {
        let path = format!("{folder}/{path}");
        let file = zip.new_file(path.as_str());
        let file = file.compression_method(CompressionMethod::DEFLATE);
        // Servers run as somebody else than who unzips.
        let file = file.last_modified(time).unix_permissions(0o644);
        let (mut entry, config) = file.start().map_err(io::Error::other)?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
        writer.write_all(bytes)?;
        let (encoder, descriptor) = writer.finish().map_err(io::Error::other)?;
        encoder.finish()?;
        entry.finish(descriptor).map_err(io::Error::other)?;
    }
    zip.finish().map_err(io::Error::other)
}

/// The start of the year 2000, in Unix time.
const START: i64 = 946_684_800;

/// Returns the time of all the files: one that is another when any byte of them is.
///
/// Web servers tell a browser by a file's time and size whether it has changed. With one time for
/// ever, a page whose text is as long as before would be taken for the one that the browser keeps,
/// and that one leads to a client that is gone.
fn time(sums: &[u8]) -> UtcDateTime {
    /// Twenty years. All of it is past: a server does not believe a time that is to come.
    const SPAN: u32 = 20 * 365 * 86_400;
    let sum = Sha256::digest(sums);
    let number = u32::from_be_bytes([sum[0], sum[1], sum[2], sum[3]]);
    // What some systems read of a zip counts in steps of two seconds.
    UtcDateTime::from_unix(START + i64::from(number % SPAN / 2 * 2))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::DeflateDecoder;
    use rawzip::ZipArchive;

    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            bytes: text.into(),
        }
    }

    /// What a zip holds: the path, the text, the time and the permissions of each file.
    fn unpacked(zip: &[u8]) -> Vec<(String, String, String, u32)> {
        let archive = ZipArchive::from_slice(zip).unwrap();
        let mut entries = archive.entries();
        let mut found = Vec::new();
        while let Some(entry) = entries.next_entry().unwrap() {
            let path = entry.file_path().try_normalize().unwrap();
            let path = path.as_ref().to_owned();
            let (time, mode) = (format!("{:?}", entry.last_modified()), entry.mode().value());
            let packed = archive.get_entry(entry.wayfinder()).unwrap();
            let reader = DeflateDecoder::new(packed.data());
            let mut text = String::new();
            let mut reader = packed.verifying_reader(reader);
            reader.read_to_string(&mut text).unwrap();
            found.push((path, text, time, mode));
        }
        found
    }

    #[test]
    fn holds_the_files_in_one_folder_for_everybody_to_read() {
        let files = [file("SHA256SUMS", "sums"), file("a/b.html", "<p>\u{e9}")];
        let found = unpacked(&pack("in-control", &files).unwrap());
        let texts = found.iter();
        let texts = texts.map(|(path, text, ..)| (path.as_str(), text.as_str()));
        assert_eq!(
            texts.collect::<Vec<_>>(),
            [
                ("in-control/SHA256SUMS", "sums"),
                ("in-control/a/b.html", "<p>\u{e9}")
            ]
        );
        assert!(
            found.iter().all(|(.., mode)| *mode == 0o100_644),
            "{found:?}"
        );
    }

    #[test]
    fn the_same_files_give_the_same_bytes_and_others_another_time() {
        let zip = |sums: &str| pack("m", &[file("SHA256SUMS", sums), file("b", "text")]).unwrap();
        let time = |sums: &str| unpacked(&zip(sums))[1].2.clone();
        assert_eq!(zip("one"), zip("one"));
        assert_ne!(time("one"), time("two"));
    }

    #[test]
    fn the_time_is_past_and_even() {
        for sums in ["", "one", "two", "three", "four"] {
            let time = time(sums.as_bytes());
            assert!((2000..2020).contains(&time.year()), "{time:?}");
            assert_eq!(time.second() % 2, 0, "{time:?}");
        }
    }
}
