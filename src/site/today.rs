//! The day of the build.

use std::env;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use crate::domain::date::Date;

/// Returns the day of the build: that of `SOURCE_DATE_EPOCH` where it is set
/// (<https://reproducible-builds.org/specs/source-date-epoch/>), else today in UTC.
#[must_use]
pub fn today() -> Date {
    let fixed = env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse::<u64>().ok());
    let seconds = fixed.unwrap_or_else(|| {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs())
    });
    Date::from_unix_days(u32::try_from(seconds / 86_400).unwrap_or(u32::MAX))
}
