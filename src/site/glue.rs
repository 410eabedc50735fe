//! Makes the client's two files smaller for the line.
//!
//! `wasm-bindgen` names each function that the WebAssembly imports after what it does and a hash.
//! Nobody but these two files reads the names, and a hash does not compress: all of them together
//! are more than three kilobytes of a first load. Here each becomes a number. Comments and
//! indentation of the JavaScript go, too, and what no page needs: a second way to start the client, and
//! a stand-in for older browsers than can run it.

mod imports;

use imports::Imports;

/// What the imports are imported from: the name is for these two files alone.
const MODULE: &str = "a";

/// What the name begins with by which a crate of the framework marks the WebAssembly. It ends in a
/// hash of the place where the builder keeps that crate: another on each machine, and read by nobody
/// here.
const MARK: &str = "_WASM_SPLIT_MARKER_";

/// How the stand-in begins for browsers without `TextEncoder.encodeInto`. Each that can run the
/// WebAssembly has it (Chrome 74, Firefox 66 and Safari 14.1; the README's table asks for more).
const NO_ENCODE_INTO: &str = "if (!('encodeInto' in cachedTextEncoder)) {";

/// Warnings for developers, which are long: one that a server's keeper may need, shorter; and one of a
/// mistake that no page makes.
const WARNINGS: [(&str, &str); 2] = [
    (
        "`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with \
         `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. \
         Original error:\\n",
        "This server does not send .wasm as application/wasm, so it starts later.",
    ),
    (
        "using deprecated parameters for the initialization function; pass a single object instead",
        "",
    ),
];

/// How many digits that hash has.
const DIGITS: usize = 16;

/// Makes the JavaScript and the WebAssembly of a client smaller; they belong together before and
/// after. Doing it twice changes nothing more.
#[must_use]
pub fn squeeze(script: &str, wasm: &[u8]) -> (String, Vec<u8>) {
    let script = with_one_start(script).unwrap_or_else(|| script.to_owned());
    let script = without_block(&script, NO_ENCODE_INTO).unwrap_or(script);
    let script = without_comments(&script);
    let script = WARNINGS.iter().fold(script, |script, (long, short)| {
        replaced_once(&script, long, short).unwrap_or(script)
    });
    let renamed = with_short_names(&script, wasm);
    let (script, mut wasm) = renamed.unwrap_or_else(|| (script, wasm.to_vec()));
    if let Some(mark) = mark(&wasm) {
        let same = format!("{MARK}{:0DIGITS$}", 0);
        replace_all(&mut wasm, &mark, same.as_bytes());
    }
    (script, wasm)
}

/// Returns `script` without the block that starts with the line `head`, if it has one.
fn without_block(script: &str, head: &str) -> Option<String> {
    let (before, rest) = script.split_once(&format!("\n{head}"))?;
    // Whatever is inside of it is indented.
    let (_, after) = rest.split_once("\n}\n")?;
    Some(format!("{before}\n{after}"))
}

/// Leaves out the function that starts a client whose bytes are there already: it holds the page up
/// meanwhile, so no page uses it. `None` where it is not there as `wasm-bindgen` writes it.
fn with_one_start(script: &str) -> Option<String> {
    let script = without_block(script, "function initSync(")?;
    replaced_once(&script, "export { initSync, ", "export { ")
}

/// Returns both with a number for each function that is imported; `None` where the script does not
/// define each of them once, on a line of its own, as it is expected to.
fn with_short_names(script: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut imports = Imports::of(wasm)?;
    let module = imports.all.first()?.module.clone();
    let mut script = replaced_once(
        script,
        &format!("\"{module}\": "),
        &format!("\"{MODULE}\": "),
    )?;
    for (number, import) in imports.all.iter_mut().enumerate() {
        if import.module != module {
            return None;
        }
        let short = format!("_{number}");
        let define = |name: &str| format!("\n{name}: ");
        script = replaced_once(&script, &define(&import.name), &define(&short))?;
        import.name = short;
        MODULE.clone_into(&mut import.module);
    }
    Some((script, imports.write()))
}

/// Returns `text` with `new` in the place of `old`, which has to stand there once.
fn replaced_once(text: &str, old: &str, new: &str) -> Option<String> {
    let (before, after) = text.split_once(old)?;
    (!after.contains(old)).then(|| [before, new, after].concat())
}

/// Returns the mark of the framework in the WebAssembly, with its hash.
fn mark(wasm: &[u8]) -> Option<Vec<u8>> {
    let start = wasm
        .windows(MARK.len())
        .position(|window| window == MARK.as_bytes())?;
    let mark = wasm.get(start..start + MARK.len() + DIGITS)?;
    Some(mark.to_owned())
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
    use super::imports::tests::module;
    use super::*;

    const SCRIPT: &str = "/**
 * What it is.
 */
const import0 = {
    // why
    __wbg_alert_c25d447a39f5578f: function() { alert(`${1}`); },

    __wbg_alert_c25d447a39f5578f_2: (a) => { return a; /* kept */ },
};
return {
    \"./a.js\": import0,
};
";

    const NAMES: [&str; 2] = [
        "__wbg_alert_c25d447a39f5578f_2",
        "__wbg_alert_c25d447a39f5578f",
    ];

    #[test]
    fn both_files_call_a_function_by_the_same_shorter_name() {
        let (script, wasm) = squeeze(SCRIPT, &module(&NAMES, b"\x0a\x01z"));
        assert_eq!(
            script,
            "const import0 = {
_1: function() { alert(`${1}`); },
_0: (a) => { return a; /* kept */ },
};
return {
\"a\": import0,
};
"
        );
        let imports = Imports::of(&wasm).unwrap();
        let names: Vec<_> = imports
            .all
            .iter()
            .map(|one| (&*one.module, &*one.name))
            .collect();
        assert_eq!(names, [("a", "_0"), ("a", "_1")]);
        assert!(wasm.ends_with(b"\x0a\x01z"));
        assert_eq!(squeeze(&script, &wasm), (script, wasm));
    }

    #[test]
    fn a_script_that_defines_something_else_keeps_its_names() {
        let wasm = module(&NAMES, b"");
        let other = module(&["elsewhere"], b"");
        let twice = format!("{SCRIPT}{SCRIPT}");
        for (script, wasm) in [(SCRIPT, &other), ("", &wasm), (&*twice, &wasm)] {
            let (squeezed, same) = squeeze(script, wasm);
            assert_eq!(&same, wasm);
            assert_eq!(squeezed, without_comments(script));
        }
    }

    #[test]
    fn what_no_page_needs_is_left_out() {
        let script = "let a;

function initSync(module) {
    if (a) {
        return a;
    }
}

async function __wbg_init() {
}

export { initSync, __wbg_init as default };
";
        let squeezed =
            "let a;\nasync function __wbg_init() {\n}\nexport { __wbg_init as default };\n";
        assert_eq!(squeeze(script, b"").0, squeezed);
        assert_eq!(squeeze(squeezed, b"").0, squeezed);
        let older =
            "let a;\nif (!('encodeInto' in cachedTextEncoder)) {\n  a = {\n  };\n}\nlet b;\n";
        assert_eq!(squeeze(older, b"").0, "let a;\nlet b;\n");
        // Where something else is exported, nothing is taken out.
        let other = script.replace("export { initSync, ", "export { initSync as start, ");
        assert_eq!(squeeze(&other, b"").0, without_comments(&other));
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
