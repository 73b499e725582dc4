/// In which order a day is written.
package enum DayStyle: Sendable {
    /// `19 Jan 2023`.
    case dayMonthYear
    /// `Jan 19, 2023`.
    case monthDayYear
    /// `19.01.2023`.
    case points
    /// `2023-01-19`, which everybody understands: digits in any other order could be another day.
    case iso

    /// The style of a language in a region.
    init(of locale: LocaleName?) {
        self =
            switch (locale?.language, locale?.region) {
            case (nil, _): .dayMonthYear
            case ("en", "US"): .monthDayYear
            case ("en", "CA"): .iso
            case ("en", _): .dayMonthYear
            case ("de", _), ("cs", _), ("sk", _), ("pl", _), ("fi", _), ("nb", _), ("nn", _), ("no", _), ("da", _),
                ("ru", _), ("uk", _), ("tr", _), ("ro", _), ("et", _), ("is", _):
                .points
            default: .iso
            }
    }

    /// A day of the Gregorian calendar; the month counts from 1.
    package func day(_ day: Int, month: Int, year: Int) -> String {
        return switch self {
        case .dayMonthYear: "\(day) \(Self.name(month)) \(year)"
        case .monthDayYear: "\(Self.name(month)) \(day), \(year)"
        case .points: "\(Self.padded(day, 2)).\(Self.padded(month, 2)).\(Self.padded(year, 4))"
        case .iso: "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        }
    }

    private static func name(_ month: Int) -> String {
        switch month {
        case 1: localized("Jan")
        case 2: localized("Feb")
        case 3: localized("Mar")
        case 4: localized("Apr")
        case 5: localized("May")
        case 6: localized("Jun")
        case 7: localized("Jul")
        case 8: localized("Aug")
        case 9: localized("Sep")
        case 10: localized("Oct")
        case 11: localized("Nov")
        default: localized("Dec")
        }
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
