package import Foundation

/// A date taken apart without a formatter, whose loading alone would cost more than the first screen.
///
/// The days are counted in the proleptic Gregorian calendar; a year is taken to begin in March, so that the leap day is its
/// last.
package struct CivilTime {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int

    package init(_ date: Date, in zone: TimeZone) {
        let limit = 1e12
        let seconds = Int(max(-limit, min(date.timeIntervalSince1970, limit))) + zone.secondsFromGMT(for: date)
        var days = seconds / 86_400
        var rest = seconds % 86_400
        if rest < 0 {
            rest += 86_400
            days -= 1
        }
        hour = rest / 3600
        minute = rest % 3600 / 60
        second = rest % 60
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The time of day as `14:17`.
    package var clock: String {
        (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// The day as `19 Jan 2023`, or as the person writes it.
    package var dayText: String { Localization.current.days.day(day, month: month, year: year) }

    /// The moment as `19 Jan 2023 14:17`.
    package var moment: String { dayText + " " + clock }

    /// A moment as `14:17` where it is today, else with its day.
    package static func text(of date: Date, at now: Date, in zone: TimeZone) -> String {
        let time = CivilTime(date, in: zone)
        return time.dayText == CivilTime(now, in: zone).dayText ? time.clock : time.moment
    }

    /// The same of the first whole minute that does not come before it: what ends then is over.
    package static func end(_ date: Date, at now: Date, in zone: TimeZone) -> String {
        let minutes = (date.timeIntervalSince1970 / 60).rounded(.up)
        return text(of: Date(timeIntervalSince1970: minutes * 60), at: now, in: zone)
    }
}
