//! What a WebAssembly module imports: read, and written with other names.

/// What a module begins with: a sign and the version of the format (WebAssembly Core Specification
/// 2.0, section 5.5.16).
const HEADER: usize = 8;

/// The number of the section of imports (section 5.5.5).
const SECTION: u8 = 2;

/// What marks the import of a function; the number of its type follows.
const FUNCTION: u8 = 0;

/// A function that a module imports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// What it is imported from.
    pub(super) module: String,
    /// What it is called there.
    pub(super) name: String,
    /// The number of its type.
    of_type: u32,
}

/// The imports of a module, and what stands before and after them.
#[derive(Clone, Debug)]
pub(super) struct Imports<'a> {
    before: &'a [u8],
    /// In their order.
    pub(super) all: Vec<Import>,
    after: &'a [u8],
}

impl<'a> Imports<'a> {
    /// Reads the imports of a module; `None` where it has none, where it imports something else than
    /// functions, and where it is no module.
    #[must_use]
    pub(super) fn of(wasm: &'a [u8]) -> Option<Self> {
        let mut rest = wasm.get(HEADER..)?;
        while let Some((kind, after)) = rest.split_first() {
            let (size, body) = number(after)?;
            let size = usize::try_from(size).ok()?;
            let (body, after) = (body.get(..size)?, body.get(size..)?);
            if *kind == SECTION {
                let before = wasm.get(..wasm.len() - rest.len())?;
                let all = read(body)?;
                return Some(Self { before, all, after });
            }
            rest = after;
        }
        None
    }

    /// Returns the module with these imports.
    #[must_use]
    pub(super) fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put(&mut body, self.all.len());
        for import in &self.all {
            for name in [&import.module, &import.name] {
                put(&mut body, name.len());
                body.extend(name.bytes());
            }
            body.push(FUNCTION);
            put(&mut body, import.of_type as usize);
        }
        let mut wasm = self.before.to_vec();
        wasm.push(SECTION);
        put(&mut wasm, body.len());
        [&wasm, &body, self.after].concat()
    }
}

fn read(body: &[u8]) -> Option<Vec<Import>> {
    let (count, mut rest) = number(body)?;
    let mut all = Vec::new();
    for _ in 0..count {
        let (module, after) = name(rest)?;
        let (name, after) = name(after)?;
        let (kind, after) = after.split_first()?;
        if *kind != FUNCTION {
            return None;
        }
        let (of_type, after) = number(after)?;
        all.push(Import {
            module,
            name,
            of_type,
        });
        rest = after;
    }
    rest.is_empty().then_some(all)
}

/// Reads a name, and returns what follows it.
fn name(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = number(bytes)?;
    let length = usize::try_from(length).ok()?;
    let name = String::from_utf8(rest.get(..length)?.to_vec()).ok()?;
    Some((name, rest.get(length..)?))
}

/// Reads a number (LEB128, section 5.2.2) of at most 32 bits, and returns what follows it.
fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0_u32;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        let bits = u32::from(byte & 0x7f);
        number |= bits.checked_shl(u32::try_from(7 * at).ok()?)?;
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(at + 1..)?));
        }
    }
    None
}

/// Writes a number so.
fn put(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A module with a section before its imports, these imports of the types 0, 1 and so on, and
    /// `after` behind them.
    pub(crate) fn module(names: &[&str], after: &[u8]) -> Vec<u8> {
        let before = b"\0asm\x01\0\0\0\x01\x02ab";
        let import = |(of_type, name): (u32, &&str)| Import {
            module: "./a.js".to_owned(),
            name: (*name).to_owned(),
            of_type,
        };
        let all = (0..).zip(names).map(import).collect();
        Imports { before, all, after }.write()
    }

    #[test]
    fn is_written_as_it_was_read() {
        // By hand: the header, a section 1, and the section 2 of 16 bytes with one import.
        let wasm = b"\0asm\x01\0\0\0\x01\x02ab\x02\x0c\x01\x06./a.js\x01f\0\x07\x0a\x01z";
        let imports = Imports::of(wasm).unwrap();
        assert_eq!(imports.all.len(), 1);
        let Import {
            module,
            name,
            of_type,
        } = &imports.all[0];
        assert_eq!((&**module, &**name, *of_type), ("./a.js", "f", 7));
        assert_eq!(imports.write(), wasm);
    }

    #[test]
    fn long_names_and_many_types_come_back() {
        let long = "n".repeat(300);
        let names: Vec<&str> = (0..200).map(|_| &*long).collect();
        let wasm = module(&names, b"\x0a\0");
        let imports = Imports::of(&wasm).unwrap();
        assert_eq!(imports.all[199].name, long);
        assert_eq!(imports.all[199].of_type, 199);
        assert_eq!(imports.write(), wasm);
    }

    #[test]
    fn what_is_not_understood_is_left_alone() {
        let wasm = module(&["f"], b"");
        for length in 0..wasm.len() {
            assert!(Imports::of(&wasm[..length]).is_none(), "{length} bytes");
        }
        // A memory.
        let other = b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01m\x02\0";
        assert!(Imports::of(other).is_none());
        assert!(Imports::of(b"\0asm\x01\0\0\0\x0a\x01z").is_none());
        assert!(Imports::of(b"\0asm\x01\0\0\0\x02\xff\xff\xff\xff\xff\x01").is_none());
    }
}
