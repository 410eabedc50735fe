//! What in an answer says what happened.

use serde_json::Value;

use super::pointer;

/// Something that an answer can say. Every part that is given has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The status of the answer; any that does not say that the service is unwell or busy, where
    /// none is given.
    pub status: Option<u16>,
    /// A place in the answer's JSON, as a JSON Pointer (RFC 6901), and the value that stands
    /// there.
    pub value: Option<(String, Value)>,
}

impl Rule {
    /// Returns whether an answer with this status and this JSON says so. A rule with no part says
    /// nothing.
    #[must_use]
    pub fn holds(&self, status: u16, json: Option<&Value>) -> bool {
        let stands = |(place, value): &(String, Value)| {
            json.and_then(|json| pointer::find(json, place)) == Some(value)
        };
        let some = self.status.is_some() || self.value.is_some();
        some && self.status.is_none_or(|wanted| wanted == status)
            && self.value.as_ref().is_none_or(stands)
    }
}

/// How an answer is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// What says that the person is on the list now. Only an answer with a status of success (RFC
    /// 9110, section 15.3) can.
    pub subscribed: Vec<Rule>,
    /// What says that the person has to confirm by an email. Looked at before
    /// [`subscribed`](Self::subscribed), and only in an answer with a status of success.
    pub confirm: Vec<Rule>,
    /// What says that the address is on the list already.
    pub already: Vec<Rule>,
    /// What says that the service refused, although the status is one of success. Looked at before
    /// what says success.
    pub refused: Vec<Rule>,
    /// Where a refusal says why, as JSON Pointers; the first text found is shown.
    pub message: Vec<String>,
    /// Where a refusal names fields: a list of objects with `field` and `message`, or an object of
    /// texts, or of lists of texts, by the field's name on the wire.
    pub fields: Option<String>,
}

impl Rules {
    /// Returns whether any of `rules` holds.
    pub(super) fn any(rules: &[Rule], status: u16, json: Option<&Value>) -> bool {
        rules.iter().any(|rule| rule.holds(status, json))
    }
}
