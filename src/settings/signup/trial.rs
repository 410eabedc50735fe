//! A form to try on this machine.

use serde_json::json;

use super::Signup;
use crate::settings::address::Address;
use crate::settings::problems::Problems;

impl Signup {
    /// Returns a form that is sent as JSON to `url`, on this machine, and asks for an optional
    /// first name.
    ///
    /// # Errors
    /// A sentence where `url` is elsewhere.
    pub(crate) fn trial(url: &str) -> Result<Self, Vec<String>> {
        let address = Address::to_send(url).ok().filter(Address::is_trial);
        let Some(address) = address else {
            return Err(vec![format!(
                "\"{url}\" is no address on this machine, and a trial sends nothing elsewhere; write \
                 one such as http://127.0.0.1:8081/"
            )]);
        };
        let origin = address.origin();
        let settings = json!({
            "mode": "json",
            "url": address.to_string(),
            "lead": "This form is a trial. It signs nobody up.",
            "ask": {"first_name": "optional"},
            "answer": {"confirm": [{"at": "/confirm", "is": true}]},
            "consent": {
                "text": format!(
                    "This is a trial. I agree that what I type is sent to {origin} on this machine, \
                     and to nobody else."
                ),
                "version": "trial",
                "notice": format!("{origin}/"),
            },
        });
        let mut problems = Problems::default();
        let signup = Self::read(&settings, &mut problems);
        problems.finish(signup)
    }
}
