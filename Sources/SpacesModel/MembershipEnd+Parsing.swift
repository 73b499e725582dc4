import Localization
package import Foundation

extension MembershipEnd {
    /// Why a text is no end of a membership.
    package enum ParsingFailure: Error, Equatable, Sendable {
        case notADate
        /// A day that the calendar does not have, such as 2026-02-30.
        case noSuchDay
        case past
        case tooFar

        /// The reason as a person reads it beside the field.
        package var message: String {
            switch self {
            case .notADate: localized("not a date: write 2026-12-31, +30d, +6m or never")
            case .noSuchDay: localized("the calendar has no such day")
            case .past: localized("that is over already")
            case .tooFar: localized("too far away: at most the year 9999")
            }
        }
    }

    /// Reads `2026-12-31`, `+30d`, `+2w`, `+6m`, `+1y` or `never`; nothing at all means never, too.
    ///
    /// A membership lasts to the end of the day that is meant, in the zone of the person, as the web UIs understand it.
    package init(parsing text: String, now: Date, timeZone: TimeZone) throws(ParsingFailure) {
        let word = text.lowercased().filter { !$0.isWhitespace }
        if ["", "never", "none", localized("never"), "-", "–"].contains(word) {
            self = .never
            return
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let day = try word.hasPrefix("+") ? Self.day(after: now, word.dropFirst(), calendar) : Self.day(word, calendar)
        var parts = day
        (parts.hour, parts.minute, parts.second) = (23, 59, 59)
        guard let end = calendar.date(from: parts) else { throw .noSuchDay }
        if end <= now { throw .past }
        self = .at(end)
    }

    /// The day so many days, weeks, months or years from now.
    private static func day(
        after now: Date, _ text: Substring, _ calendar: Calendar
    ) throws(ParsingFailure) -> DateComponents {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units: [Substring: Calendar.Component] = [
            "": .day, "d": .day, "w": .weekOfYear, "m": .month, "y": .year,
        ]
        guard !digits.isEmpty, let unit = units[text.dropFirst(digits.count)] else { throw .notADate }
        guard let number = Int(digits), number <= 100_000,
            let date = calendar.date(byAdding: unit, value: number, to: now)
        else { throw .tooFar }
        let day = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = day.year, year <= 9999 else { throw .tooFar }
        return day
    }

    private static func day(_ text: String, _ calendar: Calendar) throws(ParsingFailure) -> DateComponents {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2] || parts.map(\.count) == [4, 1, 1],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { throw .notADate }
        let wanted = DateComponents(year: year, month: month, day: day)
        guard let date = calendar.date(from: wanted),
            calendar.dateComponents([.year, .month, .day], from: date) == wanted
        else { throw .noSuchDay }
        return wanted
    }
}
