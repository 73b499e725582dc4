import Foundation

/// Reads the dates of servers: RFC 3339 with up to nine digits of a second and any zone
/// (docs/server-behaviour.md §4.1).
///
/// Written by hand because a formatter takes longer for one date than everything else for a whole space.
enum Timestamp {
    /// The date, or `nil` for what is none.
    static func date(from text: some Collection<UInt8>) -> Date? {
        var rest = Array(text)[...]
        guard let year = number(4, &rest), take("-", &rest), let month = number(2, &rest), take("-", &rest),
            let day = number(2, &rest), take("T", &rest) || take("t", &rest) || take(" ", &rest),
            let hour = number(2, &rest), take(":", &rest), let minute = number(2, &rest), take(":", &rest),
            let second = number(2, &rest),
            (1...12).contains(month), (1...length(ofMonth: month, year)).contains(day), hour < 24, minute < 60,
            second <= 60,
            let fraction = fraction(&rest), let zone = zone(&rest), rest.isEmpty
        else { return nil }
        let seconds = days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - zone
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// Whether a date is the beginning of a calendar, which stands for none: that of Go or that of Unix, in any zone.
    static func isZero(_ date: Date) -> Bool {
        let seconds = date.timeIntervalSince1970
        return seconds == 0 || seconds < -62_135_510_400
    }

    /// The day of a date in the universal time: `2026-12-31`.
    static func day(of date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle().year().month().day())
    }

    private static func take(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private static func number(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= count else { return nil }
        var value = 0
        for byte in rest.prefix(count) {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest = rest.dropFirst(count)
        return value
    }

    /// The part of a second behind the point; 0 where there is none.
    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Double? {
        guard take(".", &rest) else { return 0 }
        let count = rest.prefix { $0 &- 0x30 < 10 }.count
        guard (1...9).contains(count), let digits = number(count, &rest) else { return nil }
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        return Double(digits) / scale
    }

    /// The seconds by which the zone is ahead of UTC.
    private static func zone(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if take("Z", &rest) || take("z", &rest) { return 0 }
        let isAhead = take("+", &rest)
        guard isAhead || take("-", &rest), let hours = number(2, &rest), take(":", &rest),
            let minutes = number(2, &rest), hours < 24, minutes < 60
        else { return nil }
        return (isAhead ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01, counting years from March so that the leap day comes last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
