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
     worked. If no tab opened, nothing was sent: this browser does not allow it, or a page around this \
     one does not.";

/// A field that people do not see was filled in.
pub const TRAP: &str = "Something filled in a field that people can't see, so nothing was sent. \
                        That field is empty again. Press the button once more.";

/// The line is back.
pub const ONLINE: &str = "You are online again. Nothing has been sent yet.";

/// It was forgotten while it was on its way.
pub const FORGOTTEN: &str =
    "Your details are gone from this page. What was on its way may still have arrived.";

/// Returns what is to be seen after `outcome`.
#[must_use]
pub fn face(outcome: &Outcome) -> SignupFace {
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
        said: said(outcome),
        again: !outcome.settles() && !matches!(outcome, Outcome::Refused { .. } | Outcome::Unseen),
    }
}

/// Returns the words for an outcome: what is known, and what to do.
fn said(outcome: &Outcome) -> String {
    let words = match outcome {
        Outcome::Subscribed => "You are signed up. Thank you.",
        Outcome::Confirm => {
            "Almost there: check your inbox. An email asks you to confirm. Until you do, you are \
             not signed up. If none comes, look among the spam, or load this page again and check \
             the address."
        }
        Outcome::Already => "This address is on the list already. You need not do anything.",
        Outcome::Unseen => {
            "Sent. But this service does not let us see its answer, so we can't say whether you \
             are signed up."
        }
        Outcome::Refused { said, fields } => return refused(said, fields.is_empty()),
        Outcome::TooMany { after } => return too_many(*after),
        Outcome::Unwell { after } => {
            let when = when(*after);
            return format!(
                "The service says that something is wrong on its side, so you are probably not \
                 signed up. Try again {when}."
            );
        }
        Outcome::Unsure => {
            "No answer came that we can read, so we can't tell whether it arrived. You can try \
             again, or wait and see if an email comes."
        }
        Outcome::Offline => {
            "You are offline, and nothing was sent. What you typed stays here while this page is \
             open."
        }
    };
    words.to_owned()
}

fn refused(said: &str, whole: bool) -> String {
    match (said, whole) {
        // Not "you are not": the person may have been on the list before.
        ("", true) => {
            "The service did not take this, and gave no reason that we can read. It did not sign \
             you up."
        }
        ("", false) => "The service did not take this. It did not sign you up.",
        _ => return format!("The service did not take this. It says: “{said}”"),
    }
    .to_owned()
}

fn too_many(after: Option<u32>) -> String {
    let when = when(after);
    // Too many of whom, the status does not say (RFC 6585, section 4).
    format!(
        "The service has had too many sign-ups for now, and did not take this one. Try again {when}."
    )
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
