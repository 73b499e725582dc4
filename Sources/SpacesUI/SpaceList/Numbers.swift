import Foundation
import Localization

/// How numbers and times are written on the screen.
enum Numbers {
    /// `1204` as `1,204`.
    static func grouped(_ number: Int) -> String { Localization.current.numbers.grouped(number) }

    /// `1.25` as `1.3`, with the decimal sign of the person.
    static func tenths(_ number: Double) -> String {
        let tenths = Int((min(number, 1e15) * 10).rounded())
        return "\(grouped(tenths / 10))\(Localization.current.numbers.decimal)\(tenths % 10)"
    }

    /// The time since a moment, in one unit: `now`, `5 min`, `3 h`, `2 d`, `5 mon`, `2 y`.
    static func age(of date: Date, at now: Date) -> String {
        let seconds = Int(max(0, min(now.timeIntervalSince(date), 1e12)))
        return switch seconds {
        case ..<60: localized("now")
        case ..<3600: localized("\(seconds / 60) min")
        case ..<86_400: localized("\(seconds / 3600) h")
        case ..<(61 * 86_400): localized("\(seconds / 86_400) d")
        case ..<(730 * 86_400): localized("\(seconds / (30 * 86_400)) mon")
        default: localized("\(seconds / (365 * 86_400)) y")
        }
    }

    /// The same as a phrase: `2 d ago`.
    static func phrase(since date: Date, at now: Date) -> String {
        let age = age(of: date, at: now)
        return isNow(date, now) ? age : localized("\(age) ago")
    }

    /// The time until a moment as a phrase: `in 30 d`; `ended 2 d ago` for one that is past.
    static func phrase(until date: Date, at now: Date) -> String {
        if date <= now { return localized("ended \(phrase(since: date, at: now))") }
        return isNow(now, date) ? localized("in a moment") : localized("in \(age(of: now, at: date))")
    }

    private static func isNow(_ date: Date, _ now: Date) -> Bool { now.timeIntervalSince(date) < 60 }

    /// A day as people type it: `2023-01-19`.
    static func plainDay(_ date: Date, in zone: TimeZone) -> String {
        let time = CivilTime(date, in: zone)
        func padded(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    }

    /// A moment as `19 Jan 2023 14:17`, or as the person writes it, in the given zone.
    static func moment(_ date: Date, in zone: TimeZone) -> String {
        day(date, in: zone) + " " + CivilTime(date, in: zone).clock
    }

    /// A day as `19 Jan 2023`.
    static func day(_ date: Date, in zone: TimeZone) -> String {
        let time = CivilTime(date, in: zone)
        return Localization.current.days.day(time.day, month: time.month, year: time.year)
    }

    /// A moment as `14:17` where it is today, else with its day.
    static func time(_ date: Date, at now: Date, in zone: TimeZone) -> String {
        day(date, in: zone) == day(now, in: zone) ? clock(date, in: zone) : moment(date, in: zone)
    }

    /// The time of day as `14:17`, or `14:17:05`.
    static func clock(_ date: Date, in zone: TimeZone, withSeconds: Bool = false) -> String {
        let time = CivilTime(date, in: zone)
        return withSeconds ? time.clock + (time.second < 10 ? ":0" : ":") + "\(time.second)" : time.clock
    }
}

/// A date taken apart without a formatter, whose loading alone would cost more than the first screen.
///
/// The days are counted in the proleptic Gregorian calendar; a year is taken to begin in March, so that the leap day is its
/// last.
private struct CivilTime {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int

    init(_ date: Date, in zone: TimeZone) {
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

    var clock: String {
        (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
