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
use crate::domain::date::Date;

/// Returns a zip of the files, the list of sums first, in a folder of this name. The same files give
/// the same bytes. `reviewed` is the day of the module's review.
///
/// # Errors
/// Where the crate refuses a name.
pub fn pack(folder: &str, files: &[File], reviewed: Date) -> io::Result<Vec<u8>> {
    let sums = files.first().map_or(&[][..], |sums| &sums.bytes);
    let time = time(sums, reviewed);
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

/// Returns the time of all the files: one that is another when any byte of them is.
///
/// Web servers tell a browser by a file's time and size whether it has changed. With one time for
/// ever, a page whose text is as long as before would be taken for the one that the browser keeps,
/// and that one leads to a client that is gone.
///
/// It is a time of the day before the review: a server does not believe one that is to come, browsers
/// that are told nothing else take a page for fresh the longer the older it is (RFC 9111, section
/// 4.2.2), and programs that copy only what is newer find a later review newer.
fn time(sums: &[u8], reviewed: Date) -> UtcDateTime {
    /// A day, in seconds.
    const DAY: u32 = 86_400;
    let sum = Sha256::digest(sums);
    let number = u32::from_be_bytes([sum[0], sum[1], sum[2], sum[3]]);
    // What some systems read of a zip counts in steps of two seconds.
    let second = i64::from(number % DAY / 2 * 2);
    UtcDateTime::from_unix((reviewed.unix_days() - 1) * i64::from(DAY) + second)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::DeflateDecoder;
    use rawzip::ZipArchive;

    use super::*;

    fn day() -> Date {
        Date::new(2026, 3, 1).unwrap()
    }

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
        let found = unpacked(&pack("in-control", &files, day()).unwrap());
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
        let zip = |sums: &str| {
            let files = [file("SHA256SUMS", sums), file("b", "text")];
            pack("m", &files, day()).unwrap()
        };
        let time = |sums: &str| unpacked(&zip(sums))[1].2.clone();
        assert_eq!(zip("one"), zip("one"));
        assert_ne!(time("one"), time("two"));
    }

    #[test]
    fn the_time_is_of_the_day_before_the_review_and_even() {
        for sums in ["", "one", "two", "three", "four"] {
            let time = time(sums.as_bytes(), day());
            let day = (time.year(), time.month(), time.day());
            assert_eq!(day, (2026, 2, 28), "{time:?}");
            assert_eq!(time.second() % 2, 0, "{time:?}");
        }
    }
}
