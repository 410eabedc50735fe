//! Makes the client's two files smaller for the line.
//!
//! `wasm-bindgen` names each function that the WebAssembly imports after what it does and a hash of
//! 16 hexadecimal digits. Nobody but these two files reads the names, and a hash does not compress:
//! all of them together are more than two kilobytes of a first load. Here each becomes a number that
//! is as long, so that nothing in the WebAssembly moves. Comments and indentation of the JavaScript
//! go, too.

use core::cmp::Reverse;

/// What the names of imported functions begin with.
const PREFIX: &str = "__wbg_";

/// What the name begins with by which a crate of the framework marks the WebAssembly. It ends in a
/// hash of the place where the builder keeps that crate: another on each machine, and read by nobody
/// here.
const MARK: &str = "_WASM_SPLIT_MARKER_";

/// How many digits a hash has.
const DIGITS: usize = 16;

/// Makes the JavaScript and the WebAssembly of a client smaller; they belong together before and
/// after. Doing it twice changes nothing more.
#[must_use]
pub fn squeeze(script: &str, wasm: &[u8]) -> (String, Vec<u8>) {
    let mut script = without_comments(script);
    let mut wasm = wasm.to_vec();
    for (number, name) in names(&script) {
        let width = name.len() - PREFIX.len();
        let short = format!("{PREFIX}{number:0width$}");
        script = script.replace(&name, &short);
        replace_all(&mut wasm, name.as_bytes(), short.as_bytes());
    }
    if let Some(mark) = mark(&wasm) {
        let same = format!("{MARK}{:0DIGITS$}", 0);
        replace_all(&mut wasm, &mark, same.as_bytes());
    }
    (script, wasm)
}

/// Returns the mark of the framework in the WebAssembly, with its hash.
fn mark(wasm: &[u8]) -> Option<Vec<u8>> {
    let start = wasm
        .windows(MARK.len())
        .position(|window| window == MARK.as_bytes())?;
    let mark = wasm.get(start..start + MARK.len() + DIGITS)?;
    Some(mark.to_owned())
}

/// Returns the names of imported functions that hold a hash, numbered as they stand in the script;
/// the longest first, since one may begin as another one is called.
fn names(script: &str) -> Vec<(usize, String)> {
    let is_hash = |part: &str| part.len() == DIGITS && part.bytes().all(|b| b.is_ascii_hexdigit());
    let mut names: Vec<String> = Vec::new();
    for (start, _) in script.match_indices(PREFIX) {
        let rest = script.get(start..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let name = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let is_new = !names.iter().any(|known| known == name);
        if is_new && name.split('_').any(is_hash) {
            names.push(name.to_owned());
        }
    }
    let mut names: Vec<_> = names.into_iter().enumerate().collect();
    names.sort_by_key(|(number, name)| (Reverse(name.len()), *number));
    names
}

/// Puts `new` in the place of each `old`; both are equally long.
fn replace_all(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut start = 0;
    while let Some(found) = bytes
        .get(start..)
        .and_then(|rest| rest.windows(old.len()).position(|window| window == old))
    {
        let end = start + found + old.len();
        if let Some(place) = bytes.get_mut(start + found..end) {
            place.copy_from_slice(new);
        }
        start = end;
    }
}

/// Leaves out indentation, empty lines, and comments that have lines of their own.
///
/// A text over several lines could hold what looks like either; then nothing is left out.
pub(super) fn without_comments(script: &str) -> String {
    let one_line = |line: &str| line.matches('`').count().is_multiple_of(2);
    if !script.lines().all(one_line) {
        return script.to_owned();
    }
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "/**
 * What it is.
 */
export class A {
    // why
    __wbg_alert_c25d447a39f5578f: function() { alert(`${1}`); },

    __wbg_add_a6dfe792ff282f10: (a) => { return a; /* kept */ },
    __wbg_free: 0, __wbg_set_a6dfe792ff282f10_2: 1,
}
";

    #[test]
    fn both_files_call_a_function_by_the_same_shorter_name() {
        let wasm = b"\0asm __wbg_alert_c25d447a39f5578f.__wbg_add_a6dfe792ff282f10.";
        let (script, squeezed) = squeeze(SCRIPT, wasm);
        assert_eq!(
            script,
            "export class A {
__wbg_0000000000000000000000: function() { alert(`${1}`); },
__wbg_00000000000000000001: (a) => { return a; /* kept */ },
__wbg_free: 0, __wbg_0000000000000000000002: 1,
}
"
        );
        let expected = b"\0asm __wbg_0000000000000000000000.__wbg_00000000000000000001.";
        assert_eq!(squeezed, expected);
        assert_eq!(squeeze(&script, &squeezed), (script, squeezed));
    }

    #[test]
    fn where_the_builder_keeps_the_framework_makes_no_difference() {
        let of = |hash: &str| squeeze("", format!("\0asm*{MARK}{hash}version").as_bytes()).1;
        assert_eq!(of("7ec8959f914a1ade"), of("732e786d2a082da8"));
        assert!(of("7ec8959f914a1ade").ends_with(b"MARKER_0000000000000000version"));
        assert_eq!(squeeze("", b"\0asm").1, b"\0asm");
    }

    #[test]
    fn a_text_over_several_lines_stays_as_it_is() {
        let script = "const a = `\n  // not a comment\n`;\n";
        assert_eq!(without_comments(script), script);
    }
}
