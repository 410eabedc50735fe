//! Text as typed blocks and inlines, never as a string of HTML.

use crate::domain::id::Id;

/// A piece of a section, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading inside a section.
    Heading {
        /// 1 directly under the section's title, 2 under that, and so on to 3.
        depth: u8,
        /// The fragment that leads to it; none where its text has errors.
        id: Option<Id>,
        /// The words.
        text: Vec<Inline>,
    },
    /// Items in no order.
    List(Vec<Vec<Block>>),
    /// Items in order: things to do one after the other.
    Steps(Vec<Vec<Block>>),
    /// A passage set apart.
    Callout {
        /// What it is for.
        kind: Callout,
        /// Its text; no callout stands inside another.
        blocks: Vec<Block>,
    },
}

/// What a passage that is set apart is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// Something worth knowing.
    Note,
    /// What the reader can do: every risk has one.
    Action,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words, exactly as they are shown.
    Text(String),
    /// Words with stress.
    Emphasis(Vec<Inline>),
    /// Words of importance.
    Strong(Vec<Inline>),
    /// Words that lead somewhere.
    Link {
        /// Where to.
        target: Target,
        /// The words.
        text: Vec<Inline>,
    },
    /// A new line within a paragraph.
    Break,
}

/// Where a link may lead. There is no other scheme, so nothing that an author types can run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address on the web that starts with `https://`.
    Web(String),
    /// An email address, without `mailto:`.
    Mail(String),
    /// A telephone number in digits, `+` and spaces removed except a leading `+`, without `tel:`.
    Tel(String),
    /// A number for text messages, in the same form, without `sms:`.
    Sms(String),
    /// A section, question or group of the same module.
    Here(Id),
}

impl Target {
    /// Returns the value of the link's `href` attribute, not yet escaped for HTML.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Web(address) => address.clone(),
            Self::Mail(address) => format!("mailto:{address}"),
            Self::Tel(number) => format!("tel:{number}"),
            Self::Sms(number) => format!("sms:{number}"),
            Self::Here(id) => format!("#{id}"),
        }
    }
}

/// Returns whether any of `inlines` leads somewhere.
#[must_use]
pub fn has_link(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { .. } => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) => has_link(inner),
        Inline::Text(_) | Inline::Break => false,
    })
}

/// Appends the words of `inlines` to `out`, without any mark-up.
pub fn push_words(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                push_words(inner, out);
            }
            Inline::Break => out.push(' '),
        }
    }
}
