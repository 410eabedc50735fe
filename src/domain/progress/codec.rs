//! Progress as the text that is kept on the device.
//!
//! `{"v":1,"read":["control","threats"],"answered":{"quiz-age":true,"quiz-gone":false}}`: a
//! version, which sections were read, and which questions were answered, each with whether it was
//! settled at the first try. Other fields come from a later player of the same version; they are
//! carried along. What such a field says in numbers are whole ones of at most 64 bits: others come
//! back a little different, since reading them exactly would cost the client kilobytes.

use core::fmt;

use serde_json::Map;
use serde_json::Value;

use super::Progress;
use crate::domain::exercise::Standing;
use crate::domain::id;
use crate::domain::id::Id;

/// The version of the text that this player writes, and the greatest one that it reads.
pub(super) const VERSION: u64 = 1;

impl Progress {
    /// Returns the text that is kept.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut fields = Map::new();
        let read = self.read.iter().map(|id| id.as_str().into()).collect();
        fields.insert("v".to_owned(), VERSION.into());
        fields.insert("read".to_owned(), Value::Array(read));
        if !self.answered.is_empty() {
            let first_try = |standing| Value::Bool(standing == Standing::FirstTry);
            let answered = self.answered.iter();
            let answered = answered.map(|(id, standing)| (id.to_string(), first_try(*standing)));
            fields.insert("answered".to_owned(), answered.collect());
        }
        for (key, value) in &self.unknown {
            fields.insert(key.clone(), value.clone());
        }
        Value::Object(fields).to_string()
    }

    /// Reads the text that was kept.
    ///
    /// # Errors
    /// [`DecodeError`] when the text is not wholly understood; it is then left alone.
    pub fn decode(text: &str) -> Result<Self, DecodeError> {
        let Ok(Value::Object(mut fields)) = serde_json::from_str(text) else {
            return Err(DecodeError::Unreadable);
        };
        match fields.remove("v").and_then(|version| version.as_u64()) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(DecodeError::Newer),
            _ => return Err(DecodeError::Unreadable),
        }
        let mut progress = Self::default();
        for section in id::list(fields.remove("read").as_ref()).ok_or(DecodeError::Unreadable)? {
            progress.insert(&section);
        }
        if let Some(answered) = fields.remove("answered") {
            progress
                .read_answered(&answered)
                .ok_or(DecodeError::Unreadable)?;
        }
        progress.unknown = fields;
        Ok(progress)
    }

    /// Adds the answered questions; `None` where something among them is not understood.
    fn read_answered(&mut self, answered: &Value) -> Option<()> {
        for (question, first_try) in answered.as_object()? {
            let standing = if first_try.as_bool()? {
                Standing::FirstTry
            } else {
                Standing::Answered
            };
            self.answer(&Id::new(question).ok()?, standing);
        }
        Some(())
    }
}

/// Why kept text is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// A later version of the player wrote it.
    Newer,
    /// It is not progress at all, or damaged.
    Unreadable,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer => "a newer version of this page wrote it",
            Self::Unreadable => "it is not progress that this page can read",
        })
    }
}

impl core::error::Error for DecodeError {}
