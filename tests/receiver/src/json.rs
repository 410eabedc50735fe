//! As much of JSON as the receiver reads and writes.

use std::fmt::Write as _;
use std::iter::Peekable;
use std::str::Chars;

/// How deep values may stand in each other.
const DEPTH: usize = 32;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    /// `null`, `true`, `false` or a number, as it was written.
    Word(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the order in which it was written.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads one value, which is all that the text may hold.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader {
            rest: text.chars().peekable(),
        };
        let value = reader.value(DEPTH)?;
        reader.skip_space();
        reader.rest.next().is_none().then_some(value)
    }

    /// A text as it is, anything else as JSON.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            other => other.written(),
        }
    }

    fn written(&self) -> String {
        let list = |items: Vec<String>| items.join(",");
        match self {
            Self::Word(word) => word.clone(),
            Self::Text(text) => quoted(text),
            Self::List(items) => {
                format!("[{}]", list(items.iter().map(Self::written).collect()))
            }
            Self::Object(members) => {
                let member = |(name, value): &(String, Self)| {
                    format!("{}:{}", quoted(name), value.written())
                };
                format!("{{{}}}", list(members.iter().map(member).collect()))
            }
        }
    }
}

/// A text as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for each in text.chars() {
        match each {
            '"' | '\\' => quoted.extend(['\\', each]),
            each if each < ' ' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(each));
            }
            each => quoted.push(each),
        }
    }
    quoted + "\""
}

/// What is still to be read.
struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    fn skip_space(&mut self) {
        while self.take_if(|each| " \t\r\n".contains(each)).is_some() {}
    }

    fn take_if(&mut self, fits: impl Fn(char) -> bool) -> Option<char> {
        self.rest.next_if(|each| fits(*each))
    }

    /// What comes after white space, if it is this.
    fn sign(&mut self, sign: char) -> Option<()> {
        self.skip_space();
        self.take_if(|each| each == sign).map(drop)
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        self.skip_space();
        match self.rest.peek()? {
            '"' => self.text().map(Json::Text),
            '[' => self.list(depth),
            '{' => self.object(depth),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Json> {
        let mut word = String::new();
        while let Some(each) =
            self.take_if(|each| each.is_ascii_alphanumeric() || "+-.".contains(each))
        {
            word.push(each);
        }
        let known = matches!(word.as_str(), "null" | "true" | "false");
        let number = || {
            word.starts_with(|first: char| first == '-' || first.is_ascii_digit())
                && word.parse::<f64>().is_ok_and(f64::is_finite)
        };
        (known || number()).then_some(Json::Word(word))
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.sign('[')?;
        if self.sign(']').is_some() {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.sign(',').is_none() {
                return self.sign(']').map(|()| Json::List(items));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut members = Vec::new();
        self.sign('{')?;
        if self.sign('}').is_some() {
            return Some(Json::Object(members));
        }
        loop {
            self.skip_space();
            let name = self.text()?;
            self.sign(':')?;
            members.push((name, self.value(depth)?));
            if self.sign(',').is_none() {
                return self.sign('}').map(|()| Json::Object(members));
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        let mut units = Vec::new();
        let mut buffer = [0; 2];
        self.take_if(|each| each == '"')?;
        loop {
            match self.rest.next()? {
                '"' => return String::from_utf16(&units).ok(),
                '\\' => units.push(self.escape()?),
                each if each < ' ' => return None,
                each => units.extend_from_slice(each.encode_utf16(&mut buffer)),
            }
        }
    }

    /// What stands after a backslash; a character beyond the first plane is written as two.
    fn escape(&mut self) -> Option<u16> {
        let plain = match self.rest.next()? {
            'u' => {
                let mut unit = 0;
                for _ in 0..4 {
                    unit = unit * 16 + self.rest.next()?.to_digit(16)?;
                }
                return u16::try_from(unit).ok();
            }
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            each @ ('"' | '\\' | '/') => each,
            _ => return None,
        };
        u16::try_from(u32::from(plain)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_was_read() {
        for text in [
            r#"{"a":"b","l":["x","y"],"n":-1.5e3,"t":true,"o":{"z":null},"e":[],"f":{}}"#,
            r#""a\"b\\cö""#,
            "[[[]]]",
        ] {
            assert_eq!(Json::parse(text).unwrap().written(), text);
        }
    }

    #[test]
    fn escapes_are_read() {
        let text = r#" "\u0041\n\/\ud83d\ude00" "#;
        assert_eq!(Json::parse(text), Some(Json::Text("A\n/😀".to_owned())));
        assert_eq!(quoted("\u{1}"), "\"\\u0001\"");
    }

    #[test]
    fn what_is_no_json_is_not_read() {
        for text in [
            "",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "[1,]",
            "nul",
            "inf",
            "\"a",
            "\"\\x\"",
            "\"\\ud83d\"",
            "\"a\nb\"",
            "{} {}",
            "email=a",
        ] {
            assert_eq!(Json::parse(text), None, "{text}");
        }
        assert_eq!(Json::parse(&"[".repeat(10_000)), None);
    }
}
