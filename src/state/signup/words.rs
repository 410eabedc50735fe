//! What a person is told about a sign-up.

use crate::domain::ports::desk::Lead;
use crate::domain::ports::desk::SignupFace;
use crate::domain::ports::desk::SignupStage;
use crate::domain::signup::outcome::Outcome;

/// It is on its way.
pub const SENDING: &str = "Sending…";

/// Something went wrong at the service, and it goes once more.
pub const AGAIN_SOON: &str = "That did not work yet. Trying again in a moment…";

/// The browser opened a tab for it.
pub const NAVIGATED: &str = "A new tab shows what the mailing list says. This page can't see it, and can't say whether it \
     worked. If no tab opened, nothing was sent this time.";

/// The browser submits no form.
pub const FORBIDDEN: &str = "The page around this one does not let forms be sent, so nothing was sent this time. Open \
     this page in a tab of its own, and sign up there.";

/// A field that people do not see was filled in.
pub const TRAP: &str = "Something filled in a field that people can't see, so this time \
                        nothing was sent. That field is empty again. Press the button once more.";

/// Something was changed while it waited.
pub const CHANGED: &str = "You changed something, so it was not sent. Press the button once more.";

/// The line is back.
pub const ONLINE: &str = "You are online again. Nothing has been sent yet.";

/// The line is back, after a try of which nothing is known.
pub const ONLINE_AFTER: &str = "You are online again. An earlier try may have arrived.";

/// Returns what is said when the line is back. `before` tells whether an earlier try may have
/// arrived.
#[must_use]
pub const fn online(before: bool) -> &'static str {
    if before { ONLINE_AFTER } else { ONLINE }
}

/// It was forgotten while it was on its way.
pub const FORGOTTEN: &str =
    "Your details are gone from this page. What was on its way may still have arrived.";

/// Returns what is to be seen after `outcome`. `before` tells whether an earlier try may have
/// arrived: then it is not said that nothing did.
#[must_use]
pub fn face(outcome: &Outcome, before: bool) -> SignupFace {
    let errors = match outcome {
        Outcome::Refused { fields, .. } => fields.clone(),
        _ => Vec::new(),
    };
    SignupFace {
        stage: if outcome.settles() {
            SignupStage::Settled
        } else {
            SignupStage::Open
        },
        lead: if errors.is_empty() {
            Lead::Said
        } else {
            Lead::Errors
        },
        errors,
        said: said(outcome, before),
        again: !outcome.settles() && !matches!(outcome, Outcome::Refused { .. } | Outcome::Unseen),
    }
}

/// Returns the words for an outcome: what is known, and what to do.
fn said(outcome: &Outcome, before: bool) -> String {
    let words = match outcome {
        Outcome::Subscribed => "You are signed up. Thank you.",
        Outcome::Confirm => {
            "Almost there: check your inbox. An email asks you to confirm. Until you do, you are \
             not signed up. If none comes, look among the spam, or load this page again and check \
             the address."
        }
        Outcome::Already => {
            "This address is on the list already. If an email asks you to confirm, do that. You \
             need not do anything else."
        }
        Outcome::Unseen => {
            "Sent. But this service does not let us see its answer, so we can't say whether you \
             are signed up."
        }
        Outcome::Refused { said, fields } => return refused(said, fields.is_empty(), before),
        Outcome::TooMany { after } => return too_many(*after, before),
        Outcome::Unwell { after } => {
            let when = when(*after);
            return format!(
                "The service says that it could not take this just now, so you may not be signed \
                 up. Try again {when}."
            );
        }
        Outcome::Unsure => {
            "No answer came that we can read, so we can't tell whether it arrived. You can try \
             again, or wait and see if an email comes."
        }
        Outcome::Offline if before => {
            "You are offline, and this time nothing was sent. An earlier try may have arrived. What \
             you typed stays here while this page is open."
        }
        Outcome::Offline => {
            "You are offline, and nothing was sent. What you typed stays here while this page is \
             open."
        }
    };
    words.to_owned()
}

/// Returns `denial`, unless an earlier try may have arrived.
const fn denied(denial: &'static str, before: bool) -> &'static str {
    if before {
        "An earlier try may have arrived."
    } else {
        denial
    }
}

fn refused(said: &str, whole: bool, before: bool) -> String {
    if !said.is_empty() {
        return format!("The service did not take this. It says: “{said}”");
    }
    let reason = if whole {
        "The service did not take this, and gave no reason that we can read."
    } else {
        "The service did not take this."
    };
    // Not "you are not": the person may have been on the list before.
    let so = denied("It did not sign you up.", before);
    format!("{reason} {so}")
}

fn too_many(after: Option<u32>, before: bool) -> String {
    let when = when(after);
    let so = denied("It did not take this one.", before);
    // Too many of whom, the status does not say (RFC 6585, section 4).
    format!("The service has had too many sign-ups for now. {so} Try again {when}.")
}

/// Returns when to try again, after these seconds.
fn when(after: Option<u32>) -> String {
    const MINUTE: u32 = 60;
    const HOUR: u32 = 60 * MINUTE;
    const DAY: u32 = 24 * HOUR;
    let (number, unit) = match after {
        Some(seconds) if seconds <= 90 => (seconds.max(1), "second"),
        Some(seconds) if seconds <= 90 * MINUTE => (seconds.div_ceil(MINUTE), "minute"),
        Some(seconds) if seconds <= 2 * DAY => (seconds.div_ceil(HOUR), "hour"),
        Some(seconds) if seconds <= 30 * DAY => (seconds.div_ceil(DAY), "day"),
        // Nobody waits for longer, and nobody can mean it.
        _ => return "later".to_owned(),
    };
    let plural = if number == 1 { "" } else { "s" };
    format!("in {number} {unit}{plural}")
}
