//! The name of a version.

use std::fmt;

use super::Day;

/// A version of a document is named by the first day on which it applies; where several begin on
/// one day, the second is `2016-06-01-2`. Names sort in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId {
    day: Day,
    number: u32,
}

impl VersionId {
    /// The first version of a day.
    #[must_use]
    pub fn first_of(day: Day) -> Self {
        Self { day, number: 1 }
    }

    /// The next version of the same day.
    #[must_use]
    pub fn next(self) -> Self {
        Self { number: self.number + 1, ..self }
    }

    /// Reads `2016-06-01` or `2016-06-01-2`, nothing else; `None` if it is no such name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, number) = match text.get(10..)? {
            "" => (text, 1),
            rest => {
                let digits = rest.strip_prefix('-')?;
                let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
                let number: u32 = digits.parse().ok().filter(|number| plain && *number > 1)?;
                (&text[..10], number)
            }
        };
        Some(Self { day: Day::parse(day).ok()?, number })
    }

    /// Which of the versions that begin on the day it is, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// The first day on which the version applies.
    #[must_use]
    pub fn day(self) -> Day {
        self.day
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            1 => write!(f, "{}", self.day),
            number => write!(f, "{}-{number}", self.day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::VersionId;

    #[test]
    fn names_are_read_as_they_are_written() {
        for name in ["2016-06-01", "2016-06-01-2", "2016-06-01-10"] {
            assert_eq!(VersionId::parse(name).map(|id| id.to_string()).as_deref(), Some(name));
        }
        for wrong in
            ["2016-06", "2016-06-31", "2016-06-01-", "2016-06-01-1", "2016-06-01-02", "2016-06-01_2", "日本語日"]
        {
            assert_eq!(VersionId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn they_sort_in_the_order_of_time() {
        let mut names = ["2016-06-02", "2016-06-01-10", "2016-06-01", "2016-06-01-2"].map(VersionId::parse);
        names.sort();
        let names = names.map(|id| id.map(|id| id.to_string()).unwrap_or_default());
        assert_eq!(names, ["2016-06-01", "2016-06-01-2", "2016-06-01-10", "2016-06-02"]);
    }
}
