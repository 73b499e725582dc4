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
    static func moment(_ date: Date, in zone: TimeZone) -> String { CivilTime(date, in: zone).moment }

    /// A day as `19 Jan 2023`.
    static func day(_ date: Date, in zone: TimeZone) -> String { CivilTime(date, in: zone).dayText }

    /// A moment as `14:17` where it is today, else with its day.
    static func time(_ date: Date, at now: Date, in zone: TimeZone) -> String {
        CivilTime.text(of: date, at: now, in: zone)
    }

    /// When something is over: `14:17`, the minute after which it is, or `14:17:05` where that is a matter of a minute or two.
    static func end(_ date: Date, at now: Date, in zone: TimeZone) -> String {
        date.timeIntervalSince(now) <= 120
            ? clock(date, in: zone, withSeconds: true) : CivilTime.end(date, at: now, in: zone)
    }

    /// The time of day as `14:17`, or `14:17:05`.
    static func clock(_ date: Date, in zone: TimeZone, withSeconds: Bool = false) -> String {
        let time = CivilTime(date, in: zone)
        return withSeconds ? time.clock + (time.second < 10 ? ":0" : ":") + "\(time.second)" : time.clock
    }
}
