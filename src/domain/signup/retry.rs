//! When a sign-up is sent again by itself.

use super::outcome::Outcome;

/// Milliseconds to wait before the second and the third try.
const PAUSES: [u32; 2] = [1_500, 5_000];

/// Seconds that a person is kept waiting at most; a service that wants more is left to the person.
const PATIENCE: u32 = 10;

/// Returns the seconds that a header `Retry-After` names; `None` where it is no number, such as a
/// date (RFC 9110, section 10.2.3). A number that is too large for anything is the largest.
#[must_use]
pub fn seconds(header: &str) -> Option<u32> {
    let digits = !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| header.parse().unwrap_or(u32::MAX))
}

/// Returns the milliseconds to wait before sending once more, after `tries` that ended in
/// `outcome`; `None` where the person decides.
///
/// Only where the service said that something went wrong (408, 429 or 5xx): where no answer can be
/// read, the person decides.
#[must_use]
pub fn pause(outcome: &Outcome, tries: usize) -> Option<u32> {
    let pause = PAUSES.get(tries.checked_sub(1)?)?;
    match outcome {
        Outcome::Unwell { after } | Outcome::TooMany { after } => match after {
            None => Some(*pause),
            Some(after) if *after <= PATIENCE => Some((after * 1_000).max(*pause)),
            Some(_) => None,
        },
        _ => None,
    }
}
