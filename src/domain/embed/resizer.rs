//! iframe-resizer, versions 4 and 5: strings whose fields are parted by colons.
//!
//! It begins with all its settings; of these, only its name for the frame is of use here. It may
//! begin before this page listens, so the page says that it is ready.

use super::cut;
use super::talk::Size;

/// What each of its messages begins with.
const PREFIX: &str = "[iFrameSizer]";

/// Has it begin again.
pub const READY: &str = "[iFrameResizerChild]Ready";

/// How long its name for the frame may be.
const LONGEST: usize = 200;

/// The host's end: what has to stand in each message to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its name for the frame.
    id: String,
    /// The version that it speaks, and how, as they stand at the end of the first answer.
    version: String,
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It has begun.
    Begin(Host),
    /// It asks for the height.
    Ask,
}

/// Reads what it says.
#[must_use]
pub fn read(message: &str) -> Option<Heard> {
    let rest = message.strip_prefix(PREFIX)?;
    if rest == "resize" || rest == "reset" {
        return Some(Heard::Ask);
    }
    let (id, settings) = cut(rest, b':');
    // The settings have flags in these places, in every version; the name has no colon, since its
    // own host could not read the answers then.
    let flag = |place| matches!(field(settings, place), "true" | "false");
    if !flag(1) || !flag(4) || id.is_empty() || id.len() > LONGEST {
        return None;
    }
    // Version 5 says which it is, and how it is licensed, at the end; version 4 says neither.
    let (version, mode) = (field(settings, 19), field(settings, 20));
    let short = |text: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
        (1..20).contains(&text.len()) && text.bytes().all(plain)
    };
    let version = if short(version) && short(mode) {
        format!(":{version}:{mode}")
    } else {
        String::new()
    };
    Some(Heard::Begin(Host {
        id: id.to_owned(),
        version,
    }))
}

/// Returns the field in this place, from 0; empty where there is none.
fn field(mut fields: &str, place: usize) -> &str {
    for _ in 0..place {
        fields = cut(fields, b':').1;
    }
    cut(fields, b':').0
}

impl Host {
    /// Answers its beginning with the size.
    #[must_use]
    pub fn begin(&self, size: Size) -> String {
        self.message(size.height, size.width, "init") + &self.version
    }

    /// Tells the size.
    #[must_use]
    pub fn size(&self, size: Size) -> String {
        self.message(size.height, size.width, "resizeObserver")
    }

    /// Asks to bring what is so far below the top of the frame to the top of the screen.
    #[must_use]
    pub fn lead(&self, below: usize) -> String {
        self.message(below, 0, "scrollToOffset")
    }

    fn message(&self, height: usize, width: usize, kind: &str) -> String {
        format!("{PREFIX}{}:{height}:{width}:{kind}", self.id)
    }
}
