//! Dates in words.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::YMD;
use icu_datetime::{DateTimeFormatter, FixedCalendarDateTimeFormatter};

use crate::config::Calendar;
use crate::vocabulary::{Day, Locale};

/// The day in the long form of the language: `June 1, 2016`, `1. Juni 2016`, `2016年6月1日`. A language
/// without data gets the ISO form.
///
/// The calendar is Gregorian unless it is asked for that of the language, because a statutory date in the year
/// 2559 would mislead.
#[must_use]
pub fn long_date(day: Day, locale: &Locale, calendar: Calendar) -> String {
    let (year, month, number) = day.parts();
    let preferences = icu_locale::Locale::from(locale.id().clone()).into();
    if calendar == Calendar::OfLocale {
        return match (DateTimeFormatter::try_new(preferences, YMD::long()), Date::try_new_iso(year, month, number)) {
            (Ok(formatter), Ok(date)) => formatter.format(&date).to_string(),
            _ => day.to_string(),
        };
    }
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, YMD>::try_new(preferences, YMD::long());
    match (formatter, Date::try_new_gregorian(year, month, number)) {
        (Ok(formatter), Ok(date)) => formatter.format(&date).to_string(),
        _ => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_order() {
        let of = |tag: &str, calendar| match (Day::parse("2016-06-01"), Locale::parse(tag)) {
            (Ok(day), Ok(locale)) => long_date(day, &locale, calendar),
            other => format!("{other:?}"),
        };
        let shown = |tag: &str| of(tag, Calendar::Gregorian);
        assert_eq!(shown("en"), "June 1, 2016");
        assert_eq!(shown("en-GB"), "1 June 2016");
        assert_eq!(shown("de"), "1. Juni 2016");
        assert_eq!(shown("ja"), "2016年6月1日");
        assert_eq!(shown("ar"), "1 يونيو 2016");
        assert_eq!(shown("th"), "1 มิถุนายน ค.ศ. 2016");
        let own = |tag: &str| of(tag, Calendar::OfLocale);
        assert_eq!([own("en"), own("de")], [shown("en"), shown("de")]);
        assert_eq!([own("th"), own("fa")], ["1 มิถุนายน 2559", "۱۲ خرداد ۱۳۹۵"]);
    }
}
