//! A calendar day, and the zone in which an instant becomes one.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A day of the Gregorian calendar, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// Reads `YYYY-MM-DD`, nothing else: no time, no other order, no missing zeros.
    ///
    /// # Errors
    /// The reason in plain words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let shape: Vec<&str> = text.split('-').collect();
        let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        match shape[..] {
            [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2) => {
                text.parse().map(Self).map_err(|_| format!("the calendar has no day {text}"))
            }
            _ => Err("a day is written YYYY-MM-DD, for example 2016-06-01".to_owned()),
        }
    }

    /// Year, month (from 1) and day of the month (from 1).
    #[must_use]
    pub fn parts(self) -> (i32, u8, u8) {
        let (month, day) = (self.0.month().unsigned_abs(), self.0.day().unsigned_abs());
        (i32::from(self.0.year()), month, day)
    }

    /// The day before; the very first day of the calendar is its own.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.yesterday().unwrap_or(self.0))
    }

    /// The first day of the next month; the day itself where the calendar ends.
    #[must_use]
    pub fn first_of_next_month(self) -> Self {
        self.0.last_of_month().tomorrow().map_or(self, Self)
    }

    /// The day so many days later; the last day of the calendar where it ends before.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        let span = jiff::Span::new().try_days(i64::from(days));
        Self(span.and_then(|span| self.0.checked_add(span)).unwrap_or(Date::MAX))
    }

    /// How many days lie between an earlier day and this one; negative if it is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.since(earlier.0).map_or(0, |span| span.get_days())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A time zone of the IANA database that is part of the binary: the machine's own is never asked.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// Coordinated Universal Time, the default.
    #[must_use]
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// Finds a zone by its IANA name, for example `Europe/Berlin`; `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == "UTC" {
            return Some(Self::utc());
        }
        jiff::tz::TimeZoneDatabase::bundled().get(name).ok().map(Self)
    }

    /// The day on which the instant, in seconds since 1970-01-01T00:00:00Z, falls in this zone;
    /// `None` for an instant outside the years -9999 to 9999.
    #[must_use]
    pub fn day_of(&self, seconds: i64) -> Option<Day> {
        let instant = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Day(self.0.to_datetime(instant).date()))
    }
}

/// A moment, in seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl Instant {
    /// Reads a moment as RFC 3339 writes it: `2016-06-01T12:00:00Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|moment| Self(moment.as_second()))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_second(self.0) {
            Ok(moment) => moment.fmt(f),
            Err(_) => write!(f, "@{}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_iso_days_are_read() {
        assert_eq!(Day::parse("2016-06-01").map(|d| d.to_string()), Ok("2016-06-01".into()));
        assert_eq!(Day::parse("2016-02-30"), Err("the calendar has no day 2016-02-30".into()));
        for wrong in ["2016-6-1", "01.06.2016", "2016-06-01T00:00", "", "+016-06-01"] {
            assert!(Day::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_instant_is_written_in_utc() {
        let instant = Instant(1_464_852_600);
        assert_eq!(instant.to_string(), "2016-06-02T07:30:00Z");
        assert_eq!(Instant::parse("2016-06-02T07:30:00Z"), Some(instant));
        assert_eq!(Instant::parse("2016-06-02T09:30:00+02:00"), Some(instant));
        assert_eq!(Instant::parse("2016-06-02"), None);
    }

    #[test]
    fn the_zone_decides_the_day() {
        let late_in_california = 1_464_852_600; // 2016-06-02T07:30:00Z
        let day = |zone: &str| Zone::named(zone).and_then(|z| z.day_of(late_in_california));
        assert_eq!(day("UTC").map(|d| d.to_string()), Some("2016-06-02".into()));
        assert_eq!(day("America/Los_Angeles").map(|d| d.to_string()), Some("2016-06-02".into()));
        assert_eq!(day("Pacific/Honolulu").map(|d| d.to_string()), Some("2016-06-01".into()));
        assert!(Zone::named("Europe/Atlantis").is_none());
    }
}
