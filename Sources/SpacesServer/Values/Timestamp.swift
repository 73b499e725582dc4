/// A moment in nanoseconds since 1970 in UTC: what the database stores and the wire shows
/// (docs/server-behaviour.md §4.1).
///
/// Good for the years 1678 to 2262.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    package let nanoseconds: Int64

    /// The moment so many nanoseconds after the start of 1970.
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Earlier comes first.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The moment so many seconds earlier.
    func before(seconds: Int64) -> Timestamp {
        Timestamp(nanoseconds: nanoseconds - seconds * 1_000_000_000)
    }

    /// The moment so many seconds later.
    func after(seconds: Int64) -> Timestamp {
        before(seconds: -seconds)
    }

    /// Whole seconds since 1970, as tokens count (RFC 7519).
    var seconds: Int64 { nanoseconds / 1_000_000_000 }

    /// The parts of the calendar in UTC, by arithmetic on days: a formatter costs more than the rest of a drive.
    var calendar: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, fraction: Int) {
        let perDay: Int64 = 86_400_000_000_000
        var days = nanoseconds / perDay
        var rest = nanoseconds % perDay
        if rest < 0 {
            rest += perDay
            days -= 1
        }
        // Years are counted from March, in eras of 400 years, so that the leap day is the last of a year.
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let seconds = Int(rest / 1_000_000_000)
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1,
            seconds / 3600, seconds / 60 % 60, seconds % 60, Int(rest % 1_000_000_000)
        )
    }

    /// RFC 3339 in UTC with up to nine fractional digits, trailing zeros cut, as recorded.
    package var rfc3339: String {
        var bytes: [UInt8] = []
        appendRFC3339(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the RFC 3339 text to bytes without making a string.
    func appendRFC3339(to bytes: inout [UInt8], fraction showsFraction: Bool = true) {
        let parts = calendar
        Self.append(parts.year, digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(parts.month, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(parts.day, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        Self.append(parts.hour, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(parts.minute, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(parts.second, digits: 2, to: &bytes)
        if showsFraction, parts.fraction > 0 {
            var (fraction, digits) = (parts.fraction, 9)
            while fraction % 10 == 0 {
                fraction /= 10
                digits -= 1
            }
            bytes.append(UInt8(ascii: "."))
            Self.append(fraction, digits: digits, to: &bytes)
        }
        bytes.append(UInt8(ascii: "Z"))
    }

    private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    /// The form of RFC 9110 for `Last-Modified`: `Mon, 23 Nov 2026 11:54:10 GMT`.
    var httpDate: String {
        let parts = calendar
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let midnight = nanoseconds - Int64(parts.hour * 3600 + parts.minute * 60 + parts.second) * 1_000_000_000
        let days = (midnight - Int64(parts.fraction)) / 86_400_000_000_000
        var bytes: [UInt8] = Array("\(weekdays[Int((days % 7 + 7) % 7)]), ".utf8)
        Self.append(parts.day, digits: 2, to: &bytes)
        bytes.append(contentsOf: " \(months[parts.month - 1]) ".utf8)
        Self.append(parts.year, digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        Self.append(parts.hour, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(parts.minute, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(parts.second, digits: 2, to: &bytes)
        bytes.append(contentsOf: " GMT".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}
