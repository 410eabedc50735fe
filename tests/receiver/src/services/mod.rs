//! The services: what each takes, and how it says what came of it.

mod brevo;
mod buttondown;
mod formspree;
mod generic;
mod listmonk;
mod mailchimp;

use crate::address::is_address;
use crate::answer::Answer;
use crate::cors::Cors;
use crate::fields::Kind;
use crate::received::Received;

/// What came of a sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The address is on the list.
    Joined,
    /// It will be, once a mail was answered.
    Confirm,
    /// It was before.
    Already,
    /// There is none, or it is none.
    BadAddress,
    /// The service does not want it.
    Refused,
    /// The service does not read what was sent.
    Unread,
    /// No list was named.
    NoList,
    /// A field that no person sees was filled in, or is missing.
    Bot,
    /// Too many came.
    TooMany,
}

/// What a service is.
#[derive(Debug)]
pub(crate) struct Service {
    /// What pages of other origins may do.
    pub(crate) cors: Cors,
    /// What it reads.
    kinds: &'static [Kind],
    /// The field with the address.
    email: &'static str,
    /// What it looks at before the address.
    objection: fn(&Received) -> Option<Verdict>,
    /// How it says what came of it.
    pub(crate) say: fn(Verdict, &Received) -> Answer,
}

/// What a browser sends for a form, and a script for the data of one.
const FORM: &[Kind] = &[Kind::Urlencoded, Kind::Multipart];

/// That, or JSON.
const ANY: &[Kind] = &[Kind::Urlencoded, Kind::Multipart, Kind::Json];

/// What all services say of an address that they do not want. It holds HTML, as such words do.
const UNWANTED: &str =
    "We do not take this address. <a href=\"https://example.org/why\">Why is that?</a>";

/// The service at a path.
pub(crate) fn find(path: &str) -> Option<&'static Service> {
    let mut segments = path.strip_prefix('/')?.split('/');
    let mut five = [""; 5];
    for place in &mut five {
        *place = segments.next().unwrap_or_default();
    }
    match (five, segments.next()) {
        (["listmonk", "api", "public", "subscription", ""], None) => Some(&listmonk::API),
        (["listmonk", "subscription", "form", "", ""], None) => Some(&listmonk::FORM_PAGE),
        (["mailchimp", "subscribe", "post", "", ""], None) => Some(&mailchimp::EMBEDDED),
        (["brevo", "serve", token, "", ""], None) if !token.is_empty() => Some(&brevo::SERVE),
        (["buttondown", "api", "emails", "embed-subscribe", name], None) if !name.is_empty() => {
            Some(&buttondown::EMBEDDED)
        }
        (["formspree", "f", id, "", ""], None) if !id.is_empty() => Some(&formspree::FORM),
        (["json", "", "", "", ""], None) => Some(&generic::JSON),
        (["form", "", "", "", ""], None) => Some(&generic::FORM),
        _ => None,
    }
}

impl Service {
    /// The address that was typed, or nothing.
    pub(crate) fn address(&self, request: &Received) -> String {
        let address = request.field(self.email).unwrap_or_default();
        address.trim().to_owned()
    }

    /// The answer, if the service has nothing against the sign-up itself.
    pub(crate) fn answer(&self, request: &Received, verdict: Verdict) -> Answer {
        (self.say)(self.judge(request).unwrap_or(verdict), request)
    }

    /// What the service has against a sign-up.
    fn judge(&self, request: &Received) -> Option<Verdict> {
        if request.unreadable.is_some() || !self.kinds.contains(&request.kind()) {
            return Some(Verdict::Unread);
        }
        (self.objection)(request).or_else(|| {
            let good = is_address(&self.address(request));
            (!good).then_some(Verdict::BadAddress)
        })
    }
}

/// Nothing is looked at but the address.
fn no_objection(_: &Received) -> Option<Verdict> {
    None
}

/// Whether a field that no person sees is there and empty.
fn is_untouched(request: &Received, name: &str) -> bool {
    request.field(name) == Some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_paths_are_services() {
        for path in ["/json", "/brevo/serve/x", "/formspree/f/x", "/form"] {
            assert!(find(path).is_some(), "{path}");
        }
        for path in [
            "/",
            "/jsonx",
            "/json/x",
            "/brevo/serve/",
            "/brevo/serve",
            "/formspree/f",
            "/buttondown/api/emails/embed-subscribe",
            "/buttondown/api/emails/embed-subscribe/a/b",
            "/listmonk/api/public/subscription/x",
            "/listmonk",
        ] {
            assert!(find(path).is_none(), "{path}");
        }
    }
}
