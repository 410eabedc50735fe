//! How a sign-up is sent, and how its answer is read.

use serde_json::Value;

use super::Field;
use super::rule::Rules;

/// How a sign-up is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// As JSON, by the client, which reads the answer.
    Json,
    /// As an urlencoded form, by the client, which reads the answer.
    Form,
    /// As an urlencoded form, by the client, of a service that lets no page read its answers
    /// (Fetch Standard, section 2.2.5, request mode "no-cors").
    Blind,
    /// As a form of the page that the browser itself sends, into a new tab.
    Navigate,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Json, Self::Form, Self::Blind, Self::Navigate];

    /// Returns the word for the mode.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Form => "form",
            Self::Blind => "blind",
            Self::Navigate => "navigate",
        }
    }
}

/// One thing that the form asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub field: Field,
    /// Its name on the wire.
    pub name: String,
    /// Whether the form is not sent without it.
    pub required: bool,
}

/// How a sign-up is sent, and how its answer is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How it is sent.
    pub mode: Mode,
    /// Where to; `https`, or `http` on loopback. The publisher's, from the build.
    pub url: String,
    /// What the form asks for, in its order. The address is always among it.
    pub asks: Vec<Ask>,
    /// The version of the wording that a person agrees to; sent as the value of
    /// [`Field::Consent`].
    pub consent: String,
    /// What is sent besides, the same for everybody: names with values. A name may come again in
    /// a form; in JSON a value may be a list.
    pub extra: Vec<(String, Value)>,
    /// The name of a field that only programs fill in, if the service has one. It is sent empty.
    pub trap: Option<String>,
    /// Whether the service is asked for JSON, by the header `Accept`.
    pub accept_json: bool,
    /// How its answer is read.
    pub rules: Rules,
}

impl Plan {
    /// Returns the field that is called `name` on the wire.
    #[must_use]
    pub fn field_named(&self, name: &str) -> Option<Field> {
        let ask = self.asks.iter().find(|ask| ask.name == name)?;
        Some(ask.field)
    }
}
