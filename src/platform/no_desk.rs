//! Stands for [`desk`](super::desk) in a client without the code of the sign-up, since the
//! publisher has none. The build of the site sees to it that no page with a form gets this client.

use serde_json::Value;

use crate::state::learner::Learner;
use crate::state::learner::Sending;

/// Returns nothing: there is no form.
#[must_use]
pub fn of(_data: &Value) -> Option<Sending> {
    None
}

/// Listens to nothing.
pub fn listen(_learner: Learner) {}
