//! A day in the calendar, without a clock or a time zone.

use core::fmt;

/// A day of the proleptic Gregorian calendar, ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// English month names, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Returns the day, or `None` where the calendar has no such day. `month` and `day` count
    /// from 1.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=length)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// Returns the day that lies `days` after 1 January 1970, the start of Unix time.
    ///
    /// The civil-from-days method of Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms": years start in March, so that the leap day comes last.
    #[must_use]
    pub fn from_unix_days(days: u32) -> Self {
        let shifted = u64::from(days) + 719_468;
        let era = shifted / 146_097;
        let day_of_era = shifted % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        let small = |n: u64| u8::try_from(n).unwrap_or(u8::MAX);
        Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: small(month),
            day: small(day),
        }
    }

    /// Returns how many days after 1 January 1970 this day lies; negative before.
    ///
    /// The days-from-civil method of the same paper.
    #[must_use]
    pub fn unix_days(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// Returns the day that comes `months` later; the last one of its month where that is shorter.
    #[must_use]
    pub fn months_later(self, months: u8) -> Self {
        let from_january = u16::from(self.month) - 1 + u16::from(months);
        let year = self.year.saturating_add(from_january / 12);
        // Under 12, so it fits.
        let month = u8::try_from(from_january % 12).unwrap_or_default() + 1;
        let mut days = (1..=self.day).rev();
        let day = days.find_map(|day| Self::new(year, month, day));
        day.unwrap_or(self)
    }

    /// Returns the day in words, as British pages write it: `3 September 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = MONTHS[usize::from(self.month) - 1];
        format!("{} {month} {}", self.day, self.year)
    }
}

impl fmt::Display for Date {
    /// Writes the day as ISO 8601 has it: `2026-09-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        assert!(Date::new(2024, 2, 29).is_some());
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2026, 4, 31),
            (2026, 13, 1),
            (2026, 1, 0),
        ] {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn counts_days_from_the_start_of_unix_time() {
        for (days, text) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_780, "2026-11-23"),
        ] {
            let date = Date::from_unix_days(days);
            assert_eq!(date.to_string(), text);
            assert_eq!(date.unix_days(), i64::from(days));
        }
    }

    #[test]
    fn counts_in_months() {
        for (day, months, later) in [
            ((2026, 11, 23), 6, "2027-05-23"),
            ((2026, 6, 30), 6, "2026-12-30"),
            ((2026, 8, 31), 6, "2027-02-28"),
            ((2027, 8, 31), 6, "2028-02-29"),
            ((2026, 12, 1), 0, "2026-12-01"),
            ((2026, 12, 1), 25, "2029-01-01"),
        ] {
            let (year, month, day) = day;
            let day = Date::new(year, month, day).unwrap();
            assert_eq!(day.months_later(months).to_string(), later, "{day}");
        }
    }

    #[test]
    fn reads_in_words_and_in_order() {
        let (earlier, later) = (Date::new(2026, 9, 3), Date::new(2026, 11, 1));
        assert!(earlier < later);
        assert_eq!(
            earlier.map(Date::in_words),
            Some("3 September 2026".to_owned())
        );
    }
}
